import CLibXML2

/// The elements and texts of an XML document, one after the other, through libxml2's reader.
///
/// Nothing is fetched, no document type is loaded and no entity is put in the place of its name, so
/// that a few lines cannot grow to gigabytes; of entities only those that HTML knows mean something.
final class XMLEvents {
  private static let isReady: Void = xmlInitParser()

  enum Event {
    /// By its name without a prefix.
    case start(String)
    case end(String)
    case text(String)
  }

  private let reader: xmlTextReaderPtr
  private let bytes: UnsafeMutableBufferPointer<CChar>
  /// The end of an element that has no content is not told by libxml2.
  private var pending: Event?

  /// - Parameter encoding: nil for what the document says of itself.
  init(_ source: [UInt8], encoding: TextEncoding?) throws(Refusal.Reason) {
    Self.isReady
    if source.withUnsafeBufferPointer({ MarkupTags.haveTooManyAttributes($0) }) {
      throw .malformed(.xml, MarkupTags.complaint)
    }
    bytes = .allocate(capacity: source.count)
    _ = bytes.initialize(from: source.lazy.map(CChar.init(bitPattern:)))
    let options = [XML_PARSE_NONET, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_COMPACT]
      .reduce(0) { $0 | $1.rawValue }
    let reader = xmlReaderForMemory(
      bytes.baseAddress, Int32(source.count), nil, encoding?.rawValue, Int32(options))
    guard let reader else {
      bytes.deallocate()
      throw .malformed(.xml, "it cannot be opened")
    }
    self.reader = reader
  }

  deinit {
    xmlFreeTextReader(reader)
    bytes.deallocate()
  }

  /// Nil at the end.
  func next() throws(Refusal.Reason) -> Event? {
    if let event = pending {
      pending = nil
      return event
    }
    while true {
      switch xmlTextReaderRead(reader) {
      case 1: if let event = event() { return event }
      case 0: return nil
      default: throw .malformed(.xml, Self.lastError())
      }
    }
  }

  /// The value of an attribute of the element that was told last.
  subscript(attribute: String) -> String? {
    guard let value = xmlTextReaderGetAttribute(reader, attribute) else { return nil }
    defer { entente_xmlFree(value) }
    return String(cString: value)
  }

  private func event() -> Event? {
    switch xmlReaderTypes(rawValue: UInt32(xmlTextReaderNodeType(reader))) {
    case XML_READER_TYPE_ELEMENT:
      let name = name()
      if xmlTextReaderIsEmptyElement(reader) == 1 { pending = .end(name) }
      return .start(name)
    case XML_READER_TYPE_END_ELEMENT: return .end(name())
    case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE,
      XML_READER_TYPE_WHITESPACE:
      return xmlTextReaderConstValue(reader).map { .text(String(cString: $0)) }
    case XML_READER_TYPE_ENTITY_REFERENCE: return entity().map { .text($0) }
    default: return nil
    }
  }

  private func name() -> String {
    xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
  }

  private func entity() -> String? {
    guard let entity = htmlEntityLookup(xmlTextReaderConstLocalName(reader)) else { return nil }
    return Unicode.Scalar(entity.pointee.value).map { String($0) }
  }

  private static func lastError() -> String {
    guard let error = xmlGetLastError(), let words = error.pointee.message else {
      return "it cannot be parsed"
    }
    return "line \(error.pointee.line): \(String(cString: words).trimmed)"
  }
}
