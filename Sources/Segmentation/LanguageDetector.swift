import DocumentModel

/// Tells English paragraphs from others by their most frequent words and their letters.
///
/// A paragraph counts as English until enough speaks against it: headlines and lists of names are
/// too short to decide.
struct LanguageDetector {
  /// So many words of a paragraph are looked at.
  private static let sample = 80
  /// Below this a paragraph needs more evidence: names borrow the small words of their language.
  private static let fewWords = 20
  /// English of this length without its small words is not English.
  private static let manyWords = 40

  let source: TokenizedText
  private let table = WordTable.shared
  private let smallWords = SmallWordTable.shared

  init(source: TokenizedText) {
    self.source = source
  }

  func isEnglish(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    var counts = Counts()
    let tokens = source.tokens
    for token in range.lowerBound..<min(range.upperBound, range.lowerBound + Self.sample) {
      let span = tokens[token].span
      let bytes = text.eightBytes(at: span.start)
      let byte = UInt8(truncatingIfNeeded: bytes)
      if byte >= 0xC3 {
        counts.addWide(byte, table[text, span.range], of: ScannedGlyph(text, at: span.start).kind)
        continue
      }
      counts.add(smallWords[bytes, span.count], isWord: byte.isASCIILetter)
      if counts.isClear { return true }
    }
    return counts.isEnglish
  }

  /// What the words of a sample are.
  private struct Counts {
    var words = 0
    var english = 0
    var foreign = 0
    /// Words in another script than the Latin one.
    var otherScript = 0

    /// Adds a token that begins in ASCII, without a branch: which tokens are words, and which of
    /// these small ones, cannot be predicted.
    @inline(__always)
    mutating func add(_ traits: WordTraits, isWord: Bool) {
      words &+= isWord ? 1 : 0
      note(traits)
    }

    @inline(__always)
    private mutating func note(_ traits: WordTraits) {
      english &+= traits.contains(.english) ? 1 : 0
      foreign &+= traits.contains(.foreign) ? 1 : 0
    }

    /// A token that begins outside ASCII: Greek, Cyrillic and all scripts after them have lead
    /// bytes from 0xCD.
    mutating func addWide(_ lead: UInt8, _ traits: WordTraits, of kind: Glyph) {
      guard kind == .letter else { return }
      words &+= 1
      note(traits)
      if lead >= 0xCD { otherScript += 1 }
    }

    /// Enough English has been seen, and nothing else.
    var isClear: Bool { english >= 3 && foreign == 0 && otherScript == 0 }

    var isEnglish: Bool {
      if otherScript * 2 > words { return words == 0 }
      if foreign >= 3, foreign > english {
        return foreign * (words < LanguageDetector.fewWords ? 4 : 10) < words
      }
      return words < LanguageDetector.manyWords || english * 25 >= words
    }
  }
}
