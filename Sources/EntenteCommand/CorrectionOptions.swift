import ArgumentParser
import Entente
import Foundation
import GraphBuilding

/// Where the user's corrections are.
struct CorrectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A table of corrections; without it corrections.tsv of the folder you are in, if there is one.",
      valueName: "file"),
    completion: .file(extensions: ["tsv"]))
  var corrections: String?

  /// The table, read and checked; no corrections when there is none.
  func corrections(_ console: Console) throws -> Corrections {
    let path = corrections ?? "corrections.tsv"
    guard corrections != nil || FileManager.default.fileExists(atPath: path) else {
      return Corrections()
    }
    if corrections == nil { console.note("corrections.tsv of this folder is used") }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    return try CorrectionReader().corrections(in: bytes, file: path)
  }
}
