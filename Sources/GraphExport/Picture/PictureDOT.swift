import DocumentModel
public import GraphModel

/// The DOT that a picture is drawn from: for Graphviz's eyes only, unlike `DOTWriter`.
public struct PictureDOT: GraphWriter {
  public var options: PictureOptions

  public init(options: PictureOptions = PictureOptions()) {
    self.options = options
  }

  public func write(_ graph: Graph, to output: OutputBuffer) throws {
    write(PictureGraph(graph, options: options), of: graph, to: output)
    try output.checkpoint()
  }

  func write(_ picture: PictureGraph, of graph: Graph, to output: OutputBuffer) {
    output.append("digraph \"G\" {\n")
    output.append(Self.settings(picture.engine))
    // Room for the words between the boxes, which springs do not see.
    if picture.engine == .sfdp, picture.namesLines { output.append("  sep=\"+30,20\";\n") }
    output.append("  label=<\(PictureCaption(picture, of: graph, title: options.title).html)>;\n")
    for node in picture.nodes { output.append(Self.statement(node)) }
    for bundle in picture.bundles {
      output.append(Self.statement(bundle, isNamed: picture.namesLines))
    }
    output.append("}\n")
  }

  private static func settings(_ engine: LayoutEngine) -> String {
    """
      charset="UTF-8"; bgcolor="white"; fontname="Helvetica,Arial,sans-serif"; fontsize="11"; labelloc="b"; labeljust="l";
      rankdir="LR"; nodesep="0.3"; ranksep="0.45"; pad="0.2"; outputorder="edgesfirst";
      overlap="prism"; splines="\(engine == .sfdp ? "line" : "true")"; forcelabels="true";
      node [fontname="Helvetica,Arial,sans-serif", height="0.3", width="0.5"];
      edge [fontname="Helvetica,Arial,sans-serif", fontsize="9", arrowsize="0.7"];

    """
  }

  private static func statement(_ node: Node) -> String {
    let style = NodeStyle(node.type)
    let about = [node.type.rawValue] + node.roles.prefix(3)
    return "  " + quoted(node.id)
      + attributes([
        ("label", LineWrapping.lines(of: node.shownLabel, width: 20)),
        ("tooltip", ["\(node.shownLabel): \(about.joined(separator: ", "))"]),
        ("id", [node.id]), ("shape", ["\(style.shape)"]), ("style", ["\(style.style)"]),
        ("fillcolor", [style.fill.hex]), ("color", [style.border.hex]),
        ("margin", ["\(style.margin)"]), ("fontsize", ["\(fontSize(mentions: node.mentions))"]),
      ])
  }

  private static func statement(_ bundle: PictureGraph.Bundle, isNamed: Bool) -> String {
    let style = EdgeStyle(
      category: bundle.category, polarity: bundle.polarity, modality: bundle.modality,
      weight: bundle.weight)
    let width = TextScratch(capacity: 16)
    width.append(style.width, places: 2)
    return "  \(quoted(bundle.source)) -> \(quoted(bundle.target))"
      + attributes([
        ("id", [bundle.edges.first?.id ?? ""]), ("label", isNamed ? bundle.labelLines : []),
        ("tooltip", [tooltip(bundle)]), ("labeltooltip", [tooltip(bundle)]),
        ("color", [style.tone.line.hex]), ("fontcolor", [style.tone.text.hex]),
        ("penwidth", [width.text]), ("style", [style.line.rawValue]),
        ("dir", [bundle.isSymmetric ? "none" : "forward"]),
      ])
  }

  private static func tooltip(_ bundle: PictureGraph.Bundle) -> String {
    let quotes = bundle.edges.prefix(5).compactMap { edge in
      edge.evidence.first.map { "\(edge.label): \($0.quote) (\($0.article))" }
    }
    return quotes.joined(separator: " ¶ ")
  }

  /// From 11 points for a name seen once to 16 for one seen everywhere.
  private static func fontSize(mentions: Int) -> Int {
    11 + min(5, (Int.bitWidth - max(mentions, 1).leadingZeroBitCount) / 2)
  }

  /// ` [a="b", …];`, the lines of a value joined by a line break; empty values left out.
  private static func attributes(_ pairs: [(name: String, lines: [String])]) -> String {
    let written = pairs.filter { !$0.lines.joined().isEmpty }.map {
      "\($0.name)=\(quoted($0.lines))"
    }
    return " [\(written.joined(separator: ", "))];\n"
  }

  private static func quoted(_ text: String) -> String { quoted([text]) }

  private static func quoted(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      let (clean, scratch) = (TextScratch(), TextScratch())
      clean.append(cleaned: line)
      clean.shorten(toBytes: 4000)
      scratch.append(dot: clean.bytes)
      return scratch.text
    }
    return "\"" + escaped.joined(separator: "\\n") + "\""
  }
}
