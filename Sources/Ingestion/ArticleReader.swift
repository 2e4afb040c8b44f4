public import DocumentModel

/// Reads and decodes one file at a time. It keeps nothing between files: any number of threads
/// may share one.
public struct ArticleReader: Sendable {
  private let options: IngestionOptions

  public init(options: IngestionOptions = IngestionOptions()) {
    self.options = options
  }

  /// Reads `file` and hands each article in it, or why there is none, to `receive`, in the order of
  /// the file. Stops when `receive` throws. Files of many articles are read piece by piece.
  ///
  /// A file that is one article hands over one, with the file's id. What lies in a container has the
  /// file's id and its own place: `deliveries.zip/2024/a.txt`, `feed.jsonl#12`. The place of a record
  /// is its own id if it has one, and stays when others come or go; else its line, or its number in
  /// an array or delivery, which stays as long as others are added behind it. Of two alike the later
  /// one gets `~2`.
  public func read<Failure>(
    _ file: ArticleFile, _ receive: (Result<IngestedArticle, Refusal>) throws(Failure) -> Void
  ) throws(Failure) {
    let articles = articles(in: file)
    while let piece = articles.next() { try receive(result(piece, of: file)) }
  }

  private func articles(in file: ArticleFile) -> any ArticleCursor {
    do throws(Refusal.Reason) {
      let bytes =
        switch file.place {
        case .file(let path): try FileBytes(opening: path)
        case .standardInput: FileBytes.standardInput()
        }
      let content = ContentReader(
        options: options, budget: UnpackingBudget(file: bytes, limit: options.maximumRatio))
      return content.articles(in: ByteStream(bytes), named: file.name)
    } catch {
      return OnePiece(.failure(error))
    }
  }

  private func result(
    _ piece: Piece, of file: ArticleFile
  ) -> Result<IngestedArticle, Refusal> {
    let id = file.id + piece.place
    switch piece.content {
    case .success(let draft) where !isBlank(draft.text):
      let metadata = metadata(draft.metadata, of: file, id: id)
      return .success(
        IngestedArticle(
          article: Article(id: id, text: draft.text, metadata: metadata),
          encoding: draft.encoding, diagnostics: draft.diagnostics))
    case .success: return .failure(Refusal(id: id, path: file.path + piece.place, reason: .empty))
    case .failure(let reason):
      return .failure(Refusal(id: id, path: file.path + piece.place, reason: reason))
    }
  }

  /// What the metadata table says comes before the options, and these before what the file says.
  private func metadata(
    _ found: ArticleMetadata, of file: ArticleFile, id: String
  ) -> ArticleMetadata {
    var given = file.metadata ?? ArticleMetadata()
    if id != file.id, let own = options.metadata?.metadata(ofPart: id) { given = own.over(given) }
    given.date = given.date ?? options.date.map { DatedFact($0, from: .option) }
    return given.over(found)
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

extension ArticleMetadata {
  /// What this says, and where it says nothing, what `other` does.
  fileprivate func over(_ other: ArticleMetadata) -> ArticleMetadata {
    ArticleMetadata(
      title: title ?? other.title, date: date ?? other.date, source: source ?? other.source,
      authors: authors.isEmpty ? other.authors : authors, url: url ?? other.url,
      attributes: attributes.merging(other.attributes) { own, _ in own })
  }
}

/// Whether `text` holds nothing that a reader would see.
private func isBlank(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { scalar in
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
      || scalar.properties.generalCategory == .control
  }
}
