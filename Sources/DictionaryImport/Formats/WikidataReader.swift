import DocumentModel
import Foundation

/// Reads results of the Wikidata query service as its page offers them: JSON, JSON with types, TSV.
///
/// A variable `x` that holds items and one `xLabel` make the entry and its name; `xAltLabel` and
/// variables named alias are forms, `xDescription` the note, `iso3` and `country` what it belongs to,
/// `position`, `of`, `start` and `end` a role; all others are kept as columns.
struct WikidataReader: DictionaryReader {
  /// Rows of one item, in the order in which items appear.
  private var items: [WikidataItem] = []
  private var positions: [String: Int] = [:]

  mutating func read(_ file: DictionaryFile, into tables: ImportTables) throws {
    if file.url.pathExtension.lowercased() == "json" {
      let rows = try Self.rows(ofJSON: file)
      for (index, row) in rows.enumerated() { try take(row, line: index + 1, of: file, tables) }
      return
    }
    var header: [String] = []
    try file.forEachLine { text, line in
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false)
      if header.isEmpty {
        header = cells.map { String($0.drop { $0 == "?" }) }
      } else if !text.isEmpty {
        let values = cells.map { WikidataValue.plain(String($0)) }
        let row = Dictionary(zip(header, values)) { first, _ in first }
        try take(row, line: line, of: file, tables)
      }
    }
  }

  /// Both `{"results": {"bindings": […]}}` and a list of plain objects.
  private static func rows(ofJSON file: DictionaryFile) throws -> [[String: String]] {
    let data: Data
    let json: Any
    do {
      data = try Data(contentsOf: file.url)
      json = try JSONSerialization.jsonObject(with: data)
    } catch {
      throw ImportError(path: file.name, reason: error.localizedDescription)
    }
    let results = (json as? [String: Any])?["results"] as? [String: Any]
    let rows = (results?["bindings"] ?? json) as? [[String: Any]]
    guard let rows else {
      throw ImportError(path: file.name, reason: "no results of a query: neither rows nor bindings")
    }
    return rows.map { row in
      row.compactMapValues { value in
        if let typed = value as? [String: Any] { return typed["value"] as? String }
        return value as? String ?? (value as? NSNumber)?.stringValue
      }
    }
  }

  private mutating func take(
    _ row: [String: String], line: Int, of file: DictionaryFile, _ tables: ImportTables
  ) throws {
    guard let item = WikidataRow(row) else {
      let text = row.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return try tables.lose(
        text.joined(separator: " "), "no variable with an item and its label", line: line, of: file)
    }
    if item.hasNoLabel {
      return try tables.lose(
        item.qid, "no label in the language asked for", line: line, of: file)
    }
    if let position = positions[item.qid] {
      items[position].add(item)
    } else {
      positions[item.qid] = items.count
      items.append(WikidataItem(item, line: line, file: file))
    }
  }

  mutating func finish(_ tables: ImportTables) throws {
    let columns = Set(items.flatMap(\.attributes.keys))
    for item in items {
      let type = item.type.flatMap { LabelTypes.meaning(of: $0, tables.options) }
      guard
        case .entity(let type, let subtype)? = type
          ?? tables.options.type.map({
            .entity($0, subtype: nil)
          })
      else {
        try tables.lose(
          "\(item.qid) \(item.name)", "no type: give one with --type", line: item.line,
          of: item.file)
        continue
      }
      var entry = item.entry(type: type, subtype: subtype)
      for column in columns where entry.attributes[column] == nil { entry.attributes[column] = "" }
      let id = try tables.write(entry)
      for role in item.roles {
        var role = role
        role.person = id
        try tables.write(role)
      }
    }
  }
}
