extension FileFormat {
  /// The format that the extension of a file's name stands for; nil for text and for extensions
  /// that say nothing, where the content decides.
  init?(fileExtension: String) {
    guard let format = Self.byExtension[fileExtension] else { return nil }
    self = format
  }

  private static let byExtension: [String: FileFormat] = {
    var formats: [String: FileFormat] = [:]
    for (format, extensions) in extensions {
      for name in extensions.split(separator: " ") { formats[String(name)] = format }
    }
    return formats
  }()

  private static let extensions: [(FileFormat, String)] = [
    (.html, "html htm xhtml shtml mht mhtml"), (.xml, "xml nitf newsml rss atom sgml"),
    (.json, "json jsonl ndjson geojson"), (.table, "csv tsv tab"), (.mail, "eml mbox msg"),
    (.pdf, "pdf"), (.postScript, "ps eps"), (.rtf, "rtf"), (.wordDocument, "doc docx"),
    (.openDocument, "odt"), (.officeDocument, "xls xlsx ppt pptx ods odp pages numbers"),
    (.epub, "epub mobi azw3"), (.zip, "zip"), (.tar, "tar"), (.gzip, "gz tgz"), (.bzip2, "bz2"),
    (.xz, "xz"), (.zstandard, "zst"), (.sevenZip, "7z"), (.rar, "rar"),
    (.image, "png jpg jpeg gif bmp tif tiff webp heic svg ico"),
    (.audio, "mp3 wav ogg flac m4a opus"), (.video, "mp4 m4v mov avi mkv webm mpg mpeg"),
    (.font, "ttf otf woff woff2"), (.sqlite, "sqlite sqlite3 db"), (.parquet, "parquet"),
    (.executable, "exe dll so dylib"),
  ]
}
