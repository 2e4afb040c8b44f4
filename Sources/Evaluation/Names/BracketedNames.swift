/// Running text with its names in brackets: `[Angela Merkel]per met [Siemens]org in [Munich]loc.`
///
/// A line that begins with `#` begins a text. Labels are those of CoNLL-2003 in small letters: `per`,
/// `org`, `loc`, `misc`.
public struct BracketedNames: Sendable {
  public init() {}

  /// The texts of a file's content; `file` is what they are called, with their number.
  public func texts(in content: String, file: String) -> [LabelledText] {
    content.split(separator: /(^|\n)#[^\n]*\n/).enumerated().map { index, part in
      let marks = BracketedSpans(part)
      return LabelledText(id: "\(file)#\(index + 1)", text: marks.text, names: marks.spans)
    }
  }
}
