public import DocumentModel
import Foundation

/// A hash of all of an article that an analysis can depend on: its id, which may hold a date, its
/// text and what is known about it (FNV-1a, 128 bits).
public struct ArticleFingerprint: Hashable, Sendable {
  private let value: UInt128

  public init(_ article: Article) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(article.text.utf8.count + 256)
    // Lengths keep neighbours apart.
    func add(_ text: String?) {
      let count = text.map { $0.utf8.count + 1 } ?? 0
      withUnsafeBytes(of: UInt64(count).littleEndian) { bytes.append(contentsOf: $0) }
      if let text { bytes.append(contentsOf: text.utf8) }
    }
    let metadata = article.metadata
    let fields: [String?] = [
      article.id, article.text, metadata.title, metadata.date?.date.description,
      metadata.date?.source.rawValue, metadata.source, metadata.url,
    ]
    for field in fields { add(field) }
    add("\(metadata.authors.count)")
    for author in metadata.authors { add(author) }
    for name in metadata.attributes.keys.sorted(by: {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }) {
      add(name)
      add(metadata.attributes[name])
    }
    value = StableHash.fnv1a128(bytes)
  }

  var data: Data {
    Data((0..<16).map { UInt8(truncatingIfNeeded: value >> (8 * UInt128($0))) })
  }

  init(data: Data) {
    value = data.prefix(16).reversed().reduce(0) { $0 << 8 | UInt128($1) }
  }
}
