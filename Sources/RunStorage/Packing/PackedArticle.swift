import DocumentModel
public import GraphModel

/// An article graph as few bytes: what stores keep, and what waits in memory for a graph to be built.
///
/// A graph of about its text's length becomes that many bytes, in some microseconds either way. The
/// same graph gives the same bytes.
public struct PackedArticle: Sendable, Hashable {
  /// Counted up whenever the bytes mean something else; older ones are made anew.
  public static let version = 1

  public let record: ArticleRecord
  public let sketch: TextSketch?
  /// Everything else, ended by a checksum.
  public let body: [UInt8]

  public init(_ graph: ArticleGraph) {
    record = graph.article
    sketch = graph.sketch
    var writer = ByteWriter(capacity: 4096)
    writer.write(graph.entities) { $0.write($1) }
    writer.write(graph.relations) { $0.write($1) }
    writer.write(graph.sentences.sorted { $0.key < $1.key }) { writer, sentence in
      writer.write(sentence.key)
      writer.write(sentence.value)
    }
    writer.write(graph.diagnostics) { $0.write($1) }
    body = Self.sealed(writer.bytes)
  }

  /// What a store kept of it.
  public init(record: ArticleRecord, sketch: TextSketch?, body: [UInt8]) {
    self.record = record
    self.sketch = sketch
    self.body = body
  }

  /// - Throws: when the bytes are damaged.
  public func graph() throws(PackError) -> ArticleGraph {
    var graph = ArticleGraph(article: record, sketch: sketch)
    try Self.opening(body) { (reader) throws(PackError) in
      graph.entities = try reader.list { (reader) throws(PackError) in try reader.entity() }
      graph.relations = try reader.list { (reader) throws(PackError) in try reader.relation() }
      for _ in 0..<(try reader.int()) {
        let index = try reader.int()
        graph.sentences[index] = try reader.text()
      }
      graph.diagnostics = try reader.list { (reader) throws(PackError) in
        try reader.diagnostic()
      }
    }
    let entities = graph.entities.indices
    for relation in graph.relations {
      guard entities.contains(relation.source), entities.contains(relation.target),
        relation.stance.attribution.allSatisfy({ $0.entity.map(entities.contains) ?? true })
      else { throw .damaged }
    }
    return graph
  }
}

extension PackedArticle {
  /// The record by itself, for what needs no more.
  public static func bytes(of record: ArticleRecord) -> [UInt8] {
    var writer = ByteWriter(capacity: 256)
    writer.write(record)
    return sealed(writer.bytes)
  }

  public static func record(from bytes: [UInt8]) throws(PackError) -> ArticleRecord {
    try opening(bytes) { (reader) throws(PackError) in try reader.record() }
  }

  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    let checksum = bytes.withUnsafeBytes { StableHash.checksum(of: $0) }
    return bytes + (0..<8).map { UInt8(truncatingIfNeeded: checksum >> (8 * UInt64($0))) }
  }

  private static func opening<Value>(
    _ bytes: [UInt8], _ body: (inout ByteReader) throws(PackError) -> Value
  ) throws(PackError) -> Value {
    // A closure of the standard library's would lose the type of the error.
    let result: Result<Value, PackError> = bytes.withUnsafeBytes { bytes in
      guard bytes.count >= 8 else { return .failure(.damaged) }
      let content = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 8)])
      let checksum = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      guard UInt64(littleEndian: checksum) == StableHash.checksum(of: content) else {
        return .failure(.damaged)
      }
      var reader = ByteReader(content)
      do throws(PackError) {
        let value = try body(&reader)
        return reader.isAtEnd ? .success(value) : .failure(.damaged)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
