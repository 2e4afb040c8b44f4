import ArgumentParser
import Curation
import DictionaryImport
import DocumentModel
import Entente
import Foundation
import Gazetteers

/// `entente gazetteer import`: dictionaries of other tools.
struct GazetteerImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn the dictionaries of other tools into tables, and list what was lost.",
    discussion: """
      FORMATS
        petrarch         actors and agents of PETRARCH, PETRARCH2, TABARI (CAMEO codes)
        petrarch-verbs   verb patterns of PETRARCH; entente lexicon import does the same
        gate             lists.def with its .lst files, or .lst files alone
        corenlp          rules of RegexNER, TSV
        spacy            patterns of the EntityRuler, JSON lines
        followthemoney   entities of FollowTheMoney and OpenSanctions, JSON lines of any length
        wikidata         results of the query service, JSON or TSV

      What could not be kept is listed by line and reason in import-losses.txt in the folder, and
      summed up at the end.

      EXAMPLES
        entente gazetteer import petrarch Phoenix.*.actors.txt Phoenix.agents.txt -o phoenix
        entente gazetteer import spacy patterns.jsonl --label DRUG=organisation -o ruler
        entente gazetteer import wikidata query.tsv --type person -o mayors
      """)

  @Argument(help: "The format, see above.")
  var format: DictionaryFormat

  @Argument(help: "The files.", completion: .file())
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write to; made if need be.", valueName: "dir"),
    completion: .directory)
  var output: String

  @Option(help: "The type of entries when the format does not tell it.")
  var type: EntityType?

  @Option(
    help: ArgumentHelp(
      "The type of a label of one's own; may be repeated.", valueName: "LABEL=TYPE"))
  var label: [LabelType] = []

  @OptionGroup var data: DataOptions

  func run() throws {
    let (gazetteer, _) = try Session.failing {
      try GazetteerLoader().load(folders: try data.folders().all)
    }
    let options = ImportOptions(
      type: type, types: Dictionary(label.map { ($0.label, $0.type) }) { $1 }, day: Init.today,
      gazetteer: gazetteer)
    let report = try Session.failing {
      try DictionaryImporter(format, options: options).run(
        files.map { URL(filePath: $0) }, into: URL(filePath: output, directoryHint: .isDirectory))
    }
    print(ImportReportText(report, folder: output).text, terminator: "")
  }
}

/// `LABEL=TYPE` on the command line.
struct LabelType: ExpressibleByArgument {
  let label: String
  let type: EntityType

  init?(argument: String) {
    let parts = argument.split(separator: "=")
    guard parts.count == 2, let type = EntityType(rawValue: String(parts[1])) else { return nil }
    (label, self.type) = (String(parts[0]), type)
  }
}

extension DictionaryFormat: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
}
