import Foundation
import Testing

@testable import GraphExport

@Suite struct TextCleaningTests {
  @Test(arguments: [
    ("", ""), (" ", ""), ("a", "a"), (" a  b ", "a b"), ("a\t\r\n\u{85}\u{2028}\u{2029}b", "a b"),
    ("a\u{0}b", "a\u{FFFD}b"), ("\u{1F}", "\u{FFFD}"), ("\u{7F}x", "\u{FFFD}x"),
    ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"), ("cafe\u{301}", "caf\u{E9}"), ("\u{212B}", "\u{C5}"),
    ("\u{1100}\u{1161}\u{11A8}", "\u{AC01}"),
    ("\u{3B1}\u{301}", "\u{3AC}"), ("\u{37E}", ";"), ("\u{438}\u{306}", "\u{439}"),
    ("\u{10FFFF}", "\u{10FFFF}"),
    ("“Überstadt” – 北京 한국 ½", "“Überstadt” – 北京 한국 ½"), ("🇰🇷", "🇰🇷"),
  ])
  func table(text: String, expected: String) {
    #expect(Array(TextCleaning.cleaned(text).utf8) == Array(expected.utf8))
  }

  /// The quick look must never call a text clean that the slow way would change.
  @Test func theQuickWayAgreesWithTheSlowOne() {
    let pool: [Unicode.Scalar] =
      (0x20...0x3FF).compactMap(Unicode.Scalar.init)
      + (0x400...0x4A0).compactMap(Unicode.Scalar.init)
      + (0x5D0...0x660).compactMap(Unicode.Scalar.init)
      + (0x1100...0x1210).compactMap(Unicode.Scalar.init)
      + (0x2000...0x20C0).compactMap(Unicode.Scalar.init)
      + (0x3040...0x3100).compactMap(Unicode.Scalar.init)
      + [" ", " ", "a", "e", "\u{AC00}", "\u{4E00}", "\u{FFFD}", "\u{301}", "\u{308}", "\u{10000}"]
    var random = SplitMix(state: 7)
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        text.append(pool[Int.random(in: 0..<pool.count, using: &random)])
      }
      let original = String(text)
      #expect(Array(TextCleaning.cleaned(original).utf8) == Array(naivelyCleaned(original).utf8))
    }
  }

  private func naivelyCleaned(_ text: String) -> String {
    let spaces: Set<Unicode.Scalar> = [" ", "\t", "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}"]
    let words = text.unicodeScalars.split { spaces.contains($0) }.map { word in
      word.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : String($0) }.joined()
    }
    return words.joined(separator: " ").precomposedStringWithCanonicalMapping
  }

  @Test(arguments: [
    (0.0, "0.0"), (1, "1.0"), (2.5, "2.5"), (-10, "-10.0"), (1e21, "1e+21"), (0.1, "0.1"),
    (16_777_217, "16777217.0"),
  ])
  func numbers(number: Double, expected: String) {
    let scratch = TextScratch()
    scratch.append(number)
    #expect(scratch.text == expected)
  }

  @Test(arguments: [
    (0.0, "0.00"), (2.416, "2.42"), (-0.5, "-0.50"), (10, "10.00"), (1.005, "1.00"),
  ])
  func fixedNumbers(number: Double, expected: String) {
    let scratch = TextScratch()
    scratch.append(number, places: 2)
    #expect(scratch.text == expected)
  }
}
