/// The name of a file, for the hints that it gives; what is in the file decides.
struct FileName {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  /// What follows the last dot of the last component, in lower case; empty without one.
  var fileExtension: String {
    let name = text[(text.lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex)...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The name of what a compressed file holds: `feed.csv` for `feed.csv.gz`.
  var unpacked: FileName {
    switch fileExtension {
    case "gz", "zst", "bz2", "xz":
      FileName(String(text[..<(text.lastIndex(of: ".") ?? text.endIndex)]))
    case "tgz": FileName(text.dropLast(3) + "tar")
    default: self
    }
  }

  var format: FileFormat? { FileFormat(fileExtension: fileExtension) }

  var isMarkdown: Bool { ["md", "markdown", "mdown", "mkd"].contains(fileExtension) }
}
