import Curation
import DocumentModel
import Foundation
import Gazetteers

/// The tables that an import writes, and the list of what it lost.
///
/// Rows are written as they come, to a folder beside the target; only ids are kept in memory.
final class ImportTables {
  let format: DictionaryFormat
  let options: ImportOptions
  private let target: URL
  private let scratch: URL
  private var writers: [String: TableWriter] = [:]
  private let losses: TableWriter
  private var lost: [String: Int] = [:]
  private var examples: [ImportLoss] = []
  private var ids: [String: String] = [:]
  private var used: Set<UInt64> = []

  init(folder: URL, format: DictionaryFormat, options: ImportOptions) throws {
    self.format = format
    self.options = options
    target = folder
    scratch = folder.appending(path: ".import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    losses = try TableWriter(
      Self.lossFile, columns: ["file", "line", "reason", "what"],
      head: ["# What an import of the format \(format.rawValue) could not keep."], in: scratch)
  }

  static let lossFile = "import-losses.txt"

  // MARK: Entries

  /// Writes an entry and returns its id: the dictionary's if it can be one, else one of its name.
  /// Entries of one name and type get ids that differ.
  @discardableResult
  func write(_ entry: ImportedEntry) throws -> String {
    let id = unused(entry.id.map(Self.id) ?? EntityID.slug(of: entry.name), entry.type)
    var row = [
      "id": id, "type": entry.type.rawValue, "subtype": entry.subtype ?? "", "name": entry.name,
      "aliases": Self.cell(entry.aliases, without: entry.name), "in": entry.container ?? "",
      "ids": entry.identifiers.map { $0.replacing(" ", with: "_") }.joined(separator: " "),
      "note": entry.note ?? "",
    ]
    for (name, value) in entry.attributes where row[name] == nil { row[name] = value }
    let extra = entry.attributes.keys.filter { !Self.names(.entities).contains($0) }.sorted()
    try writer(.entities, extra: extra).write(row)
    return id
  }

  /// Adds forms to an entry of the shipped tables, whose id is known.
  func extend(_ id: String, aliases: [ImportedAlias], identifiers: [String]) throws {
    guard used.insert(Self.hash(id)).inserted else { return }
    try writer(.entities, extra: []).write([
      "id": id, "aliases": Self.cell(aliases, without: ""),
      "ids": identifiers.joined(separator: " "),
    ])
  }

  /// Whether the shipped tables have an entry of that id, as far as they are given.
  func isShipped(_ id: String) -> Bool {
    options.gazetteer.map { $0.index(of: id) != nil } ?? true
  }

  /// Whether an entry of that id has been written.
  func has(_ id: String) -> Bool { used.contains(Self.hash(id)) }

  /// The dictionary's id as tables can write it.
  static func id(_ id: String) -> String {
    if EntityID.fault(of: id) == nil { return id }
    let slug = EntityID.slug(of: id)
    return EntityID.fault(of: slug) == nil ? slug : "d-" + slug
  }

  private func unused(_ id: String, _ type: EntityType) -> String {
    var candidate = id
    var number = 1
    while !used.insert(Self.hash(candidate)).inserted {
      candidate = number == 1 ? "\(id)-\(type.rawValue)" : "\(id)-\(number)"
      number += 1
    }
    return candidate
  }

  private static func hash(_ id: String) -> UInt64 {
    var hash = StableHash()
    hash.add(id.utf8)
    return hash.value
  }

  /// Each form once, the name left out unless it has marks.
  private static func cell(_ aliases: [ImportedAlias], without name: String) -> String {
    var seen: Set<String> = []
    let kept = aliases.filter { alias in
      !alias.surface.isEmpty && (alias.surface != name || !alias.marks.isEmpty)
        && seen.insert(alias.surface).inserted
    }
    return kept.map { alias in
      AliasItem.escaped(alias.surface)
        + (alias.marks.isEmpty ? "" : "[\(alias.marks.joined(separator: ","))]")
    }.joined(separator: " | ")
  }

  // MARK: Facts and words

  func write(_ role: ImportedRole) throws {
    try writer(.roles, extra: role.code == nil ? [] : ["code"]).write([
      "person": role.person, "role": role.role, "of": role.of ?? "", "from": role.from,
      "to": role.to, "source": role.source, "code": role.code ?? "",
    ])
  }

  func write(_ tie: ImportedTie) throws {
    try writer(.ties, extra: []).write([
      "subject": tie.subject, "predicate": tie.predicate, "object": tie.object, "from": tie.from,
      "to": tie.to, "source": tie.source,
    ])
  }

  /// Writes a row of a table of words or titles.
  func write(_ values: [String: String], to grammar: TableGrammar) throws {
    let extra = values.keys.filter { name in !grammar.columns.contains { $0.name == name } }
    try writer(grammar, extra: extra.sorted()).write(values)
  }

  // MARK: Losses

  func lose(_ text: String, _ reason: String, line: Int, of file: DictionaryFile) throws {
    lost[reason, default: 0] += 1
    if lost[reason, default: 0] <= Self.examplesPerReason {
      examples.append(ImportLoss(file: file.name, line: line, reason: reason, text: text))
    }
    try losses.write(["file": file.name, "line": "\(line)", "reason": reason, "what": text])
  }

  private static let examplesPerReason = 5

  // MARK: Files

  /// Puts the tables in their place.
  func finish() throws -> ImportReport {
    let all = writers.values.sorted { $0.name < $1.name }
    try removeEarlier()
    for writer in all + [losses] {
      try writer.close()
      let place = target.appending(path: writer.name)
      try? FileManager.default.removeItem(at: place)
      try FileManager.default.moveItem(at: scratch.appending(path: writer.name), to: place)
    }
    discard()
    return ImportReport(
      kept: all.map { ImportReport.Count(name: $0.name, count: $0.rows) },
      lost: lost.map { ImportReport.Count(name: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.name) < ($0.count, $1.name) },
      examples: examples, path: target.appending(path: Self.lossFile).relativePath)
  }

  /// Tables of an earlier import of the format.
  private func removeEarlier() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: target.path)
    where name.hasPrefix("\(format.rawValue)-") && name.hasSuffix(".tsv") {
      let file = target.appending(path: name)
      let mark = Array(Self.head(format).utf8)
      if try FileHandle(forReadingFrom: file).read(upToCount: mark.count).map(Array.init) == mark {
        try FileManager.default.removeItem(at: file)
      }
    }
  }

  /// How the first line of every table begins.
  private static func head(_ format: DictionaryFormat) -> String {
    "# Imported from the format \(format.rawValue)."
  }

  /// A file that goes when the import is over.
  func scratchFile(_ name: String) -> URL { scratch.appending(path: name) }

  func discard() { try? FileManager.default.removeItem(at: scratch) }

  private func writer(_ grammar: TableGrammar, extra: [String]) throws -> TableWriter {
    let suffix = extra.isEmpty ? "" : "-" + Self.short(extra)
    let name = "\(format.rawValue)-\(grammar.name.replacing(" ", with: "-"))\(suffix).tsv"
    if let writer = writers[name] { return writer }
    var head = ["\(Self.head(format)) \(grammar.summary)"]
    if let day = options.day { head.append("# as-of: \(day)") }
    let writer = try TableWriter(
      name, columns: grammar.columns.map(\.name) + extra, head: head, in: scratch)
    writers[name] = writer
    return writer
  }

  private static func names(_ grammar: TableGrammar) -> Set<String> {
    Set(grammar.columns.map(\.name))
  }

  /// Tables with further columns are told apart by these.
  private static func short(_ extra: [String]) -> String {
    let names = extra.joined(separator: "-")
    let text = EntityID.slug(of: names)
    return text.utf8.count <= 40 ? text : String(StableHash.base32(of: names).prefix(8))
  }
}
