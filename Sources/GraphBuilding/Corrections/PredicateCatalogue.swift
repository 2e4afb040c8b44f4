public import DocumentModel

/// What the lexicon says of relations, for rows of corrections that name one.
public struct PredicateCatalogue: Sendable {
  private var byRelation: [String: Predicate] = [:]
  private var byHead: [String: Predicate] = [:]
  /// `RELATION/head`.
  private var pairs: Set<String> = []

  /// - Parameter predicates: one for each relation and head of the lexicon; of a head's the first
  ///   counts.
  public init(_ predicates: some Sequence<Predicate> = EmptyCollection()) {
    for predicate in predicates {
      let relation = predicate.relation.lowercased()
      let head = predicate.lemma.lowercased()
      byRelation[relation] = byRelation[relation] ?? predicate
      byHead[head] = byHead[head] ?? predicate
      pairs.insert(relation + "/" + head)
    }
  }

  /// The predicate of a relation's id, a standing tie's category or a word; one that the lexicon
  /// does not have is its own relation.
  ///
  /// - Parameter lemma: the word of the text, kept where the relation has it among its heads.
  func predicate(named name: String, keeping lemma: String? = nil) -> Predicate {
    let wanted = name.lowercased()
    if var predicate = byRelation[wanted] {
      if let lemma, pairs.contains(wanted + "/" + lemma.lowercased()) {
        predicate.lemma = lemma
      } else {
        predicate.lemma = wanted.replacing(".", with: " ")
      }
      return predicate
    }
    if let tie = Category.allCases.first(where: { $0.rawValue == wanted && $0.isTie }) {
      return Predicate(
        lemma: lemma ?? wanted, relation: wanted, category: tie, isSymmetric: tie == .kinship)
    }
    return byHead[wanted] ?? Predicate(lemma: wanted, category: .other)
  }
}
