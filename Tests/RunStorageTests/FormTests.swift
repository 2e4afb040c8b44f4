import DocumentModel
import Foundation
import GraphExport
import GraphModel
import RunStorage
import Testing

/// The two forms in which article graphs are kept: bytes and lines.
@Suite struct FormTests {
  private func graphs(_ count: Int) -> [ArticleGraph] {
    var random = RandomArticles(seed: 7)
    return (0..<count).map { random.graph(id: "article-\($0)") }
  }

  @Test func packingLosesNothingAndAddsNothing() throws {
    for graph in graphs(300) {
      let packed = PackedArticle(graph)
      #expect(try packed.graph() == graph)
      #expect(PackedArticle(try packed.graph()) == packed)
      let record = try PackedArticle.record(from: PackedArticle.bytes(of: graph.article))
      #expect(record == graph.article)
    }
  }

  /// A changed byte, a byte too few and a byte too many are all found.
  @Test func damageIsFound() throws {
    var random = RandomArticles(seed: 11)
    let graph = random.graph(id: "a")
    let packed = PackedArticle(graph)
    func isWhole(_ body: [UInt8]) -> Bool {
      (try? PackedArticle(record: packed.record, sketch: packed.sketch, body: body).graph()) != nil
    }
    #expect(isWhole(packed.body))
    for index in packed.body.indices {
      var body = packed.body
      body[index] ^= UInt8(1 << random.number(below: 8))
      #expect(!isWhole(body), "byte \(index)")
    }
    for count in packed.body.indices { #expect(!isWhole(Array(packed.body.prefix(count)))) }
    #expect(!isWhole(packed.body + [0]))
  }

  /// What the bytes mean must not change without `PackedArticle.version`: whoever changes the order of
  /// fields or cases sees this fail, counts up, and puts the new number here.
  @Test func theBytesMeanWhatTheyMeant() {
    var hash = StableHash()
    for graph in graphs(50) {
      let packed = PackedArticle(graph)
      hash.add(PackedArticle.bytes(of: packed.record))
      hash.add(packed.body)
    }
    #expect(PackedArticle.version == 1)
    #expect(hash.value == 8_576_392_115_268_504_360, "the hash of fifty packed articles")
  }

  @Test func linesLoseNothing() throws {
    let reader = AnalysisLineReader()
    for graph in graphs(300) {
      let bytes = try OutputBuffer.bytes { output in
        AnalysisLines(to: output).write(graph, nodes: graph.entities.map(\.name))
      }
      #expect(bytes.filter { $0 == UInt8(ascii: "\n") }.count == 1)
      #expect(AnalysisLineReader.isLine(bytes))
      guard case .analysis(let read) = try reader.line(from: Data(bytes)) else {
        Issue.record("no analysis")
        continue
      }
      #expect(read == graph)
    }
  }

  @Test(arguments: [
    (#"{"analysis":{"version":1}}"#, "\"article\" is missing"),
    (#"{"analysis":{"version":2,"article":{"id":"a"}}}"#, "version 2 is newer"),
    (#"{"graph":{}}"#, "no analysis in it"),
    ("{", "this is no analysis"),
    (
      #"{"analysis":{"version":1,"article":{"id":"a"},"relations":[{"source":0,"target":1,"relation":"MEET","lemma":"meet","category":"CONSULT","symmetric":true,"polarity":"affirmed","modality":"asserted","grade":"A","sentence":0}]}}"#,
      "no two entities"
    ),
  ])
  func aWrongLineSaysWhy(_ line: String, _ reason: String) {
    do {
      _ = try AnalysisLineReader().line(from: Data(line.utf8))
      Issue.record("it was read")
    } catch {
      #expect("\(error)".contains(reason), "\(error)")
    }
  }

  @Test func aGapComesBack() throws {
    let bytes = try OutputBuffer.bytes { output in
      AnalysisLines(to: output).write(
        .failed, line: 3, id: "a", code: "time-limit", message: "not done")
    }
    guard case .gap(let gap) = try AnalysisLineReader().line(from: Data(bytes)) else {
      Issue.record("no gap")
      return
    }
    #expect(
      gap == AnalysisGap(.failed, line: 3, id: "a", code: "time-limit", message: "not done"))
  }
}
