/// A line that is not blank, without the white space around it.
struct TextLine {
  var start: Int
  /// One past the last byte that is not white space.
  var end: Int
  /// Its width in scalars.
  var columns: Int
  /// How far it is indented, in scalars.
  var indent: Int
  /// Whether a blank line, or nothing at all, stands before it.
  var isAfterBlank: Bool
}

/// Finds lines whatever ends them: LF, CRLF, CR, VT, FF, NEL, U+2028, U+2029.
struct LineScanner {
  private(set) var lines: [TextLine] = []
  private var isAfterBlank = true

  static func lines(of text: Span<UInt8>, _ map: ByteMap) -> [TextLine] {
    var scanner = LineScanner()
    scanner.lines.reserveCapacity(text.count / 128 + 4)
    var start = 0
    map.forEachBreak { last in
      let index = last - (text[last] == 0x85 ? 1 : text[last] < 0x80 ? 0 : 2)
      // The second byte of a line end is no other one.
      guard index >= start else { return }
      let length = breakLength(text, at: index)
      guard length > 0 else { return }
      scanner.add(start..<index, of: text, map)
      start = index + length
    }
    scanner.add(start..<text.count, of: text, map)
    return scanner.lines
  }

  /// The length of the line end at `index`, zero when there is none.
  static func breakLength(_ text: Span<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0x0D: index + 1 < text.count && text[index + 1] == .lineFeed ? 2 : 1
    case 0x0A...0x0C: 1
    case 0xC2: text[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      text[index + 1] == 0x80 && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9) ? 3 : 0
    default: 0
    }
  }

  private mutating func add(_ range: Range<Int>, of text: Span<UInt8>, _ map: ByteMap) {
    var start = range.lowerBound
    var indent = 0
    while start < range.upperBound, let length = blankLength(text, at: start) {
      start += length
      indent += 1
    }
    guard start < range.upperBound else {
      isAfterBlank = true
      return
    }
    let end = trimmedEnd(text, start..<range.upperBound)
    lines.append(
      TextLine(
        start: start, end: end, columns: map.scalarCount(in: start..<end), indent: indent,
        isAfterBlank: isAfterBlank))
    isAfterBlank = false
  }

  private func blankLength(_ text: Span<UInt8>, at index: Int) -> Int? {
    if text[index] < 0x80 { return text[index].isBlank ? 1 : nil }
    let glyph = ScannedGlyph(text, at: index)
    return glyph.kind == .blank ? glyph.length : nil
  }

  private func trimmedEnd(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      var last = end - 1
      while last > range.lowerBound, text[last].isContinuation { last -= 1 }
      guard blankLength(text, at: last) != nil else { break }
      end = last
    }
    return end
  }
}
