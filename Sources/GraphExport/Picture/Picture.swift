import Foundation
public import GraphModel

/// A picture of a graph, drawn by Graphviz.
///
/// What it shows is chosen by `PictureGraph`; the layout engine by the number of nodes.
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
    let engine = LayoutEngine(nodes: picture.nodes.count)
    let program = try GraphvizProgram(engine)
    let bytes = try program.draw(dot, as: kind, timeout: options.timeout)
    bytes.withUnsafeBytes { output.append($0) }
    try output.checkpoint()
  }
}
