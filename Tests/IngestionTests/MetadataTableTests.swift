import DocumentModel
import Foundation
import Ingestion
import Testing

@Suite("Metadata table")
struct MetadataTableTests {
  @Test(arguments: [
    "path,date,source,title,url,Desk,authors\na.txt,2023-11-09,Globe,\"Kim, Putin\",u,World,A | B\n",
    "\u{FEFF}Path;DATE;Source;Title;URL;Desk;Authors\r\n"
      + "a.txt;2023-11-09T08:00:00Z;Globe;Kim, Putin;u;World;A|B\r\n",
    "Desk\tpath\tdate\tsource\ttitle\turl\tauthors\t\n"
      + "World\t.\\a.txt\t2023-11-09\tGlobe\t\"Kim, Putin\"\tu\tA | B\n",
  ])
  func dialects(_ text: String) throws {
    let table = try MetadataTable(text, path: "meta.csv")
    #expect(table.rows.map(\.path) == ["a.txt"])
    #expect(table.rows.first?.line == 2)
    let date = try #require(CalendarDate("2023-11-09"))
    #expect(
      table.rows.first?.metadata
        == ArticleMetadata(
          title: "Kim, Putin", date: DatedFact(date, from: .metadata), source: "Globe",
          authors: ["A", "B"], url: "u", attributes: ["Desk": "World"]))
  }

  @Test func emptyCellsAndShortRowsSayNothing() throws {
    let table = try MetadataTable("path,date,title,desk\na.txt\nb.txt,,,\n", path: "m")
    #expect(table.rows.map(\.metadata) == [ArticleMetadata(), ArticleMetadata()])
  }

  @Test func quotedLineEnds() throws {
    let table = try MetadataTable("path,title\na.txt,\"Kim\nPutin\"\nb.txt,x\n", path: "m")
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.rows.first?.metadata.title == "Kim\nPutin")
  }

  @Test(arguments: [
    ("", ["1:1 empty"]), ("title,url\nx,y\n", ["1:1 noPathColumn"]),
    ("path,date,date\n", ["1:11 repeatedColumn"]),
    ("path,date\na.txt,5/3/2010\nb.txt,2023-02-30\n", ["2:7 notADate", "3:7 notADate"]),
    ("path,title\na.txt,Kim, Putin\n", ["2:11 tooManyCells"]),
    ("path,title\n,Kim\n", ["2:1 noPath"]),
    ("path,title\na.txt,x\n./a.txt,y\n", ["3:1 repeatedPath"]),
    ("path,title\na.txt,\"x\nb.txt,\"y\"z\n", ["2:7 malformed", "3:10 malformed"]),
  ])
  func problems(_ text: String, _ expected: [String]) {
    let error = #expect(throws: MetadataError.self) { try MetadataTable(text, path: "meta.csv") }
    let found = error?.problems.map { problem in
      let kind = "\(problem.kind)".prefix { $0 != "(" }
      return "\(problem.line):\(problem.column) \(kind)"
    }
    #expect(found == expected)
    #expect(error?.description.split(separator: "\n").count == expected.count)
    #expect(error?.description.hasPrefix("meta.csv:") == true)
  }

  @Test func unreadableTable() {
    let error = #expect(throws: MetadataError.self) {
      try MetadataTable(contentsOf: "/nonexistent/meta.csv")
    }
    #expect(error?.problems.map(\.kind) == [.unreadable(.vanished)])
  }

  @Test func tablesOfOtherEncodings() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("m.csv", Array("path,source\na.txt,Le Figar".utf8) + [0xF4, 0x0A])
    let table = try MetadataTable(contentsOf: path)
    #expect(table.rows.first?.metadata.source == "Le Figarô")
    #expect(table.diagnostics.map(\.code) == ["guessed-encoding"])
  }

  @Test(
    arguments: [
      (["a.txt"], ["a.txt"], ["a.txt": "a.txt"], []),
      (["a.txt", "sub/a.txt"], ["a.txt"], ["a.txt": "a.txt"], []),
      (["x/a.txt", "y/a.txt"], ["a.txt"], [:], ["metadata-ambiguous"]),
      (
        ["x/a.txt", "y/a.txt"], ["y/a.txt", "x/a.txt"],
        ["x/a.txt": "x/a.txt", "y/a.txt": "y/a.txt"], []
      ),
      (["sub/a.txt"], ["a.txt"], ["sub/a.txt": "a.txt"], []),
      (["a.txt"], ["/home/me/news/a.txt"], ["a.txt": "home/me/news/a.txt"], []),
      (["sub/a.txt", "a.txt"], ["news/sub/a.txt"], ["sub/a.txt": "news/sub/a.txt"], []),
      (["a.txt"], ["x/a.txt", "a.txt"], ["a.txt": "a.txt"], ["metadata-ambiguous"]),
      (["a.txt"], ["x/a.txt", "y/a.txt"], [:], ["metadata-ambiguous", "metadata-ambiguous"]),
      (["a.txt", "ba.txt"], ["b.txt"], [:], ["metadata-unmatched"]),
    ] as [([String], [String], [String: String], [String])])
  func matching(
    _ files: [String], _ rows: [String], _ expected: [String: String], _ codes: [String]
  ) throws {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file) }
    let text = rows.map { "\($0),\($0.hasPrefix("/") ? String($0.dropFirst()) : $0)\n" }
    let table = try MetadataTable("path,title\n" + text.joined(), path: "meta.csv")
    let options = IngestionOptions(metadata: table)
    let inventory = ArticleSource(paths: [folder.path], options: options).inventory()
    var titles: [String: String] = [:]
    for file in inventory.files {
      titles[file.id] = try ArticleReader(options: options).readOne(file).get().article.metadata
        .title
    }
    #expect(titles == expected)
    #expect(inventory.diagnostics.map(\.code) == codes)
    #expect(inventory.diagnostics.allSatisfy { $0.message.hasPrefix("meta.csv:") })
  }

  @Test func tableInTheFolderIsNoArticle() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt")
    let path = try folder.write("meta.csv", "path,date\na.txt,2023\n")
    let date = try #require(CalendarDate("2001"))
    let options = IngestionOptions(date: date, metadata: try MetadataTable(contentsOf: path))
    let inventory = ArticleSource(paths: [folder.path], options: options).inventory()
    #expect(inventory.files.map(\.id) == ["a.txt"])
    #expect(inventory.refusals.isEmpty && inventory.diagnostics.isEmpty)
    let file = try #require(inventory.files.first)
    let article = try ArticleReader(options: options).readOne(file).get().article
    #expect(article.metadata.date?.date.description == "2023")
    #expect(article.metadata.date?.source == .metadata)
  }
}
