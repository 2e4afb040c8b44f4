/// What a text is, by its beginning.
enum TextForm: Equatable {
  case plain, markdown, html, xml, mail
  case json(JSONLayout)
  /// Rows of cells under a line of names.
  case table
  /// Many articles one below the other, as news databases send them.
  case delivery

  enum JSONLayout {
    /// A record a line.
    case lines
    /// Values that run over lines, in an array or one after the other.
    case values
  }

  /// - Parameter head: the first thousands of characters.
  init(_ head: String, _ name: FileName) {
    switch FileFormat(markupOf: head, inMarkdown: name.isMarkdown) ?? name.format {
    case .html: self = .html
    case .mail: self = .mail
    case .json: self = .json(JSONLayout(head))
    case .xml where head.contains("<"): self = .xml
    case .table: self = .table
    default: self = Self.unmarked(head, name)
    }
  }

  private static func unmarked(_ head: String, _ name: FileName) -> TextForm {
    if name.isMarkdown { return .markdown }
    if DeliveryMarks.begin(head) { return .delivery }
    return TableHeader.stands(atopOf: head) ? .table : .plain
  }
}

extension TextForm.JSONLayout {
  /// Lines if the first one is whole or goes on beyond `head`.
  init(_ head: String) {
    let bytes = Array(head.utf8)[...].drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard bytes.first != UInt8(ascii: "[") else {
      self = .values
      return
    }
    let line = bytes.prefix { $0 != 0x0A }
    var brackets = JSONBrackets()
    for byte in line { brackets.take(byte) }
    self = line.endIndex == bytes.endIndex || brackets.isOutside ? .lines : .values
  }
}
