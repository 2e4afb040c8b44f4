import Foundation
import Gazetteers
import Testing

@Suite("Compiled gazetteers")
struct CacheTests {
  private static let rows = """
    id\ttype\tsubtype\tname\taliases\tin\tids\tnote\tregion
    FRA\tcountry\tstate\tFrance\tFrench[adj,dem] | Paris[met,1944..] | the South[@DEU]\t\tiso:FR\tnote\tEurope
    DEU\tcountry\t\tGermany\tDE[=]\t\t\t\t
    am\tofficial\t\tAngela Merkel\tA. Merkel[~] | Merkel[+]\tDEU\twd:Q567\t\t

    """
  private static let tables = [
    "entities.tsv": rows,
    "roles.tsv":
      "person\trole\tof\tfrom\tto\tsource\nam\tChancellor\tDEU\t2005-11-22\t2021-12\thand\nam\tMinister\tDEU\t?\t\t\n",
    "ties.tsv": "subject\tpredicate\tobject\tfrom\tto\tsource\nFRA\tally-of\tDEU\t1963\t\t\n",
    "ambiguous.tsv":
      "surface\trule\tentity\nParis\tprev:@given|in & doc:#FRA\tnone\nParis\tdefault\tFRA\nMerkel\tdefault\tperson\n",
    "titles.tsv": "title\tforms\tkind\tplace\tof\nchancellor\tChancellor[=]\toffice\tbefore\torg\n",
    "words.tsv": "class\tword\tnote\nus-state\tOhio\tx\n",
    "relations.tsv":
      "relation\tcategory\tmode\tcameo\tgoldstein\tflags\nmeet\tCONSULT\t\tc040\t1.5\tsymmetric\n",
    "patterns.tsv": "relation\thead\tpos\tpattern\texample\nmeet\tmeet\tv\tWHO meet WHOM\t\n",
    "forms.tsv": "lemma\ts\tpast\tparticiple\ting\nmeet\tmeets\tmet\tmet\tmeeting\n",
    "as-of.tsv": "# as-of: 2026-11-01\ngiven\tflags\nAngela\t\n",
  ]

  /// What is mapped says the same as what was read.
  @Test func sameAnswers() throws {
    try withFolders { tables, cache in
      let (read, _) = try GazetteerLoader().load(folders: [tables])
      for round in 0..<2 {
        let (kept, notes) = try cache.load(folders: [tables])
        #expect(facts(kept) == facts(read), "round \(round)")
        #expect(notes.isEmpty)
      }
      let file = tables.appending(path: "all.compiled")
      _ = try Gazetteer.compile(folders: [tables], to: file)
      #expect(facts(try Gazetteer(contentsOf: file)) == facts(read))
    }
  }

  @Test func keptFileIsUsed() throws {
    try withFolders { tables, cache in
      _ = try cache.load(folders: [tables])
      let written = try date(of: pack(cache))
      _ = try cache.load(folders: [tables])
      #expect(try date(of: pack(cache)) == written)
    }
  }

  /// Every one of these makes the next load read the tables.
  @Test(arguments: Change.allCases)
  func noticed(_ change: Change) throws {
    try withFolders { tables, cache in
      _ = try cache.load(folders: [tables])
      try change.apply(tables: tables, pack: pack(cache))
      let program: UInt64 = change == .newBuild ? 2 : 1
      let (kept, _) = try GazetteerCache(folder: cache.folder, program: program)
        .load(folders: [tables])
      let (read, _) = try GazetteerLoader().load(folders: [tables])
      #expect(facts(kept) == facts(read))
      let again = try Gazetteer(contentsOf: pack(cache))
      #expect(facts(again) == facts(read), "the kept file is sound again")
    }
  }

  enum Change: String, CaseIterable, Sendable {
    case editedRow, newFile, removedFile, renamedFile
    case truncated, flippedBit, emptied, foreign, otherVersion, newBuild

    func apply(tables: URL, pack: URL) throws {
      let entities = tables.appending(path: "entities.tsv")
      let forms = tables.appending(path: "forms.tsv")
      switch self {
      case .editedRow:
        // As long as before, and the file's date put back: only the bytes tell.
        let date = try entities.resourceValues(forKeys: [.contentModificationDateKey])
        try Data(CacheTests.rows.replacing("Germany", with: "Deutsch").utf8).write(to: entities)
        try FileManager.default.setAttributes(
          [.modificationDate: date.contentModificationDate ?? .now], ofItemAtPath: entities.path)
      case .newFile:
        try Data("given\nBea\n".utf8).write(to: tables.appending(path: "z.tsv"))
      case .removedFile: try FileManager.default.removeItem(at: forms)
      case .renamedFile:
        try FileManager.default.moveItem(at: entities, to: tables.appending(path: "e.tsv"))
      case .truncated: try edit(pack) { $0.removeLast(64) }
      case .flippedBit: try edit(pack) { $0[$0.count / 2] ^= 1 }
      case .emptied: try edit(pack) { $0 = [] }
      case .foreign: try edit(pack) { $0 = Array("no pack at all".utf8) + $0 }
      case .otherVersion: try edit(pack) { $0[8] ^= 1 }
      case .newBuild: break
      }
    }

    private func edit(_ file: URL, _ change: (inout [UInt8]) -> Void) throws {
      var bytes = [UInt8](try Data(contentsOf: file))
      change(&bytes)
      try Data(bytes).write(to: file)
    }
  }

  @Test func errorsAreThrownAndNotKept() throws {
    try withFolders { tables, cache in
      try Data("type\tname\nplanet\tMars\n".utf8).write(to: tables.appending(path: "bad.tsv"))
      #expect(throws: GazetteerErrors.self) { try cache.load(folders: [tables]) }
      #expect(throws: (any Error).self) { try pack(cache) }
    }
  }

  @Test func warningsAreKept() throws {
    try withFolders { tables, cache in
      try Data("surface\trule\tentity\nX\tdefault\tNOBODY\n".utf8)
        .write(to: tables.appending(path: "dead.tsv"))
      let first = try cache.load(folders: [tables]).notes
      #expect(first.count == 1)
      #expect(try cache.load(folders: [tables]).notes == first)
    }
  }

  /// Where nothing can be written the tables are read, and that is all.
  @Test func unwritableFolder() throws {
    try withFolders { tables, _ in
      let file = tables.appending(path: "file")
      try Data().write(to: file)
      let cache = GazetteerCache(folder: file.appending(path: "below"), program: 1)
      #expect(try cache.load(folders: [tables]).gazetteer.index(of: "FRA") != nil)
    }
  }

  @Test func fewFilesAreKept() throws {
    try withFolders { tables, cache in
      for number in 0..<12 {
        let more = tables.appending(path: "more\(number)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: more, withIntermediateDirectories: true)
        _ = try cache.load(folders: [more])
      }
      #expect(try packs(cache).count == 8)
    }
  }

  @Test func compiledFilesThatCannotBeUsed() throws {
    try withFolders { tables, _ in
      let file = tables.appending(path: "x.compiled")
      #expect(throws: CompiledGazetteerError.self) { try Gazetteer(contentsOf: file) }
      try Data("type\tname\n".utf8).write(to: file)
      let error = #expect(throws: CompiledGazetteerError.self) { try Gazetteer(contentsOf: file) }
      #expect(error?.reason == "this is no compiled gazetteer")
    }
  }

  // MARK: Folders

  private func withFolders(_ body: (URL, GazetteerCache) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(
      path: "entente-\(UUID().uuidString)")
    let tables = root.appending(path: "tables", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    for (name, text) in Self.tables { try Data(text.utf8).write(to: tables.appending(path: name)) }
    try body(tables, GazetteerCache(folder: root.appending(path: "cache"), program: 1))
  }

  private func packs(_ cache: GazetteerCache) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: #require(cache.folder), includingPropertiesForKeys: nil)
  }

  private func pack(_ cache: GazetteerCache) throws -> URL { try #require(packs(cache).first) }

  private func date(of file: URL) throws -> Date? {
    try file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
  }

  /// Everything a gazetteer says, in words.
  private func facts(_ gazetteer: Gazetteer) -> [String] {
    let words = ["angela", "ohio", "france", "germany", "xyz"]
    return gazetteer.entities.map { "\($0.id) \($0.ids.sorted { $0.key < $1.key }) \($0)" }.map {
      $0.replacing(/\[.*\]/, with: "")
    } + gazetteer.aliases.map { "\($0)" } + gazetteer.roles.map { "\($0)" }
      + gazetteer.ties.map { "\($0)" } + gazetteer.titles.map { "\($0)" }
      + gazetteer.classWords.map { "\($0)" } + gazetteer.lexicon.relations.map { "\($0)" }
      + gazetteer.lexicon.patterns.map { "\($0)" }
      + gazetteer.lexicon.irregularForms.map { "\($0)" }
      + ["Paris", "PARIS", "Merkel", "Oslo"].map { "\(gazetteer.ambiguityRules(for: $0))" }
      + words.map { word in
        let id = gazetteer.vocabulary.id(of: word)
        return "\(word) \(id) \(gazetteer.vocabulary.classes(of: id).rawValue)"
      }
      + ["\(gazetteer.asOf.map { "\($0)" } ?? "-")", "\(gazetteer.index(of: "am") ?? -1)"]
      + (gazetteer.index(of: "am").map { "\(gazetteer.roles(of: $0))" }.map { [$0] } ?? [])
  }
}
