import Gazetteers

/// Finds the gazetteer match of exactly some tokens.
///
/// A row of entries for each token, since names are looked up for every stretch of words that might
/// be one: no hashing.
final class MatchIndex {
  private struct Entry {
    var end: Int32
    var match: Int32
    var labels: UInt8
  }

  /// Where the entries of the matches begin that start at a token; one more at the end.
  private let starts: [Int32]
  private let entries: [Entry]
  /// The labels of all matches that cover a token, by token.
  let cover: [UInt8]

  /// - Parameter labels: what each match may stand for, as in `NameTokens.cover`.
  init(_ matches: [PhraseMatch], tokens: Int, labels: [UInt8]) {
    var starts = [Int32](repeating: 0, count: tokens + 2)
    for match in matches { starts[match.tokens.lowerBound + 2] += 1 }
    for token in 2..<starts.count { starts[token] += starts[token - 1] }
    var entries = [Entry](repeating: Entry(end: 0, match: 0, labels: 0), count: matches.count)
    for (index, match) in matches.enumerated() {
      let place = Int(starts[match.tokens.lowerBound + 1])
      entries[place] = Entry(
        end: Int32(match.tokens.upperBound), match: Int32(index), labels: labels[index])
      starts[match.tokens.lowerBound + 1] += 1
    }
    var cover = [UInt8](repeating: 0, count: tokens)
    for (match, labels) in zip(matches, labels) {
      for token in match.tokens { cover[token] |= labels }
    }
    self.cover = cover
    self.starts = starts
    self.entries = entries
  }

  /// The first match of exactly these tokens.
  func match(of tokens: Range<Int>) -> Int? {
    for entry in Int(starts[tokens.lowerBound])..<Int(starts[tokens.lowerBound + 1])
    where entries[entry].end == tokens.upperBound {
      return Int(entries[entry].match)
    }
    return nil
  }

  /// The labels of all matches of exactly these tokens; nil when there is none.
  func labels(of tokens: Range<Int>) -> UInt8? {
    var labels: UInt8?
    for entry in Int(starts[tokens.lowerBound])..<Int(starts[tokens.lowerBound + 1])
    where entries[entry].end == tokens.upperBound {
      labels = (labels ?? 0) | entries[entry].labels
    }
    return labels
  }
}
