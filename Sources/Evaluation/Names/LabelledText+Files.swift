import Foundation
import SyntaxParsing

extension LabelledText {
  /// The texts of an annotated file: CoNLL-U with entities, text with names in brackets (`.txt`), or
  /// else CoNLL columns. Throws what reading and parsing it throw.
  public static func texts(of path: String) throws -> [LabelledText] {
    let content = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    let file = URL(filePath: path).lastPathComponent
    if path.hasSuffix(".conllu") {
      return EntityTreebank().texts(of: try CoNLLU.read(content), file: file)
    }
    if path.hasSuffix(".txt") { return BracketedNames().texts(in: content, file: file) }
    return try BIOColumns().texts(in: content, file: file)
  }
}
