import Foundation
public import GRDB

/// An output of a store as a run left it.
public struct StoredOutput: Sendable, Hashable, Codable, FetchableRecord {
  /// Absolute.
  public var path: String
  /// A digest of all that decides its bytes beside the archive.
  public var recipe: String
  /// A digest of its bytes.
  public var content: String

  public init(path: String, recipe: String, content: String) {
    self.path = path
    self.recipe = recipe
    self.content = content
  }
}

extension ArticleStore {
  /// The outputs that were made of the archive as it is now: a run that changes it forgets them.
  /// - Throws: `StoreError`.
  public func outputs() throws -> Set<StoredOutput> {
    try reading { try StoredOutput.fetchSet($0, sql: "SELECT path, recipe, content FROM output") }
  }

  /// - Throws: `StoreError`.
  public func remember(_ outputs: [StoredOutput]) throws {
    try writing { database in
      for output in outputs {
        try database.execute(
          sql: "INSERT OR REPLACE INTO output(path, recipe, content) VALUES (?, ?, ?)",
          arguments: [output.path, output.recipe, output.content])
      }
    }
  }
}
