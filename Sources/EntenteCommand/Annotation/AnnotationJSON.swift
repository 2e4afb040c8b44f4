import DocumentModel
import Entente
import Foundation
import Gazetteers
import GraphModel

/// One article's annotation as a line of JSON: its graph, and its mentions with byte offsets.
struct AnnotationJSON: Encodable {
  struct MentionRecord: Encodable {
    var text: String
    var start: Int
    var end: Int
    var sentence: Int
    var kind: String
    var type: String
    /// Whether it is an adjective of the entity ("Russian"), not its name.
    var adjective: Bool
    /// Indices into `graph.entities`.
    var entities: [Int]
    var candidates: [CandidateRecord]
  }

  struct CandidateRecord: Encodable {
    var id: String
    var type: String
    var score: Float
    var reasons: [Reason]
  }

  var graph: ArticleGraph
  var mentions: [MentionRecord]

  init(_ analysis: DocumentAnalysis, gazetteer: Gazetteer) {
    graph = analysis.articleGraph(gazetteer: gazetteer)
    mentions = analysis.entities.mentions.enumerated().map { index, mention in
      let span = analysis.document.span(of: mention.tokens)
      return MentionRecord(
        text: analysis.document.form(of: mention.tokens), start: span.start, end: span.end,
        sentence: mention.sentence, kind: mention.kind.rawValue, type: mention.type.rawValue,
        adjective: mention.isAdjective,
        entities: analysis.entities.chainsOfMention[index],
        candidates: mention.candidates.map { Self.record($0, gazetteer: gazetteer) })
    }
  }

  private static func record(_ candidate: Candidate, gazetteer: Gazetteer) -> CandidateRecord {
    let id =
      switch candidate.identity {
      case .known(let index): gazetteer.entities[Int(index)].id
      case .discovered(let key): key
      }
    return CandidateRecord(
      id: id, type: candidate.type.rawValue, score: candidate.score, reasons: candidate.reasons)
  }

  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return printable(json: try encoder.encode(self))
    }
  }
}
