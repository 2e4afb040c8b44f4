import DocumentModel
import Foundation
import GraphModel

/// A node's place, in points, y downwards.
struct NodePlace: Equatable {
  var id: String
  var x: Int
  var y: Int
}

/// How a line of the first picture runs: a Bézier curve's points and the middle of its label.
struct EdgeRoute: Equatable {
  /// The id of the first edge of its bundle.
  var id: String
  var points: [[Int]]
  var label: [Int]
}

/// Where nodes stand in a report: those of the first picture, drawn large, with the lines between
/// them, and all of them.
///
/// Graphviz places them beforehand; without it the page places them itself, less well.
struct ReportLayout {
  private var overview = DrawnLayout()
  private var whole: [NodePlace] = []
  private let folded: [(government: String, country: String)]
  private(set) var note = "Positions were computed by Graphviz."

  init(_ graph: Graph) {
    let countries = GovernmentFolding(graph).countries
    folded = countries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .compactMap { id in countries[id].map { (id, $0) } }
    do {
      overview = try Self.overview(PictureGraph(graph))
      whole = try Self.places(
        Self.wholeDOT(graph), .sfdp,
        timeout: LayoutEngine.timeLimit(nodes: graph.nodes.count, lines: graph.edges.count))
    } catch {
      note = "Positions were made up by this page: \(error)"
    }
  }

  func write(to output: OutputBuffer) {
    let json = JSONText(output: output)
    json.raw("{")
    json.name("overview", isFirst: true)
    write(overview.nodes, json)
    json.name("routes")
    json.array(overview.routes) { route in
      json.raw("[")
      json.string(route.id)
      json.output.append(",\(route.points),\(route.label)]")
    }
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

  private static func places(_ dot: String, _ engine: LayoutEngine, timeout: Double) throws
    -> [NodePlace]
  {
    guard !dot.isEmpty else { return [] }
    let plain = try GraphvizProgram(engine).output(
      for: Array(dot.utf8), ["-Tplain"], timeout: timeout)
    return PlainLayout.places(String(decoding: plain, as: UTF8.self))
  }

  /// By ranks, as pictures are: labels have a place of their own.
  private static func overview(_ picture: PictureGraph) throws -> DrawnLayout {
    guard !picture.nodes.isEmpty else { return DrawnLayout() }
    let json = try GraphvizProgram(.dot).output(
      for: Array(overviewDOT(picture).utf8), ["-Tjson0"], timeout: 60)
    return try DrawnLayout(json)
  }

  /// Boxes and labels as large as the page draws them; labels narrow, as screens are wider than
  /// high and lines run from left to right.
  private static func overviewDOT(_ picture: PictureGraph) -> String {
    var dot = """
      digraph G { rankdir=LR; nodesep=0.3; ranksep=0.3; node [shape=box, fixedsize=true, label=""];
      edge [dir=none];

      """
    for node in picture.nodes {
      let size = ReportNodeSize(node.shownLabel)
      dot += "\"\(node.id)\" [width=\(size.width / 72), height=\(size.height / 72)];\n"
    }
    for bundle in picture.bundles {
      let lines = bundle.labelLines(width: 18, attributionWidth: 20)
      let width = (Double(lines.map(\.count).max() ?? 0) * 5.6).rounded() + 6
      dot += """
        "\(bundle.source)" -> "\(bundle.target)" [id="\(bundle.edges.first?.id ?? "")", \
        label=<<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="\(Int(width))" \
        HEIGHT="\(12 * lines.count + 4)"><TR><TD></TD></TR></TABLE>>];

        """
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

/// Graphviz's JSON: places in points, y upwards.
struct DrawnLayout: Equatable {
  var nodes: [NodePlace] = []
  var routes: [EdgeRoute] = []

  init() {}

  init(_ json: Data) throws {
    let file = try JSONDecoder().decode(File.self, from: json)
    nodes = (file.objects ?? []).compactMap { object in
      guard let pos = object.pos, let point = Self.points(pos).first else { return nil }
      return NodePlace(id: object.name, x: point[0], y: point[1])
    }
    routes = (file.edges ?? []).compactMap { edge in
      guard let pos = edge.pos, let label = edge.lp.flatMap({ Self.points($0).first }) else {
        return nil
      }
      return EdgeRoute(id: edge.id, points: Self.points(pos), label: label)
    }
  }

  private struct File: Decodable {
    struct Object: Decodable {
      var name: String
      var pos: String?
    }
    struct Edge: Decodable {
      var id: String
      var pos: String?
      var lp: String?
    }
    var objects: [Object]?
    var edges: [Edge]?
  }

  /// `x,y x,y …`, y turned downwards.
  private static func points(_ text: String) -> [[Int]] {
    text.split(separator: " ").compactMap { pair in
      let numbers = pair.split(separator: ",").compactMap { Double($0) }
      return numbers.count == 2 ? [Int(numbers[0].rounded()), Int(-numbers[1].rounded())] : nil
    }
  }
}
