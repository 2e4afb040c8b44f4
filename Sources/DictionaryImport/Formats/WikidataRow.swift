import DocumentModel
import Foundation

/// Values of query results.
enum WikidataValue {
  /// The text of `"Kyiv"@en`, `<http://…/Q1899>`, `"2020-01-01T00:00:00Z"^^xsd:dateTime`.
  static func plain(_ cell: String) -> String {
    if cell.hasPrefix("<"), cell.hasSuffix(">") { return String(cell.dropFirst().dropLast()) }
    guard cell.hasPrefix("\""), let end = cell.dropFirst().lastIndex(of: "\"") else { return cell }
    let text = String(cell[cell.index(after: cell.startIndex)..<end])
    return text.replacing("\\\"", with: "\"")
  }

  /// `Q1899` of an item's address or of itself.
  static func qid(_ value: String) -> String? {
    let id = value.split(separator: "/").last ?? ""
    guard id.first == "Q", id.count > 1, id.dropFirst().allSatisfy(\.isNumber) else { return nil }
    return value.contains("/entity/") || value == id ? String(id) : nil
  }

  /// A day of a time stamp; a year or month where the query gave no more than that.
  static func date(_ value: String) -> String? {
    CalendarDate(value).map { "\($0)" } ?? CalendarDate(value.prefix(10)).map { "\($0)" }
  }
}

/// One row of query results, by what its variables mean.
struct WikidataRow {
  let qid: String
  let name: String
  var aliases: [String] = []
  var note: String?
  var type: String?
  var container: String?
  var role: ImportedRole?
  var attributes: [String: String] = [:]

  /// A label that is the item's number: the service gives it where there is none.
  var hasNoLabel: Bool { name == qid }

  /// Nil when no variable holds an item, or none its label.
  init?(_ row: [String: String]) {
    let subject =
      row["item"] != nil
      ? "item"
      : row.keys.sorted().first {
        row[$0 + "Label"] != nil && row[$0].flatMap(WikidataValue.qid) != nil
          && !Self.known.contains($0)
      }
    guard let subject, let id = row[subject].flatMap(WikidataValue.qid) else { return nil }
    guard let label = row[subject + "Label"] ?? row["label"] ?? row["name"] else { return nil }
    (qid, name) = (id, label)
    for (key, value) in row.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
      set(key, value, subject: subject)
    }
    readRole(row)
  }

  private static let known: Set<String> = [
    "country", "position", "office", "role", "of", "body", "type", "class",
  ]
  private static let roleKeys: Set<String> = [
    "position", "positionLabel", "office", "officeLabel", "role", "roleLabel", "of", "ofIso3",
    "start", "end", "startDate", "endDate",
  ]

  private mutating func set(_ key: String, _ value: String, subject: String) {
    switch key {
    case subject, subject + "Label", "label", "name": return
    case subject + "AltLabel", "aliases":
      aliases += value.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    case "alias", "aliasLabel", "altLabel": aliases.append(value)
    case subject + "Description", "description": note = value
    case "type", "typeLabel": if WikidataValue.qid(value) == nil { type = value }
    case "iso3", "countryIso3",
      "countryCode" where value.count == 3:
      container = value.uppercased()
    case _ where Self.roleKeys.contains(key): return
    case _ where row(isItem: value): return
    default: attributes[Self.column(key)] = WikidataValue.qid(value) ?? value
    }
  }

  /// Items whose label stands in a variable of its own say nothing more.
  private func row(isItem value: String) -> Bool {
    value.hasPrefix("http") && WikidataValue.qid(value) != nil
  }

  private mutating func readRole(_ row: [String: String]) {
    let keys = ["positionLabel", "officeLabel", "roleLabel", "role", "office", "position"]
    guard
      let title = keys.lazy.compactMap({ row[$0] }).first(where: { WikidataValue.qid($0) == nil })
    else { return }
    let bounds = [["start", "startDate"], ["end", "endDate"]].map { names in
      names.lazy.compactMap { row[$0] }.first { !$0.isEmpty }
    }
    role = ImportedRole(
      person: "", role: title.lowercased(), of: row["ofIso3"] ?? container,
      from: bounds[0].map { WikidataValue.date($0) ?? "?" } ?? "?",
      to: bounds[1].map { WikidataValue.date($0) ?? "?" } ?? "", source: "wikidata")
  }

  /// A variable as the name of a column: small letters, as tables are read.
  private static func column(_ key: String) -> String {
    let name = key.hasSuffix("Label") ? String(key.dropLast(5)) : key
    let column = name.lowercased()
    return ["id", "in", "ids", "note", "subtype"].contains(column) ? "wikidata_\(column)" : column
  }
}

/// An item of several rows.
struct WikidataItem {
  let qid: String
  let name: String
  let line: Int
  let file: DictionaryFile
  private(set) var type: String?
  private(set) var roles: [ImportedRole] = []
  private(set) var attributes: [String: String] = [:]
  private var aliases: [String] = []
  private var note: String?
  private var container: String?

  init(_ row: WikidataRow, line: Int, file: DictionaryFile) {
    (qid, name) = (row.qid, row.name)
    (self.line, self.file) = (line, file)
    add(row)
  }

  /// Several values of one column are joined.
  mutating func add(_ row: WikidataRow) {
    if row.name != name { aliases.append(row.name) }
    aliases += row.aliases
    note = note ?? row.note
    type = type ?? row.type
    container = container ?? row.container
    if let role = row.role, !roles.contains(where: { $0.isSame(as: role) }) { roles.append(role) }
    for (key, value) in row.attributes {
      let old = attributes[key] ?? ""
      let isNew = !old.split(separator: "|").contains {
        $0.trimmingCharacters(in: .whitespaces) == value
      }
      if isNew { attributes[key] = old.isEmpty ? value : "\(old) | \(value)" }
    }
  }

  func entry(type: EntityType, subtype: String?) -> ImportedEntry {
    ImportedEntry(
      id: nil, type: type == .person && !roles.isEmpty ? .official : type, subtype: subtype,
      name: name, aliases: aliases.map { ImportedAlias($0) }, container: container,
      identifiers: ["wd:\(qid)"], note: note, attributes: attributes)
  }
}

extension ImportedRole {
  fileprivate func isSame(as other: ImportedRole) -> Bool {
    (role, of, from, to) == (other.role, other.of, other.from, other.to)
  }
}
