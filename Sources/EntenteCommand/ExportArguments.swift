import ArgumentParser
import Entente
import Foundation
import GraphExport
import GraphModel

/// Where a graph goes and how: the options of every command that writes one.
struct ExportArguments: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A file to write, its format told by the extension, or -; may be repeated.", valueName: "file"
    ),
    completion: .file())
  var output: [String] = []

  @Option(
    help:
      "The format, for a single -o: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var format: String?

  @Option(
    help:
      "How much of the articles' text leaves: full (sentences and places), quote, spans (places and the text's hash), none. By default what suits the format."
  )
  var evidence: EvidenceDetail?

  @Flag(help: "Call people who are in no gazetteer Person 1, Person 2 …, in quotations as well.")
  var pseudonyms = false

  @Option(help: "Of GraphML: strict, or gephi, which keeps parallel edges apart in Gephi.")
  var profile: GraphMLWriter.Profile = .strict

  @Flag(help: "Of GEXF: with a time line.")
  var dynamic = false

  @Flag(help: "Of events: one row a day for each source, target, type and stance.")
  var oneADay = false

  @Flag(help: "Of pictures: show everything, however crowded.")
  var all = false

  @Option(help: ArgumentHelp("Of pictures: how many bundles of relations.", valueName: "n"))
  var bundles: Int = 25

  @Option(help: "Of pictures and reports: a title.")
  var title: String?

  func validate() throws {
    if format != nil, output.count > 1 {
      throw ValidationError(
        "--format goes with a single -o; with several, each tells its own by its extension")
    }
    guard bundles > 0 else { throw ValidationError("--bundles takes a number from 1") }
  }

  /// These, with the outputs of a project where none was given.
  func elseOf(_ project: ProjectFolder?) -> ExportArguments {
    guard output.isEmpty, let project, let files = project.options.output else { return self }
    var arguments = self
    arguments.output = files.map { $0 == "-" ? $0 : project.resolved($0).path }
    return arguments
  }

  /// The exporters with their paths; wrong formats are found before any work is done.
  func exporters() throws -> [(exporter: GraphExporter, path: String)] {
    guard !output.isEmpty else {
      throw ValidationError("Missing expected argument '--output <file>'")
    }
    return try output.map { path in
      do {
        let format = try format.map { try ExportFormat(name: $0) } ?? ExportFormat(path: path)
        return (GraphExporter(format, options: options), path)
      } catch {
        throw ValidationError("\(error)")
      }
    }
  }

  /// Writes `graph` to every output.
  func write(_ graph: Graph) throws {
    let graph = pseudonyms ? Pseudonyms(graph).graph : graph
    for (exporter, path) in try exporters() {
      try Session.failing { try exporter.export(graph, to: path) }
    }
  }

  private var options: ExportOptions {
    var picture = all ? PictureOptions.everything : PictureOptions(maximumBundles: bundles)
    picture.title = title
    return ExportOptions(
      evidence: evidence, profile: profile, gexfMode: dynamic ? .dynamic : .static,
      repetition: oneADay ? .onePerDay : .all, picture: picture)
  }
}

extension EvidenceDetail: ExpressibleByArgument {}
extension GraphMLWriter.Profile: ExpressibleByArgument {}
