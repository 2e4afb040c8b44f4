public import Foundation

/// Reads gold files, and refuses those whose figures would mislead.
public struct GraphGoldReader: Sendable {
  public init() {}

  /// The gold of one file. Throws `GraphGoldError`.
  public func gold(at file: URL) throws -> GraphGold {
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      throw GraphGoldError(file: file.path, .unreadable(error.localizedDescription))
    }
    return try gold(from: data, file: file.path)
  }

  /// The gold of every `.json` file in `folder`, sorted by file name. Throws `GraphGoldError`.
  public func golds(in folder: URL) throws -> [GraphGold] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      throw GraphGoldError(file: folder.path, .unreadable(error.localizedDescription))
    }
    return try names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
      .map { try gold(at: folder.appendingPathComponent($0)) }
  }

  /// The gold in `data`; `file` is what errors call it. Throws `GraphGoldError`.
  public func gold(from data: Data, file: String) throws -> GraphGold {
    let gold: GraphGold
    do {
      gold = try JSONDecoder().decode(GraphGold.self, from: data)
    } catch let error as DecodingError {
      throw GraphGoldError(file: file, problems: [GraphGoldError.Problem(error)])
    }
    let problems = gold.problems()
    guard problems.isEmpty else { throw GraphGoldError(file: file, problems: problems) }
    return gold
  }
}
