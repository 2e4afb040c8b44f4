import ArgumentParser
import Entente
import Foundation
import GraphBuilding

/// Where the user's corrections are.
struct CorrectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A table of corrections; without it that of the project, or corrections.tsv where you are.",
      valueName: "file"),
    completion: .file(extensions: ["tsv"]))
  var corrections: String?

  /// The table, read and checked; no corrections when there is none.
  func corrections(in project: ProjectFolder?, _ console: Console) throws -> Corrections {
    let path = corrections ?? project?.corrections.path ?? "corrections.tsv"
    guard corrections != nil || FileManager.default.fileExists(atPath: path) else {
      return Corrections()
    }
    if corrections == nil { console.note("corrections are taken from \(path)") }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    return try CorrectionReader().corrections(in: bytes, file: path)
  }
}
