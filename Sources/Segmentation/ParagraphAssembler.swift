import DocumentModel

/// Joins the lines of a text to paragraphs.
///
/// Blank lines and indentation always separate. Of two lines that touch, the second goes on with
/// the first when the text is hard-wrapped and the second's first word would not have fitted on
/// the first; in a text of long lines every line is a paragraph.
struct ParagraphAssembler {
  /// No editor wraps lines wider than this; a wider line was not wrapped.
  private static let widestWrap = 120
  /// How many lines at the top are looked at for bylines and the like.
  private static let topLines = 12
  /// No headline is wrapped to more lines.
  private static let headlineLines = 4
  /// As many bytes beyond its columns count at a joint, and no more.
  private static let mostWideBytes = 8

  private let lines: [TextLine]
  /// The width to which the text is wrapped, nil when it is not.
  private let width: Int?
  /// Lines before this one may be headline, byline and the like.
  private let story: Int

  static func paragraphs(of text: Span<UInt8>, _ map: ByteMap) -> [TextSpan] {
    let lines = LineScanner.lines(of: text, map)
    return ParagraphAssembler(lines, text).spans(text)
  }

  private init(_ lines: [TextLine], _ text: Span<UInt8>) {
    self.lines = lines
    width = Self.wrapWidth(lines, text)
    story = width == nil ? 0 : Self.storyLine(lines, text)
  }

  private func spans(_ text: Span<UInt8>) -> [TextSpan] {
    var spans: [TextSpan] = []
    spans.reserveCapacity(lines.count)
    guard var current = lines.first.map({ TextSpan($0.start, $0.end) }) else { return [] }
    var first = 0
    for index in lines.indices.dropFirst() {
      if continues(index, paragraph: first, text) {
        current = TextSpan(current.start, lines[index].end)
      } else {
        spans.append(current)
        current = TextSpan(lines[index].start, lines[index].end)
        first = index
      }
    }
    spans.append(current)
    return spans
  }

  /// Whether line `index` goes on with the paragraph that begins with line `first` and holds the
  /// line before it.
  private func continues(_ index: Int, paragraph first: Int, _ text: Span<UInt8>) -> Bool {
    let line = lines[index]
    let previous = lines[index - 1]
    if line.isAfterBlank { return false }
    let shape = LineJoint(previous, line, text)
    if shape.isBrokenWord { return true }
    if shape.isBulleted || line.indent >= previous.indent + 2 { return false }
    guard let width else { return previous.columns >= 40 && shape.runsOn }
    if index == story { return false }
    if index < story, index - first < Self.headlineLines,
      LineJoint.standsAlone(line, text) || LineJoint.standsAlone(previous, text)
    {
      return false
    }
    if shape.runsOn { return previous.columns * 3 >= width }
    let wideBytes = min(Self.wideBytes(previous) + shape.firstWordWideBytes, Self.mostWideBytes)
    if previous.columns + wideBytes + 1 + shape.firstWord > width { return true }
    return !shape.isAfterStop && previous.columns * 5 >= width * 4
  }

  /// By how much the line is longer in bytes than in columns: some programs wrap by bytes.
  private static func wideBytes(_ line: TextLine) -> Int { line.end - line.start - line.columns }

  /// The line near the top that begins the story with its dateline, best one that a blank line
  /// sets off; where there is none, the story begins somewhere in the lines before the result.
  private static func storyLine(_ lines: [TextLine], _ text: Span<UInt8>) -> Int {
    let top = lines.prefix(topLines)
    return top.lastIndex { $0.isAfterBlank && LineJoint.opensStory($0, text) }
      ?? top.firstIndex { LineJoint.opensStory($0, text) } ?? topLines
  }

  /// The width that nineteen of twenty lines keep, nil for a text that is not wrapped.
  private static func wrapWidth(_ lines: [TextLine], _ text: Span<UInt8>) -> Int? {
    var wide = 0
    var total = 0
    for line in lines {
      total += line.columns
      if line.columns > widestWrap { wide += line.columns }
    }
    if wide * 10 > total * 3 || endsInStops(lines, text) { return nil }
    var counts = [Int](repeating: 0, count: widestWrap + 1)
    for line in lines where line.columns <= widestWrap { counts[line.columns] += 1 }
    var rest = lines.count / 20
    for width in stride(from: widestWrap, to: 0, by: -1) {
      rest -= counts[width]
      if rest < 0 { return width }
    }
    return nil
  }

  /// Whether nearly every line that another follows is a whole sentence.
  private static func endsInStops(_ lines: [TextLine], _ text: Span<UInt8>) -> Bool {
    var joints = 0
    var stops = 0
    for index in lines.indices.dropFirst().prefix(500) where !lines[index].isAfterBlank {
      let joint = LineJoint(lines[index - 1], lines[index], text)
      joints += 1
      if joint.isAfterStop, !joint.runsOn { stops += 1 }
    }
    return joints >= 3 && stops * 10 >= joints * 7
  }
}

/// How one line meets the next.
struct LineJoint {
  /// The upper line ends as a sentence does.
  let isAfterStop: Bool
  /// The lower line begins in lower case and the upper one does not end a sentence.
  let runsOn: Bool
  /// A word is hyphenated over the line end.
  let isBrokenWord: Bool
  /// The lower line begins with the mark of a list.
  let isBulleted: Bool
  /// The width of the lower line's first word.
  let firstWord: Int
  /// By how much it is longer in bytes.
  let firstWordWideBytes: Int

  init(_ upper: TextLine, _ lower: TextLine, _ text: Span<UInt8>) {
    isAfterStop = Self.endsInStop(upper, text)
    let first = text[lower.start]
    runsOn = first.isASCIILower && !isAfterStop
    isBrokenWord =
      first.isASCIILower && upper.end - upper.start > 1 && text[upper.end - 1] == .hyphen
      && text[upper.end - 2].isASCIILetter
    isBulleted = Self.isBullet(lower, text)
    (firstWord, firstWordWideBytes) = Self.wordWidth(lower, text)
  }

  private static func endsInStop(_ line: TextLine, _ text: Span<UInt8>) -> Bool {
    var index = line.end - 1
    while index > line.start {
      let byte = text[index]
      let isCloser = byte == .quote || byte == .apostrophe || byte == .closeParenthesis
      if isCloser {
        index -= 1
      } else if byte.isContinuation, index - 2 > line.start, text[index - 2] == 0xE2,
        ScannedGlyph(text, at: index - 2).isCloser
      {
        index -= 3
      } else {
        break
      }
    }
    let byte = text[index]
    return byte == .dot || byte == .question || byte == .exclamation
  }

  private static func isBullet(_ line: TextLine, _ text: Span<UInt8>) -> Bool {
    let first = text[line.start]
    if first == 0xE2, line.end - line.start > 3 {
      return text[line.start + 1] == 0x80 && text[line.start + 2] == 0xA2
    }
    guard line.end - line.start > 2, text[line.start + 1] == 0x20 else { return false }
    return first == .hyphen || first == 0x2A
  }

  private static func wordWidth(_ line: TextLine, _ text: Span<UInt8>)
    -> (columns: Int, wideBytes: Int)
  {
    var (columns, wideBytes) = (0, 0)
    for index in line.start..<line.end {
      if text[index].isBlank { break }
      if text[index].isContinuation { wideBytes += 1 } else { columns += 1 }
    }
    return (columns, wideBytes)
  }
}

extension ScannedGlyph {
  var isCloser: Bool { kind == .closeQuote || kind == .apostrophe }
}
