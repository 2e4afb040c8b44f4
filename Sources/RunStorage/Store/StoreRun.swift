import DocumentModel
import Foundation
import GRDB
import GraphModel

/// One run over an archive: takes what became of each article, and makes them the archive at its end.
///
/// What `add` is given is written in batches, each a transaction; `finish` is one more. Not for use
/// from several threads.
public final class StoreRun {
  private let store: ArticleStore
  private let setup: Int64
  private var pending: [(fingerprint: ArticleFingerprint, analysis: StoredAnalysis)] = []
  private var members: [String: ArticleFingerprint] = [:]
  private var failures: [StoredFailure] = []
  private var lastCommit = ProcessInfo.processInfo.systemUptime
  /// What is there already, by fingerprint: no work for what is in it.
  public let known: Set<ArticleFingerprint>
  /// What the archive was made with before, when that was something else.
  public let previousSetup: AnalysisSetup?

  /// The most analyses of one transaction, and the seconds between two.
  private static let batch = 256
  private static let interval = 2.0

  /// - Throws: `StoreError`.
  public init(_ store: ArticleStore, setup: AnalysisSetup) throws {
    self.store = store
    let json = try setup.json()
    let digest = StableHash.base32(of: json)
    let (key, known, previous) = try store.writing { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO setup(digest, description) VALUES (?, ?)",
        arguments: [digest, json])
      let key =
        try Int64.fetchOne(
          database, sql: "SELECT key FROM setup WHERE digest = ?", arguments: [digest]) ?? 0
      let rows = try Row.fetchCursor(
        database, sql: "SELECT fingerprint FROM analysis WHERE setup = ?", arguments: [key])
      var known: Set<ArticleFingerprint> = []
      while let row = try rows.next() {
        known.insert(ArticleFingerprint(data: row[0]))
      }
      let previous = try String.fetchOne(
        database, sql: "SELECT description FROM state JOIN setup ON setup.key = state.setup")
      return (key, known, previous)
    }
    self.setup = key
    self.known = known
    previousSetup = previous.flatMap(AnalysisSetup.init(json:)).flatMap { $0 == setup ? nil : $0 }
  }

  /// An article that `known` has.
  public func keep(id: String, _ fingerprint: ArticleFingerprint) {
    members[id] = fingerprint
  }

  /// An article that was analysed now, or skipped.
  /// - Throws: `StoreError`.
  public func add(_ analysis: StoredAnalysis, _ fingerprint: ArticleFingerprint) throws {
    members[analysis.packed.record.id] = fingerprint
    pending.append((fingerprint, analysis))
    let now = ProcessInfo.processInfo.systemUptime
    if pending.count >= Self.batch || now - lastCommit > Self.interval { try commit() }
  }

  public func fail(_ failure: StoredFailure) { failures.append(failure) }

  /// Writes what was added so far; the archive stays what it was.
  /// - Throws: `StoreError`.
  public func commit() throws {
    lastCommit = ProcessInfo.processInfo.systemUptime
    guard !pending.isEmpty else { return }
    try store.writing { database in
      let statement = try database.cachedStatement(
        sql: """
          INSERT OR IGNORE INTO analysis(fingerprint, setup, outcome, record, sketch, graph)
          VALUES (?, ?, ?, ?, ?, ?)
          """)
      for (fingerprint, analysis) in pending {
        try statement.execute(
          arguments: [
            fingerprint.data, setup,
            (analysis.isSkipped ? StoredOutcome.skipped : .analysed).rawValue,
            Data(PackedArticle.bytes(of: analysis.packed.record)),
            Data(analysis.packed.sketch?.bytes ?? []), Data(analysis.packed.body),
          ])
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Makes the articles that were added and kept the archive, and drops what nothing needs any more.
  ///
  /// - Parameter keepsOthers: leaves articles in the archive that the run was not given.
  /// - Throws: `StoreError`.
  public func finish(keepsOthers: Bool = false) throws -> StoreChange {
    try commit()
    return try store.writing { database in
      var change = StoreChange()
      let old = try oldMembers(database)
      for (id, fingerprint) in members.sorted(by: { $0.key < $1.key }) {
        let key = try Int64.fetchOne(
          database.cachedStatement(
            sql: "SELECT key FROM analysis WHERE setup = ? AND fingerprint = ?"),
          arguments: [setup, fingerprint.data])
        guard let key else { continue }
        switch old[id] {
        case nil: change.added += 1
        case (key, _)?:
          change.unchanged += 1
          continue
        case (_, let before)?:
          if before == fingerprint { change.redone += 1 } else { change.changed += 1 }
        }
        try database.cachedStatement(
          sql: "INSERT OR REPLACE INTO article(id, analysis) VALUES (?, ?)"
        ).execute(arguments: [id, key])
      }
      if !keepsOthers {
        for id in old.keys where members[id] == nil {
          try database.execute(sql: "DELETE FROM article WHERE id = ?", arguments: [id])
          change.removed += 1
        }
      }
      if change.hasChanges { try database.execute(sql: "DELETE FROM output") }
      try tidy(database)
      return change
    }
  }

  private func oldMembers(
    _ database: Database
  ) throws -> [String: (key: Int64, fingerprint: ArticleFingerprint)] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT article.id, analysis.key, analysis.fingerprint
        FROM article JOIN analysis ON analysis.key = article.analysis
        """)
    var members: [String: (Int64, ArticleFingerprint)] = [:]
    while let row = try rows.next() {
      members[row[0]] = (row[1], ArticleFingerprint(data: row[2]))
    }
    return members
  }

  private func tidy(_ database: Database) throws {
    try database.execute(
      sql: """
        DELETE FROM analysis WHERE key NOT IN (SELECT analysis FROM article);
        INSERT INTO state(one, setup, runs) VALUES (1, \(setup), 1)
          ON CONFLICT(one) DO UPDATE SET setup = excluded.setup, runs = runs + 1;
        DELETE FROM setup WHERE key NOT IN (SELECT setup FROM analysis)
          AND key NOT IN (SELECT setup FROM state);
        DELETE FROM failure;
        """)
    for failure in failures {
      try database.execute(
        sql: "INSERT INTO failure(id, code, message) VALUES (?, ?, ?)",
        arguments: [failure.id, failure.code, failure.message])
    }
  }
}

/// What is kept of an article.
public struct StoredAnalysis: Sendable {
  public var packed: PackedArticle
  /// Read and not analysed: its reason is the graph's only diagnostic.
  public var isSkipped: Bool

  public init(_ packed: PackedArticle, isSkipped: Bool = false) {
    self.packed = packed
    self.isSkipped = isSkipped
  }
}

/// What a run changed in an archive.
public struct StoreChange: Sendable, Equatable {
  public var added = 0
  /// The article itself is another.
  public var changed = 0
  /// The article is the same, what it was analysed with is not.
  public var redone = 0
  public var unchanged = 0
  public var removed = 0

  public init() {}

  public var hasChanges: Bool { added + changed + redone + removed > 0 }
}
