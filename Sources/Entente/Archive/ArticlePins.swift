import GraphExport
public import Ingestion
import Synchronization

/// The hashes of the articles that a run reads, collected as they go by.
public final class ArticlePins: Sendable {
  private let texts = Mutex<[String: String]>([:])

  public init() {}

  public func pin(_ ingested: IngestedArticle) {
    var hash = SHA256()
    hash.add(ingested.article.text)
    let text = hash.text
    texts.withLock { $0[ingested.article.id] = text }
  }

  public var articles: [RunReport.Article] {
    texts.withLock { texts in texts.map { RunReport.Article(id: $0.key, text: $0.value) } }
  }
}
