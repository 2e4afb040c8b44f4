import Foundation

/// Reads lists of GATE: a `lists.def` that names files with a major and a minor type, or a list by
/// itself, whose name then tells the type.
struct GateReader: DictionaryReader {
  mutating func read(_ file: DictionaryFile, into tables: ImportTables) throws {
    guard file.url.pathExtension == "def" else {
      let name = file.url.deletingPathExtension().lastPathComponent
      return try readList(file, label: name, detail: nil, tables)
    }
    try file.forEachLine { text, line in
      let text = text.trimmingCharacters(in: .whitespaces)
      guard !text.isEmpty, !text.hasPrefix("#") else { return }
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1 else {
        return try tables.lose(text, "no list:majorType", line: line, of: file)
      }
      try readList(parts, line: line, of: file, tables)
    }
  }

  /// `file.lst:majorType:minorType:language:annotationType`
  private func readList(
    _ parts: [String], line: Int, of file: DictionaryFile, _ tables: ImportTables
  ) throws {
    let list = file.sibling(parts[0])
    guard FileManager.default.fileExists(atPath: list.url.path) else {
      return try tables.lose(parts[0], "the list is not there", line: line, of: file)
    }
    let minor = parts.count > 2 && !parts[2].isEmpty ? parts[2] : nil
    for (part, name) in zip(parts.dropFirst(3), ["language", "annotation type"]) where !part.isEmpty
    {
      try tables.lose("\(parts[0]) \(part)", "a list's \(name)", line: line, of: file)
    }
    let minorMeans = minor.flatMap { LabelTypes.meaning(of: $0, ImportOptions()) } != nil
    let isTold = tables.options.types[parts[1]] != nil
    try readList(
      list, label: minorMeans && !isTold ? minor ?? parts[1] : parts[1], detail: minor, tables)
  }

  private func readList(
    _ file: DictionaryFile, label: String, detail: String?, _ tables: ImportTables
  ) throws {
    let writer = LabelledWriter(tables: tables)
    try file.forEachLine { text, line in
      let parts = text.split(separator: "\t", omittingEmptySubsequences: false)
      let form = parts.first?.split(separator: "&").first ?? ""
      let name = form.trimmingCharacters(in: .whitespaces)
      guard !name.isEmpty else { return }
      let features = text.dropFirst(form.count).drop { $0 == "&" || $0 == "\t" }
      if !features.isEmpty {
        try tables.lose("\(name): \(features)", "features of an entry", line: line, of: file)
      }
      try writer.write(
        [ImportedAlias(name)], label: label, detail: detail == label ? nil : detail, line: line,
        of: file)
    }
  }
}
