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
    var text = LabelledText(id: id, text: "", names: [])
    var rest = line
    while let match = rest.firstMatch(of: #/\[([^\]]+)\]([a-z])/#) {
      text.text += rest[..<match.range.lowerBound]
      let start = text.text.utf8.count
      text.text += match.1
      text.references.append(
        reference(match.1, from: start, cluster: Int(match.2.utf8.first ?? 0)))
      rest = rest[match.range.upperBound...]
    }
    text.text += rest
    return text
  }

  private static func reference(
    _ words: Substring, from start: Int, cluster: Int
  ) -> LabelledText.Reference {
    let bare = words.hasSuffix("'s") ? words.dropLast(2) : words
    let last = bare.split(separator: " ").last ?? bare
    let end = start + bare.utf8.count
    return LabelledText.Reference(
      span: TextSpan(start, end), head: TextSpan(end - last.utf8.count, end), cluster: cluster,
      isName: last.first?.isUppercase == true && !PronounGold.isPronoun(last))
  }
}
