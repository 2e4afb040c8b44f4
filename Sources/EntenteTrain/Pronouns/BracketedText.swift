import DocumentModel
import Evaluation
import Foundation

/// Texts with coreference marked in brackets: `[Norway]a said that [it]a would leave.`
///
/// A paragraph is a text; lines that begin with `#` are comments. Spans with the same label in a
/// paragraph mean the same; a span is a name when its last word has a capital.
struct BracketedText {
  /// The texts of a file's content; `file` is what they are called.
  static func texts(in content: String, file: String) -> [LabelledText] {
    content.split(separator: "\n").filter { !$0.hasPrefix("#") }.enumerated().map { index, line in
      text(line, id: "\(file)#\(index + 1)")
    }
  }

  private static func text(_ line: Substring, id: String) -> LabelledText {
    let marks = BracketedSpans(line)
    return LabelledText(
      id: id, text: marks.text, names: [],
      references: marks.spans.map { reference($0, in: marks.text) })
  }

  private static func reference(_ span: LabelledSpan, in text: String) -> LabelledText.Reference {
    let start = span.range.lowerBound
    let words = text.utf8.dropFirst(start).prefix(span.range.count)
    let name = Substring(words)
    let bare = name.hasSuffix("'s") ? name.dropLast(2) : name
    let last = bare.split(separator: " ").last ?? bare
    let end = start + bare.utf8.count
    return LabelledText.Reference(
      span: TextSpan(start, end), head: TextSpan(end - last.utf8.count, end),
      cluster: Int(span.label.utf8.first ?? 0),
      isName: last.first?.isUppercase == true && !PronounGold.isPronoun(last))
  }
}
