import CLibArchive
import DocumentModel
import Foundation
import Ingestion
import Testing

/// Makes archives and compressed files in memory.
enum PackedBytes {
  enum Format {
    case zip, tar
  }

  enum Compression: CaseIterable {
    case gzip, zstandard, bzip2, xz
  }

  static func archive(
    _ format: Format, _ entries: [(name: String, bytes: [UInt8])]
  ) -> [UInt8] {
    written(capacity: entries.reduce(100_000) { $0 + $1.bytes.count + 2_000 }) { archive in
      switch format {
      case .zip: archive_write_set_format_zip(archive)
      case .tar: archive_write_set_format_pax_restricted(archive)
      }
    } body: { archive in
      for entry in entries { add(entry.name, entry.bytes, to: archive) }
    }
  }

  static func compressed(_ compression: Compression, _ bytes: [UInt8]) -> [UInt8] {
    written(capacity: bytes.count + 100_000) { archive in
      archive_write_set_format_raw(archive)
      switch compression {
      case .gzip: archive_write_add_filter_gzip(archive)
      case .zstandard: archive_write_add_filter_zstd(archive)
      case .bzip2: archive_write_add_filter_bzip2(archive)
      case .xz: archive_write_add_filter_xz(archive)
      }
    } body: { archive in
      add("data", bytes, to: archive)
    }
  }

  private static func written(
    capacity: Int, format: (OpaquePointer?) -> Void, body: (OpaquePointer?) -> Void
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let archive = archive_write_new()
      format(archive)
      archive_write_set_bytes_in_last_block(archive, 1)
      archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &count)
      body(archive)
      archive_write_close(archive)
      archive_write_free(archive)
    }
  }

  private static func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer?) {
    let entry = archive_entry_new()
    archive_entry_set_pathname(entry, name)
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_size(entry, la_int64_t(bytes.count))
    archive_write_header(archive, entry)
    _ = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
    archive_entry_free(entry)
  }
}

/// What is read out of a file of these bytes: `place: text` for an article, a line end being `/`, and
/// `place! code` for a refusal.
func outline(
  _ name: String, _ bytes: [UInt8], _ options: IngestionOptions = IngestionOptions()
) throws -> [String] {
  try contents(name, bytes, options).map { result in
    switch result {
    case .success(let read):
      let place = read.article.id.dropFirst(name.count)
      return "\(place): \(read.article.text.replacing("\n", with: "/"))"
    case .failure(let refusal):
      return "\(refusal.id.dropFirst(name.count))! \(refusal.reason.code)"
    }
  }
}

func outline(
  _ name: String, _ text: String, _ options: IngestionOptions = IngestionOptions()
) throws -> [String] {
  try outline(name, Array(text.utf8), options)
}

func contents(
  _ name: String, _ bytes: [UInt8], _ options: IngestionOptions = IngestionOptions()
) throws -> [Result<IngestedArticle, Refusal>] {
  let folder = try TemporaryFolder()
  let path = try folder.write(name, bytes)
  let file = try #require(ArticleSource(paths: [path], options: options).inventory().files.first)
  return ArticleReader(options: options).readAll(file)
}

/// The only article in a file.
func article(
  _ name: String, _ text: String, _ options: IngestionOptions = IngestionOptions()
) throws -> Article {
  let results = try contents(name, Array(text.utf8), options)
  try #require(results.count == 1)
  return try results[0].get().article
}
