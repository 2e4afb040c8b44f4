extension FileFormat {
  /// The format that the first bytes of a file give away; nil for everything that could be text.
  init?(signatureOf bytes: [UInt8]) {
    let head = bytes.prefix(4096)
    guard let format = Self.signatures.first(where: { $0.fits(head) })?.format else { return nil }
    self = format == .zip ? Self.document(inZIP: head) : format
  }

  /// Office documents and books are ZIP archives whose first entries tell them apart.
  private static func document(inZIP head: ArraySlice<UInt8>) -> FileFormat {
    let names = String(decoding: head, as: UTF8.self)
    let clues: [(String, FileFormat)] = [
      ("application/vnd.oasis.opendocument.text", .openDocument),
      ("application/vnd.oasis.opendocument", .officeDocument),
      ("application/epub+zip", .epub), ("word/document.xml", .wordDocument),
      ("[Content_Types].xml", .officeDocument),
    ]
    return clues.first { names.contains($0.0) }?.1 ?? .zip
  }

  private static let signatures: [Signature] = [
    Signature(.pdf, "%PDF-"), Signature(.postScript, "%!PS"), Signature(.rtf, "{\\rtf"),
    Signature(.zip, "PK\u{3}\u{4}"), Signature(.zip, "PK\u{5}\u{6}"),
    Signature(.gzip, [0x1F, 0x8B]), Signature(.bzip2, [0x31, 0x41, 0x59, 0x26], at: 4),
    Signature(.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
    Signature(.zstandard, [0x28, 0xB5, 0x2F, 0xFD]),
    Signature(.sevenZip, [0x37, 0x7A, 0xBC, 0xAF]), Signature(.rar, "Rar!\u{1A}"),
    Signature(.tar, "ustar", at: 257),
    Signature(.image, [0x89, 0x50, 0x4E, 0x47]), Signature(.image, [0xFF, 0xD8, 0xFF]),
    Signature(.image, "GIF87a"), Signature(.image, "GIF89a"), Signature(.image, "II*\0"),
    Signature(.image, "MM\0*"), Signature(.image, "WEBPVP8", at: 8),
    Signature(.audio, "WAVEfmt", at: 8), Signature(.audio, "OggS\0"), Signature(.audio, "fLaC\0"),
    Signature(.audio, "ID3\u{3}"), Signature(.audio, "ID3\u{4}"),
    Signature(.video, "ftyp", at: 4, withNul: true), Signature(.video, "AVI LIST", at: 8),
    Signature(.video, [0x1A, 0x45, 0xDF, 0xA3]),
    Signature(.font, "wOFF"), Signature(.font, "wOF2"), Signature(.font, "OTTO\0"),
    Signature(.font, [0, 1, 0, 0, 0]),
    Signature(.sqlite, "SQLite format 3\0"), Signature(.parquet, "PAR1", withNul: true),
    Signature(.executable, "\u{7F}ELF"), Signature(.executable, "MZ", withNul: true),
    Signature(.executable, "!<arch>\n"), Signature(.executable, "\0asm"),
    Signature(.executable, [0xCF, 0xFA, 0xED, 0xFE]),
    Signature(.executable, [0xCA, 0xFE, 0xBA, 0xBE]),
    Signature(.officeDocument, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]),
  ]
}

/// Bytes at a fixed place that only one format has.
private struct Signature: Sendable {
  let format: FileFormat
  private let bytes: [UInt8]
  private let offset: Int
  /// For bytes that could also begin a text.
  private let needsNul: Bool

  init(_ format: FileFormat, _ bytes: [UInt8], at offset: Int = 0, withNul: Bool = false) {
    self.format = format
    self.bytes = bytes
    self.offset = offset
    needsNul = withNul
  }

  init(_ format: FileFormat, _ text: String, at offset: Int = 0, withNul: Bool = false) {
    self.init(format, Array(text.utf8), at: offset, withNul: withNul)
  }

  func fits(_ head: ArraySlice<UInt8>) -> Bool {
    head.dropFirst(offset).starts(with: bytes) && (!needsNul || head.contains(0))
  }
}
