public import DocumentModel

/// Reads and decodes one file at a time. It keeps nothing between files: any number of threads
/// may share one.
public struct ArticleReader: Sendable {
  private let options: IngestionOptions
  private let decoder: TextDecoder

  public init(options: IngestionOptions = IngestionOptions()) {
    self.options = options
    decoder = TextDecoder(encoding: options.encoding)
  }

  /// Reads `file` and hands each article in it, or why there is none, to `receive`, in the order of
  /// the file. Stops when `receive` throws.
  ///
  /// A file that is one article hands over one, with the file's id. What lies in a container has the
  /// file's id and its own place: `deliveries.zip/2024/a.txt`, `feed.jsonl#12`.
  public func read<Failure>(
    _ file: ArticleFile, _ receive: (Result<IngestedArticle, Refusal>) throws(Failure) -> Void
  ) throws(Failure) {
    let result: Result<IngestedArticle, Refusal>
    do throws(Refusal.Reason) {
      result = .success(try article(in: file))
    } catch {
      result = .failure(Refusal(id: file.id, path: file.path, reason: error))
    }
    try receive(result)
  }

  private func article(in file: ArticleFile) throws(Refusal.Reason) -> IngestedArticle {
    if let format = file.formatByName { throw .notReadable(format) }
    let bytes = try bytes(of: file)
    if bytes.isEmpty { throw .empty }
    if let format = FileFormat(signatureOf: bytes) { throw .notReadable(format) }
    let decoded = try decoder.decode(bytes)
    if let format = FileFormat(markupOf: decoded.text, inMarkdown: file.isMarkdown) {
      throw .notReadable(format)
    }
    if isBlank(decoded.text) { throw .empty }
    let article = Article(id: file.id, text: decoded.text, metadata: metadata(of: file))
    return IngestedArticle(
      article: article, encoding: decoded.encoding, diagnostics: decoded.diagnostics)
  }

  private func bytes(of file: ArticleFile) throws(Refusal.Reason) -> [UInt8] {
    switch file.place {
    case .file(let path): try FileSystem.contents(of: path, limit: options.maximumBytes)
    case .standardInput: try FileSystem.standardInput(limit: options.maximumBytes)
    }
  }

  private func metadata(of file: ArticleFile) -> ArticleMetadata {
    var metadata = file.metadata ?? ArticleMetadata()
    metadata.date = metadata.date ?? options.date.map { DatedFact($0, from: .option) }
    return metadata
  }
}

/// An article and what its decoding found.
public struct IngestedArticle: Sendable {
  public var article: Article
  /// How the file was decoded.
  public var encoding: TextEncoding
  /// Guessed encodings and replaced bytes.
  public var diagnostics: [Diagnostic]

  public init(article: Article, encoding: TextEncoding, diagnostics: [Diagnostic] = []) {
    self.article = article
    self.encoding = encoding
    self.diagnostics = diagnostics
  }

  /// The FNV-1a hash of the text in UTF-8, 128 bits as 32 hexadecimal digits: alike for files
  /// that differ in their encoding or byte-order mark only, and independent of the metadata.
  /// Computed at every call, at the cost of one pass over the text.
  public var contentHash: String {
    let digits = String(StableHash.fnv1a128(article.text.utf8), radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}

/// Whether `text` holds nothing that a reader would see.
private func isBlank(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { scalar in
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
      || scalar.properties.generalCategory == .control
  }
}
