import DocumentModel

/// The acts told so far in an article, for nouns that speak of them again: "the accord", "the raid".
struct EventHistory {
  private struct Event {
    /// Words about what others do: "urged", "criticised".
    var isSaid: Bool { [.accuse, .request, .reject, .communication].contains(category) }
    var lemma: String
    var relation: String
    var category: DocumentModel.Category
    var isSymmetric: Bool
    var sources: [Int]
    var targets: [Int]
  }

  private var events: [Event] = []
  private static let farthest = 24

  mutating func record(_ relations: [Relation]) {
    guard let first = relations.first, !first.predicate.category.isTie else { return }
    events.append(
      Event(
        lemma: first.predicate.lemma, relation: first.predicate.relation,
        category: first.predicate.category, isSymmetric: first.predicate.isSymmetric,
        sources: unique(relations.map(\.source)), targets: unique(relations.map(\.target))))
  }

  /// What someone did to nobody in particular: "Rudd apologised".
  mutating func record(_ predicate: Predicate, by sources: [Int]) {
    guard !sources.isEmpty, !predicate.category.isTie, predicate.category != .other,
      predicate.category != .communication
    else { return }
    events.append(
      Event(
        lemma: predicate.lemma, relation: predicate.relation, category: predicate.category,
        isSymmetric: predicate.isSymmetric, sources: unique(sources), targets: []))
  }

  /// Those who did the last event with that noun, else the first of its kind in the article, which
  /// is the one it is about; both sides when it has no direction.
  func participants(lemma: String, predicate: Predicate) -> [Int] {
    let recent = events.suffix(Self.farthest).reversed()
    guard
      let event = recent.first(where: {
        $0.lemma == lemma || $0.relation == predicate.relation && $0.relation != $0.lemma
      })
        ?? events.first(where: {
          $0.category == predicate.category && Self.general.contains($0.category)
            && $0.isSymmetric == predicate.isSymmetric
        })
    else { return [] }
    return event.isSymmetric ? unique(event.sources + event.targets) : event.sources
  }

  /// Who did the last thing told.
  var lastActors: [Int] { events.last { !$0.isSaid }?.sources ?? [] }

  /// Whose nouns are used for one another: "deal", "accord", "pact"; "raid", "operation".
  private static let general: Set<DocumentModel.Category> = [.agree, .assault, .consult]

  private func unique(_ chains: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return chains.filter { seen.insert($0).inserted }
  }
}
