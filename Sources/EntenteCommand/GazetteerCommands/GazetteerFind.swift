import ArgumentParser
import Curation
import DocumentModel
import Entente
import Foundation
import Gazetteers

/// `entente gazetteer find`: which entries a name means, and why.
struct GazetteerFind: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Say which entries have a name, what is asked of a text, and since when.",
    discussion: """
      EXAMPLES
        entente gazetteer find Blinken --on 2023-05-01
        entente gazetteer find "the president of France" --on 2015-01-01
        entente gazetteer find KOR
      """)

  @Argument(help: "A name, an id, or an office: \"president of France\".")
  var name: [String]

  @Option(help: "The day that is asked for (default: the latest day a table names).")
  var on: CalendarDate?

  @OptionGroup var data: DataOptions

  func run() throws {
    let folders = try data.folders().all
    let (gazetteer, _) = try Session.failing { try GazetteerLoader().load(folders: folders) }
    let finder = NameFinder(gazetteer, tables: TableFolders(folders), date: on)
    let finding = finder.finding(for: name.joined(separator: " "))
    let lines = NameFindingText(finding, name: name.joined(separator: " "), date: finder.date).lines
    print(printable(lines.joined(separator: "\n")))
    if finding.entries.isEmpty, finding.holders.isEmpty, finding.rules.isEmpty { throw ExitCode(1) }
  }
}

/// A finding in words.
struct NameFindingText {
  private let finding: NameFinding
  private let name: String
  private let date: CalendarDate?

  init(_ finding: NameFinding, name: String, date: CalendarDate?) {
    self.finding = finding
    self.name = name
    self.date = date
  }

  var lines: [String] {
    var lines = finding.holders.map { "\(name) on \(day): \($0.name) (\($0.id))" }
    for entry in finding.entries { lines += self.lines(of: entry) }
    if !finding.rules.isEmpty {
      lines.append("rules for \"\(name)\", the first that fits wins:")
      lines += finding.rules.map { "  \($0.rule.text) → \(outcome($0.rule))   \($0.place)" }
    }
    if lines.isEmpty { lines.append("no entry has the name \"\(name)\"") }
    if !finding.similar.isEmpty {
      lines.append("forms with these words:")
      lines += finding.similar.map { "  \($0.surface)   \($0.id)" }
    }
    return lines
  }

  private func lines(of entry: NameFinding.Entry) -> [String] {
    let entity = entry.entity
    let kind = [entity.type.rawValue, entity.subtype].compactMap { $0 }.joined(separator: ", ")
    let inside = entry.container.map { " in \($0)" } ?? ""
    var lines = ["\(entity.id)   \(entity.name)   (\(kind)\(inside))", "  \(reason(entry))"]
    let others = entry.forms.filter { $0 != entry.alias?.surface }
    if !others.isEmpty { lines.append("  also: " + others.joined(separator: " | ")) }
    for role in entry.roles {
      let body = role.of.map { " of \($0)" } ?? ""
      let state = role.isHeld ? "   held on \(day)" : ""
      lines.append("  \(role.role.role)\(body), \(dates(role.role))\(state)")
    }
    for (name, value) in entity.ids.merging(entity.attributes, uniquingKeysWith: { id, _ in id })
      .sorted(by: { $0.key < $1.key })
    {
      lines.append("  \(name): \(value)")
    }
    return lines
  }

  private func reason(_ entry: NameFinding.Entry) -> String {
    guard let alias = entry.alias else { return "by its id, at \(entry.place)" }
    let form = alias.surface == entry.entity.name ? "its name" : "by the form \"\(alias.surface)\""
    let conditions =
      entry.conditions.isEmpty ? "counts alone" : entry.conditions.joined(separator: ", ")
    let validity =
      switch entry.isValid {
      case true: "; in use on \(day)"
      case false: "; not in use on \(day)"
      default: ""
      }
    return "\(form), \(conditions)\(validity), at \(entry.place)"
  }

  private func dates(_ role: Role) -> String {
    switch (role.from, role.to) {
    case (.open, .open): "no dates"
    case (let from, .open): "since \(text(from))"
    case (let from, let to): "\(text(from)) to \(text(to))"
    }
  }

  private func text(_ bound: RoleBound) -> String {
    switch bound {
    case .known(let date): "\(date)"
    case .open: "ever"
    case .unknown: "?"
    }
  }

  private func outcome(_ rule: AmbiguityRule) -> String {
    switch rule.outcome {
    case .entity(let index): finding.ids[index] ?? "?"
    case .person: "some person"
    case .none: "no name"
    }
  }

  private var day: String { date.map { "\($0)" } ?? "no day" }
}
