import DocumentModel
import SyntaxParsing
import Testing

/// Sentences as newspapers write them, and arcs the later stages live on.
@Suite struct NewsSentenceTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var text: String
    /// `dependent relation head`, words as they stand; `-` for the root.
    var arcs: [String]
    var testDescription: String { text }
  }

  static let rows = [
    Row(
      text: "Iran supplied Russia with drones .",
      arcs: ["Iran nsubj supplied", "Russia obj supplied", "drones obl supplied"]),
    Row(
      text: "The sanctions were imposed by the European Union .",
      arcs: ["sanctions nsubj:pass imposed", "Union obl:agent imposed", "were aux:pass imposed"]),
    Row(
      text: "Seoul did not supply shells to Kyiv , the ministry said .",
      arcs: ["Seoul nsubj supply", "shells obj supply", "not advmod supply", "ministry nsubj said"]),
    Row(
      text: "China and Russia signed a treaty in Beijing .",
      arcs: ["Russia conj China", "China nsubj signed", "treaty obj signed"]),
    Row(
      text: "Japan , which hosts foreign troops , has raised its military spending .",
      arcs: ["hosts acl:relcl Japan", "Japan nsubj raised", "troops obj hosts"]),
    Row(
      text: "Russia 's defence minister will visit North Korea .",
      arcs: ["Russia nmod:poss minister", "minister nsubj visit", "Korea obj visit"]),
    Row(
      text: "US imposes sanctions on Russian banks over Ukraine war",
      arcs: ["US nsubj imposes", "sanctions obj imposes"]),
  ]

  @Test(arguments: rows) func arcsAreFound(row: Row) throws {
    let words = row.text.split(separator: " ").map(String.init)
    let layer = try ShippedModel.parser.get().tree(of: words)
    expectWellFormed(layer, count: words.count)
    let arcs = words.indices.map { index in
      let head = Int(layer.heads[index])
      return "\(words[index]) \(layer.relations[index].rawValue) \(head < 0 ? "-" : words[head])"
    }
    for arc in row.arcs { #expect(arcs.contains(arc), "\(arc) is not among \(arcs)") }
  }

  /// Form, then the lemma it must get in its sentence.
  static let lemmas: [(text: String, lemma: String)] = [
    ("They [were] attacked .", "be"),
    ("i [supplied] it .", "supply"),
    ("The [countries] agreed .", "country"),
    ("He [denied] it .", "deny"),
    ("Iran 's [allies] met .", "ally"),
    ("Troops [shelled] the town .", "shell"),
  ]

  @Test(arguments: lemmas) func lemmasAreFound(row: (text: String, lemma: String)) throws {
    let marked = row.text.split(separator: " ")
    let index = try #require(marked.firstIndex { $0.hasPrefix("[") })
    let words = marked.map { String($0.filter { $0 != "[" && $0 != "]" }) }
    #expect(try ShippedModel.parser.get().tree(of: words).lemmas[index] == row.lemma)
  }
}
