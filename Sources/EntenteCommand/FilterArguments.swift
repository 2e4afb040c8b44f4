import ArgumentParser
import DocumentModel
import Entente
import Foundation
import GraphAnalysis
import GraphModel

/// What to keep of a graph. Options that list values may be repeated or take them joined by commas.
struct FilterArguments: ParsableArguments {
  @Option(
    help:
      "Keep entities of these types: \(EntityType.allCases.map(\.rawValue).joined(separator: ", ")).",
    transform: Self.list)
  var type: [ListOf<EntityType>] = []

  @Option(help: "Keep these relations, by id or lemma.", transform: Self.words)
  var relation: [[String]] = []

  @Option(
    help: "Keep these categories: AGREE … ASSAULT, office, affiliation, communication, other.",
    transform: Self.list)
  var category: [ListOf<Category>] = []

  @Option(help: "Keep affirmed or negated relations.", transform: Self.list)
  var polarity: [ListOf<Stance.Polarity>] = []

  @Option(
    help:
      "Keep relations that are \(Stance.Modality.allCases.map(\.rawValue).joined(separator: ", ")).",
    transform: Self.list)
  var modality: [ListOf<Stance.Modality>] = []

  @Flag(help: "Keep what is told as fact: short for --modality asserted --polarity affirmed.")
  var assertedOnly = false

  @Option(help: "Keep relations of these grades: A, B, C.", transform: Self.list)
  var grade: [ListOf<Relation.Grade>] = []

  @Option(
    help: ArgumentHelp("Keep relations of this grade or better.", visibility: .hidden),
    transform: Self.grade)
  var minGrade: Relation.Grade?

  @Option(help: "Keep evidence of this date or later (YYYY, YYYY-MM or YYYY-MM-DD).")
  var since: CalendarDate?

  @Option(help: "Keep evidence of this date or earlier.")
  var until: CalendarDate?

  @Option(help: "Keep relations that at least this many independent articles tell.")
  var minWeight: Double?

  @Option(help: ArgumentHelp("Keep the n entities with most relations.", valueName: "n"))
  var top: Int?

  @Option(
    help: ArgumentHelp(
      "Keep an entity and those around it; a name or an id; may be repeated.", valueName: "name"))
  var ego: [String] = []

  @Option(help: "How far around --ego.")
  var hops: Int = 1

  @Flag(help: "Leave out entities without a relation.")
  var dropIsolates = false

  @Flag(help: "Keep the largest connected part only.")
  var largestComponent = false

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top takes a number from 1") }
    if assertedOnly, !modality.isEmpty || !polarity.isEmpty {
      throw ValidationError("--asserted-only stands for --modality and --polarity: it goes without")
    }
    if minGrade != nil, !grade.isEmpty {
      throw ValidationError("--min-grade B means --grade A,B: take one of them")
    }
    guard hops >= 0 else { throw ValidationError("--hops takes a number from 0") }
    if let since, let until, since.firstDay > until.lastDay {
      throw ValidationError("--since \(since) is later than --until \(until)")
    }
  }

  /// What is left of `graph`; a name of `--ego` that fits none or several ends the run.
  func applied(to graph: Graph) throws -> Graph {
    try filter(for: graph).applied(to: graph)
  }

  private func filter(for graph: Graph) throws -> GraphFilter {
    var filter = GraphFilter()
    filter.types = Set(type.flatMap(\.values))
    filter.relations = Set(relation.flatMap { $0 })
    filter.categories = Set(category.flatMap(\.values))
    filter.polarities = Set(polarity.flatMap(\.values))
    filter.modalities = Set(modality.flatMap(\.values))
    filter.grades = Set(grade.flatMap(\.values))
    if assertedOnly { (filter.modalities, filter.polarities) = ([.asserted], [.affirmed]) }
    if let minGrade { filter.grades = Set(Relation.Grade.allCases.filter { $0 <= minGrade }) }
    (filter.since, filter.until, filter.minimumWeight) = (since, until, minWeight)
    (filter.top, filter.hops) = (top, hops)
    filter.dropsIsolates = dropIsolates
    filter.keepsLargestComponentOnly = largestComponent
    let finder = NodeFinder(graph)
    filter.egos = try ego.map { name in try Session.failing { try finder.node(named: name).id } }
    return filter
  }

  /// The values of one option, given joined by commas.
  struct ListOf<Value> {
    var values: [Value]
  }

  private static func grade(_ text: String) throws -> Relation.Grade {
    guard let grade = Relation.Grade(rawValue: text.uppercased()) else {
      throw ValidationError("\"\(text)\" is none of A, B, C")
    }
    return grade
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func list<Value: RawRepresentable & CaseIterable>(_ text: String) throws
    -> ListOf<Value> where Value.RawValue == String
  {
    ListOf(
      values: try words(text).map { word in
        let value = Value.allCases.first { $0.rawValue.lowercased() == word.lowercased() }
        guard let value else {
          let all = Value.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("\"\(word)\" is none of \(all)")
        }
        return value
      })
  }
}
