import DocumentModel

/// A document and its trees.
///
/// A class, since as values their many columns would be retained with every copy.
final class ParsedText {
  let document: Document
  let syntax: SyntaxLayer

  init(document: Document, syntax: SyntaxLayer) {
    self.document = document
    self.syntax = syntax
  }
}
