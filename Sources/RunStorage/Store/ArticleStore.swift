import Foundation
public import GRDB
import GraphModel

/// The analyses of an archive in one file, so that a run does anew only what is new.
///
/// Analyses are kept by what they were made from, an article's fingerprint and a setup, and never
/// changed. Which of them are the archive is a table of its own, which `StoreRun.finish` replaces in
/// one transaction: until then, and if the run is killed, the archive is what it was, and what the run
/// has done already is there for the next one.
///
/// One process writes at a time; any number may read meanwhile, and see the archive as it was when
/// they began.
public final class ArticleStore {
  public let path: String
  let database: DatabaseQueue
  /// Held as long as the store is open for writing.
  private let lock: StoreLock?

  /// Opens a store for reading.
  /// - Throws: `StoreError`.
  public static func reading(_ path: String) throws -> ArticleStore {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError(path: path, kind: .missing)
    }
    return try StoreError.wording(path) {
      var configuration = Configuration()
      configuration.readonly = true
      let database = try DatabaseQueue(path: path, configuration: configuration)
      try database.read { try StoreSchema.check($0, path: path, isWriting: false) }
      return ArticleStore(path: path, database: database, lock: nil)
    }
  }

  /// Opens a store for writing; makes it when it is not there, and brings an older one up to date.
  /// - Throws: `StoreError`.
  public static func writing(_ path: String) throws -> ArticleStore {
    let lock = try StoreLock(of: path)
    return try StoreError.wording(path) {
      try refuseOthers(path)
      var configuration = Configuration()
      configuration.journalMode = .wal
      configuration.busyMode = .timeout(5)
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
      let database = try DatabaseQueue(path: path, configuration: configuration)
      try StoreSchema.migrator.migrate(database)
      return ArticleStore(path: path, database: database, lock: lock)
    }
  }

  /// Looks at a file that is there before anything is written to it: it may be another program's.
  private static func refuseOthers(_ path: String) throws {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    guard let size, size > 0 else { return }
    var configuration = Configuration()
    configuration.readonly = true
    try DatabaseQueue(path: path, configuration: configuration).read {
      try StoreSchema.check($0, path: path, isWriting: true)
    }
  }

  private init(path: String, database: DatabaseQueue, lock: StoreLock?) {
    self.path = path
    self.database = database
    self.lock = lock
  }

  /// What the store holds.
  public func status() throws -> StoreStatus {
    try reading { database in
      let state = try Row.fetchOne(
        database, sql: "SELECT * FROM state JOIN setup ON setup.key = state.setup")
      return StoreStatus(
        articles: try Int.fetchOne(database, sql: "SELECT count(*) FROM article") ?? 0,
        skipped: try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM article JOIN analysis ON analysis.key = article.analysis
            WHERE analysis.outcome = ?
            """, arguments: [StoredOutcome.skipped.rawValue]) ?? 0,
        waiting: try Int.fetchOne(
          database,
          sql: "SELECT count(*) FROM analysis WHERE key NOT IN (SELECT analysis FROM article)")
          ?? 0,
        runs: state?["runs"] ?? 0,
        setup: (state?["description"]).flatMap(AnalysisSetup.init(json:)),
        failures: try StoredFailure.fetchAll(database, sql: "SELECT * FROM failure ORDER BY id"))
    }
  }

  /// Every page and every article looked at; what is wrong, in words.
  public func findings() throws -> [String] {
    var findings = try reading { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
      .filter { $0 != "ok" }
    try snapshot { snapshot in
      try snapshot.forEachArticle { article in
        do {
          _ = try article.graph()
        } catch {
          findings.append("\(article.record.id): its analysis is damaged")
        }
      }
    }
    return findings
  }

  /// Calls `body` with the archive as it is now, whatever a run does to it meanwhile.
  public func snapshot<Value>(_ body: (StoreSnapshot) throws -> Value) throws -> Value {
    try reading { try body(StoreSnapshot(database: $0)) }
  }

  func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreError.wording(path) { try database.read(body) }
  }

  func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreError.wording(path) { try database.write(body) }
  }
}

/// What a store holds.
public struct StoreStatus: Sendable {
  /// Articles of the archive, as the last run that came to its end left it.
  public var articles: Int
  /// Of these, read and not analysed.
  public var skipped: Int
  /// Analyses that a run which did not come to its end has left for the next.
  public var waiting: Int
  /// How many runs came to their end.
  public var runs: Int
  /// What the archive was analysed with.
  public var setup: AnalysisSetup?
  /// Articles that the last run could do nothing with.
  public var failures: [StoredFailure]
}

/// An article that a run could do nothing with, and why.
public struct StoredFailure: Sendable, Hashable, Codable, FetchableRecord {
  public var id: String
  public var code: String
  public var message: String

  public init(id: String, code: String, message: String) {
    self.id = id
    self.code = code
    self.message = message
  }
}

/// What became of an article that is in a store.
enum StoredOutcome: Int {
  case analysed, skipped
}

extension TextSketch {
  /// Two bytes a value; empty when there is no sketch.
  var bytes: [UInt8] { values.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] } }

  init?(bytes: [UInt8]) {
    guard bytes.count == 2 * Self.bins else { return nil }
    self.init(
      values: (0..<Self.bins).map { UInt16(bytes[2 * $0]) | UInt16(bytes[2 * $0 + 1]) << 8 })
  }
}
