import DocumentModel

/// Finds out what a stream of bytes holds and opens it.
///
/// Content decides; a name is asked only where content can be read in several ways.
struct ContentReader {
  private let options: IngestionOptions
  private let decoder: TextDecoder
  private let budget: UnpackingBudget
  /// How many archives and compressions lie around.
  private var depth = 0

  /// So many bytes decide what the rest is.
  private static let headCount = 16_384

  init(options: IngestionOptions, budget: UnpackingBudget) {
    self.options = options
    self.budget = budget
    decoder = TextDecoder(encoding: options.encoding)
  }

  /// The articles in `stream`; one refusal if it cannot be opened.
  func articles(in stream: ByteStream, named name: FileName) -> any ArticleCursor {
    do throws(Refusal.Reason) {
      return try open(stream, name)
    } catch {
      return OnePiece(.failure(error))
    }
  }

  private func open(
    _ stream: ByteStream, _ name: FileName
  ) throws(Refusal.Reason) -> any ArticleCursor {
    if let format = name.format, !format.isReadable { throw .notReadable(format) }
    let head = try stream.head(Self.headCount)
    if head.isEmpty { throw .empty }
    guard let format = FileFormat(signatureOf: head) else {
      return try openText(stream, head, name)
    }
    switch format {
    case _ where format.isCompression: return try openCompressed(stream, format, name)
    case .zip, .tar: return try openArchive(stream, format)
    case .officeDocument where name.format == .wordDocument && head.starts(with: "PK".utf8):
      return try convert(stream, .wordDocument)
    case .pdf, .wordDocument, .openDocument, .rtf: return try convert(stream, format)
    default: throw .notReadable(format)
    }
  }

  private func convert(
    _ stream: ByteStream, _ format: FileFormat
  ) throws(Refusal.Reason) -> any ArticleCursor {
    let bytes = try stream.contents(limit: options.maximumBytes)
    let text = try Converter(format).text(of: bytes, limit: options.maximumBytes)
    return OnePiece(.success(Draft(text: text)))
  }
}

extension ContentReader {
  private func openCompressed(
    _ stream: ByteStream, _ format: FileFormat, _ name: FileName
  ) throws(Refusal.Reason) -> any ArticleCursor {
    let inner = try oneDeeper()
    let archive = try ArchiveReader(stream, format: format, budget: budget)
    guard try archive.nextEntry() != nil else { throw .empty }
    return inner.articles(in: ByteStream(archive), named: name.unpacked)
  }

  private func openArchive(
    _ stream: ByteStream, _ format: FileFormat
  ) throws(Refusal.Reason) -> any ArticleCursor {
    let inner = try oneDeeper()
    let archive = try ArchiveReader(stream, format: format, budget: budget)
    return ArchiveCursor(archive) { inner.articles(in: $0, named: $1) }
  }

  private func oneDeeper() throws(Refusal.Reason) -> ContentReader {
    guard depth < options.maximumDepth else { throw .tooManyLayers(limit: options.maximumDepth) }
    var inner = self
    inner.depth += 1
    return inner
  }
}

extension ContentReader {
  private func openText(
    _ stream: ByteStream, _ head: [UInt8], _ name: FileName
  ) throws(Refusal.Reason) -> any ArticleCursor {
    let start = decoder.head(head)
    switch TextForm(start.text, name) {
    case .mail: throw .notReadable(.mail)
    case .json(let layout):
      return PatientCursor(try openJSON(inUTF8(stream, start), layout, name))
    case .table:
      let table = try TableCursor(
        inUTF8(stream, start), records: RecordReader(fields: options.fields), decoder: decoder,
        limit: options.maximumBytes)
      return PatientCursor(table)
    case .delivery:
      return DeliveryCursor(
        try inUTF8(stream, start), decoder: decoder, limit: options.maximumBytes)
    case .html: return OnePiece(.success(try page(contents(of: stream))))
    case .xml: return try openXML(contents(of: stream))
    case .markdown: return OnePiece(.success(try markdown(decoded(stream))))
    case .plain:
      let text = try decoded(stream)
      return OnePiece(
        .success(Draft(text: text.text, encoding: text.encoding, diagnostics: text.diagnostics)))
    }
  }

  private func openJSON(
    _ stream: ByteStream, _ layout: TextForm.JSONLayout, _ name: FileName
  ) -> any ArticleCursor {
    let records = RecordReader(fields: options.fields)
    switch layout {
    case .lines:
      return JSONLinesCursor(
        stream, records: records, limit: options.maximumBytes,
        isOneDocument: name.fileExtension == "json")
    case .values: return JSONValuesCursor(stream, records: records, limit: options.maximumBytes)
    }
  }

  private func contents(of stream: ByteStream) throws(Refusal.Reason) -> [UInt8] {
    try stream.contents(limit: options.maximumBytes)
  }

  private func decoded(_ stream: ByteStream) throws(Refusal.Reason) -> DecodedText {
    try decoder.decode(contents(of: stream))
  }

  /// Records are cut out of bytes in which a comma is a comma: UTF-16 is decoded as a whole before.
  private func inUTF8(
    _ stream: ByteStream, _ head: DecodedText
  ) throws(Refusal.Reason) -> ByteStream {
    guard head.encoding.isWide else { return stream }
    return ByteStream(MemoryBytes(Array(try decoded(stream).text.utf8)))
  }

  private func page(_ bytes: [UInt8]) throws(Refusal.Reason) -> Draft {
    let text = try decoder.decode(bytes, declared: DeclaredEncoding.ofPage(bytes))
    var draft = try PageReader.draft(of: text.text)
    (draft.encoding, draft.diagnostics) = (text.encoding, text.diagnostics)
    return draft
  }

  /// libxml2 knows more encodings than we do; UTF-16 is decoded here, so that its tags can be seen.
  private func openXML(_ bytes: [UInt8]) throws(Refusal.Reason) -> any ArticleCursor {
    let text = decoder.head(Array(bytes.prefix(Self.headCount)))
    let news =
      text.encoding.isWide
      ? try NewsDocument(Array(try decoder.decode(bytes).text.utf8), encoding: .utf8)
      : try NewsDocument(bytes, encoding: options.encoding)
    return Pieces(news.pieces)
  }

  /// A longer text is no article, and the parser takes two hundred bytes for one of its marks.
  private func markdown(_ text: DecodedText) throws(Refusal.Reason) -> Draft {
    guard text.text.utf8.count <= MarkdownText.longest else {
      return Draft(text: text.text, encoding: text.encoding, diagnostics: text.diagnostics)
    }
    return MarkdownText.draft(of: text)
  }
}
