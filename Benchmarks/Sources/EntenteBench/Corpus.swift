import ArticleGenerator
import DocumentModel
import Foundation

/// Generated articles and what is known about them without any of the code that is measured.
struct Corpus {
  var articles: [Article] = []
  var bytes = 0
  /// Runs of characters between white space.
  var words = 0
  /// Bytes that are no ASCII white space, the only white space that the generator writes.
  var inkBytes = 0
  var paragraphs = 0
  var sentences = 0
  /// Mentions of known names.
  var mentions = 0

  init(count: Int, from generator: ArticleGenerator) {
    for index in 0..<count { add(generator.article(index: index)) }
  }

  /// The files of a folder that end in `.txt`, by name.
  init(of folder: URL) throws {
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    for file in files.filter({ $0.pathExtension == "txt" }).sorted(by: { $0.path < $1.path }) {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      articles.append(Article(id: file.lastPathComponent, text: text))
      bytes += text.utf8.count
    }
  }

  /// All articles one after the other, for programs that read one file.
  func write(to file: URL) throws {
    try Data(articles.map(\.text).joined().utf8).write(to: file)
  }

  private mutating func add(_ article: GeneratedArticle) {
    articles.append(Article(id: article.id, text: article.text))
    bytes += article.text.utf8.count
    count(article.text.utf8)
    paragraphs += article.paragraphs
    sentences += article.sentences
    mentions += article.mentions.count
  }

  private mutating func count(_ text: String.UTF8View) {
    var isInWord = false
    for byte in text {
      let isInk = byte > 32
      if isInk { inkBytes += 1 }
      if isInk && !isInWord { words += 1 }
      isInWord = isInk
    }
  }
}
