/// A kind of file that is recognised and is no plain text.
public enum FileFormat: String, Sendable, Codable, CaseIterable {
  case html, xml, json, table, mail
  case pdf, postScript, rtf, wordDocument, openDocument, officeDocument, epub
  case zip, tar, gzip, bzip2, xz, zstandard, sevenZip, rar
  case image, audio, video, font
  case sqlite, parquet, executable

  /// In words: "PDF", "a ZIP archive".
  public var name: String {
    switch self {
    case .html: "HTML"
    case .xml: "XML"
    case .json: "JSON"
    case .table: "a table (CSV or TSV)"
    case .mail: "mail"
    case .pdf: "PDF"
    case .postScript: "PostScript"
    case .rtf: "RTF"
    case .wordDocument: "a Word document"
    case .openDocument: "an OpenDocument text"
    case .officeDocument: "an office document"
    case .epub: "EPUB"
    case .zip: "a ZIP archive"
    case .tar: "a tar archive"
    case .gzip: "gzip"
    case .bzip2: "bzip2"
    case .xz: "xz"
    case .zstandard: "Zstandard"
    case .sevenZip: "a 7-Zip archive"
    case .rar: "a RAR archive"
    case .image: "an image"
    case .audio: "a sound file"
    case .video: "a video"
    case .font: "a font"
    case .sqlite: "an SQLite database"
    case .parquet: "Parquet"
    case .executable: "a program"
    }
  }

  /// In words, after an adjective: "ZIP archive".
  var noun: String {
    for article in ["a ", "an "] where name.hasPrefix(article) {
      return String(name.dropFirst(article.count))
    }
    return name
  }

  /// Whether it packs one file.
  var isCompression: Bool {
    self == .gzip || self == .zstandard || self == .bzip2 || self == .xz
  }

  /// Whether articles can be read out of some files of this kind.
  var isReadable: Bool {
    switch self {
    case .html, .xml, .json, .table, .pdf, .rtf, .wordDocument, .openDocument: true
    case .zip, .tar, .gzip, .bzip2, .xz, .zstandard: true
    default: false
    }
  }

  /// What the user can do where it is not readable.
  var advice: String {
    switch self {
    case .sevenZip, .rar: "unpack it and name the folder"
    case .xml: "NITF, NewsML and XHTML are read; write other articles to text files or JSON lines"
    case .sqlite, .parquet: "write its articles to text files or JSON lines"
    case .image, .audio, .video, .font, .executable: "take it out of the folder"
    default: "save it as plain text"
    }
  }
}
