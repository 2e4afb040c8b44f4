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

  /// What the user can do.
  var advice: String {
    switch self {
    case .zip, .tar, .sevenZip, .rar: "unpack it and name the folder"
    case .gzip, .bzip2, .xz, .zstandard: "decompress it first"
    case .table: "if it describes articles, give it as the metadata table"
    case .json, .xml, .sqlite, .parquet: "write its articles to text files"
    case .image, .audio, .video, .font, .executable: "take it out of the folder"
    default: "save it as plain text"
    }
  }
}
