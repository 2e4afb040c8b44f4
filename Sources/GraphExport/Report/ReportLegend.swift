import DocumentModel
import GraphModel

/// What colours and lines of the report's picture mean, and the arrow heads it draws with.
struct ReportLegend {
  private let types: [EntityType]
  private let tones: Set<EdgeStyle.Tone>
  private let lines: Set<EdgeStyle.Line>

  init(_ graph: Graph) {
    let present = Set(graph.nodes.map(\.type))
    types = EntityType.allCases.filter(present.contains)
    tones = Set(graph.edges.map { EdgeStyle.Tone($0.predicate.category) })
    lines = Set(graph.edges.map { EdgeStyle.Line($0.polarity, $0.modality) })
  }

  var html: String {
    let entities = types.map { item("box \($0.rawValue)", $0.rawValue) }
    let acts = Self.tones.filter { tones.contains($0.tone) }.map { item($0.name, $0.tone.words) }
    let stances: [(EdgeStyle.Line, String)] = [
      (.dashed, "said not to be so"), (.dotted, "planned, possible, demanded"),
    ]
    return
      (entities + acts
      + stances.filter { lines.contains($0.0) }.map { item($0.0.rawValue, $0.1) }).joined()
  }

  private func item(_ name: String, _ words: String) -> String {
    "<span><i class=\"\(name)\"></i>\(words)</span>"
  }

  /// Tones by the names of their style classes.
  private static let tones: [(tone: EdgeStyle.Tone, name: String)] = [
    (.verbalCooperation, "verbal-cooperation"), (.materialCooperation, "material-cooperation"),
    (.verbalConflict, "verbal-conflict"), (.materialConflict, "material-conflict"), (.tie, "tie"),
    (.other, "other"),
  ]

  static let markers = (tones.map(\.name) + ["speech"]).map { name in
    """
    <marker id="arrow-\(name)" class="\(name)" viewBox="0 0 10 10" refX="9" refY="5" \
    markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto">\
    <path d="M0 1L10 5L0 9z"/></marker>
    """
  }.joined()
}
