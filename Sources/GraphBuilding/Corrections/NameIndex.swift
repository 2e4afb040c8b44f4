import GraphModel

/// In which articles the names of a table of corrections stand, so that a row need not go through
/// all of them.
struct NameIndex {
  private let names: Set<String>
  private var articles: [String: Set<Int>] = [:]

  init(_ rows: [Correction], in articles: [ArticleGraph]) {
    names = Set(rows.flatMap { [$0.subject, $0.object, $0.value] }.filter { !$0.isEmpty })
    guard !names.isEmpty else { return }
    for index in articles.indices { note(articles[index], at: index) }
  }

  /// Notes the names that an article has now.
  mutating func note(_ article: ArticleGraph, at index: Int) {
    for entity in article.entities {
      for name in [entity.name, entity.nodeID] where names.contains(name) {
        articles[name, default: []].insert(index)
      }
    }
  }

  /// Where `name` may stand, in ascending order.
  func places(of name: String) -> [Int] { (articles[name] ?? []).sorted() }
}
