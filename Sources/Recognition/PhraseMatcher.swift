public import DocumentModel
public import Gazetteers

/// Finds the aliases of a gazetteer in documents.
///
/// The naive way compares every alias with the text at every token. Instead the words of all
/// aliases are interned once; a document's tokens are looked up in one pass, and a trie over word
/// ids is walked from every token that begins an alias, as far as the text goes along. A walk is as
/// long as the longest alias that begins like the text, so the time is linear in practice.
///
/// Words match whatever their accents, full stops, apostrophes and hyphens ("Côte d’Ivoire",
/// "US" and "U.S.", "Al-Qaida" and "Al Qaida"); then the capitals are compared:
/// - A word that has a capital in the alias has one in the text. Behind a hyphen it need not
///   ("Kim Jong-un"), nor need particles ("al-Qaida") and the small words of names of bodies. Small
///   words of the alias match any.
/// - With the mark `=` each letter is as in the alias.
/// - With the mark `dem` a plural "s" may follow.
///
/// No phrase crosses the end of a sentence or a dash, and each begins and ends with a token. What a
/// match means is left to the recogniser: marks other than the case are not looked at.
public struct PhraseMatcher: Sendable {
  private let vocabulary: Vocabulary
  private let phrases: PhraseTrie

  public init(gazetteer: Gazetteer) {
    vocabulary = gazetteer.vocabulary
    phrases = gazetteer.phrases
  }

  /// The words of a document, to be looked up once for matches and word ids.
  public func words(in document: Document) -> TextWords { vocabulary.words(in: document) }

  /// The vocabulary's id of each token, -1 for words that no table has.
  public func wordIDs(in document: Document) -> [Int32] { words(in: document).ids }

  /// All places where aliases stand, by start and then the longer first; overlapping and nested
  /// ones too.
  public func matches(in document: Document) -> [PhraseMatch] { matches(in: words(in: document)) }

  /// The matches in words looked up before.
  public func matches(in words: TextWords) -> [PhraseMatch] { phrases.matches(in: words) }
}
