import DocumentModel
import GraphAnalysis
import GraphModel
import Testing

@testable import GraphExport

@Suite struct FiguresTests {
  private func series(_ graph: Graph, _ first: Int, _ second: Int) -> PairSeries {
    PairSeries(
      of: graph, first: graph.nodes[first], second: graph.nodes[second], by: .month)
  }

  @Test func aSeriesAsATable() throws {
    let bytes = try OutputBuffer.bytes {
      SeriesTable(series(SampleGraphs.seed, 1, 2)).write(to: $0)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[0].hasSuffix(
        "events_PRK_to_RUS,goldstein_PRK_to_RUS,events_RUS_to_PRK,goldstein_RUS_to_PRK,events_mutual,goldstein_mutual"
      ))
    #expect(lines[1].hasPrefix(#""2023-11","1","1.0","0.0","0.0","1.0","0.0","0.0","1.0""#))
  }

  @Test(.enabled(if: Readers.isInstalled("xmllint"), "xmllint is not installed"))
  func aSeriesAsAPictureIsWellFormed() throws {
    for graph in [SampleGraphs.seed, SampleGraphs.hostile, SampleGraphs.parallel] {
      let bytes = try OutputBuffer.bytes { SeriesPicture(series(graph, 0, 1)).write(to: $0) }
      try TemporaryFolder.withFile("series.svg", bytes) { file in
        let lint = try Readers.run("xmllint", ["--nonet", "--noout", file])
        #expect(lint.status == 0, Comment(rawValue: lint.errors))
      }
      #expect(!String(decoding: bytes, as: UTF8.self).contains("<script"))
    }
  }

  @Test func tablesCannotBeBrokenByNames() {
    for graph in [SampleGraphs.hostile, SampleGraphs.seed, SampleGraphs.empty] {
      let text = StatisticsText(GraphStatistics(graph, leaders: 50), of: graph).text
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
    }
  }

  @Test func theCodebookSaysWhatEveryColumnIs() {
    let markdown = Codebook([
      .init(
        relation: "A|B", category: .aid, mode: nil, cameo: "072", goldstein: 8.3, words: ["arm"])
    ]).markdown
    for column in EventColumn.all { #expect(markdown.contains("| `\(column.name)` |")) }
    #expect(markdown.contains(#"| A\|B | AID |  | 072 | 8.3 | arm |"#))
  }
}
