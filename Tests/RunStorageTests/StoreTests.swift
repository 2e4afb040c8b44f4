import DocumentModel
import Foundation
import GRDB
import GraphModel
import Testing

@testable import RunStorage

@Suite struct StoreTests {
  private static let setup = AnalysisSetup(
    version: "1", program: "p", gazetteers: "g", model: "m", names: "n")

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func article(_ id: String, _ text: String) -> (ArticleFingerprint, StoredAnalysis) {
    var random = RandomArticles(seed: StableHash.value(of: id + text))
    return (
      ArticleFingerprint(Article(id: id, text: text)),
      StoredAnalysis(PackedArticle(random.graph(id: id)))
    )
  }

  /// A run over `articles`, id to text; what is known is kept, as a batch does.
  @discardableResult
  private func run(
    _ store: ArticleStore, _ articles: [String: String], setup: AnalysisSetup = setup,
    isFinished: Bool = true
  ) throws -> StoreChange {
    let run = try StoreRun(store, setup: setup)
    for (id, text) in articles {
      let (fingerprint, analysis) = article(id, text)
      if run.known.contains(fingerprint) {
        run.keep(id: id, fingerprint)
      } else {
        try run.add(analysis, fingerprint)
      }
    }
    guard isFinished else {
      try run.commit()
      return StoreChange()
    }
    return try run.finish()
  }

  private func contents(_ store: ArticleStore) throws -> [ArticleGraph] {
    var graphs: [ArticleGraph] = []
    try store.snapshot { try $0.forEachArticle { graphs.append(try $0.graph()) } }
    return graphs
  }

  private func graphs(_ articles: [String: String]) throws -> [ArticleGraph] {
    try articles.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
      try article($0.key, $0.value).1.packed.graph()
    }
  }

  /// Articles come, change and go at random; after each run the store holds what a new one would.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func anUpdatedStoreIsOneMadeAnew(seed: UInt64) throws {
    try withFolder { folder in
      let store = try ArticleStore.writing(folder + "/s.sqlite")
      var random = RandomArticles(seed: seed)
      var articles: [String: String] = [:]
      for _ in 0..<30 {
        for _ in 0..<1 + random.number(below: 8) {
          let id = "é\(random.number(below: 40))"
          articles[id] = random.chance(1, in: 3) ? nil : "text \(random.number(below: 1000))"
        }
        let isFinished = random.chance(2, in: 3)
        let before = try contents(store)
        try run(store, articles, isFinished: isFinished)
        let expected = isFinished ? try graphs(articles) : before
        #expect(try contents(store) == expected)
        let records = try store.snapshot { try $0.records() }
        #expect(records.map(\.record) == expected.map(\.article))
        #expect(records.map(\.sketch) == expected.map(\.sketch))
      }
      #expect(try store.findings().isEmpty)
    }
  }

  @Test func countsWhatChanged() throws {
    try withFolder { folder in
      let store = try ArticleStore.writing(folder + "/s.sqlite")
      var expected = StoreChange()
      expected.added = 3
      #expect(try run(store, ["a": "1", "b": "1", "c": "1"]) == expected)
      expected = StoreChange()
      (expected.added, expected.changed, expected.unchanged, expected.removed) = (1, 1, 1, 1)
      #expect(try run(store, ["b": "1", "c": "2", "d": "1"]) == expected)
      var other = Self.setup
      other.gazetteers = "other"
      expected = StoreChange()
      expected.redone = 3
      #expect(try run(store, ["b": "1", "c": "2", "d": "1"], setup: other) == expected)
      let status = try store.status()
      #expect(status.articles == 3)
      #expect(status.waiting == 0)
      #expect(status.runs == 3)
      #expect(status.setup == other)
    }
  }

  /// Outputs are remembered until the archive is another.
  @Test func outputsGoWithTheirArchive() throws {
    try withFolder { folder in
      let store = try ArticleStore.writing(folder + "/s.sqlite")
      let outputs = [
        StoredOutput(path: "/a", recipe: "r", content: "1"),
        StoredOutput(path: "/b", recipe: "r", content: "2"),
      ]
      try run(store, ["a": "1"])
      try store.remember([StoredOutput(path: "/a", recipe: "q", content: "0")])
      try store.remember(outputs)
      #expect(try store.outputs() == Set(outputs))
      try run(store, ["a": "1", "b": "1"], isFinished: false)
      try run(store, ["a": "1"])
      #expect(try store.outputs() == Set(outputs))
      try run(store, ["a": "2"])
      #expect(try store.outputs() == [])
    }
  }

  /// The next run goes on where one that did not come to its end was.
  @Test func anUnfinishedRunLeavesItsWork() throws {
    try withFolder { folder in
      let path = folder + "/s.sqlite"
      try run(try ArticleStore.writing(path), ["a": "1", "b": "1"], isFinished: false)
      let status = try ArticleStore.reading(path).status()
      #expect(status.articles == 0)
      #expect(status.waiting == 2)
      #expect(status.runs == 0)
      let store = try ArticleStore.writing(path)
      #expect(try StoreRun(store, setup: Self.setup).known.count == 2)
    }
  }

  @Test func oneWriterAtATime() throws {
    try withFolder { folder in
      let path = folder + "/s.sqlite"
      let first = try ArticleStore.writing(path)
      #expect(throws: StoreError(path: path, kind: .inUse)) { try ArticleStore.writing(path) }
      // Readers are welcome.
      #expect(try ArticleStore.reading(path).status().articles == 0)
      withExtendedLifetime(first) {}
    }
  }

  @Test func anOlderStoreIsBroughtUpToDate() throws {
    try withFolder { folder in
      let path = folder + "/s.sqlite"
      do {
        let database = try DatabaseQueue(path: path)
        try StoreSchema.migrator.migrate(database, upTo: "1 analyses")
        try database.write { database in
          try database.execute(
            sql: "INSERT INTO setup VALUES (1, ?, ?)",
            arguments: [StableHash.base32(of: Self.setup.json()), try Self.setup.json()])
        }
      }
      #expect(throws: StoreError(path: path, kind: .older)) { try ArticleStore.reading(path) }
      let store = try ArticleStore.writing(path)
      try run(store, ["a": "1"])
      #expect(try store.status().failures.isEmpty)
      #expect(try store.status().articles == 1)
    }
  }

  /// Killed while it made the file, before there was a table of ours.
  @Test(arguments: [false, true]) func aStoreThatWasHardlyBegunIsGoneOnWith(isEmpty: Bool) throws {
    try withFolder { folder in
      let path = folder + "/s.sqlite"
      do {
        let database = try DatabaseQueue(path: path)
        try database.write { try $0.execute(sql: "CREATE TABLE t(a); DROP TABLE t") }
        if !isEmpty {
          try database.write { try $0.execute(sql: "CREATE TABLE grdb_migrations(identifier)") }
        }
      }
      #expect(throws: StoreError(path: path, kind: .unfinished(waiting: 0))) {
        try ArticleStore.reading(path)
      }
      try run(try ArticleStore.writing(path), ["a": "1"])
      #expect(try ArticleStore.reading(path).status().articles == 1)
    }
  }

  /// A full disk ends the run with its reason; what was there is as it was.
  @Test func aFullDiskKeepsWhatWasThere() throws {
    try withFolder { folder in
      let path = folder + "/s.sqlite"
      let articles = Dictionary(uniqueKeysWithValues: (0..<50).map { ("\($0)", "1") })
      let more = Dictionary(uniqueKeysWithValues: (0..<2000).map { ("\($0)", "2") })
      do {
        let store = try ArticleStore.writing(path)
        try run(store, articles)
        try store.database.writeWithoutTransaction { database in
          let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
          try database.execute(sql: "PRAGMA max_page_count = \(pages + 50)")
        }
        #expect(throws: StoreError(path: path, kind: .full)) { try run(store, more) }
        #expect(try contents(store) == graphs(articles))
      }
      let store = try ArticleStore.writing(path)
      #expect(try store.findings().isEmpty)
      #expect(try contents(store) == graphs(articles))
      try run(store, more)
      #expect(try contents(store) == graphs(more))
    }
  }

  @Test func aNewerStoreIsRefused() throws {
    try withFolder { folder in
      let path = folder + "/s.sqlite"
      try run(try ArticleStore.writing(path), ["a": "1"])
      do {
        let database = try DatabaseQueue(path: path)
        try database.write {
          try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 of the future')")
        }
      }
      #expect(throws: StoreError(path: path, kind: .newer)) { try ArticleStore.writing(path) }
      #expect(throws: StoreError(path: path, kind: .newer)) { try ArticleStore.reading(path) }
    }
  }

  /// Another's database or text is refused and left as it was.
  @Test(arguments: [true, false]) func anotherFileIsRefused(isDatabase: Bool) throws {
    try withFolder { folder in
      let path = folder + "/s.sqlite"
      if isDatabase {
        let database = try DatabaseQueue(path: path)
        try database.write { try $0.execute(sql: "CREATE TABLE mine(a)") }
        try database.close()
      } else {
        try Data(String(repeating: "not a database at all\n", count: 100).utf8).write(
          to: URL(filePath: path))
      }
      let before = try Data(contentsOf: URL(filePath: path))
      for open in [ArticleStore.writing, ArticleStore.reading] {
        #expect(throws: StoreError(path: path, kind: .notAStore)) { try open(path) }
      }
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
  }

  @Test func aMissingStoreAndFolderAreNamed() throws {
    try withFolder { folder in
      let path = folder + "/s.sqlite"
      #expect(throws: StoreError(path: path, kind: .missing)) { try ArticleStore.reading(path) }
      #expect {
        try ArticleStore.writing(folder + "/none/s.sqlite")
      } throws: { error in
        if case .noPermission = (error as? StoreError)?.kind { true } else { false }
      }
    }
  }

  /// Everything that an analysis can depend on makes another fingerprint.
  @Test func fingerprintsTellArticlesApart() {
    var articles = [Article(id: "a", text: "b"), Article(id: "ab", text: "")]
    articles.append(Article(id: "", text: "ab"))
    for field in 0..<6 {
      var article = Article(id: "a", text: "b")
      switch field {
      case 0: article.metadata.title = "x"
      case 1: article.metadata.source = "x"
      case 2: article.metadata.url = "x"
      case 3: article.metadata.authors = ["x"]
      case 4: article.metadata.attributes = ["x": ""]
      default: article.metadata.date = CalendarDate("2024").map { DatedFact($0, from: .option) }
      }
      articles.append(article)
    }
    #expect(Set(articles.map { ArticleFingerprint($0) }).count == articles.count)
  }
}
