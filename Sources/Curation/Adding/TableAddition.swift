import DocumentModel
public import Foundation
import Gazetteers

/// Rows that are to be added to a folder of tables, each to the table it belongs to.
///
/// Nothing is written until the tables with the rows have been loaded and checked.
public struct TableAddition {
  /// Cells by column, per row.
  private var rows: [(grammar: TableGrammar, values: [String: String])] = []

  public init() {}

  /// Adds a row to a table of the grammar's kind; empty values count as none.
  public mutating func add(_ values: [String: String], to grammar: TableGrammar) {
    rows.append((grammar, values.filter { !$0.value.isEmpty }))
  }

  /// Where a row went, and what a check says of it.
  public struct Outcome: Sendable {
    public let path: String
    public let line: Int
    public let text: String
    public internal(set) var warnings: [CheckFinding] = []
  }

  /// Appends the rows to tables of `folder`, one that is loaded after `earlier` ones.
  /// - Throws: `GazetteerErrors` when the tables would not load with the rows: nothing is written then.
  public func write(to folder: URL, after earlier: [URL]) throws -> [Outcome] {
    let trial = try Trial(of: folder)
    defer { trial.remove() }
    var outcomes: [Outcome] = []
    for row in rows {
      outcomes.append(try TableAppender(folder: trial.url).append(row.values, to: row.grammar))
    }
    try check(&outcomes, trial: trial, after: earlier)
    for path in Set(outcomes.map(\.path)) { try trial.keep(path) }
    return outcomes
  }

  private func check(_ outcomes: inout [Outcome], trial: Trial, after earlier: [URL]) throws {
    let report = GazetteerCheck().report(on: earlier + [trial.url])
    let errors = report.errors.map { GazetteerError(place: trial.place($0.place), kind: $0.kind) }
    if !errors.isEmpty { throw GazetteerErrors(errors: errors) }
    for index in outcomes.indices {
      let file = trial.url.appending(path: outcomes[index].path).relativePath
      outcomes[index].warnings = report.warnings.filter {
        $0.place.file == file && $0.place.line == outcomes[index].line
      }
    }
  }
}

/// A copy of a folder's tables, in which rows are tried out.
private struct Trial {
  let url: URL
  private let folder: URL

  init(of folder: URL) throws {
    self.folder = folder
    url = FileManager.default.temporaryDirectory.appending(
      path: "entente-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for name in (try? GazetteerLoader.tables(in: folder)) ?? [] {
      try Self.copy(name, from: folder, to: url)
    }
  }

  /// Puts a table of the trial in its place.
  func keep(_ path: String) throws { try Self.copy(path, from: url, to: folder) }

  func remove() { try? FileManager.default.removeItem(at: url) }

  /// The place in the folder itself.
  func place(_ place: TablePlace) -> TablePlace {
    guard place.file.hasPrefix(url.relativePath) else { return place }
    let name = place.file.dropFirst(url.relativePath.count).drop { $0 == "/" }
    return TablePlace(
      file: folder.appending(path: String(name)).relativePath, line: place.line,
      column: place.column)
  }

  private static func copy(_ name: String, from: URL, to: URL) throws {
    let target = to.appending(path: name)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(contentsOf: from.appending(path: name)).write(to: target, options: .atomic)
  }
}
