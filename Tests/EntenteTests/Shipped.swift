import Entente
import Foundation

/// The project's own data, read once for all tests.
enum Shipped {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let pipeline = Result {
    try Pipeline(data: DataFolder.locate(option: root.path))
  }

  static let parser = Result {
    try SyntaxParser(contentsOf: DataFolder.locate(option: root.path).model.path)
  }

  /// The analysis of a text that is one paragraph, dated so that offices can be looked up.
  static func analysis(of text: String, date: String = "2023-11-09") throws -> DocumentAnalysis {
    let date = CalendarDate(date).map { DatedFact($0, from: .option) }
    let article = Article(
      id: "test", text: "Headline of the test article\n\n\(text)",
      metadata: ArticleMetadata(date: date))
    return try pipeline.get().analysis(of: article)
  }
}
