import DocumentModel
import Gazetteers

/// The evidence of the name model for what stands in an article, beside what a word says by itself
/// (`WordForm`). Training and recognition share it, so that a feature means the same in both.
///
/// A class as `DocumentWords` is.
final class NameFeatures {
  let tokens: NameTokens
  let titles: TitleIndex
  let matches: MatchIndex

  private let words: DocumentWords

  init(tokens: NameTokens, titles: TitleIndex, matches: MatchIndex) {
    self.tokens = tokens
    self.titles = titles
    self.matches = matches
    words = tokens.words
  }

  // MARK: A token in a name

  func addToken(_ token: Int, at place: WordPlace, to sink: inout some EvidenceSink) {
    let tag = tag(token)
    sink.add(.tagShape, tag, UInt64(words.shapes[token].rawValue), at: place)
    sink.add(.cover, UInt64(tokens.cover[token]), 0, at: place)
    sink.add(.writing, writing(token, tag), UInt64(words.word(token).nameClasses & 7), at: place)
  }

  /// How much the capital of a token means.
  private func writing(_ token: Int, _ tag: UInt64) -> UInt64 {
    var bits: UInt64 = 0
    if tokens.isSeenSmall(token) { bits |= 1 }
    if tokens.isSeenAsSurname(token) { bits |= 2 }
    if token == 0 || !words.shapes[token - 1].isWord { bits |= 4 }
    return bits << 3 | tag << 8
  }

  // MARK: Beside a name

  func addLeft(of start: Int, in run: NameRun, to sink: inout some EvidenceSink) {
    let first = words.document.sentences[run.sentence].tokens.lowerBound
    let isCapitalised: UInt64 = words.capitalisedSentences[run.sentence] ? 1 : 0
    sink.add(.leftStart, start == first ? 1 : 0, isCapitalised)
    guard start > first else { return }
    let one = start - 1
    sink.add(.leftTag, tag(one), UInt64(words.shapes[one].rawValue))
    sink.add(.leftCover, UInt64(tokens.cover[one]))
    sink.add(.leftTitle, isTitle(endingAt: start, from: first) ? 1 : 0)
    guard one > first else { return }
    sink.add(.leftPair, words.word(one).hash, words.word(one - 1).hash)
    sink.add(.leftFarCover, UInt64(tokens.cover[one - 1]), words.word(one).hash)
  }

  private func isTitle(endingAt end: Int, from first: Int) -> Bool {
    for start in stride(from: end - 1, through: max(first, end - 3), by: -1)
    where words.classes[start].contains(.titleWord) {
      if titles.match(at: start, before: end, in: words)?.tokens.upperBound == end { return true }
    }
    return false
  }

  func addRight(of end: Int, in run: NameRun, to sink: inout some EvidenceSink) {
    let limit = words.document.sentences[run.sentence].tokens.upperBound
    guard end < limit else {
      sink.add(.rightWord, 0)
      return
    }
    sink.add(.rightCover, UInt64(tokens.cover[end]))
    sink.add(.rightTag, tag(end), UInt64(words.shapes[end].rawValue))
    guard end + 1 < limit else { return }
    sink.add(.rightPair, words.word(end).hash, words.word(end + 1).hashOfFar)
    sink.add(.rightFarCover, UInt64(tokens.cover[end + 1]), words.word(end).hash)
  }

  // MARK: A whole name

  func addWhole(_ name: Range<Int>, to sink: inout some EvidenceSink) {
    addEntry(name, to: &sink)
    sink.add(.length, UInt64(min(6, name.count)))
    WordPatterns(name.lazy.map(words.word)).addEvidence(to: &sink)
    addSeen(name, to: &sink)
    NameShape(of: name, in: words).addEvidence(to: &sink)
    guard name.count > 1 else { return }
    let (first, last) = (name.lowerBound, name.upperBound - 1)
    sink.add(.ends, words.word(first).cluster(bits: 6), words.word(last).cluster(bits: 6))
    addParts(of: name, to: &sink)
  }

  /// The same for a single word, without what its form says by itself as a whole.
  func addWhole(_ token: Int, to sink: inout some EvidenceSink) {
    addEntry(token..<token + 1, to: &sink)
    addSeen(token..<token + 1, to: &sink)
  }

  /// Whether the gazetteer has the name.
  private func addEntry(_ name: Range<Int>, to sink: inout some EvidenceSink) {
    let exact = UInt64(matches.labels(of: name) ?? 0)
    sink.add(.exact, exact)
    sink.add(.exactLength, exact, UInt64(min(6, name.count)))
  }

  /// Whether words of the name are surnames elsewhere.
  private func addSeen(_ name: Range<Int>, to sink: inout some EvidenceSink) {
    var isSeen: UInt64 = 0
    for token in name where tokens.isSeenAsSurname(token) {
      isSeen |= token == name.upperBound - 1 ? 2 : 1
    }
    sink.add(.seen, isSeen, UInt64(min(6, name.count)))
  }

  /// Entries of the gazetteer inside a longer name: "Bank | of | Georgia", "House | and | Senate".
  private func addParts(of name: Range<Int>, to sink: inout some EvidenceSink) {
    let (start, end) = (name.lowerBound, name.upperBound)
    let exact = UInt64(matches.labels(of: name) ?? 0)
    var (prefix, suffix) = (UInt64(0), UInt64(0))
    for cut in start + 1..<end {
      if let mask = matches.labels(of: start..<cut) {
        prefix = UInt64(mask) << 3 | UInt64(end - cut) & 7
      }
      if suffix == 0, let mask = matches.labels(of: cut..<end) {
        suffix = UInt64(mask) << 3 | UInt64(cut - start) & 7
      }
    }
    let isBody: UInt64 = words.classes[end - 1].contains(.orgNoun) ? 1 : 0
    sink.add(.prefix, prefix << 1 | isBody, exact)
    sink.add(.suffix, suffix, exact)
    for joint in name.dropFirst().dropLast() where words.classes[joint].contains(.nameJoint) {
      let left = UInt64(matches.labels(of: start..<joint) ?? 0)
      let right = UInt64(matches.labels(of: joint + 1..<end) ?? 0)
      sink.add(.split, left << 8 | right, words.word(joint).hash)
    }
  }

  // MARK: What a name depends on

  /// The head of a name and what it depends on: the form, nil for the root of a sentence, and how.
  func governor(of name: Range<Int>) -> (relation: NameRelation, token: Int?)? {
    guard let head = words.head(of: name) else { return nil }
    let governor = Int(words.heads[head])
    return (NameRelation(words.relations[head]), governor < 0 ? nil : governor)
  }

  private func tag(_ token: Int) -> UInt64 { words.tags.map { UInt64($0[token].rawValue) } ?? 31 }
}

extension TokenShape {
  /// Whether it holds letters or digits.
  var isWord: Bool { self != .other }
}
