import DocumentModel
public import Evaluation
public import Segmentation
public import SyntaxParsing

/// Scores tagging, lemmas and trees on a treebank after the conventions of the CoNLL 2018 shared
/// task (Zeman et al. 2018): once on the treebank's own tokens, once from the raw text of its
/// paragraphs, where words correspond when they stand at the same place.
public struct TreebankScorer: Sendable {
  private let parser: SyntaxParser
  private let segmenter: Segmenter

  public init(parser: SyntaxParser, segmenter: Segmenter = .init(options: .init(parts: .bodyOnly)))
  {
    self.parser = parser
    self.segmenter = segmenter
  }

  /// - Throws: `CoNLLUError` when a sentence has no tree.
  public func scoresOnGoldTokens(_ sentences: [CoNLLUSentence]) throws(CoNLLUError) -> SyntaxScores
  {
    let workspace = parser.makeWorkspace()
    var scores = SyntaxScores()
    for sentence in sentences {
      let system = parser.tree(of: sentence.forms, using: workspace)
      scores += SyntaxScores(gold: try sentence.layer(), system: system)
    }
    return scores
  }

  /// - Throws: `CoNLLUError` when a sentence has no tree, or its words do not stand in its text.
  public func scoresFromRawText(_ sentences: [CoNLLUSentence]) throws(CoNLLUError) -> SyntaxScores {
    let workspace = parser.makeWorkspace()
    var scores = SyntaxScores()
    for part in Self.documents(sentences) {
      let article = Article(id: "treebank", text: Self.text(of: part))
      let document = segmenter.document(for: article)
      let gold = try document.parsed(as: part)
      scores += SyntaxScores(
        gold: gold.syntax, goldSpans: gold.document.tokens.map(\.span),
        system: parser.trees(for: document, using: workspace),
        systemSpans: document.tokens.map(\.span))
    }
    return scores
  }

  /// The sentences of each document; all of them where the treebank marks none.
  private static func documents(_ sentences: [CoNLLUSentence]) -> [ArraySlice<CoNLLUSentence>] {
    let starts = sentences.indices.filter { $0 == 0 || sentences[$0].begins("newdoc") }
    return zip(starts, starts.dropFirst() + [sentences.count]).map { sentences[$0..<$1] }
  }

  /// The text of whole paragraphs.
  private static func text(of sentences: ArraySlice<CoNLLUSentence>) -> String {
    var text = ""
    for sentence in sentences {
      if !text.isEmpty {
        text += sentence.begins("newpar") || sentence.begins("newdoc") ? "\n\n" : " "
      }
      text += sentence.comment("text") ?? sentence.forms.joined(separator: " ")
    }
    return text
  }
}

extension CoNLLUSentence {
  /// Whether a comment says that `part` (`newdoc`, `newpar`) begins here.
  fileprivate func begins(_ part: String) -> Bool {
    comments.contains { $0.trimmingPrefix(while: \.isWhitespace).hasPrefix(part) }
  }
}
