import DocumentModel
import Gazetteers

/// What the recogniser asks of each token, computed once an article: columns over the tokens.
struct DocumentWords {
  let document: Document
  let shapes: [TokenShape]
  let classes: [WordClasses]
  /// Nil when the article was not parsed.
  let tags: [UniversalTag]?
  /// Sentences whose capitals say nothing about names: headlines in title case or capitals.
  let capitalisedSentences: [Bool]

  init(document: Document, wordIDs: [Int32], vocabulary: Vocabulary, syntax: SyntaxLayer?) {
    self.document = document
    let shapes = Self.shapes(of: document)
    self.shapes = shapes
    classes = wordIDs.indices.map {
      Self.plausible(vocabulary.classes(of: wordIDs[$0]), shape: shapes[$0])
    }
    tags = syntax?.tags
    capitalisedSentences = document.sentences.map { Self.isCapitalised($0, shapes: shapes) }
  }

  /// Small words are no nouns, though some end one ("stand-in", "passer-by"), and no names in small
  /// letters.
  private static func plausible(_ classes: WordClasses, shape: TokenShape) -> WordClasses {
    guard classes.contains(.functionWord) || classes.contains(.locative) else { return classes }
    let nouns: WordClasses = [.roleNoun, .orgNoun, .titleWord, .placeNoun, .eventNoun]
    let isName = shape.isUpper && !classes.contains(.locative)
    return classes.subtracting(isName ? nouns : nouns.union([.givenName, .surname]))
  }

  /// Whether white space stands before a token.
  func hasGap(before token: Int) -> Bool {
    token == 0 || document.tokens[token - 1].span.end < document.tokens[token].span.start
  }

  func form(_ token: Int) -> String { document.form(of: token) }

  /// "'s" behind a word: inside names such as "People's Republic of China".
  func isPossessive(_ token: Int) -> Bool {
    let form = form(token)
    return form == "'s" || form == "’s"
  }

  func isProper(_ token: Int) -> Bool { tags.map { $0[token] == .propn } ?? true }

  private static func shapes(of document: Document) -> [TokenShape] {
    let bytes = document.article.text.utf8
    let shapes = bytes.withContiguousStorageIfAvailable { text in
      document.tokens.map { TokenShape(text[$0.span.range]) }
    }
    return shapes ?? document.tokens.map { TokenShape(document.article.text(in: $0.span).utf8) }
  }

  /// Title case or capitals: of the words with three letters or more nearly all begin large.
  private static func isCapitalised(_ sentence: Sentence, shapes: [TokenShape]) -> Bool {
    var upper = 0
    var lower = 0
    for token in sentence.tokens {
      switch shapes[token] {
      case .capitalised, .allCaps: upper += 1
      case .lower: lower += 1
      default: break
      }
    }
    return upper >= 4 && upper > 2 * lower
  }
}
