import DocumentModel
import Foundation
import SyntaxParsing
import Testing

/// The shipped model, read once.
enum ShippedModel {
  static let path = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Models/english.entente").path

  static let parser = Result { try SyntaxParser(contentsOf: path) }
}

/// Checks what holds of every parse: one value a token in every column, one root, no cycle, the
/// label `root` at the root and nowhere else.
func expectWellFormed(
  _ layer: SyntaxLayer, count: Int, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(layer.heads.count == count, sourceLocation: sourceLocation)
  let columns = [
    layer.tags.count, layer.features.count, layer.lemmas.count, layer.relations.count,
  ]
  #expect(columns.allSatisfy { $0 == count }, sourceLocation: sourceLocation)
  guard count > 0, layer.heads.count == count else { return }
  #expect(layer.heads.filter { $0 == -1 }.count == 1, sourceLocation: sourceLocation)
  #expect(
    layer.heads.indices.allSatisfy { (layer.heads[$0] == -1) == (layer.relations[$0] == .root) },
    sourceLocation: sourceLocation)
  #expect(
    layer.heads.allSatisfy { $0 >= -1 && $0 < count } && reachesRoot(layer.heads),
    "a cycle", sourceLocation: sourceLocation)
  #expect(layer.lemmas.allSatisfy { !$0.isEmpty }, sourceLocation: sourceLocation)
}

/// Whether every token leads up to the root; linear, by remembering who does.
private func reachesRoot(_ heads: [Int32]) -> Bool {
  var isSafe = [Bool](repeating: false, count: heads.count)
  for start in heads.indices {
    var path: [Int] = []
    var node = start
    while node >= 0, !isSafe[node], path.count <= heads.count {
      path.append(node)
      node = Int(heads[node])
    }
    guard path.count <= heads.count else { return false }
    for node in path { isSafe[node] = true }
  }
  return true
}
