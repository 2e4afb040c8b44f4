import DocumentModel

/// The way through a tree from one word to another: up to the word that both depend on, and down.
struct TreePath {
  let analysis: DocumentAnalysis

  /// "Iran ←nsubj supplied →obl Lebanon".
  func words(from start: Int, to end: Int) -> String {
    let (up, down) = (chain(above: start), chain(above: end))
    guard let meeting = up.first(where: down.contains) else {
      return "\(form(start)) … \(form(end))"
    }
    let rising = up.prefix { $0 != meeting }
    let falling = down.prefix { $0 != meeting }.reversed()
    return rising.map { "\(form($0)) ←\(relation($0)) " }.joined() + form(meeting)
      + falling.map { " →\(relation($0)) \(form($0))" }.joined()
  }

  /// The words between, the ends included.
  func tokens(from start: Int, to end: Int) -> [Int] {
    let (up, down) = (chain(above: start), chain(above: end))
    guard let meeting = up.first(where: down.contains) else { return [start, end] }
    return up.prefix { $0 != meeting } + [meeting] + down.prefix { $0 != meeting }
  }

  private func chain(above token: Int) -> [Int] {
    var chain = [token]
    while chain.count < 256, let last = chain.last {
      let head = Int(analysis.syntax.heads[last])
      guard head >= 0, !chain.contains(head) else { break }
      chain.append(head)
    }
    return chain
  }

  private func form(_ token: Int) -> String { analysis.document.form(of: token) }
  private func relation(_ token: Int) -> String { analysis.syntax.relations[token].rawValue }
}
