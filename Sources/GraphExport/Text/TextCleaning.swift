import Foundation

/// Makes a text such that every reader of every format sees the same string.
///
/// Scalars that XML 1.0 forbids, and U+007F, become U+FFFD; a run of white space becomes one space;
/// both ends are trimmed; the result is in normalisation form C.
public enum TextCleaning {
  /// `text` itself when it is clean already, which costs one pass over its bytes.
  public static func cleaned(_ text: String) -> String {
    isSurelyClean(text) ? text : rebuilt(text)
  }

  /// Whether one pass over the bytes can tell that nothing has to change.
  static func isSurelyClean(_ text: String) -> Bool {
    text.withUTF8Bytes(isSurelyClean)
  }

  static func isSurelyClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previousIsSpace = true
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count,
        let endsInSpace = isPlain(ByteScan.word(bytes, at: index), afterSpace: previousIsSpace)
      {
        previousIsSpace = endsInSpace
        index += 8
        continue
      }
      let byte = bytes[index]
      if byte > 0x7E {
        let width = cleanWidth(bytes, at: index)
        guard width > 0 else { return false }
        index += width
        previousIsSpace = false
      } else if byte > 0x20 {
        index += 1
        previousIsSpace = false
      } else {
        guard byte == 0x20, !previousIsSpace else { return false }
        index += 1
        previousIsSpace = true
      }
    }
    return bytes.isEmpty || !previousIsSpace
  }

  /// Whether eight bytes that are clean end in a space; nil when they need a closer look.
  @inline(__always)
  private static func isPlain(_ word: UInt64, afterSpace: Bool) -> Bool? {
    guard ByteScan.isASCII(word), !ByteScan.hasControl(word), !ByteScan.has(word, 0x7F) else {
      return nil
    }
    let spaces = ByteScan.matches(word, 0x20)
    let isDoubled = spaces & (spaces << 8 | (afterSpace ? 0x80 : 0)) != 0
    return isDoubled ? nil : spaces >> 63 == 1
  }

  /// The length of the scalar at `index` if it is neither space nor control and composes with
  /// nothing before it; else 0, and the slow way decides.
  private static func cleanWidth(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = UInt32(bytes[index])
    if lead >= 0xC2, lead < 0xE0 {
      guard index + 1 < bytes.count else { return 0 }
      return isPlain((lead & 0x1F) << 6 | UInt32(bytes[index + 1]) & 0x3F) ? 2 : 0
    }
    if lead >= 0xE0, lead < 0xF0 {
      guard index + 2 < bytes.count else { return 0 }
      let middle = UInt32(bytes[index + 1]) & 0x3F
      return isPlain((lead & 0xF) << 12 | middle << 6 | UInt32(bytes[index + 2]) & 0x3F) ? 3 : 0
    }
    return 0
  }

  /// Blocks of letters and punctuation that are in form C and begin no composition by themselves:
  /// Latin, Greek and Cyrillic letters, Hebrew, Arabic, dashes, quotation marks, currency, kana,
  /// ideographs, Hangul.
  private static func isPlain(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0...0x2FF, 0x388...0x3FF, 0x400...0x47F, 0x5D0...0x5EA, 0x621...0x64A, 0x2010...0x2027,
      0x2030...0x205E, 0x20A0...0x20BF, 0x3041...0x3094, 0x30A1...0x30FA, 0x4E00...0x9FFF,
      0xAC00...0xD7A3:
      true
    default: false
    }
  }

  private static func rebuilt(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if isWhiteSpace(scalar) {
        pendingSpace = !scalars.isEmpty
        continue
      }
      if pendingSpace { scalars.append(" ") }
      pendingSpace = false
      scalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(scalars).precomposedStringWithCanonicalMapping
  }

  private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }
}
