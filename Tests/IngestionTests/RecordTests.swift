import DocumentModel
import Foundation
import Ingestion
import Testing

@Suite("Records")
struct RecordTests {
  @Test(arguments: [
    // Lines of JSON: by line, or by the id that a record has.
    Rows("a.jsonl", #"{"text":"One."}"# + "\n\n" + #"{"body":"Two."}"#, ["#1: One.", "#3: Two."]),
    Rows(
      "a.jsonl", #"{"id":"x","text":"One."}"# + "\n" + #"{"_id":7,"text":"Two."}"#,
      ["#x: One.", "#7: Two."]),
    Rows(
      "a.jsonl",
      #"{"id":"x","text":"A."}"# + "\n" + #"{"id":"x","text":"B."}"# + "\n"
        + #"{"id":"x~2","text":"C."}"# + "\n" + #"{"id":"x","text":"D."}"#,
      ["#x: A.", "#x~2: B.", "#x~2~2: C.", "#x~3: D."]),
    Rows(
      "a.jsonl",
      #"{"text":"One."}"# + "\nno json\n[1]\n{}\n" + #"{"text":""}"# + "\n" + #"{"text":"Six."}"#,
      [
        "#1: One.", "#2! malformed", "#3! malformed", "#4! no-text-field", "#5! no-text-field",
        "#6: Six.",
      ]),
    Rows(
      "a.jsonl", #"{"text":"Kim met\u0000 Putin."}"# + "\n" + #"{"text":"Two."}"#,
      ["#1! nul-bytes", "#2: Two."]),
    Rows(
      "news", #"{"headline":"Kim met Putin","content":"Kim met Putin."}"#,
      ["#1: Kim met Putin//Kim met Putin."]),
    Rows("a.jsonl", #"{"title":"T","text":"T\n\nBody."}"#, ["#1: T//Body."]),
    Rows(
      "a.jsonl", #"{"title":"T","standfirst":"Deck.","text":["P1.","P2."]}"#,
      ["#1: T//Deck.//P1.//P2."]),
    Rows(
      "a.jsonl",
      #"{"title":"A &amp; B","content":"<p>One &eacute;.</p><p>Two.<br>"#
        + #"Three.</p><script>x</script>"}"#, ["#1: A & B//One é.//Two./Three."]),
    Rows(
      "a.jsonl", "\u{FEFF}" + #"{"text":"One."}"# + "\r\n" + #"{"text":"Two."}"# + "\r\n",
      ["#1: One.", "#2: Two."]),
    // A document is the file itself.
    Rows("a.json", #"{"title":"T","text":"One."}"# + "\n", [": T//One."]),
    Rows("a.json", "{\n  \"text\": \"One.\"\n}\n", [": One."]),
    Rows(
      "a.json", "{\n \"text\": \"One.\"\n}\n{\n \"text\": \"Two.\"\n}", ["#1: One.", "#2: Two."]),
    // Arrays, and objects around arrays.
    Rows(
      "a.json",
      #"[{"text":"One, [x] } \" \\"},"# + "\n" + #"{"text":"Two."} , 5, "s",{"text":"Five."}]"#,
      [#"#1: One, [x] } " \"#, "#2: Two.", "#3! malformed", "#4! malformed", "#5: Five."]),
    Rows(
      "a.json", #"{"status":"ok","articles":[{"content":"One."},{"id":"b","content":"Two."}]}"#,
      ["#1: One.", "#b: Two."]),
    Rows(
      "a.json", "{\n\"response\":{\"docs\":[{\"headline\":{\"main\":\"H\"},\"body\":\"One.\"}]}}",
      ["#1: H//One."]),
    Rows("a.json", #"[{"text":"One."},{"text":"Tw"#, ["#1: One.", "#2! malformed"]),
    Rows("a.json", #"[{"text":"One."}"#, ["#1: One.", "#2! malformed"]),
    // Tables.
    Rows(
      "a.csv", "title,text\nA,\"One\nline, \"\"q\"\"\"\n\nB,Two.\n",
      ["#2: A//One/line, \"q\"", "#5: B//Two."]),
    Rows("a.csv", "sep=;\nid;text\nx;One.\n;Two.\n", ["#x: One.", "#4: Two."]),
    Rows("a.tsv", "Body\tTitle\nSay \"hi\" now\tA\n", ["#2: A//Say \"hi\" now"]),
    Rows("table", "id,text,date\n1,One.,2023\n", ["#1: One."]),
    Rows(
      "a.csv", "text,desk\nOne.,x\nTwo, x, y\nThree.,z\n",
      ["#2: One.", "#3! malformed", "#4: Three."]),
    Rows(
      "a.csv", "text,desk\nOne.,x\n\"Two,y\nThree.,z\n",
      ["#2: One.", "#3! malformed", "#4: Three."]),
    Rows("a.csv", "text,desk\n\"Two\"x,y\nThree.,z\n", ["#2! malformed", "#3: Three."]),
    Rows("a.csv", "path,date\na.txt,2023\n", ["! no-text-field"]),
    Rows(
      "a.txt", "Text, he said, is a word\nwith a text.\n",
      [": Text, he said, is a word/with a text./"]),
  ])
  func reads(_ rows: Rows) throws {
    #expect(try outline(rows.name, rows.text) == rows.expected)
  }

  @Test func fieldsOfRecords() throws {
    let text =
      #"{"headline":{"main":"H"},"publishedAt":"2023-11-09T08:00:00Z","byline":"By Jane Doe "#
      + #"and John Roe","source":{"name":"Globe"},"web_url":"u","lead":"L","n":5,"tags":["a","b"],"#
      + #""embedding":"\#(String(repeating: "9", count: 2_000))","text":"Body."}"#
    let metadata = try article("a.json", text).metadata
    #expect(
      metadata
        == ArticleMetadata(
          title: "H", date: CalendarDate("2023-11-09").map { DatedFact($0, from: .metadata) },
          source: "Globe", authors: ["Jane Doe", "John Roe"], url: "u",
          attributes: ["lead": "L", "n": "5", "tags": "a | b"]))
  }

  @Test func fieldMap() throws {
    let fields = try FieldMap("text=lead,text=Main Text, date = when, title=h.x")
    let options = IngestionOptions(fields: fields)
    let text = #"{"main_text":"Body.","text":"Not this.","when":"9 Nov 2023","h":{"x":"T"}}"#
    let article = try article("a.json", text, options)
    #expect(article.text == "T\n\nBody.")
    #expect(article.metadata.date?.date.description == "2023-11-09")
    #expect(article.metadata.attributes == ["text": "Not this."])
    #expect(try outline("a.csv", "main-text,b\nBody.,x\n", options) == ["#2: Body."])
  }

  @Test(arguments: [
    ("text", FieldMapError.noPair("text")), ("text=", .noPair("text=")),
    ("body=x", .unknownPart("body")),
  ])
  func badFieldMap(_ text: String, _ error: FieldMapError) {
    #expect(throws: error) { try FieldMap(text) }
  }

  @Test(
    arguments: [
      ("2023-11-09", "2023-11-09"), ("2023-11-09T23:59:59-05:00", "2023-11-09"),
      ("2023/11/9 08:00", "2023-11-09"), ("20231109T120000Z", "2023-11-09"),
      ("20231109", "2023-11-09"),
      ("2023-11", "2023-11"), ("2023", "2023"), ("1699500000", "2023-11-09"),
      ("1699500000000", "2023-11-09"), ("Thu, 09 Nov 2023 08:00:00 GMT", "2023-11-09"),
      ("November 9th, 2023", "2023-11-09"), ("Sept. 9, 2023 Saturday", "2023-09-09"),
      ("9 November 2023", "2023-11-09"), ("May 2023", "2023-05"), ("13/11/2023", "2023-11-13"),
      ("11/13/2023", "2023-11-13"), ("9.11.2023", "2023-11-09"), ("5/5/2023", "2023-05-05"),
      ("5/3/2010", nil), ("2023-13-40", nil), ("yesterday", nil), ("12", nil), ("", nil),
    ] as [(String, String?)])
  func dates(_ text: String, _ date: String?) throws {
    let record = try JSONSerialization.data(withJSONObject: ["text": "Body.", "date": text])
    let read = try #require(try contents("a.json", Array(record)).first).get()
    #expect(read.article.metadata.date?.date.description == date)
    #expect(read.diagnostics.map(\.code) == (date == nil && text != "" ? ["unreadable-date"] : []))
  }

  @Test func theUserKnowsBetter() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "a.jsonl",
      #"{"text":"One.","date":"2020","source":"S"}"# + "\n" + #"{"id":"b","text":"Two."}"#)
    let table = try MetadataTable(
      "path,date,title,source\na.jsonl#b,2001,T,\na.jsonl,,,File\nother.txt,2000,,\n", path: "m")
    let date = try #require(CalendarDate("1999"))
    let options = IngestionOptions(date: date, metadata: table)
    let inventory = ArticleSource(paths: [path], options: options).inventory()
    let file = try #require(inventory.files.first)
    let articles = try ArticleReader(options: options).readAll(file).map { try $0.get().article }
    #expect(articles.map { $0.metadata.date?.date.description } == ["1999", "2001"])
    #expect(articles.map(\.metadata.title) == [nil, "T"])
    #expect(articles.map(\.metadata.source) == ["File", "File"])
    #expect(inventory.diagnostics.map(\.severity) == [.note])
  }

  /// Cut into rows while it is read, a table has the cells that it has as a whole.
  @Test(arguments: 0..<40)
  func rowsAgreeWithTheWholeTable(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = ["a", "\"", "\"\"", ",", "\n", "\r\n", "b c", "\"x,y\"", "\"l\nm\"", "é", " "]
    let count = Int.random(in: 1...40, using: &random)
    let body = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
    let table = "text,other\n" + body
    var (rows, expected) = (DelimitedRows(table, separator: .comma), [String]())
    _ = try rows.next()
    while true {
      do {
        guard let row = try rows.next() else { break }
        let isWide = !row.cells.dropFirst(2).allSatisfy(\.isBlank)
        let text = row.cells[0].text
        let isBlank = text.allSatisfy(\.isWhitespace)
        let code = isWide ? "malformed" : text.isEmpty ? "no-text-field" : "empty"
        expected.append(isWide || isBlank ? "#\(row.line)! \(code)" : "#\(row.line): \(text)")
      } catch { expected.append("#\(error.line)! malformed") }
    }
    let found = try contents("a.csv", Array(table.utf8)).map { result in
      switch result {
      case .success(let read): "\(read.article.id.dropFirst(5)): \(read.article.text)"
      case .failure(let refusal): "\(refusal.id.dropFirst(5))! \(refusal.reason.code)"
      }
    }
    #expect(found == expected, "\(table.debugDescription)")
  }

  /// Records longer than any buffer, and lines across its edges.
  @Test func longRecords() throws {
    let texts = [10, 65_535, 65_536, 65_537, 200_000, 1].map { String(repeating: "a", count: $0) }
    let lines = texts.map { #"{"text":"\#($0)"}"# }
    for (name, text) in [
      ("a.jsonl", lines.joined(separator: "\n")), ("a.json", "[\(lines.joined(separator: ",\n"))]"),
    ] {
      let read = try contents(name, Array(text.utf8)).map { try $0.get().article.text }
      #expect(read == texts)
    }
    let options = IngestionOptions(maximumBytes: 100_000)
    #expect(
      try contents("a.jsonl", Array(lines.joined(separator: "\n").utf8), options).map { result in
        if case .failure(let refusal) = result { refusal.reason.code } else { "read" }
      } == ["read", "read", "read", "read", "too-long", "read"])
  }

  @Test func readingStopsWhenTheReceiverThrows() throws {
    struct Enough: Error {}
    let folder = try TemporaryFolder()
    let path = try folder.write("a.jsonl", String(repeating: #"{"text":"One."}"# + "\n", count: 9))
    let file = try #require(ArticleSource(paths: [path]).inventory().files.first)
    var count = 0
    #expect(throws: Enough.self) {
      try ArticleReader().read(file) { _ in
        count += 1
        if count == 3 { throw Enough() }
      }
    }
    #expect(count == 3)
  }
}

extension RecordTests {
  struct Rows: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let expected: [String]

    init(_ name: String, _ text: String, _ expected: [String]) {
      (self.name, self.text, self.expected) = (name, text, expected)
    }

    var testDescription: String { "\(name) \(text.prefix(40))" }
  }
}

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return StableHash.mixed(state)
  }
}
