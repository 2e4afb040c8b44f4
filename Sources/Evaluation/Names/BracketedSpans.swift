/// Text with labels behind brackets, taken apart: `[Siemens]org said that [it]a would pay.`
public struct BracketedSpans: Sendable {
  /// The text without brackets and labels.
  public private(set) var text = ""
  /// In text order; ranges are UTF-8 bytes of `text`.
  public private(set) var spans: [LabelledSpan] = []

  /// Brackets without a label of small letters, or over the end of a line, stay as they are.
  public init(_ marked: Substring) {
    var rest = marked
    while let match = rest.firstMatch(of: #/\[([^\]\n]+)\]([a-z]+)/#) {
      text += rest[..<match.range.lowerBound]
      let start = text.utf8.count
      text += match.1
      spans.append(LabelledSpan(start..<text.utf8.count, String(match.2)))
      rest = rest[match.range.upperBound...]
    }
    text += rest
  }
}
