import DocumentModel
import Foundation
import Gazetteers

/// Reads entities of FollowTheMoney, as OpenSanctions and Aleph export them, one JSON object a line.
///
/// People and bodies become entries, offices roles, ownership and membership ties. Nothing but ids and
/// the names of offices is kept in memory.
struct FollowTheMoneyReader: DictionaryReader {
  /// Offices, which occupancies name by id and may come before.
  private var positions: [String: (name: String, country: String?)] = [:]
  private var pending: PendingRoles?
  private var countries: [String: String] = [:]
  private let decoder = JSONDecoder()

  mutating func read(_ file: DictionaryFile, into tables: ImportTables) throws {
    if countries.isEmpty { countries = Self.countries(tables.options.gazetteer) }
    try file.forEachLineOfBytes { bytes, line in
      guard !bytes.allSatisfy({ $0 <= 0x20 }) else { return }
      guard let entity = try? decoder.decode(FollowTheMoneyEntity.self, from: Data(bytes)) else {
        let start = DictionaryFile.text(bytes.prefix(80))
        return try tables.lose(start, "no entity with id and schema", line: line, of: file)
      }
      try take(entity, line: line, of: file, tables)
    }
  }

  mutating func finish(_ tables: ImportTables) throws {
    guard let pending else { return }
    try pending.forEach { role, file, line in
      guard let position = positions[role.post] else {
        return try tables.lose(
          "\(role.holder) \(role.post)", "an office that no line describes", line: line, of: file)
      }
      try tables.write(
        ImportedRole(
          person: ImportTables.id(role.holder), role: position.name, of: position.country,
          from: role.from, to: role.to, source: "followthemoney"))
    }
  }

  /// ISO codes of two letters to ids of the shipped tables.
  private static func countries(_ gazetteer: Gazetteer?) -> [String: String] {
    guard let gazetteer else { return [:] }
    var countries: [String: String] = [:]
    for entity in gazetteer.entities where entity.type == .country {
      if let code = entity.ids["iso"] { countries[code.lowercased()] = entity.id }
    }
    return countries
  }

  private mutating func take(
    _ entity: FollowTheMoneyEntity, line: Int, of file: DictionaryFile, _ tables: ImportTables
  ) throws {
    if let kind = Self.entries[entity.schema] {
      return try write(entity, kind, line: line, of: file, tables)
    }
    switch entity.schema {
    case "Position":
      let country = entity.values("country").compactMap { countries[$0] }.first
      positions[entity.id] = ((entity.first("name") ?? entity.caption ?? "").lowercased(), country)
    case "Occupancy": try note(entity, line: line, of: file, tables)
    case "Directorship", "Employment": try writeRole(entity, line: line, of: file, tables)
    case "Ownership", "Membership", "Family", "Associate", "Succession":
      try writeTie(entity, line: line, of: file, tables)
    default:
      try tables.lose(
        "\(entity.id) \(entity.caption ?? "")", "the schema \(entity.schema) has no counterpart",
        line: line, of: file)
    }
  }

  private static let entries: [String: (type: EntityType, subtype: String?)] = [
    "Person": (.person, nil), "Organization": (.organisation, nil),
    "LegalEntity": (.organisation, nil), "Company": (.organisation, "company"),
    "PublicBody": (.organisation, "agency"),
  ]

  // MARK: Entries

  private func write(
    _ entity: FollowTheMoneyEntity, _ kind: (type: EntityType, subtype: String?), line: Int,
    of file: DictionaryFile, _ tables: ImportTables
  ) throws {
    guard let name = entity.caption ?? entity.first("name") else {
      return try tables.lose(entity.id, "an entity without a name", line: line, of: file)
    }
    guard !tables.has(ImportTables.id(entity.id)) else {
      return try tables.lose(entity.id, "a second line of one entity", line: line, of: file)
    }
    let topics = entity.values("topics")
    let isOfficial = kind.type == .person && topics.contains { $0.hasPrefix("role.pep") }
    let found =
      entity.values("country") + entity.values("nationality") + entity.values("jurisdiction")
    let others = ["name", "alias", "previousName", "abbreviation"].flatMap { entity.values($0) }
    try tables.write(
      ImportedEntry(
        id: entity.id, type: isOfficial ? .official : kind.type, subtype: kind.subtype, name: name,
        aliases: others.map { ImportedAlias($0) }
          + entity.values("weakAlias").map { ImportedAlias($0, "~") },
        container: found.lazy.compactMap { countries[$0.lowercased()] }.first,
        identifiers: Self.identifiers(entity),
        note: entity.first("notes").map { String($0.prefix(200)) },
        attributes: [
          "topics": topics.joined(separator: " | "),
          "countries": found.joined(separator: " | "),
          "birth_date": entity.date("birthDate") ?? "",
        ]))
  }

  private static func identifiers(_ entity: FollowTheMoneyEntity) -> [String] {
    let schemes = [
      ("wikidataId", "wd"), ("leiCode", "lei"), ("imoNumber", "imo"), ("ogrnCode", "ogrn"),
      ("innCode", "inn"),
    ]
    return ["ftm:\(entity.id)"]
      + schemes.compactMap { property, scheme in entity.first(property).map { "\(scheme):\($0)" } }
  }

  // MARK: Relations

  private mutating func note(
    _ entity: FollowTheMoneyEntity, line: Int, of file: DictionaryFile, _ tables: ImportTables
  ) throws {
    guard let holder = entity.reference("holder"), let post = entity.reference("post") else {
      return try tables.lose(
        entity.id, "a relation without both ends", line: line, of: file)
    }
    let pending = try pending ?? PendingRoles(in: tables.scratchFile("occupancies"))
    self.pending = pending
    try pending.add(
      PendingRoles.Role(
        holder: holder, post: post, from: entity.date("startDate") ?? "?", to: Self.end(of: entity)),
      file, line)
  }

  /// Empty when the office is held to this day, `?` when that is not known.
  private static func end(of entity: FollowTheMoneyEntity) -> String {
    if let date = entity.date("endDate") { return date }
    return entity.first("status") == "current" ? "" : "?"
  }

  private func writeRole(
    _ entity: FollowTheMoneyEntity, line: Int, of file: DictionaryFile, _ tables: ImportTables
  ) throws {
    let isDirector = entity.schema == "Directorship"
    guard let person = entity.reference(isDirector ? "director" : "employee"),
      let body = entity.reference(isDirector ? "organization" : "employer")
    else {
      return try tables.lose(entity.id, "a relation without both ends", line: line, of: file)
    }
    try tables.write(
      ImportedRole(
        person: ImportTables.id(person),
        role: entity.first("role")?.lowercased() ?? (isDirector ? "director" : "employee"),
        of: ImportTables.id(body), from: entity.date("startDate") ?? "?", to: Self.end(of: entity),
        source: "followthemoney"))
  }

  /// Schema: the property that is the subject, the predicate, the property that is the object.
  private static let ties: [String: (String, String, String)] = [
    "Ownership": ("asset", "owned-by", "owner"),
    "Membership": ("member", "member-of", "organization"),
    "Family": ("person", "relative-of", "relative"),
    "Associate": ("person", "associate-of", "associate"),
    "Succession": ("successor", "successor-of", "predecessor"),
  ]

  private func writeTie(
    _ entity: FollowTheMoneyEntity, line: Int, of file: DictionaryFile, _ tables: ImportTables
  ) throws {
    guard let (subject, predicate, object) = Self.ties[entity.schema],
      let first = entity.reference(subject), let second = entity.reference(object)
    else {
      return try tables.lose(entity.id, "a relation without both ends", line: line, of: file)
    }
    if let detail = entity.first("relationship") ?? entity.first("role")
      ?? entity.first("percentage")
    {
      try tables.lose(
        "\(first) \(predicate) \(second): \(detail)",
        "the manner of a relation: the relation is kept",
        line: line, of: file)
    }
    try tables.write(
      ImportedTie(
        subject: ImportTables.id(first), predicate: predicate, object: ImportTables.id(second),
        from: entity.date("startDate") ?? "", to: entity.date("endDate") ?? "",
        source: "followthemoney"))
  }
}

/// Offices that people hold, in a file until all offices are known.
final class PendingRoles {
  struct Role {
    let holder, post, from, to: String
  }

  private let writer: TableWriter
  private let url: URL
  private var files: [DictionaryFile] = []

  init(in url: URL) throws {
    self.url = url
    writer = try TableWriter(
      url.lastPathComponent, columns: ["holder", "post", "from", "to", "file", "line"], head: [],
      in: url.deletingLastPathComponent())
  }

  func add(_ role: Role, _ file: DictionaryFile, _ line: Int) throws {
    if files.last?.url != file.url { files.append(file) }
    try writer.write([
      "holder": role.holder, "post": role.post, "from": role.from, "to": role.to,
      "file": "\(files.count - 1)", "line": "\(line)",
    ])
  }

  /// Calls `body` with each, in the order in which they were added.
  func forEach(_ body: (Role, DictionaryFile, Int) throws -> Void) throws {
    try writer.close()
    try DictionaryFile(url).forEachLine { text, number in
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard number > 1, cells.count == 6, let file = Int(cells[4]), let line = Int(cells[5]) else {
        return
      }
      try body(
        Role(holder: cells[0], post: cells[1], from: cells[2], to: cells[3]), files[file], line)
    }
  }
}
