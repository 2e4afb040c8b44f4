import DocumentModel
import GraphModel

/// An interval of days, both ends included, as the day numbers of `CalendarDate.firstDay`.
struct Lifetime: Equatable {
  var first: Int32
  var last: Int32

  init(_ date: CalendarDate) {
    first = Int32(date.firstDay)
    last = Int32(date.lastDay)
  }

  mutating func formUnion(_ other: Lifetime) {
    first = min(first, other.first)
    last = max(last, other.last)
  }

  /// The day with a number.
  static func date(_ number: Int32) -> CalendarDate? {
    guard let start = CalendarDate(year: 2000, month: 1, day: 1) else { return nil }
    return start.adding(days: Int(number) - start.firstDay)
  }
}

extension Edge {
  /// The days of its evidence, sorted, none touching another; empty when it is undated.
  var lifetimes: [Lifetime] {
    var days = evidence.compactMap(\.date).map(Lifetime.init)
    if days.isEmpty { days = [firstDate, lastDate].compactMap { $0 }.map(Lifetime.init) }
    var result: [Lifetime] = []
    for day in days.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
      if let last = result.last, day.first <= last.last + 1 {
        result[result.count - 1].formUnion(day)
      } else {
        result.append(day)
      }
    }
    return result
  }
}

/// When each node is there: from its first day to its last, those of its edges included. A node
/// that is undated, or has an undated edge, is always there.
struct NodeLifetimes {
  private var lifetimes: [Lifetime?]
  private var isTimeless: [Bool]

  init(_ graph: Graph) {
    let places = IDPlaces(graph.nodes)
    lifetimes = graph.nodes.indices.map { Self.seen(graph.nodes[$0]) }
    isTimeless = Array(repeating: false, count: graph.nodes.count)
    for index in graph.edges.indices {
      let spells = graph.edges[index].lifetimes
      for place in [places[graph.edges[index].source], places[graph.edges[index].target]] {
        guard let place else { continue }
        if spells.isEmpty { isTimeless[place] = true }
        for spell in spells { include(spell, at: place) }
      }
    }
  }

  /// Nil for a node that is always there.
  subscript(place: Int) -> Lifetime? { isTimeless[place] ? nil : lifetimes[place] }

  private mutating func include(_ spell: Lifetime, at place: Int) {
    var union = lifetimes[place] ?? spell
    union.formUnion(spell)
    lifetimes[place] = union
  }

  private static func seen(_ node: Node) -> Lifetime? {
    guard var lifetime = (node.firstSeen ?? node.lastSeen).map(Lifetime.init) else { return nil }
    if let last = node.lastSeen { lifetime.formUnion(Lifetime(last)) }
    return lifetime
  }
}
