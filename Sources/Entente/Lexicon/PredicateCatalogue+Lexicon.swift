public import Gazetteers
public import GraphBuilding

extension PredicateCatalogue {
  /// The relations of a lexicon, each with its heads.
  public init(_ lexicon: Lexicon) {
    let relations = Dictionary(lexicon.relations.map { ($0.id, $0) }) { first, _ in first }
    let ofPatterns = lexicon.patterns.compactMap { pattern in
      relations[pattern.relation].map { Predicate($0, lemma: pattern.head) }
    }
    let alone = lexicon.relations.map { relation in
      Predicate(relation, lemma: relation.id.lowercased().replacing(".", with: " "))
    }
    self.init(ofPatterns + alone)
  }
}

extension Predicate {
  fileprivate init(_ relation: LexiconRelation, lemma: String) {
    self.init(
      lemma: lemma, relation: relation.id, category: relation.category ?? .other,
      mode: relation.mode, cameo: relation.cameo, goldstein: relation.goldstein,
      isSymmetric: relation.isSymmetric)
  }
}
