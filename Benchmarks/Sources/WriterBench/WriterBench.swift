import ArgumentParser
import Foundation
import GraphExport
import GraphModel

/// Measures how fast a large graph is written, and how much memory that takes beyond the graph.
@main
struct WriterBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "writer-bench",
    abstract: "Measure the writers on a generated graph.",
    discussion: """
      Prints one line a format: name, megabytes, seconds of processor time, MB/s, and by how many
      megabytes memory grew at most while it was written. A file of another size than the one
      counted, or one without every node and edge, is an error.
      """)

  @Option(help: "How many nodes.")
  var nodes = 1_000_000

  @Option(help: "How many edges.")
  var edges = 3_000_000

  @Option(help: "The folder to write to; the files stay there when it is named.")
  var folder: String?

  @Option(help: "Formats, by the names of the command line.")
  var formats = "graphml,gexf,json,jsonl,csv-gephi,csv-neo4j,events,dot"

  @Option(help: "How often each is written; the median counts.")
  var rounds = 1

  func run() throws {
    let graph = GraphGenerator(nodes: nodes, edges: edges).graph
    let folder = folder ?? FileManager.default.temporaryDirectory.path + "/writer-bench"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { if self.folder == nil { try? FileManager.default.removeItem(atPath: folder) } }
    for name in formats.split(separator: ",") {
      let format = try ExportFormat(name: String(name))
      for part in GraphExporter(format).writers {
        let path = "\(folder)/graph.\(part.name.isEmpty ? "" : part.name + ".")\(format.rawValue)"
        try measure(part.writer, label: "\(name) \(part.name)", graph, path: path)
        if self.folder == nil { try FileManager.default.removeItem(atPath: path) }
      }
    }
  }

  private func measure(_ writer: any GraphWriter, label: String, _ graph: Graph, path: String)
    throws
  {
    var seconds: [Double] = []
    let before = Memory.restart()
    for _ in 0..<max(rounds, 1) {
      let start = Memory.processorTime
      try AtomicFile(path).write { try writer.write(graph, to: $0) }
      seconds.append(Memory.processorTime - start)
    }
    let grown = Double(max(0, Memory.peak - before)) / 1e6
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    guard
      size > 30 * (graph.nodes.count + graph.edges.count) || label.contains("documents")
        || label.contains("mentions") || label.contains("nodes")
    else { throw ValidationError("\(label): \(size) bytes cannot hold the graph") }
    let median = seconds.sorted()[seconds.count / 2]
    let speed = Double(size) / 1e6 / median
    print(
      label.padding(toLength: 28, withPad: " ", startingAt: 0),
      String(
        format: "%8.1f MB %7.2f s %7.1f MB/s  +%.1f MB", Double(size) / 1e6, median, speed, grown))
  }
}
