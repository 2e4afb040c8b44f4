import DocumentModel
import Foundation
import GraphModel

/// A node's place, in points, y downwards.
struct NodePlace: Equatable {
  var id: String
  var x: Int
  var y: Int
}

/// Where nodes stand in a report: those of the first picture, drawn large, and all of them.
///
/// Graphviz places them beforehand; without it the page places them itself, less well.
struct ReportLayout {
  private var overview: [NodePlace] = []
  private var whole: [NodePlace] = []
  private let folded: [(government: String, country: String)]
  private(set) var note = "Positions were computed by Graphviz."

  init(_ graph: Graph) {
    let countries = GovernmentFolding(graph).countries
    folded = countries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .compactMap { id in countries[id].map { (id, $0) } }
    do {
      overview = Self.widened(try Self.places(Self.overviewDOT(PictureGraph(graph)), .neato))
      whole = try Self.places(Self.wholeDOT(graph), .sfdp)
    } catch {
      note = "Positions were made up by this page: \(error)"
    }
  }

  func write(to output: OutputBuffer) {
    let json = JSONText(output: output)
    json.raw("{")
    json.name("overview", isFirst: true)
    write(overview, json)
    json.name("whole")
    write(whole, json)
    json.name("folded")
    json.array(folded) { json.strings([$0.government, $0.country]) }
    json.raw("}")
  }

  private func write(_ places: [NodePlace], _ json: JSONText) {
    json.array(places) { place in
      json.raw("[")
      json.string(place.id)
      json.output.append(",[\(place.x),\(place.y)]]")
    }
  }

  private static func places(_ dot: String, _ engine: LayoutEngine) throws -> [NodePlace] {
    guard !dot.isEmpty else { return [] }
    let plain = try GraphvizProgram(engine).output(for: Array(dot.utf8), ["-Tplain"], timeout: 120)
    return PlainLayout.places(String(decoding: plain, as: UTF8.self))
  }

  /// Stretched towards the shape of a screen, which keeps labels apart.
  private static func widened(_ places: [NodePlace]) -> [NodePlace] {
    let (xs, ys) = (places.map(\.x), places.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
      right > left
    else { return places }
    let factor = min(1.4, max(1, 1.5 * Double(bottom - top) / Double(right - left)))
    return places.map { NodePlace(id: $0.id, x: Int(Double($0.x) * factor), y: $0.y) }
  }

  /// Boxes as large as the page draws them, lines long enough for their labels.
  private static func overviewDOT(_ picture: PictureGraph) -> String {
    guard !picture.nodes.isEmpty else { return "" }
    let sizes = Dictionary(
      picture.nodes.map { ($0.id, ReportNodeSize($0.shownLabel)) }
    ) { first, _ in first }
    var dot =
      "graph G { overlap=vpsc; sep=\"+14\"; node [shape=box, fixedsize=true];\n"
    for node in picture.nodes {
      let size = sizes[node.id] ?? ReportNodeSize("")
      dot += "\"\(node.id)\" [width=\(size.width / 72), height=\(size.height / 72)];\n"
    }
    for bundle in picture.bundles {
      let label = bundle.labelLines.map(\.count).max() ?? 0
      let ends = [bundle.source, bundle.target].compactMap { sizes[$0]?.width }.reduce(0, +) / 2
      let length = (ends + Double(label) * 3.4 + 40) / 72
      dot += "\"\(bundle.source)\" -- \"\(bundle.target)\" [len=\(length)];\n"
    }
    return dot + "}\n"
  }

  /// Each pair once, whatever is between them; nodes without an edge are left to the page.
  private static func wholeDOT(_ graph: Graph) -> String {
    var pairs: Set<[String]> = []
    var dot = "graph G { overlap=prism; node [shape=point, width=0.5];\n"
    for edge in graph.edges {
      let pair = [edge.source, edge.target].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      if pairs.insert(pair).inserted { dot += "\"\(pair[0])\" -- \"\(pair[1])\";\n" }
    }
    return pairs.isEmpty ? "" : dot + "}\n"
  }
}

/// How large the page draws a node with its name; as `sizeOfNode` in `picture.js`.
struct ReportNodeSize {
  let width: Double
  let height: Double

  init(_ label: String) {
    let lines = LineWrapping.lines(of: label, width: 20)
    width = Double(lines.map(\.count).max() ?? 1) * 6.9 + 22
    height = Double(max(lines.count, 1)) * 15 + 12
  }
}

/// Graphviz's plain output: a line a node, `node NAME X Y …` in inches, y upwards.
enum PlainLayout {
  static func places(_ plain: String) -> [NodePlace] {
    plain.split(separator: "\n").compactMap(place)
  }

  private static func place(_ line: Substring) -> NodePlace? {
    let words: [Substring] = line.split(separator: " ", maxSplits: 4)
    guard words.count > 3, words[0] == "node", let x = Double(words[2]), let y = Double(words[3])
    else { return nil }
    return NodePlace(
      id: String(words[1].filter { $0 != "\"" }), x: Int((x * 72).rounded()),
      y: Int((-y * 72).rounded()))
  }
}
