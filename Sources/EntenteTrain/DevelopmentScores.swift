import DocumentModel
import Evaluation
import Foundation
import ModelFiles
import SyntaxParsing

/// Scores of a model on tuning sentences, with gold tokens.
struct DevelopmentScores {
  private let files: [(name: String, sentences: [TreebankSentence])]

  init(_ files: [(name: String, sentences: [TreebankSentence])]) { self.files = files }

  func print(_ model: ModelFile) throws {
    let parser = try SyntaxParser(model: model)
    let workspace = parser.makeWorkspace()
    for file in files {
      var scores = SyntaxScores()
      for sentence in file.sentences {
        let system = parser.tree(of: sentence.source.forms, using: workspace)
        scores += SyntaxScores(gold: sentence.layer, system: system)
      }
      Progress.note("  \(file.name): \(Self.line(scores))")
    }
  }

  static func line(_ scores: SyntaxScores) -> String {
    let parts: [(String, SyntaxScores.Count)] = [
      ("UPOS", scores.upos), ("feats", scores.features), ("lemma", scores.lemmas),
      ("UAS", scores.uas), ("LAS", scores.las), ("LAS:sub", scores.lasWithSubtypes),
    ]
    return parts.map { "\($0) " + String(format: "%.2f", $1.f1 * 100) }.joined(separator: "  ")
  }
}
