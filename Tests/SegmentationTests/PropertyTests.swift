import DocumentModel
import Testing

@testable import Segmentation

@Suite("Any text at all")
struct PropertyTests {
  @Test("random bytes, decoded leniently", arguments: 0..<60)
  func bytes(_ seed: Int) {
    var random = SeededRandom(seed)
    let bytes = (0..<random.next(400)).map { _ in UInt8(random.next(256)) }
    segment(String(decoding: bytes, as: UTF8.self))
  }

  @Test("random mixtures of nasty fragments", arguments: 0..<300)
  func fragments(_ seed: Int) {
    var random = SeededRandom(seed)
    let text = (0..<random.next(60)).map { _ in Self.nasty[random.next(Self.nasty.count)] }.joined()
    segment(text)
    segment(text, options: SegmentationOptions(parts: .bodyOnly, otherLanguages: .keep))
  }

  @Test("the same text gives the same document")
  func determinism() {
    let first = segment(PartTests.article)
    let second = segment(PartTests.article)
    #expect(first.tokens == second.tokens)
    #expect(first.sentences == second.sentences)
    #expect(first.paragraphs == second.paragraphs)
    #expect(first.normalForms == second.normalForms)
    #expect(first.diagnostics == second.diagnostics)
  }

  @Test(
    "one fragment many times",
    arguments: [
      "a", " ", ".", "-", "'", "\"", "\n", "\0", "a.", "a.b", "ab.", "http://", "a@", "a-", "a'",
      "1,", "1-",
      "(", "’", "é", "\u{301}", "中", "👩‍👩‍👧", "…", "By ", "A (", "U.S.", "a-\n", "[1]", "\u{AD}\n", "$",
      ":)",
    ])
  func repeats(_ fragment: String) {
    let text = String(repeating: fragment, count: 5_000)
    segment(text)
    segment("A \(text) Z")
  }

  private static let nasty = [
    "a", "Z", "the ", "U.S.", "St. ", "No. ", "inter-\n", "national", "'s", "n't", "’", "'", "\"",
    "“", "”",
    ".", "...", "…", "?", "!", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\u{85}", "\u{2028}",
    "\u{A0}",
    "\u{FEFF}", "\u{200B}", "\u{200D}", "\u{AD}", "\u{AD}\n", "\0", "-", "--", "—", "–", "(", ")",
    "[1]",
    "[", "]", "5", "1,000", "3.5", "10:30", "9/11", "2010-03-05", "01-Feb-02", "$", "€", "%", "@",
    "a@b.c",
    "http://x.y", "www.", ".com", "#", "&", "AT&T", "é", "e\u{301}", "\u{301}", "中文", "。", "👍🏽", "🇰🇷",
    "👩‍👩‍👧", "АБ", "ß", "By ", "Date: ", "March ", "2010", "SEOUL", " (AP) ", " — ", "_", "*", "=", "`",
    "\\", "/",
  ]
}

/// SplitMix64: the same numbers on every platform.
struct SeededRandom {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number below `bound`, which must be positive.
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
