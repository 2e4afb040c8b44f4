import DocumentModel
import Foundation
import GraphAnalysis
public import GraphModel

/// One HTML page that shows a graph, its evidence and its figures, and needs nothing else.
///
/// The graph goes into it as data, in the form of `JSONWriter`, with every `<` escaped; the page's
/// script puts text into it as text only, and a content security policy lets no other script run
/// and nothing be loaded or sent.
public struct Report: GraphWriter {
  public var title: String?
  public var evidence: EvidenceDetail

  public init(title: String? = nil, evidence: EvidenceDetail = .full) {
    self.title = title
    self.evidence = evidence
  }

  public func write(_ graph: Graph, to output: OutputBuffer) throws {
    let layout = ReportLayout(graph)
    output.append(head)
    output.append(body(of: graph, layout))
    try JSONWriter(evidence: evidence).write(graph, to: beginData("graph-data", output))
    output.append("</script>\n")
    layout.write(to: beginData("layout-data", output))
    output.append("\n</script>\n")
    beginData("statistics-data", output).append(try Self.json(GraphStatistics(graph, leaders: 20)))
    output.append("</script>\n<script>\(ReportAssets.script)</script>\n</body>\n</html>\n")
    try output.checkpoint()
  }

  private var shownTitle: String { XMLText.escaped(title ?? "Who did what to whom") }

  private var head: String {
    let policy =
      "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
      + "style-src 'unsafe-inline'; script-src '\(ReportAssets.scriptHash)'"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(shownTitle)</title>
      <style>
      \(ReportAssets.style)</style>
      </head>
      <body>

      """
  }

  private func body(of graph: Graph, _ layout: ReportLayout) -> String {
    let parts = [
      "title": shownTitle, "summary": XMLText.escaped(Self.summary(graph)),
      "markers": ReportLegend.markers, "legend": ReportLegend(graph).html,
      "layout": XMLText.escaped(layout.note),
    ]
    return parts.reduce(ReportAssets.page) { page, part in
      page.replacing("{{\(part.key)}}", with: part.value)
    }
  }

  private static func summary(_ graph: Graph) -> String {
    let dates = graph.articles.compactMap { $0.date?.date }
    var text = "\(graph.articles.count) \(graph.articles.count == 1 ? "article" : "articles")"
    if let first = dates.min(), let last = dates.max() {
      text += first == last ? " of \(first)" : " from \(first) to \(last)"
    }
    return text + "; \(graph.nodes.count) entities, \(graph.edges.count) relations"
  }

  private func beginData(_ id: String, _ output: OutputBuffer) -> OutputBuffer {
    output.append("<script type=\"application/json\" id=\"\(id)\">")
    return output
  }

  /// A less-than sign occurs only inside strings, where JSON lets any character be escaped.
  private static func json(_ statistics: GraphStatistics) throws -> String {
    try StatisticsText.json(statistics).replacing("<", with: "\\u003C")
  }
}
