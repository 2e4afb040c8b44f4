import Curation
import Foundation
import Gazetteers
import Testing

@Suite struct GrammarTests {
  /// Every example of the grammar is a row that loads.
  @Test(arguments: TableGrammar.all) func examplesLoad(grammar: TableGrammar) throws {
    let rows = [grammar.columns.map(\.name)] + grammar.examples
    #expect(rows.allSatisfy { $0.count == grammar.columns.count })
    let text = rows.map { $0.joined(separator: "\t") + "\n" }.joined()
    #expect(throws: Never.self) { try GazetteerLoader().load(layers: [["t.tsv": text]]) }
  }

  @Test func namesAreFoundHoweverTheyAreWritten() {
    for name in ["entities", "given-names", "Given names", "word-classes", "role noun"] {
      #expect(TableGrammar.named(name) != nil, "\(name)")
    }
    #expect(TableGrammar.named("no such table") == nil)
  }
}
