import ArgumentParser
import Entente
import Foundation
import Gazetteers

/// `entente gazetteer compile`: all tables in one file that is mapped instead of read.
struct GazetteerCompile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compile all tables into one file, which opens at once.",
    discussion: """
      Commands do this by themselves: they keep compiled tables in ENTENTE_CACHE, \
      $XDG_CACHE_HOME/entente or ~/.cache/entente, and compile anew when a table has changed; \
      ENTENTE_CACHE=off stops them. A file made by this command is used with --compiled FILE, \
      without its tables and whatever becomes of them.
      """)

  @OptionGroup var options: DataOptions
  @OptionGroup var log: LogOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"),
    completion: .file())
  var output: String

  func run() throws {
    let console = Console(log)
    let folders = try options.folders().all
    let (gazetteer, warnings) = try Session.failing {
      try Gazetteer.compile(folders: folders, to: URL(filePath: output))
    }
    for warning in warnings { console.note("\(warning)") }
    console.say(
      "\(output): \(gazetteer.entities.count) entities, \(gazetteer.aliases.count) aliases")
  }
}
