import DocumentModel
import Foundation
public import RunStorage

/// Tells whether outputs need to be written again: not those that were made of the same archive in the
/// same way and still have the bytes they were given.
public struct CurrentOutputs {
  private let store: ArticleStore
  private let recipe: String

  /// - Parameter recipe: all that decides an output's bytes beside the archive: options, corrections,
  ///   the program itself.
  public init(of store: ArticleStore, recipe: some Sequence<String>) {
    self.store = store
    self.recipe = StableHash.base32(of: Array(recipe).joined(separator: "\u{0}"))
  }

  /// Whether all of `paths` are as a run over the archive as it is would write them.
  /// - Throws: `StoreError`.
  public func include(_ paths: [String]) throws -> Bool {
    let known = try store.outputs()
    guard !paths.isEmpty, !known.isEmpty else { return false }
    return paths.allSatisfy { path in output(at: path).map(known.contains) ?? false }
  }

  /// Takes `paths` as written by this run.
  /// - Throws: `StoreError`.
  public func remember(_ paths: [String]) throws {
    try store.remember(paths.compactMap(output))
  }

  /// Nil for what is no file or folder, and cannot be looked at again.
  private func output(at path: String) -> StoredOutput? {
    let url = URL(filePath: path).absoluteURL.standardized
    let kind = try? url.resolvingSymlinksInPath().resourceValues(
      forKeys: [.isRegularFileKey, .isDirectoryKey])
    guard path != "-", kind?.isRegularFile == true || kind?.isDirectory == true,
      let content = try? DataDigest.content(of: url.resolvingSymlinksInPath())
    else { return nil }
    return StoredOutput(path: url.path, recipe: recipe, content: content)
  }
}
