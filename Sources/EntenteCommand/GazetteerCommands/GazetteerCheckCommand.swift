import ArgumentParser
import Curation
import DocumentModel
import Entente
import Foundation
import Gazetteers

/// `entente gazetteer check`: what is wrong with the tables, and what is odd.
struct GazetteerCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List every error of the tables, then what is hardly meant.",
    discussion: """
      Each line begins with file:line:column. With tables of your own, warnings that are about the
      shipped ones alone are left out, unless --all asks for them. A warning that was looked at passes with a comment in a
      table: "# allow: CODE SUBJECT", the code as it stands at the warning's end.

      Exit codes: 0 no errors, 1 warnings with --strict, 2 errors.
      """)

  @OptionGroup var data: DataOptions

  @Option(help: "The day the tables are to be good for (default: the latest day one names).")
  var asOf: CalendarDate?

  @Flag(help: "Warn about the shipped tables too.")
  var all = false

  @Flag(help: "Exit with 1 when there are warnings.")
  var strict = false

  func run() throws {
    let folders = try data.folders()
    let report = GazetteerCheck(date: asOf).report(on: folders.all)
    for error in report.errors { print(printable("\(error)")) }
    let warnings = shown(report.warnings, folders)
    for warning in warnings { print(printable("\(warning)")) }
    let summary =
      "\(counted(report.errors.count, "error")), \(counted(warnings.count, "warning"))\n"
    FileHandle.standardError.write(Data(summary.utf8))
    if !report.errors.isEmpty { throw ExitCode(2) }
    if strict, !warnings.isEmpty { throw ExitCode(1) }
  }

  private func shown(_ warnings: [CheckFinding], _ folders: GazetteerFolders) -> [CheckFinding] {
    guard !all, !folders.own.isEmpty else { return warnings }
    let own = folders.own.map { folder in
      let path = folder.relativePath
      return path.hasSuffix("/") ? path : path + "/"
    }
    return warnings.filter { warning in
      warning.concerns { file in own.contains { file.hasPrefix($0) } }
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

/// `entente gazetteer grammar`: how tables are written.
struct GazetteerGrammar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grammar", abstract: "Print the exact syntax of every table.")

  @Argument(
    help: ArgumentHelp(
      "A table: \(TableGrammar.all.map { $0.name.replacing(" ", with: "-") }.joined(separator: ", ")) (default: all)."
    ))
  var table: String?

  func run() throws {
    if let table {
      guard let grammar = TableGrammar.named(table) else {
        throw ValidationError(
          "there is no table \"\(table)\"; see entente gazetteer grammar --help")
      }
      print(grammar.text)
    } else {
      print(([TableGrammar.generalText] + TableGrammar.all.map(\.text)).joined(separator: "\n\n"))
    }
  }
}

/// `entente gazetteer credits`: sources and licences.
struct GazetteerCredits: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credits", abstract: "Print the sources and licences of every table.")

  @OptionGroup var data: DataOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let credits = TableFolders(try data.folders().all).all.map { TableCredits($0) }
    if json { return try printJSON(credits) }
    for credit in credits {
      print("\(credit.path)  (\(credit.rows) rows)")
      let statements = credit.statements.isEmpty ? ["(no source named)"] : credit.statements
      for statement in statements { print("  " + printable(statement)) }
    }
  }
}

/// `entente gazetteer stats`: how much of what.
struct GazetteerStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count entries, forms, roles, words and patterns.")

  @OptionGroup var data: DataOptions

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Count the rows of each table too.")
  var tables = false

  func run() throws {
    let folders = try data.folders().all
    let (gazetteer, _) = try Session.failing { try GazetteerLoader().load(folders: folders) }
    let statistics = GazetteerStatistics(gazetteer, tables: TableFolders(folders))
    if json { return try printJSON(statistics) }
    print("entries: \(gazetteer.entities.count)")
    for type in statistics.types {
      let subtypes = type.subtypes.prefix(8).map { "\($0.name) \($0.count)" }
      let rest = type.subtypes.count > 8 ? ", …" : ""
      let list = subtypes.isEmpty ? "" : "  (\(subtypes.joined(separator: ", "))\(rest))"
      print("  \(type.type) \(type.count)\(list)")
    }
    for section in statistics.sections { show(section.counts, under: section.name) }
    if tables { show(statistics.tables, under: "rows of tables") }
  }

  private func show(_ counts: [GazetteerStatistics.Count], under name: String) {
    print("\(name):")
    for count in counts { print("  \(count.name) \(count.count)") }
  }
}

/// Prints a value as JSON whose keys are sorted.
func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  print(printable(json: try encoder.encode(value)))
}
