public import DocumentModel
public import Gazetteers

/// Reads off the trees who did what to whom.
///
/// Every verb and event noun is read into an argument structure; the lexicon names the relation, or
/// the lemma does where the lexicon has none; phrases lead to entities; the stance comes from what
/// stands above and beside the trigger. Standing ties come from titles and descriptions.
public struct RelationExtractor: Sendable {
  private let lexicon: ExtractionLexicon
  private let gazetteer: Gazetteer

  public init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    lexicon = ExtractionLexicon(gazetteer: gazetteer)
  }

  /// The relations among `entities`, in text order, each with its evidence.
  public func relations(
    among entities: EntityLayer, syntax: SyntaxLayer, in document: Document
  ) -> [Relation] {
    let tree = TreeIndex(document: document, syntax: syntax)
    let parties = PartyFinder(tree: tree, entities: entities)
    let reader = ArgumentReader(tree: tree, lexicon: lexicon)
    let stances = StanceReader(tree: tree, lexicon: lexicon, parties: parties)
    let evidence = EvidenceMaker(document: document)
    let acts = ActFinder(
      tree: tree, reader: reader, parties: parties, lexicon: lexicon, stances: stances,
      evidence: evidence, entities: entities)
    let ties = TieFinder(
      tree: tree, entities: entities, parties: parties, lexicon: lexicon,
      offices: KnownOffices(gazetteer: gazetteer, date: document.date?.date))
    var relations: [Relation] = []
    for (index, sentence) in document.sentences.enumerated()
    where document.paragraphs[sentence.paragraph].isRead {
      for token in sentence.tokens { relations += acts.relations(at: token, in: index) }
    }
    relations += ties.ties().map { evidence.relation(for: $0) }
    return unique(relations).sorted {
      ($0.evidence.trigger, $0.source, $0.target) < ($1.evidence.trigger, $1.source, $1.target)
    }
  }

  private func unique(_ relations: [Relation]) -> [Relation] {
    struct Key: Hashable {
      var source, target: Int
      var relation: String
      var trigger: TextSpan
    }
    var seen: Set<Key> = []
    return relations.filter {
      $0.source != $0.target
        && seen.insert(
          Key(
            source: $0.source, target: $0.target, relation: $0.predicate.relation,
            trigger: $0.evidence.trigger)
        ).inserted
    }
  }
}
