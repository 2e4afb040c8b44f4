import DocumentModel
import GraphModel

/// The words and the legend below a picture, as a Graphviz HTML label.
struct PictureCaption {
  private let picture: PictureGraph
  private let nodeCount: Int
  private let edgeCount: Int
  private let title: String?

  init(_ picture: PictureGraph, of graph: Graph, title: String?) {
    self.picture = picture
    nodeCount = graph.nodes.count
    edgeCount = graph.edges.count
    self.title = title
  }

  /// What is shown, and what is not.
  var lines: [String] {
    let shownEdges = picture.bundles.reduce(0) { $0 + $1.edges.count }
    let shown =
      "Shown: \(picture.nodes.count) of \(counted(nodeCount, "entity", "entities")), "
      + "\(shownEdges) of \(counted(edgeCount, "relation", "relations"))"
      + (shownEdges == picture.bundles.count ? "." : " in \(picture.bundles.count) bundles.")
    return [shown]
      + (omitted.isEmpty ? [] : ["Left out: \(omitted.joined(separator: ", "))."])
      + (picture.namesLines
        ? [] : ["Too many lines to name each; an SVG says what one is when pointed at."])
  }

  private var omitted: [String] {
    let omissions = picture.omissions
    return [
      (omissions.speech, "of speech"), (omissions.doubtful, "doubtful (grade C)"),
      (omissions.lighter, "lighter"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      + (omissions.isolated > 0
        ? [counted(omissions.isolated, "entity", "entities") + " without a line"] : [])
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// A table: title, legend of what occurs in the picture, caption.
  var html: String {
    var rows: [String] = []
    if let title, !TextCleaning.cleaned(title).isEmpty {
      rows.append(row("<FONT POINT-SIZE=\"14\"><B>\(escaped(title))</B></FONT>"))
    }
    // Rows of about one length: Graphviz stretches the cells of shorter ones.
    for cells in [typeCells, toneCells(acts), toneCells([.tie, .other]) + lineCells]
    where !cells.isEmpty {
      rows.append(row(legend(cells)))
    }
    rows += lines.map { row("<FONT COLOR=\"#555555\">\($0)</FONT>") }
    return
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"2\" CELLPADDING=\"0\">\(rows.joined())</TABLE>"
  }

  private var acts: [EdgeStyle.Tone] {
    [.verbalCooperation, .materialCooperation, .verbalConflict, .materialConflict]
  }

  private func row(_ content: String) -> String { "<TR><TD ALIGN=\"LEFT\">\(content)</TD></TR>" }

  private func legend(_ cells: [String]) -> String {
    "<TABLE ALIGN=\"LEFT\" BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"6\" CELLPADDING=\"2\"><TR>\(cells.joined())</TR></TABLE>"
  }

  private var typeCells: [String] {
    let types = Set(picture.nodes.map(\.type))
    return EntityType.allCases.filter(types.contains).map { type in
      let style = NodeStyle(type)
      let rounded = type == .official || type == .person ? " STYLE=\"ROUNDED\"" : ""
      return
        "<TD BORDER=\"1\"\(rounded) COLOR=\"\(style.border.hex)\" BGCOLOR=\"\(style.fill.hex)\"> \(type.rawValue) </TD>"
    }
  }

  private func toneCells(_ wanted: [EdgeStyle.Tone]) -> [String] {
    let tones = Set(picture.bundles.map { EdgeStyle.Tone($0.category) })
    return wanted.filter(tones.contains).map { tone in
      cell("<B>━━</B> \(tone.words)", tone.text)
    }
  }

  private var lineCells: [String] {
    let lines = Set(picture.bundles.map { EdgeStyle.Line($0.polarity, $0.modality) })
    return [
      (EdgeStyle.Line.dashed, "╌╌ said not to be so"), (.dotted, "⋯⋯ planned, possible, demanded"),
    ]
    .filter { lines.contains($0.0) }.map { cell($0.1, Colour(0x333333)) }
  }

  private func cell(_ text: String, _ colour: Colour) -> String {
    "<TD><FONT COLOR=\"\(colour.hex)\">\(text)</FONT></TD>"
  }

  private func escaped(_ text: String) -> String {
    XMLText.escapingMarks(in: String(TextCleaning.cleaned(text).prefix(200)))
  }
}
