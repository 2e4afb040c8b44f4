import ArgumentParser
import ArticleGenerator
import Foundation

/// Writes generated articles, one file each.
@main
struct GenerateArticles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-articles",
    abstract: "Write distinct newspaper-like articles of about 500 words.")

  @Option(help: "How many articles to write.")
  var count = 1000

  @Option(help: "The same seed gives the same articles.")
  var seed: UInt64 = 1

  @Option(name: .shortAndLong, help: "The folder to write them to; made if absent.")
  var output: String

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count must be above 0") }
  }

  func run() throws {
    let folder = URL(fileURLWithPath: output, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let generator = ArticleGenerator(seed: seed)
    for index in 0..<count {
      let article = generator.article(index: index)
      try Data(article.text.utf8).write(to: folder.appendingPathComponent(article.id))
    }
  }
}
