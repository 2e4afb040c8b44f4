import CLibArchive

/// An archive or a compressed file, read through libarchive in one pass. Nothing is written
/// anywhere, and links and devices in it are nothing but names.
///
/// As a byte source it is the current entry.
final class ArchiveReader: ByteSource {
  private let archive: OpaquePointer
  private let stream: ByteStream
  private let format: FileFormat
  private let budget: UnpackingBudget
  /// What went wrong below, since C can only be told that something did.
  private var failure: Refusal.Reason?
  private var packed = 0
  private var unpacked = 0

  init(
    _ stream: ByteStream, format: FileFormat, budget: UnpackingBudget
  ) throws(Refusal.Reason) {
    guard let archive = archive_read_new() else { throw .malformed(format, "no memory is left") }
    self.archive = archive
    self.stream = stream
    self.format = format
    self.budget = budget
    Self.allow(format, in: archive)
    setCallbacks()
    try check(archive_read_open1(archive))
    if format.isCompression, archive_filter_count(archive) < 2 {
      throw .malformed(format, "it is cut or damaged")
    }
  }

  deinit { archive_read_free(archive) }

  /// One file in it.
  struct Entry {
    /// As it stands there: any bytes whatever.
    var name: [UInt8]
    /// Nil where the archive does not say.
    var count: Int?
    var isEncrypted: Bool
  }

  /// Goes to the next file, nil at the end; folders, links and devices are passed over.
  func nextEntry() throws(Refusal.Reason) -> Entry? {
    var entry: OpaquePointer?
    while true {
      let result = archive_read_next_header(archive, &entry)
      if result == ARCHIVE_EOF { return nil }
      if result == ARCHIVE_RETRY { continue }
      try check(result)
      guard let entry, Self.isFile(entry) else { continue }
      return Entry(
        name: Self.name(of: entry),
        count: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil,
        isEncrypted: archive_entry_is_data_encrypted(entry) != 0)
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal.Reason) -> Int {
    let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw reason() }
    unpacked += count
    try budget.spend(count, layer: (packed, unpacked))
    return count
  }

  /// Warnings are about names and times, which do not matter here.
  private func check(_ result: Int32) throws(Refusal.Reason) {
    if result < ARCHIVE_WARN { throw reason() }
  }

  private func reason() -> Refusal.Reason {
    if let failure { return failure }
    let words = archive_error_string(archive).map { String(cString: $0) } ?? "it cannot be read"
    return .malformed(format, words)
  }
}

extension ArchiveReader {
  /// What is not asked for stays off: libarchive knows formats that nobody sends articles in.
  private static func allow(_ format: FileFormat, in archive: OpaquePointer) {
    switch format {
    case .zip: archive_read_support_format_zip(archive)
    case .tar: archive_read_support_format_tar(archive)
    default: archive_read_support_format_raw(archive)
    }
    switch format {
    case .gzip: archive_read_support_filter_gzip(archive)
    case .zstandard: archive_read_support_filter_zstd(archive)
    case .bzip2: archive_read_support_filter_bzip2(archive)
    case .xz: archive_read_support_filter_xz(archive)
    default: break
    }
  }

  /// Without a way to seek, ZIP archives are read from the front; with one, by their directory.
  private func setCallbacks() {
    archive_read_set_callback_data(archive, Unmanaged.passUnretained(self).toOpaque())
    archive_read_set_read_callback(archive) { _, context, place in
      guard let reader = ArchiveReader.from(context) else { return -1 }
      return reader.supply(to: place)
    }
    archive_read_set_skip_callback(archive) { _, context, count in
      la_int64_t(ArchiveReader.from(context)?.stream.skip(Int(count)) ?? 0)
    }
    guard stream.canSeek else { return }
    archive_read_set_seek_callback(archive) { _, context, offset, origin in
      guard let stream = ArchiveReader.from(context)?.stream,
        let target = stream.offset(Int(offset), from: origin), let place = stream.seek(to: target)
      else { return la_int64_t(ARCHIVE_FATAL) }
      return la_int64_t(place)
    }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> ArchiveReader? {
    context.map { Unmanaged<ArchiveReader>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Hands the next bytes to libarchive; they stay where they are until it asks again.
  private func supply(to place: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    do throws(Refusal.Reason) {
      let chunk = try stream.chunk()
      place?.pointee = chunk.baseAddress
      packed += chunk.count
      return chunk.count
    } catch {
      failure = error
      return -1
    }
  }

  private static func isFile(_ entry: OpaquePointer) -> Bool {
    archive_entry_filetype(entry) == 0o100000
      && archive_entry_hardlink(entry) == nil && archive_entry_symlink(entry) == nil
  }

  /// In UTF-8 if the archive says so or nothing speaks against it, else its bytes.
  private static func name(of entry: OpaquePointer) -> [UInt8] {
    let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    return name.map { Array(String(cString: $0).utf8) } ?? []
  }
}

extension ByteStream {
  /// The place `offset` bytes from the front, from here or from the end.
  fileprivate func offset(_ offset: Int, from origin: Int32) -> Int? {
    switch origin {
    case 0: offset
    case 1: place + offset
    case 2: expectedCount.map { $0 + offset }
    default: nil
    }
  }
}
