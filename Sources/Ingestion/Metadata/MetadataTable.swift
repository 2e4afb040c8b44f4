import DocumentModel

/// What a spreadsheet says about articles: a CSV or TSV file with a header.
///
/// The column `path` names the article by its id or by the end of it, from a `/` on; `title`,
/// `date` (`2023`, `2023-11`, `2023-11-09`, or the last with a time behind it), `source`,
/// `authors` (separated by ` | `) and `url` are understood, further columns become attributes.
/// The order of columns is free; empty cells say nothing.
public struct MetadataTable: Sendable {
  /// The file it was read from.
  public let path: String
  public let rows: [Row]
  let rowsByPath: [String: Row]
  /// What the decoding of the file found.
  public let diagnostics: [Diagnostic]

  /// What the table says about one article.
  public struct Row: Sendable, Equatable {
    /// As in the table, but with `/` for `\` and without a leading `./`.
    public let path: String
    public let line: Int
    public let metadata: ArticleMetadata
  }

  /// Reads the file at `path`; an encoding that is not given is detected.
  public init(
    contentsOf path: String, encoding: TextEncoding? = nil
  ) throws(MetadataError) {
    let decoded: DecodedText
    do throws(Refusal.Reason) {
      let bytes = try ByteStream(FileBytes(opening: NativePath(path)))
        .contents(limit: IngestionOptions.highestLimit)
      decoded = try TextDecoder(encoding: encoding).decode(bytes)
    } catch {
      throw MetadataError(file: path, .unreadable(error))
    }
    try self.init(decoded.text, path: path, diagnostics: decoded.diagnostics)
  }

  /// Reads `text`; `path` is for messages.
  public init(
    _ text: String, path: String, diagnostics: [Diagnostic] = []
  ) throws(MetadataError) {
    var reader = MetadataReader(text)
    reader.read()
    guard reader.problems.isEmpty else {
      throw MetadataError(file: path, problems: reader.problems)
    }
    self.path = path
    self.diagnostics = diagnostics
    rows = reader.rows
    rowsByPath = Dictionary(rows.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
