import ArgumentParser
import DocumentModel
import Entente
import Foundation
import Gazetteers
import GraphModel
import Ingestion
import Segmentation
import SyntaxParsing

/// What every command that reads articles sets up first: data, pipeline, files.
struct Session {
  let pipeline: Pipeline
  let inventory: Inventory
  let reader: ArticleReader
  let console: Console

  init(data: DataOptions, input: InputOptions, log: LogOptions) throws {
    console = Console(log)
    pipeline = try Self.pipeline(
      data,
      segmentation: SegmentationOptions(otherLanguages: input.namesOnly ? .keep : .skip),
      given: try Self.failing { try input.givenParses() }, console: console)
    let options = try Self.failing { try input.ingestion() }
    inventory = ArticleSource(paths: input.paths, options: options).inventory()
    reader = ArticleReader(options: options)
  }

  /// The pipeline of the data folder and of `--gazetteers`.
  static func pipeline(
    _ data: DataOptions, segmentation: SegmentationOptions, given: GivenParses? = nil,
    console: Console
  ) throws -> Pipeline {
    let (gazetteer, parser) = try resources(data, console: console)
    let folder = try failing { try DataFolder.locate(option: data.data) }
    let names = try failing { try NameModel(contentsOf: folder.names.path) }
    return Pipeline(
      gazetteer: gazetteer, parser: parser, names: names, segmentation: segmentation, given: given)
  }

  static func resources(_ options: DataOptions, console: Console) throws -> (
    Gazetteer, SyntaxParser
  ) {
    let folder = try failing { try DataFolder.locate(option: options.data) }
    let folders =
      [folder.gazetteers]
      + options.gazetteers.map {
        URL(filePath: $0, directoryHint: .isDirectory).resolvingSymlinksInPath()
      }
    let (gazetteer, warnings) = try failing { try GazetteerLoader().load(folders: folders) }
    for warning in warnings { console.note("\(warning)") }
    let parser = try failing { try SyntaxParser(contentsOf: folder.model.path) }
    return (gazetteer, parser)
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
