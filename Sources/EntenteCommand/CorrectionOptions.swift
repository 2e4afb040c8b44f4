import ArgumentParser
import Entente
import Foundation
import Gazetteers
import GraphBuilding

/// Where the user's corrections are.
struct CorrectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A table of corrections; without it that of the project, or corrections.tsv where you are.",
      valueName: "file"),
    completion: .file(extensions: ["tsv"]))
  var corrections: String?

  /// The table that is used; nil when there is none.
  func file(in project: ProjectFolder?) -> String? {
    let path = corrections ?? project?.corrections.path ?? "corrections.tsv"
    return corrections != nil || FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The table, read and checked; no corrections when there is none. What its relations mean is
  /// looked up in `lexicon`.
  func corrections(
    in project: ProjectFolder?, lexicon: @autoclosure () throws -> Lexicon, _ console: Console
  ) throws -> Corrections {
    guard let path = file(in: project) else { return Corrections() }
    if corrections == nil { console.note("corrections are taken from \(path)") }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    var table = try CorrectionReader().corrections(in: bytes, file: path)
    if table.rows.contains(where: \.isOfRelation) {
      table.catalogue = PredicateCatalogue(try lexicon())
    }
    return table
  }

  /// The same without a session: tables are loaded only when a row needs the lexicon.
  func corrections(_ data: DataOptions, _ console: Console) throws -> Corrections {
    let project = try data.project()
    return try Session.failing {
      try corrections(
        in: project, lexicon: try Session.gazetteer(data, console: console).lexicon, console)
    }
  }
}
