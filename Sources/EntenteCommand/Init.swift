import ArgumentParser
import Curation
import Entente
import Foundation

/// `entente init`: a folder for a case.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a project folder: options, tables of your own, corrections.",
    discussion: """
      Every command that is run in the folder, or below it, finds its options and tables by itself.

      EXAMPLES
        entente init sanctions-2026
        cd sanctions-2026 && entente gazetteer check
      """)

  @Argument(help: "The folder; made if need be. Files that are there already are left alone.")
  var folder: String

  func run() throws {
    let url = URL(filePath: folder, directoryHint: .isDirectory)
    let result = try Session.failing {
      try ProjectTemplate(day: Self.today).write(to: url)
    }
    for path in result.kept { print("kept   \(folder)/\(path)") }
    for path in result.written { print("wrote  \(folder)/\(path)") }
  }

  static var today: String { Date.now.formatted(.iso8601.year().month().day()) }
}
