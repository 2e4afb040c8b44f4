import DocumentModel
import Gazetteers

/// Given names of two syllables with a hyphen, the second in small letters, as Korean and older Chinese
/// spellings have them: "Song [Kang-ho]", "Tsai [Ing-wen]", "[Soo-jin] Park".
struct SyllableName {
  let words: DocumentWords

  /// Where the name ends whose hyphen is at `hyphen`; nil when none is there.
  func end(withHyphenAt hyphen: Int) -> Int? {
    let (before, after) = (hyphen - 1, hyphen + 1)
    guard before >= 0, after < words.document.tokens.count,
      words.shapes[before] == .capitalised, words.shapes[after] == .lower,
      words.sign(hyphen) == .hyphen,
      !words.hasGap(before: hyphen), !words.hasGap(before: after),
      Self.isSyllable(words.form(before)), Self.isSyllable(words.form(after))
    else { return nil }
    return after + 1
  }

  /// Whether the capital of a token can be a surname's: "Park", not "The", "Director" or "Monday".
  func isSurname(_ token: Int) -> Bool {
    let classes = words.classes[token]
    guard words.shapes[token] == .capitalised,
      classes.isDisjoint(with: [.functionWord, .temporal, .titleWord])
    else { return false }
    return classes.contains(.surname)
      || Self.isSyllable(words.form(token)) && classes.isDisjoint(with: [.commonWord, .roleNoun])
  }

  /// Whether a stretch is such a name with its surname.
  func isWhole(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 4 else { return false }
    let (first, last) = (tokens.lowerBound, tokens.upperBound - 1)
    return end(withHyphenAt: first + 1) == last && isSurname(last)
      || end(withHyphenAt: first + 2) == tokens.upperBound && isSurname(first)
  }

  /// Whether both syllables are words of their own: "Long-run", "Won-soon".
  func isOrdinary(withHyphenAt hyphen: Int) -> Bool {
    [hyphen - 1, hyphen + 1].allSatisfy {
      !words.classes[$0].isDisjoint(with: [.commonWord, .functionWord, .locative])
    }
  }

  /// Consonants, up to four vowels, and one of the few consonants that syllables end with.
  static func isSyllable(_ word: String) -> Bool {
    let letters = Array(word.utf8).map { $0 | 0x20 }
    guard (1...6).contains(letters.count), letters.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return false
    }
    let onset = letters.prefix { !isVowel($0) }
    let nucleus = letters.dropFirst(onset.count).prefix(while: isVowel)
    let coda = letters.dropFirst(onset.count + nucleus.count)
    return (1...4).contains(nucleus.count)
      && onsets.contains(String(decoding: onset, as: UTF8.self))
      && codas.contains(String(decoding: coda, as: UTF8.self))
  }

  private static func isVowel(_ letter: UInt8) -> Bool { vowels.contains(letter) }

  private static let vowels = Set("aeiouwy".utf8)
  private static let onsets: Set<String> = [
    "", "b", "c", "ch", "d", "f", "g", "h", "hs", "j", "k", "l", "m", "n", "p", "ph", "q", "r", "s",
    "sh", "t", "ts", "tz", "x", "z", "zh",
  ]
  private static let codas: Set<String> = [
    "", "b", "g", "h", "k", "l", "m", "n", "ng", "p", "r", "rh", "t",
  ]
}
