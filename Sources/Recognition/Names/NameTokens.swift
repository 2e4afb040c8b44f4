import DocumentModel
import Gazetteers

/// What the name model asks of single tokens in their article; a class as `DocumentWords` is.
final class NameTokens {
  let words: DocumentWords
  /// Labels of the gazetteer matches that cover a token: bit n for `NameLabel` n, four bits higher
  /// for those that need evidence.
  let cover: [UInt8]
  /// By the number of a lower-case form.
  private let isSmall: [Bool]
  private let isSurname: [Bool]

  init(words: DocumentWords, runs: [NameRun], cover: [UInt8]) {
    self.words = words
    self.cover = cover
    var isSmall = [Bool](repeating: false, count: words.smallCount)
    for token in words.shapes.indices where words.shapes[token] == .lower {
      isSmall[Int(words.word(token).small)] = true
    }
    self.isSmall = isSmall
    isSurname = Self.surnames(words, runs: runs)
  }

  /// The words behind a given name or a title, of which the same word alone may be short.
  private static func surnames(_ words: DocumentWords, runs: [NameRun]) -> [Bool] {
    var isSurname = [Bool](repeating: false, count: words.smallCount)
    for run in runs where !words.capitalisedSentences[run.sentence] {
      for token in run.tokens.dropFirst() where words.shapes[token] == .capitalised {
        let before = words.classes[token - 1]
        if before.contains(.givenName) && !before.contains(.commonWord)
          || before.contains(.honorific)
        {
          isSurname[Int(words.word(token).small)] = true
        }
      }
    }
    return isSurname
  }

  /// Whether the word stands elsewhere in small letters.
  func isSeenSmall(_ token: Int) -> Bool { isSmall[Int(words.word(token).small)] }

  /// Whether the word stands behind a given name or a title somewhere in the article.
  func isSeenAsSurname(_ token: Int) -> Bool { isSurname[Int(words.word(token).small)] }
}
