import GRDB
public import GraphModel

/// The archive of a store at one moment.
public struct StoreSnapshot {
  let database: Database

  /// The records and sketches of all articles, in the byte order of their ids.
  public func records() throws -> [(record: ArticleRecord, sketch: TextSketch?)] {
    var records: [(ArticleRecord, TextSketch?)] = []
    let rows = try rows("record, sketch")
    while let row = try rows.next() {
      let record = try PackedArticle.record(from: Self.bytes(row, 0))
      records.append((record, TextSketch(bytes: try Self.bytes(row, 1))))
    }
    return records
  }

  /// Calls `body` with the articles one by one, in the byte order of their ids.
  public func forEachArticle(_ body: (PackedArticle) throws -> Void) throws {
    let rows = try rows("record, sketch, graph")
    while let row = try rows.next() {
      try body(
        PackedArticle(
          record: try PackedArticle.record(from: Self.bytes(row, 0)),
          sketch: TextSketch(bytes: try Self.bytes(row, 1)), body: try Self.bytes(row, 2)))
    }
  }

  private func rows(_ columns: String) throws -> RowCursor {
    try Row.fetchCursor(
      database,
      sql: """
        SELECT \(columns) FROM article JOIN analysis ON analysis.key = article.analysis
        WHERE analysis.outcome = ? ORDER BY article.id
        """, arguments: [StoredOutcome.analysed.rawValue])
  }

  private static func bytes(_ row: Row, _ column: Int) throws -> [UInt8] {
    try row.withUnsafeData(atIndex: column) { $0.map { [UInt8]($0) } ?? [] }
  }
}
