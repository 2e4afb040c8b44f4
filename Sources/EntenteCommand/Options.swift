import ArgumentParser
import DocumentModel
import Entente
import Foundation
import Ingestion
import SyntaxParsing

/// Where data and additional gazetteers are.
struct DataOptions: ParsableArguments {
  @Option(help: "The folder that holds Gazetteers and Models.", completion: .directory)
  var data: String?

  @Option(
    help: ArgumentHelp(
      "A folder of gazetteer tables to load after the shipped ones; may be repeated.",
      valueName: "dir"),
    completion: .directory)
  var gazetteers: [String] = []
}

/// What to read and how.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "Articles: files, folders (searched recursively), or - for standard input.",
    completion: .file())
  var paths: [String]

  @Option(
    help:
      "The articles' encoding, when detection fails: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var encoding: TextEncoding?

  @Option(help: "The articles' date (YYYY-MM-DD), when their text does not tell it.")
  var date: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "A CSV table of path, date, source, title, url and any further columns.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv"]))
  var metadata: String?

  @Option(help: ArgumentHelp("Skip files larger than this many megabytes.", valueName: "MB"))
  var maxSize: Int = 20

  @Flag(help: "Keep the gazetteer's names of articles that are not in English.")
  var namesOnly = false

  @Option(
    help: ArgumentHelp(
      "Use the trees of a CoNLL-U file, from any parser, for the articles it has.",
      discussion: "A comment '# newdoc id = …' names each article, as entente parse writes it.",
      valueName: "file"),
    completion: .file(extensions: ["conllu"]))
  var parses: String?

  func validate() throws {
    guard maxSize > 0 else {
      throw ValidationError("--max-size takes a number of megabytes from 1")
    }
  }

  func givenParses() throws -> GivenParses? {
    try parses.map { path in
      do {
        return try GivenParses(contentsOf: path)
      } catch let error as CoNLLUError {
        throw ParseFileError(path: path, error: error)
      }
    }
  }

  /// - Throws: `MetadataError` when the table cannot be read.
  func ingestion() throws -> IngestionOptions {
    try IngestionOptions(
      encoding: encoding, maximumBytes: maxSize * 1_000_000, date: date,
      metadata: metadata.map { try MetadataTable(contentsOf: $0) })
  }
}

/// A file of parses that cannot be used.
private struct ParseFileError: Error, CustomStringConvertible {
  var path: String
  var error: CoNLLUError

  var description: String { "\(path): \(error)" }
}

/// How much is said on standard error.
struct LogOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say also what was only noted.")
  var verbose = false
}

struct JobOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "How many articles to analyse at once (default: the processor cores).")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs takes a number from 1") }
  }
}

extension TextEncoding: ExpressibleByArgument {
  public init?(argument: String) { self.init(label: argument) }
}

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
