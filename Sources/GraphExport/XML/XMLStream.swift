import CLibXML2

/// A document written through libxml2's `xmlTextWriter`.
///
/// libxml2 validates nothing: names come from this program, values must be clean (`TextCleaning`).
/// Its own file writer hides a full disk, so the bytes go to an `OutputBuffer`, which keeps the
/// first failure. One thread at a time.
final class XMLStream {
  private static let isReady: Void = xmlInitParser()

  private let output: OutputBuffer
  private let writer: xmlTextWriterPtr
  private var failedCall: Int32 = 0

  /// Begins a document in UTF-8, indented by two spaces.
  init(to output: OutputBuffer) throws(OutputError) {
    Self.isReady
    self.output = output
    guard let writer = Self.makeWriter(output) else {
      throw OutputError(path: "XML", step: .markup, code: -1)
    }
    self.writer = writer
    check(xmlTextWriterSetIndent(writer, 1))
    check(xmlTextWriterSetIndentString(writer, "  "))
    check(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil))
  }

  deinit { xmlFreeTextWriter(writer) }

  /// The callback takes everything, also after a failure: the buffer remembers it, and libxml2
  /// would only print a message of its own.
  private static func makeWriter(_ output: OutputBuffer) -> xmlTextWriterPtr? {
    let context = Unmanaged.passUnretained(output).toOpaque()
    let buffer = xmlOutputBufferCreateIO(
      { context, bytes, count in
        guard let context, let bytes, count > 0 else { return 0 }
        let output = Unmanaged<OutputBuffer>.fromOpaque(context).takeUnretainedValue()
        output.append(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        return count
      }, nil, context, nil)
    guard let buffer else { return nil }
    if let writer = xmlNewTextWriter(buffer) { return writer }
    xmlOutputBufferClose(buffer)
    return nil
  }

  func startElement(_ name: StaticString) {
    check(xmlTextWriterStartElement(writer, name.utf8Start))
  }

  func endElement() { check(xmlTextWriterEndElement(writer)) }

  func attribute(_ name: StaticString, _ value: StaticString) {
    check(xmlTextWriterWriteAttribute(writer, name.utf8Start, value.utf8Start))
  }

  func attribute(_ name: StaticString, _ value: String) {
    check(xmlTextWriterWriteAttribute(writer, name.utf8Start, value))
  }

  func attribute(_ name: StaticString, _ value: TextScratch) {
    check(xmlTextWriterWriteAttribute(writer, name.utf8Start, value.terminated))
  }

  func text(_ value: TextScratch) {
    check(xmlTextWriterWriteString(writer, value.terminated))
  }

  /// Throws when anything has failed so far; cheap enough for every element.
  func checkpoint() throws(OutputError) {
    try output.checkpoint()
    if failedCall < 0 { throw OutputError(path: "XML", step: .markup, code: failedCall) }
  }

  /// Closes what is open and hands over every byte.
  func finish() throws(OutputError) {
    check(xmlTextWriterEndDocument(writer))
    check(xmlTextWriterFlush(writer))
    try checkpoint()
  }

  /// Success is any value from zero up; most calls return a count.
  private func check(_ result: Int32) {
    if result < 0, failedCall == 0 { failedCall = result }
  }
}
