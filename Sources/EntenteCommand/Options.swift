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

  @Flag(help: "Leave out the options and tables of the project around the working directory.")
  var noProject = false

  @Option(
    help: ArgumentHelp(
      "Use a file of entente gazetteer compile instead of all tables.", valueName: "file"),
    completion: .file())
  var compiled: String?

  func validate() throws {
    guard compiled == nil || gazetteers.isEmpty else {
      throw ValidationError("--compiled stands for all tables: it goes without --gazetteers")
    }
  }

  /// The project around the working directory, unless it is to be left out.
  func project() throws -> ProjectFolder? {
    noProject ? nil : try Session.failing { try ProjectFolder.enclosing() }
  }

  /// The folder that holds the shipped tables and the model.
  func dataFolder() throws -> DataFolder {
    let project = try project()
    let option = data ?? project?.options.data.flatMap { project?.resolved($0).path }
    return try Session.failing { try DataFolder.locate(option: option) }
  }

  /// The folders of tables in the order in which they are loaded.
  func folders() throws -> GazetteerFolders {
    GazetteerFolders(
      shipped: try dataFolder().gazetteers,
      own: (try project()?.gazetteers ?? [])
        + gazetteers.map { URL(filePath: $0, directoryHint: .isDirectory) })
  }
}

/// The gazetteer folders of a run; later ones win.
struct GazetteerFolders {
  let shipped: URL
  /// Those of the project, then those of the command line.
  let own: [URL]

  var all: [URL] { [shipped] + own }

  init(shipped: URL, own: [URL]) {
    self.shipped = shipped
    self.own = own.map(Self.shown)
  }

  /// The folder by its path from the working directory where it lies below it, as messages name it.
  private static func shown(_ folder: URL) -> URL {
    let here = FileManager.default.currentDirectoryPath
    let path = folder.absoluteURL.standardized.path
    guard path.hasPrefix(here + "/") else { return folder.absoluteURL.standardized }
    return URL(filePath: String(path.dropFirst(here.count + 1)), directoryHint: .isDirectory)
  }
}

/// What to read and how.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "Articles: files, folders (searched recursively), or - for standard input.",
    completion: .file())
  var paths: [String] = []

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

  @Option(
    help: ArgumentHelp(
      "Which fields of JSON records and columns of tables hold what.",
      discussion: """
        As text=body,date=published. The parts are \
        \(FieldMap.Part.allCases.map(\.rawValue).joined(separator: ", ")); what is not named is \
        guessed by the usual names. A field within another is named with a dot: headline.main.
        """,
      valueName: "part=field,…"),
    transform: { try FieldMap($0) })
  var map: FieldMap?

  @Option(help: ArgumentHelp("Skip articles larger than this many megabytes.", valueName: "MB"))
  var maxSize: Int = 20

  @Option(
    help: ArgumentHelp(
      "Stop unpacking a file that becomes more than this many times as long.", valueName: "n"))
  var maxRatio: Int = IngestionOptions.usualRatio

  @Option(
    help: ArgumentHelp(
      "Open no more archives and compressions within each other than this.", valueName: "n"))
  var maxDepth: Int = IngestionOptions.usualDepth

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
    guard maxRatio > 0 else { throw ValidationError("--max-ratio takes a number from 1") }
    guard maxDepth >= 0 else { throw ValidationError("--max-depth takes a number from 0") }
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

  /// The paths given, else those of the project.
  func paths(in project: ProjectFolder?) throws -> [String] {
    if !paths.isEmpty { return paths }
    guard let articles = project?.options.articles, let project else {
      throw ValidationError("Missing expected argument '<paths> ...'")
    }
    return articles.map { project.resolved($0).path }
  }

  /// - Throws: `MetadataError` when the table cannot be read.
  func ingestion(in project: ProjectFolder? = nil) throws -> IngestionOptions {
    let table = metadata ?? project?.options.metadata.flatMap { project?.resolved($0).path }
    var options = try IngestionOptions(
      encoding: encoding ?? project?.options.encoding.flatMap { TextEncoding(argument: $0) },
      maximumBytes: maxSize * 1_000_000, date: date,
      metadata: table.map { try MetadataTable(contentsOf: $0) }, fields: map ?? FieldMap())
    options.maximumRatio = maxRatio
    options.maximumDepth = maxDepth
    return options
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

  @Option(
    help: ArgumentHelp(
      "How many megabytes the articles under way may take together.", valueName: "MB"))
  var memory: Int = 256

  @Option(
    help: ArgumentHelp(
      "Leave an article out that takes longer than this; 0 is for ever.", valueName: "seconds"))
  var timeLimit: Double = 60

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs takes a number from 1") }
    guard memory > 0 else { throw ValidationError("--memory takes a number of megabytes from 1") }
    guard timeLimit >= 0 else { throw ValidationError("--time-limit takes seconds, or 0") }
  }

  var options: BatchOptions {
    BatchOptions(
      jobs: jobs, memory: memory * 1_000_000, timeLimit: timeLimit > 0 ? timeLimit : nil)
  }
}

extension TextEncoding: ExpressibleByArgument {
  public init?(argument: String) { self.init(label: argument) }
}

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
