import DocumentModel
import Foundation

/// The words of mentions and their place in the sentence. Names are asked for again and again, so they
/// are kept by mention, which is known by its first token: mentions do not overlap.
final class MentionText {
  let document: Document
  let syntax: SyntaxLayer?
  private let named: NamedTokens
  private let words: [[String]]
  private var knownForms: [String?]

  init(document: Document, syntax: SyntaxLayer?, mentions: [Mention]) {
    self.document = document
    self.syntax = syntax
    named = NamedTokens(mentions, tokens: document.tokens.count)
    words = mentions.indices.map { Self.words(of: mentions[$0].tokens, in: document) }
    knownForms = Array(repeating: nil, count: mentions.count)
  }

  /// The form as it stands, white space folded.
  func form(_ mention: Mention) -> String {
    guard let index = named[mention.tokens.lowerBound] else {
      return document.form(of: mention.tokens)
    }
    if let form = knownForms[index] { return form }
    let form = document.form(of: mention.tokens)
    knownForms[index] = form
    return form
  }

  /// The words of a name without hyphens, folded to lower case without diacritics.
  func words(_ mention: Mention) -> [String] {
    named[mention.tokens.lowerBound].map { words[$0] }
      ?? Self.words(of: mention.tokens, in: document)
  }

  private static func words(of tokens: Range<Int>, in document: Document) -> [String] {
    var words: [String] = []
    words.reserveCapacity(tokens.count)
    for token in tokens {
      let word = document.smallForm(of: token)
      if word.utf8.count > longestSign || !signs.contains(word) {
        words.append(folded(word))
      }
    }
    return words
  }

  /// What stands inside names and is no word of them: hyphens, and quotation marks around nicknames.
  private static let signs: Set<String> = ["-", ".", "\"", "“", "”", "‘", "``", "''"]
  /// In bytes.
  private static let longestSign = 3

  /// The token of the mention that depends on none of it.
  func head(_ mention: Mention) -> Int {
    guard let syntax else { return mention.tokens.upperBound - 1 }
    return mention.tokens.first { !mention.tokens.contains(Int(syntax.heads[$0])) }
      ?? mention.tokens.upperBound - 1
  }

  func relation(_ mention: Mention) -> DependencyRelation? {
    syntax.map { $0.relations[head(mention)] }
  }

  /// The lemma of the word a mention depends on.
  func governor(_ mention: Mention) -> String? {
    guard let syntax else { return nil }
    let head = Int(syntax.heads[head(mention)])
    return head >= 0 ? syntax.lemmas[head] : nil
  }

  /// Whether the mention depends on that word: for forms of which parsers make no lemma.
  func isGoverned(_ mention: Mention, by form: String) -> Bool {
    guard let syntax else { return false }
    let head = Int(syntax.heads[head(mention)])
    return head >= 0 && document.smallForm(of: head) == form
  }

  /// The word before the mention in its sentence, in lower case.
  func previous(_ mention: Mention) -> String? {
    let first = document.sentences[mention.sentence].tokens.lowerBound
    let token = mention.tokens.lowerBound - 1
    return token >= first ? document.smallForm(of: token) : nil
  }

  func isInDateline(_ mention: Mention) -> Bool {
    let paragraph = document.paragraphs[document.sentences[mention.sentence].paragraph]
    return paragraph.dateline?.contains(document.span(of: mention.tokens)) == true
  }
}

/// Lower case without diacritics, curly apostrophes straight.
func folded(_ word: String) -> String {
  if word.utf8.allSatisfy({ $0 < 0x80 && ($0 &- 0x41) >= 26 }) { return word }
  if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
  var result = ""
  for scalar in word.inSmallLetters.decomposedStringWithCanonicalMapping.unicodeScalars
  where scalar.properties.canonicalCombiningClass == .notReordered {
    result.unicodeScalars.append(scalar == "’" ? "'" : scalar)
  }
  return result
}
