/// Running text with its names in brackets: `[Angela Merkel]per met [Siemens]org in [Munich]loc.`
///
/// A line that begins with `#` begins a text. Labels are those of CoNLL-2003 in small letters: `per`,
/// `org`, `loc`, `misc`.
public struct BracketedNames: Sendable {
  public init() {}

  /// The texts of a file's content; `file` is what they are called, with their number.
  public func texts(in content: String, file: String) -> [LabelledText] {
    content.split(separator: /(^|\n)#[^\n]*\n/).enumerated().map { index, part in
      text(part, id: "\(file)#\(index + 1)")
    }
  }

  private func text(_ marked: Substring, id: String) -> LabelledText {
    var text = LabelledText(id: id, text: "", names: [])
    var rest = marked
    while let match = rest.firstMatch(of: /\[([^\]\n]+)\]([a-z]+)/) {
      text.text += rest[..<match.range.lowerBound]
      let start = text.text.utf8.count
      text.text += match.1
      text.names.append(LabelledSpan(start..<text.text.utf8.count, String(match.2)))
      rest = rest[match.range.upperBound...]
    }
    text.text += rest
    return text
  }
}
