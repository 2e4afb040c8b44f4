public import DocumentModel
public import Gazetteers

/// Chooses an entity for every mention of an article and joins mentions into chains.
///
/// Names first: gazetteer candidates by evidence of the whole article (one sense a name), full names
/// before short ones, acronyms after their long forms. Then what refers without naming: pronouns
/// and definite descriptions such as "the minister".
public struct ChainResolver: Sendable {
  private let gazetteer: Gazetteer
  private let pronouns: PronounModel?
  private let nouns: DescriptionNouns

  /// - Parameter pronouns: the trained model of pronouns; without it they stay unresolved.
  public init(gazetteer: Gazetteer, pronouns: PronounModel? = nil) {
    self.gazetteer = gazetteer
    self.pronouns = pronouns
    nouns = DescriptionNouns(gazetteer: gazetteer)
  }

  /// The chains among `mentions`, which must be in text order, and the mentions that refer to them
  /// without a name.
  public func entities(
    for mentions: [Mention], syntax: SyntaxLayer?, in document: Document
  ) -> EntityLayer {
    entities(for: mentions, syntax: syntax, in: document) { pronoun, _ in
      pronouns?.chains(for: pronoun) ?? []
    }
  }

  /// The same, with pronouns resolved by `choice`: to train their model from annotated text.
  package func entities(
    for mentions: [Mention], syntax: SyntaxLayer?, in document: Document,
    choice: (PronounCase, EntityLayer) -> [Int]
  ) -> EntityLayer {
    let names = ArticleNames(document: document, syntax: syntax, mentions: mentions)
    let choices = EntityChoice(gazetteer: gazetteer, names: names).choices()
    var linking = NameLinking(gazetteer: gazetteer, names: names, choices: choices)
    linking.link()
    var layer = ChainTable(linking).layer()
    guard let syntax else { return layer }
    withoutActuallyEscaping(choice) { choice in
      Anaphora(
        gazetteer: gazetteer, nouns: nouns, text: ParsedText(document: document, syntax: syntax),
        choice: choice
      ).resolve(&layer)
    }
    return layer
  }
}
