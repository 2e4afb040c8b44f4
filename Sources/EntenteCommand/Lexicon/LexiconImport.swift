import ArgumentParser
import DictionaryImport
import Entente
import Foundation
import Gazetteers

/// `entente lexicon import`: verb patterns of other tools.
struct LexiconImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn verb patterns of PETRARCH (CAMEO) into tables, and list what was lost.",
    discussion: """
      Each CAMEO code becomes a relation CAMEO.072 with the event type of the nearest shipped one, each
      pattern one of ours with an example. What could not be kept is listed by line and reason in
      import-losses.txt in the folder, and summed up at the end.

      EXAMPLES
        entente lexicon import CAMEO.2.0.txt -o cameo
        entente lexicon check --gazetteers cameo
        entente lexicon diff shipped cameo --on articles/
      """)

  @Argument(help: "The files.", completion: .file())
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write to; made if need be.", valueName: "dir"),
    completion: .directory)
  var output: String

  @OptionGroup var data: DataOptions

  func run() throws {
    let (gazetteer, _) = try Session.failing {
      try GazetteerLoader().load(folders: try data.folders().all)
    }
    let options = ImportOptions(day: Init.today, gazetteer: gazetteer)
    let report = try Session.failing {
      try DictionaryImporter(.petrarchVerbs, options: options).run(
        files.map { URL(filePath: $0) }, into: URL(filePath: output, directoryHint: .isDirectory))
    }
    print(ImportReportText(report, folder: output).text, terminator: "")
  }
}
