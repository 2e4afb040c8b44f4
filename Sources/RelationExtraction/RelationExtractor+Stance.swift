public import DocumentModel
import Gazetteers

extension RelationExtractor {
  /// How, when and by whom the predicate at a token is asserted, whether or not it makes a relation.
  public func stance(
    ofPredicateAt token: Int, among entities: EntityLayer, syntax: SyntaxLayer,
    in document: Document
  ) -> Stance {
    reader(among: entities, syntax: syntax, in: document).stance(of: token)
  }

  /// The cues over and at the predicate at a token, from the innermost to the outermost.
  public func cues(
    overPredicateAt token: Int, among entities: EntityLayer, syntax: SyntaxLayer,
    in document: Document
  ) -> [CueSighting] {
    reader(among: entities, syntax: syntax, in: document).reading(of: token).sightings
  }

  private func reader(
    among entities: EntityLayer, syntax: SyntaxLayer, in document: Document
  ) -> StanceReader {
    let tree = TreeIndex(
      document: document, syntax: syntax, mentions: entities.mentions, repairs: repairs)
    let mentions = MentionIndex(tree: tree, entities: entities, lexicon: lexicon)
    let parties = PartyFinder(tree: tree, entities: entities, lexicon: lexicon, mentions: mentions)
    return StanceReader(tree: tree, lexicon: lexicon, parties: parties)
  }
}
