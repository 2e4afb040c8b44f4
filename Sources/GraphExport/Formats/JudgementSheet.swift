import DocumentModel
public import GraphAnalysis
public import GraphModel

/// A sample of relations as a table to judge by hand in a spreadsheet.
///
/// Whoever judges fills the column `verdict`: `y` for right, `n` for wrong, `?` where nobody can
/// tell; the columns behind it help to decide, those at the end are for the scores.
public struct JudgementSheet {
  private let sample: RelationSample
  private let graph: Graph
  private let scratch = TextScratch()

  public init(_ sample: RelationSample, of graph: Graph) {
    self.sample = sample
    self.graph = graph
  }

  private static let columns: [StaticString] = [
    "verdict", "note", "source", "label", "target", "sentence", "says", "theme", "via", "date",
    "article", "relation", "category", "grade", "id", "stratum", "stratum_size",
  ]

  /// Writes it with a byte-order mark, without which Excel would not take it for UTF-8.
  public func write(to output: OutputBuffer) throws {
    output.append("\u{FEFF}" as StaticString)
    let csv = CSVText(output: output, dialect: .plain)
    csv.header(Self.columns)
    let nodes = IDPlaces(graph.nodes)
    func label(_ id: String) -> String { nodes[id].map { graph.nodes[$0].shownLabel } ?? id }
    for item in sample.items {
      let edge = graph.edges[item.edge]
      let piece = edge.evidence[item.piece]
      let fields: [FieldValue] = [
        .absent, .text(label(edge.source)), .text(edge.label), .text(label(edge.target)),
        .text(piece.quote), .list(piece.speakers), .text(piece.theme), .text(piece.via),
        .date(piece.date), .text(piece.article), .text(edge.predicate.relation),
        .token(edge.predicate.category.rawValue), .token(piece.grade.rawValue), .text(item.id),
        .text(item.stratum), .integer(item.stratumSize),
      ]
      for field in fields {
        csv.separator()
        csv.field(field, scratch)
      }
      csv.endRow()
      try output.checkpoint()
    }
  }
}
