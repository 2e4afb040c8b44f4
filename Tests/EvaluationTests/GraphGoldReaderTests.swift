import Evaluation
import Foundation
import Testing

struct GraphGoldReaderTests {
  private func read(_ json: String) throws -> GraphGold {
    try GraphGoldReader().gold(from: Data(json.utf8), file: "gold.json")
  }

  private static let entities = """
    [{"id": "a", "type": "person", "name": "Ann Lee"}, {"id": "b", "type": "country", "name": "Chad"}]
    """

  @Test func whatIsLeftOutIsEmptyOrFalse() throws {
    let gold = try read(
      """
      {"doc": "x", "entities": \(Self.entities), "relations": [
        {"source": "a", "target": "b", "lemma": ["visit"], "category": "CONSULT"}]}
      """)
    #expect(gold.entities.map(\.surface) == [[], []])
    let relation = try #require(gold.relations.first)
    #expect(relation.status == .asserted)
    #expect(!relation.isNegated && !relation.isCore)
    #expect(!relation.isSymmetric && !relation.isOptional)
  }

  @Test func encodedGoldReadsBack() throws {
    let gold = try Notation.gold(
      entities: ["a person Ann Lee | Lee", "b country Chad?"],
      relations: ["a > b visit/tour CONSULT/location core sym not planned"])
    let data = try JSONEncoder().encode(gold)
    #expect(try GraphGoldReader().gold(from: data, file: "gold.json") == gold)
  }

  struct BadGold: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var entities = GraphGoldReaderTests.entities
    var relation = #""source": "a", "target": "b", "lemma": ["visit"], "category": "CONSULT""#
    var message: String
  }

  @Test(arguments: [
    BadGold(
      testDescription: "unknown id",
      relation: #""source": "a", "target": "z", "lemma": ["visit"], "category": "CONSULT""#,
      message: "gold.json: relations[0].target: no entity has the id z; add one or correct the id"),
    BadGold(
      testDescription: "one entity on both ends",
      relation: #""source": "a", "target": "a", "lemma": ["visit"], "category": "CONSULT""#,
      message: "gold.json: relations[0].target: both ends are a; a relation needs two entities"),
    BadGold(
      testDescription: "no lemma",
      relation: #""source": "a", "target": "b", "lemma": [], "category": "CONSULT""#,
      message: "gold.json: relations[0].lemma: is empty; write at least one word"),
    BadGold(
      testDescription: "missing key",
      relation: #""source": "a", "target": "b", "category": "CONSULT""#,
      message: "gold.json: relations[0].lemma: is missing; add it"),
    BadGold(
      testDescription: "wrong type of value",
      relation: #""source": 1, "target": "b", "lemma": ["visit"], "category": "CONSULT""#,
      message: "gold.json: relations[0].source: expected a string; change it"),
    BadGold(
      testDescription: "unknown status",
      relation: #""source": "a", "target": "b", "lemma": ["x"], "category": "AID", "status": "no""#,
      message: """
        gold.json: relations[0].status: "no" is none of asserted, reported, possible, planned, \
        denied; change it
        """),
    BadGold(
      testDescription: "repeated id",
      entities: """
        [{"id": "a", "type": "person", "name": "Ann"}, {"id": "a", "type": "person", "name": "Bo"},
         {"id": "b", "type": "country", "name": "Chad"}]
        """,
      message: "gold.json: entities[1].id: the id a is used before; give every entity its own"),
  ])
  func errorsSayWhereAndWhatToDo(_ bad: BadGold) {
    let error = #expect(throws: GraphGoldError.self) {
      try read(#"{"doc": "x", "entities": \#(bad.entities), "relations": [{\#(bad.relation)}]}"#)
    }
    #expect(error?.description == bad.message)
  }

  @Test func unknownCategoryListsTheKnownOnes() {
    let error = #expect(throws: GraphGoldError.self) {
      try read(
        """
        {"doc": "x", "entities": \(Self.entities), "relations": [
          {"source": "a", "target": "b", "lemma": ["visit"], "category": "VISITS"}]}
        """)
    }
    #expect(error?.problems.map(\.kind) == [.unknownCategory("VISITS")])
    #expect(error?.description.contains("AGREE, CONSULT") == true)
  }

  @Test func textThatIsNoJSON() throws {
    let error = try #require(#expect(throws: GraphGoldError.self) { try read("{") })
    #expect(error.description.hasPrefix("gold.json: is not JSON"))
  }

  @Test func absentFile() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("no-such-gold.json")
    let error = try #require(
      #expect(throws: GraphGoldError.self) { try GraphGoldReader().gold(at: file) })
    #expect(error.description.hasPrefix("\(file.path): cannot be read"))
  }

  @Test func folderIsReadInOrderOfNames() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "golds-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["b", "a"] {
      let json = #"{"doc": "\#(name)", "entities": [], "relations": []}"#
      try Data(json.utf8).write(to: folder.appendingPathComponent("\(name).json"))
    }
    try Data().write(to: folder.appendingPathComponent("notes.txt"))
    #expect(try GraphGoldReader().golds(in: folder).map(\.doc) == ["a", "b"])
  }
}
