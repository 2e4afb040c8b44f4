import Foundation
public import GraphModel

/// A picture of a graph, drawn by Graphviz.
///
/// What it shows is chosen by `PictureGraph`; the layout engine by the number of nodes and lines.
public struct Picture: GraphWriter {
  public enum Kind: String, Sendable, CaseIterable {
    case svg, png, pdf
  }

  public var kind: Kind
  public var options: PictureOptions

  public init(_ kind: Kind, options: PictureOptions = PictureOptions()) {
    self.kind = kind
    self.options = options
  }

  /// Throws `PictureError` before anything is written.
  public func write(_ graph: Graph, to output: OutputBuffer) throws {
    let picture = PictureGraph(graph, options: options)
    let dot = try OutputBuffer.bytes { output in
      PictureDOT(options: options).write(picture, of: graph, to: output)
    }
    let program = try GraphvizProgram(picture.engine)
    let timeout =
      options.timeout
      ?? LayoutEngine.timeLimit(nodes: picture.nodes.count, lines: picture.bundles.count)
    let bytes = try program.draw(dot, as: kind, timeout: timeout)
    bytes.withUnsafeBytes { output.append($0) }
    try output.checkpoint()
  }
}
