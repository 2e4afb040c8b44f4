import GRDB

/// The tables of a store and how they came about.
enum StoreSchema {
  /// "Ente" in ASCII, in the header of the file.
  static let applicationID = 0x456E_7465

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 analyses", migrate: makeAnalyses)
    migrator.registerMigration("2 failures", migrate: makeFailures)
    migrator.registerMigration("3 outputs", migrate: makeOutputs)
    return migrator
  }

  private static func makeAnalyses(_ database: Database) throws {
    try database.execute(
      sql: """
        PRAGMA application_id = \(applicationID);
        -- What analyses are made with: program, tables, models, options.
        CREATE TABLE setup(
          key INTEGER PRIMARY KEY,
          digest TEXT NOT NULL UNIQUE,
          description TEXT NOT NULL);
        -- Never changed: an article's fingerprint and a setup decide all of it.
        CREATE TABLE analysis(
          key INTEGER PRIMARY KEY,
          fingerprint BLOB NOT NULL,
          setup INTEGER NOT NULL REFERENCES setup,
          outcome INTEGER NOT NULL,
          record BLOB NOT NULL,
          sketch BLOB NOT NULL,
          graph BLOB NOT NULL);
        CREATE UNIQUE INDEX analysis_by_fingerprint ON analysis(setup, fingerprint);
        -- The archive.
        CREATE TABLE article(
          id TEXT PRIMARY KEY,
          analysis INTEGER NOT NULL REFERENCES analysis) WITHOUT ROWID;
        CREATE INDEX article_by_analysis ON article(analysis);
        -- One row: what the archive was last made with.
        CREATE TABLE state(
          one INTEGER PRIMARY KEY CHECK (one = 1),
          setup INTEGER NOT NULL REFERENCES setup,
          runs INTEGER NOT NULL);
        """)
  }

  private static func makeFailures(_ database: Database) throws {
    try database.execute(
      sql: """
        -- What the last run could do nothing with.
        CREATE TABLE failure(
          id TEXT NOT NULL,
          code TEXT NOT NULL,
          message TEXT NOT NULL);
        """)
  }

  private static func makeOutputs(_ database: Database) throws {
    try database.execute(
      sql: """
        -- What was made of the archive as it is: emptied when it changes.
        CREATE TABLE output(
          path TEXT PRIMARY KEY,
          recipe TEXT NOT NULL,
          content TEXT NOT NULL) WITHOUT ROWID;
        """)
  }

  /// - Throws: when the file is no store, or one that this program cannot read.
  static func check(_ database: Database, path: String, isWriting: Bool) throws {
    let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard id == applicationID else {
      // A run may have been killed before it made the first of our tables.
      let tables = try String.fetchAll(database, sql: "SELECT tbl_name FROM sqlite_schema")
      let isEmpty = id == 0 && tables.allSatisfy { $0 == "grdb_migrations" }
      if isEmpty, isWriting { return }
      throw StoreError(path: path, kind: isEmpty ? .unfinished(waiting: 0) : .notAStore)
    }
    if try migrator.hasBeenSuperseded(database) { throw StoreError(path: path, kind: .newer) }
    if !isWriting, try !migrator.hasCompletedMigrations(database) {
      throw StoreError(path: path, kind: .older)
    }
  }
}
