import DocumentModel
import Gazetteers

/// A stretch of a sentence that may hold names: capitalised words and what joins them.
struct NameRun {
  var tokens: Range<Int>
  var sentence: Int
}

/// Finds the runs of a sentence in one pass.
struct NameRunFinder {
  let words: DocumentWords
  /// The tokens that a gazetteer match covers, whatever their case ("the Kremlin").
  let isMatched: [Bool]

  /// Adds the runs of a sentence.
  func add(runsOfSentence index: Int, to runs: inout [NameRun]) {
    let sentence = words.document.sentences[index].tokens
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      guard isNamePart(token) else {
        token += 1
        continue
      }
      let end = endOfRun(from: token, before: sentence.upperBound)
      runs.append(NameRun(tokens: token..<end, sentence: index))
      token = end
    }
  }

  private func isNamePart(_ token: Int) -> Bool {
    words.shapes[token].isUpper || isMatched[token]
  }

  /// Goes on over name parts, and over joining words as long as a name part follows them.
  private func endOfRun(from start: Int, before limit: Int) -> Int {
    var end = start + 1
    while end < limit {
      if isNamePart(end) {
        end += 1
        continue
      }
      if let behind = endOfNickname(from: end, before: limit)
        ?? SyllableName(words: words).end(withHyphenAt: end)
        ?? endOfHyphenation(from: end, before: limit), behind <= limit
      {
        end = behind
        continue
      }
      var next = end
      while next < limit, next - end < 3, !words.shapes[next].isUpper, isJoint(next) { next += 1 }
      guard next > end, next < limit, words.shapes[next].isUpper else { break }
      end = next + 1
    }
    return end
  }

  /// `Ronald "Bato" dela Rosa`: where the quotation ends that stands inside a name.
  private func endOfNickname(from quote: Int, before limit: Int) -> Int? {
    guard words.isQuotationMark(quote), words.hasGap(before: quote) else { return nil }
    var token = quote + 1
    while token < min(limit, quote + 4), isNamePart(token) { token += 1 }
    guard token > quote + 1, token + 1 < limit, words.isQuotationMark(token),
      !words.hasGap(before: token), words.hasGap(before: token + 1),
      words.shapes[token + 1].isUpper || words.classes[token + 1].contains(.particle)
    else { return nil }
    return token + 1
  }

  /// `Stow-on-the-Wold`, `Trás-os-Montes`: where the last capitalised word ends that hyphens join to
  /// the words from `hyphen` on.
  private func endOfHyphenation(from hyphen: Int, before limit: Int) -> Int? {
    var end: Int?
    var token = hyphen
    while token + 1 < limit, token - hyphen < 6, words.shapes[token] == .other,
      words.isTightHyphen(token)
    {
      if words.shapes[token + 1].isUpper { end = token + 2 }
      token += 2
    }
    return end
  }

  /// Hyphens without gaps, particles of names, and the small words inside names of bodies.
  private func isJoint(_ token: Int) -> Bool {
    let classes = words.classes[token]
    if classes.contains(.particle) || classes.contains(.nameJoint) { return true }
    if words.shapes[token] == .lower, words.isPossessive(token) { return true }
    return words.shapes[token] == .other
      && (words.isTightHyphen(token) || words.sign(token) == .ampersand
        || isPluralPossessive(token))
  }

  /// "Growers' Association": an apostrophe that belongs to the word before it.
  private func isPluralPossessive(_ token: Int) -> Bool {
    words.sign(token).isApostrophe && !words.hasGap(before: token)
      && words.form(token - 1).hasSuffix("s") && words.shapes[token - 1].isUpper
  }
}
