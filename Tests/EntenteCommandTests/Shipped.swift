import Entente
import Foundation

/// The project's own data, read once for all tests.
enum Shipped {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let pipeline = Result {
    try Pipeline(data: DataFolder.locate(option: root.path))
  }

  /// A text that is one paragraph, dated so that offices can be looked up.
  static func article(_ text: String) throws -> Article {
    Article(
      id: "test", text: "Headline of the test article\n\n\(text)",
      metadata: ArticleMetadata(
        date: CalendarDate("2023-11-09").map { DatedFact($0, from: .option) }))
  }

  static func analysis(of text: String) throws -> DocumentAnalysis {
    try pipeline.get().analysis(of: article(text))
  }
}
