import DocumentModel
import Foundation
public import SyntaxParsing

/// Trees made by another program (or by hand) for some articles, to be used in place of Entente's
/// own: a CoNLL-U file in which `# newdoc id = …` names the article, as `entente parse` writes it.
public struct GivenParses: Sendable {
  private let sentences: [String: [CoNLLUSentence]]

  /// - Throws: `CoNLLUError` for a file that is no CoNLL-U, holds a cycle or an unknown label, or
  ///   does not say to which article a sentence belongs.
  public init(_ sentences: [CoNLLUSentence]) throws(CoNLLUError) {
    var byArticle: [String: [CoNLLUSentence]] = [:]
    var article: String?
    for sentence in sentences {
      _ = try sentence.layer()
      article = sentence.comment("newdoc id") ?? article
      guard let article else { throw CoNLLUError(line: sentence.line, kind: .noDocument) }
      byArticle[article, default: []].append(sentence)
    }
    self.sentences = byArticle
  }

  public init(contentsOf path: String) throws {
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    try self.init(CoNLLU.read(text))
  }

  /// The document cut into the words that were given for its article, with their trees; nil where
  /// none were given.
  /// - Throws: `CoNLLUError` when the words are not those of the article.
  func parsed(
    _ document: Document
  ) throws(CoNLLUError) -> (document: Document, syntax: SyntaxLayer)? {
    guard let given = sentences[CoNLLUSentence.oneLine(document.article.id)] else { return nil }
    return try document.parsed(as: given)
  }
}
