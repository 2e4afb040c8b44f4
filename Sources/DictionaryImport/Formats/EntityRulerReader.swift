import Foundation

/// Reads patterns of spaCy's EntityRuler: a label, a phrase or a list of token patterns, an id.
///
/// Patterns of one id are forms of one entry. Of token patterns the words are kept (`TEXT`, `ORTH`,
/// `LOWER`, and `IN` lists of them); other attributes and operators are losses.
struct EntityRulerReader: DictionaryReader {
  private struct Group {
    var forms: [ImportedAlias] = []
    let label: String
    let id: String?
    let line: Int
    let file: DictionaryFile
  }

  private var groups: [Group] = []
  private var positions: [String: Int] = [:]

  mutating func read(_ file: DictionaryFile, into tables: ImportTables) throws {
    try file.forEachLine { text, line in
      guard !text.allSatisfy(\.isWhitespace) else { return }
      guard
        let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
        let label = object["label"] as? String, let pattern = object["pattern"]
      else {
        return try tables.lose(text, "no JSON object with label and pattern", line: line, of: file)
      }
      guard let forms = try forms(pattern, text, line, file, tables) else { return }
      add(forms, label: label, id: object["id"] as? String, line: line, of: file)
    }
  }

  /// One id may have patterns of one label only.
  private mutating func add(
    _ forms: [ImportedAlias], label: String, id: String?, line: Int, of file: DictionaryFile
  ) {
    let key = id.map { "\(label)\t\($0)" }
    if let key, let position = positions[key] {
      groups[position].forms += forms
    } else {
      if let key { positions[key] = groups.count }
      groups.append(Group(forms: forms, label: label, id: id, line: line, file: file))
    }
  }

  mutating func finish(_ tables: ImportTables) throws {
    let writer = LabelledWriter(tables: tables)
    for group in groups {
      try writer.write(
        group.forms, label: group.label, id: group.id, line: group.line, of: group.file)
    }
  }

  // MARK: Patterns

  private func forms(
    _ pattern: Any, _ text: String, _ line: Int, _ file: DictionaryFile, _ tables: ImportTables
  ) throws -> [ImportedAlias]? {
    if let phrase = pattern as? String { return [ImportedAlias(phrase)] }
    var forms = [""]
    for token in pattern as? [[String: Any]] ?? [] {
      let words = Self.words(of: token)
      guard !words.isEmpty, forms.count * words.count <= SimplePattern.limit else {
        try tables.lose(text, "a token pattern that is more than words", line: line, of: file)
        return nil
      }
      forms = forms.flatMap { form in words.map { form.isEmpty ? $0 : "\(form) \($0)" } }
    }
    let kept = forms.filter { !$0.isEmpty }
    guard !kept.isEmpty else {
      try tables.lose(text, "an empty pattern", line: line, of: file)
      return nil
    }
    if text.contains("\"LOWER\"") {
      try tables.lose(
        kept[0], "a form that counts in any case: kept with capitals", line: line, of: file)
    }
    return kept.map { ImportedAlias($0) }
  }

  /// The words a token may be; none when the pattern asks for more than that.
  private static func words(of token: [String: Any]) -> [String] {
    guard token.count == 1, let (key, value) = token.first else { return [] }
    let words: [String]
    switch value {
    case let word as String: words = [word]
    case let options as [String: Any]:
      guard options.count == 1, let list = options["IN"] as? [String] else { return [] }
      words = list
    default: return []
    }
    switch key {
    case "TEXT", "ORTH", "text", "orth": return words
    case "LOWER", "lower": return words.map(capitalised)
    default: return []
    }
  }

  private static func capitalised(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}
