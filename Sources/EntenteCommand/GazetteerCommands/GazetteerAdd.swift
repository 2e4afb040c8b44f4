import ArgumentParser
import Curation
import DocumentModel
import Entente
import Foundation
import Gazetteers

/// `entente gazetteer add`: a row for a table of one's own.
struct GazetteerAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Append an entry, an alias or a role to your own tables.",
    discussion: """
      The rows go to the last folder of --gazetteers, else to the project's, else where --into says.
      They are tried out first: when the tables would not load with them, nothing is written. On a
      terminal what is missing is asked for.

      EXAMPLES
        entente gazetteer add "Hakan Fidan" --type official --in TUR --alias "Fidan[+]" \\
          --role "foreign minister" --of TUR --from 2023-06-04
        entente gazetteer add --id TUR --alias "Republic of Turkiye"
        entente gazetteer add                       asks
      """)

  @Argument(help: "The entry's name; not needed for an id that is there already.")
  var name: String?

  @Option(
    help: "What it is: \(EntityType.allCases.map(\.rawValue).joined(separator: ", ")).")
  var type: EntityType?

  @Option(help: "Free: ministry, party, armed-group, city …")
  var subtype: String?

  @Option(help: "Its id (default: made of the name); one that is there already is added to.")
  var id: String?

  @Option(help: "Another form, with marks in brackets if need be; may be repeated.")
  var alias: [String] = []

  @Option(name: .customLong("in"), help: "The id of the country or body it belongs to.")
  var container: String?

  @Option(help: "An identifier elsewhere, scheme:value; may be repeated.")
  var ids: [String] = []

  @Option(help: "A note for people.")
  var note: String?

  @Option(help: "A further column, name=value; may be repeated.")
  var set: [String] = []

  @Option(help: "An office or function, as news writes it.")
  var role: String?

  @Option(help: "The id of the country or body the role is held in.")
  var of: String?

  @Option(help: "When the role began: a date, or ? if unknown.")
  var from: String?

  @Option(help: "When it ended: a date, ? if unknown; left out when it is still held.")
  var until: String?

  @Option(help: "Where the role is from.")
  var source: String = "hand"

  @Option(help: "The folder of tables to write to.", completion: .directory)
  var into: String?

  @OptionGroup var data: DataOptions

  func validate() throws {
    for pair in set where !pair.contains("=") {
      throw ValidationError("--set takes name=value, not \"\(pair)\"")
    }
    if role == nil, of != nil || from != nil || until != nil {
      throw ValidationError("--of, --from and --until go with --role")
    }
  }

  func run() throws {
    let folders = try data.folders()
    let target = try target(in: folders)
    var request = self
    if name == nil, id == nil { try request.ask() }
    let addition = try request.addition(
      isNew: !(try request.isKnown(in: folders.all)))
    let earlier = folders.all.filter { $0.standardizedFileURL != target.standardizedFileURL }
    let outcomes = try Session.failing { try addition.write(to: target, after: earlier) }
    for outcome in outcomes {
      print("\(target.appending(path: outcome.path).relativePath):\(outcome.line): \(outcome.text)")
      for warning in outcome.warnings { print("  " + printable(warning.message)) }
    }
  }

  private func target(in folders: GazetteerFolders) throws -> URL {
    if let into { return URL(filePath: into, directoryHint: .isDirectory) }
    guard let last = folders.own.last else {
      throw ValidationError(
        "no folder of your own: name one with --into, or make a project with entente init")
    }
    return last
  }

  private func isKnown(in folders: [URL]) throws -> Bool {
    guard let id else { return false }
    return GazetteerLoader().inspection(of: folders).gazetteer.index(of: id) != nil
  }

  private func addition(isNew: Bool) throws -> TableAddition {
    if isNew {
      guard name != nil else {
        throw ValidationError("there is no entry \"\(id ?? "")\" yet: give its name and --type")
      }
      guard type != nil else { throw ValidationError("say with --type what \"\(name ?? "")\" is") }
    }
    let id = id ?? EntityID.slug(of: name ?? "")
    var addition = TableAddition()
    var entry = [
      "type": type?.rawValue ?? "", "subtype": subtype ?? "", "name": name ?? "",
      "aliases": alias.joined(separator: " | "), "in": container ?? "",
      "ids": ids.joined(separator: " "), "note": note ?? "",
    ]
    for pair in set {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      entry[parts[0].trimmingCharacters(in: .whitespaces).lowercased()] = String(parts[1])
    }
    if entry.values.contains(where: { !$0.isEmpty }) {
      entry["id"] = id
      addition.add(entry, to: .entities)
    }
    if let role {
      addition.add(
        [
          "person": id, "role": role, "of": of ?? "", "from": from ?? "", "to": until ?? "",
          "source": source,
        ], to: .roles)
    }
    return addition
  }

  // MARK: Questions

  private mutating func ask() throws {
    guard isatty(0) == 1 else {
      throw ValidationError("Missing expected argument '<name>'")
    }
    name = Self.answer("name")
    let types = EntityType.allCases.map(\.rawValue).joined(separator: " ")
    while type == nil {
      guard let text = Self.answer("type (\(types))") else { throw ExitCode(2) }
      type = EntityType(rawValue: text)
    }
    id = Self.answer("id [\(EntityID.slug(of: name ?? ""))]")
    alias += [Self.answer("other forms, parted by | (marks: = ~ + adj dem met)")].compactMap { $0 }
    container = Self.answer("id of its country or body")
    guard type == .person || type == .official else { return }
    role = Self.answer("office or function")
    guard role != nil else { return }
    of = Self.answer("id of the country or body of the office")
    from = Self.answer("since (YYYY-MM-DD, ? if unknown)") ?? "?"
    until = Self.answer("until (nothing: to this day)")
  }

  /// What is typed; nil for nothing.
  private static func answer(_ question: String) -> String? {
    FileHandle.standardError.write(Data("\(question): ".utf8))
    let text = readLine()?.trimmingCharacters(in: .whitespaces) ?? ""
    return text.isEmpty ? nil : text
  }
}

extension EntityType: ExpressibleByArgument {}
