import ArgumentParser
import DocumentModel
import Entente
import Foundation
import Gazetteers
import GraphModel
import Ingestion
import RunStorage
import Segmentation
import SyntaxParsing

/// What every command that reads articles sets up first: data, pipeline, files.
struct Session {
  let pipeline: Pipeline
  private(set) var inventory: Inventory
  let reader: ArticleReader
  let console: Console
  private let data: DataOptions
  private let input: InputOptions
  private let namesOnly: Bool

  /// - Parameter folders: the tables to load instead of those that the options name.
  init(
    data: DataOptions, input: InputOptions, log: LogOptions, folders: [URL]? = nil
  ) throws {
    console = Console(log)
    self.data = data
    self.input = input
    let project = try data.project()
    namesOnly = input.namesOnly || project?.options.namesOnly == true
    pipeline = try Self.pipeline(
      data, segmentation: SegmentationOptions(otherLanguages: namesOnly ? .keep : .skip),
      given: try Self.failing { try input.givenParses() }, console: console, folders: folders)
    let options = try Self.failing { try input.ingestion(in: project) }
    inventory = ArticleSource(paths: try input.paths(in: project), options: options).inventory()
    reader = ArticleReader(options: options)
  }

  /// Looks again at what there is to read.
  mutating func takeInventory() throws {
    let project = try data.project()
    let options = try Self.failing { try input.ingestion(in: project) }
    inventory = ArticleSource(paths: try input.paths(in: project), options: options).inventory()
  }

  /// What analyses of this session depend on, by their hashes.
  func setup() throws -> AnalysisSetup {
    try Self.failing {
      let folder = try data.dataFolder()
      var options = ["names-only": "\(namesOnly)"]
      if let parses = input.parses {
        options["parses"] = try DataDigest.file(URL(filePath: parses))
      }
      return AnalysisSetup(
        version: Version.number, program: DataDigest.program,
        gazetteers: try data.compiled.map { try DataDigest.file(URL(filePath: $0)) }
          ?? DataDigest.tables(in: try data.folders().all),
        model: try DataDigest.file(folder.model),
        names: try [folder.names, folder.pronouns].map(DataDigest.file).joined(separator: "+"),
        options: options)
    }
  }

  /// The pipeline of the data folder, the project and `--gazetteers`.
  static func pipeline(
    _ data: DataOptions, segmentation: SegmentationOptions, given: GivenParses? = nil,
    console: Console, folders: [URL]? = nil
  ) throws -> Pipeline {
    let (gazetteer, parser) = try resources(data, console: console, folders: folders)
    let folder = try data.dataFolder()
    let names = try failing { try NameModel(contentsOf: folder.names.path) }
    let pronouns = try failing { try PronounModel(contentsOf: folder.pronouns.path) }
    return Pipeline(
      gazetteer: gazetteer, parser: parser, names: names, pronouns: pronouns,
      segmentation: segmentation, given: given)
  }

  static func resources(
    _ options: DataOptions, console: Console, folders: [URL]? = nil
  ) throws -> (Gazetteer, SyntaxParser) {
    let gazetteer = try gazetteer(options, console: console, folders: folders)
    let model = try options.dataFolder().model
    let parser = try failing { try SyntaxParser(contentsOf: model.path) }
    return (gazetteer, parser)
  }

  static func gazetteer(
    _ options: DataOptions, console: Console, folders: [URL]? = nil
  ) throws -> Gazetteer {
    if folders == nil, let path = options.compiled {
      return try failing { try Gazetteer(contentsOf: URL(filePath: path)) }
    }
    let folders = try folders ?? options.folders().all
    let (gazetteer, notes) = try failing { try GazetteerCache.standard().load(folders: folders) }
    for note in notes { console.note(note) }
    return gazetteer
  }

  /// Runs `body`; what it throws ends the run with exit code 2.
  static func failing<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ExitCode {
      throw error
    } catch {
      FileHandle.standardError.write(Data("entente: \(printable("\(error)"))\n".utf8))
      throw ExitCode(2)
    }
  }
}
