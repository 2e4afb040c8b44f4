import DocumentModel
import GraphModel

extension PictureGraph.Bundle {
  /// What makes edges one bundle.
  private struct Key: Hashable {
    var source: String
    var target: String
    var category: Category
    var polarity: Stance.Polarity
    var modality: Stance.Modality
    var isSymmetric: Bool

    init(_ edge: Edge) {
      isSymmetric = edge.predicate.isSymmetric
      category = edge.predicate.category
      polarity = edge.polarity
      modality = edge.modality
      let isTurned =
        isSymmetric && edge.target.utf8.lexicographicallyPrecedes(edge.source.utf8)
      source = isTurned ? edge.target : edge.source
      target = isTurned ? edge.source : edge.target
    }
  }

  /// The edges bundled, the heaviest bundle first.
  ///
  /// - Parameter mentions: how often articles name each node.
  static func bundles(of edges: [Edge], mentions: [String: Int]) -> [Self] {
    var bundles = Dictionary(grouping: edges, by: Key.init).map {
      Self($0.key, $0.value, mentions)
    }
    bundles.sort { $0.comes(before: $1) }
    var counts: [[String]: Int] = [:]
    for index in bundles.indices {
      let pair = [bundles[index].source, bundles[index].target, "\(bundles[index].isSymmetric)"]
      bundles[index].place = counts[pair, default: 0]
      counts[pair, default: 0] += 1
    }
    return bundles.sorted { $0.comes(before: $1) }
  }

  /// The heaviest `limit` of `all`, in its order; ties beyond a third give way to acts, and those of
  /// entities that act come first.
  static func chosen(_ limit: Int, of all: [Self]) -> [Self] {
    guard all.count > limit else { return all }
    let ties = all.indices.filter { all[$0].category.isTie }
    let acts = all.indices.filter { !all[$0].category.isTie }
    let tieCount = min(ties.count, max(limit / 3, limit - acts.count))
    let shownActs = acts.prefix(limit - tieCount)
    let parties = Set(shownActs.flatMap { [all[$0].source, all[$0].target] })
    func strangers(_ index: Int) -> Int {
      [all[index].source, all[index].target].count { !parties.contains($0) }
    }
    let shownTies = ties.sorted { (strangers($0), $0) < (strangers($1), $1) }.prefix(tieCount)
    return (shownActs + shownTies).sorted().map { all[$0] }
  }

  private init(_ key: Key, _ unordered: [Edge], _ mentions: [String: Int]) {
    let edges = unordered.sorted {
      ($1.weight, $1.count, $0.id) < ($0.weight, $0.count, $1.id)
    }
    self.init(
      source: key.source, target: key.target, category: key.category, polarity: key.polarity,
      modality: key.modality, isSymmetric: key.isSymmetric,
      verbs: Self.distinct(edges.map(\.predicate.lemma)), speakers: Self.speakers(of: edges),
      weight: edges.reduce(0) { $0 + $1.weight }, count: edges.reduce(0) { $0 + $1.count },
      grade: edges.map(\.grade).min() ?? .c,
      mentions: (mentions[key.source] ?? 0) + (mentions[key.target] ?? 0), edges: edges)
  }

  private static func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  private static func speakers(of edges: [Edge]) -> [String] {
    guard edges.allSatisfy({ !$0.attribution.isEmpty }) else { return [] }
    var counts: [String: Int] = [:]
    for speaker in edges.flatMap(\.speakers) { counts[speaker.name, default: 0] += speaker.count }
    for name in edges.flatMap(\.attribution) where counts[name] == nil { counts[name] = 1 }
    return counts.keys.sorted {
      let (left, right) = (counts[$0] ?? 0, counts[$1] ?? 0)
      return left != right ? left > right : $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// By weight, then evidence; of equals acts come first and ties last, then who has no line yet to
  /// the same party, better grades, parties named more often; at last by ids.
  private func comes(before other: Self) -> Bool {
    if weight != other.weight { return weight > other.weight }
    if count != other.count { return count > other.count }
    if category.rank != other.category.rank { return category.rank < other.category.rank }
    if place != other.place { return place < other.place }
    if grade != other.grade { return grade < other.grade }
    if mentions != other.mentions { return mentions > other.mentions }
    return sortKey.lexicographicallyPrecedes(other.sortKey) {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  private var sortKey: [String] {
    [source, target, category.rawValue, polarity.rawValue, modality.rawValue, "\(isSymmetric)"]
  }

  /// The label's lines: the stance with the verbs, then who says so.
  var labelLines: [String] { labelLines(width: 24, attributionWidth: 32) }

  func labelLines(width: Int, attributionWidth: Int) -> [String] {
    let shown = verbs.prefix(3).joined(separator: ", ") + (verbs.count > 3 ? ", …" : "")
    let prefix = edges.first?.stancePrefix ?? ""
    return LineWrapping.lines(of: prefix + shown, width: width)
      + LineWrapping.lines(of: attribution, width: attributionWidth)
  }

  private var attribution: String {
    guard let first = speakers.first else { return "" }
    switch speakers.count {
    case 1: return "(says \(first))"
    case 2: return "(say \(first), \(speakers[1]))"
    default: return "(say \(first) and \(speakers.count - 1) others)"
    }
  }
}

extension Category {
  /// Acts, whatever else, ties.
  fileprivate var rank: Int { quadClass != nil ? 0 : isTie ? 2 : 1 }
}
