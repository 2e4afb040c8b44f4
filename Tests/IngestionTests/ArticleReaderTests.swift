import DocumentModel
import Foundation
import Ingestion
import Testing

@Suite("Article reader")
struct ArticleReaderTests {
  @Test(arguments: [
    Encoded("plain.txt", "Kim met Putin.", .utf8),
    Encoded("curly.txt", "“Café” — 5 €", .utf8),
    Encoded("mark.txt", [0xEF, 0xBB, 0xBF] + "é".utf8, "é", .utf8),
    Encoded("le.txt", utf16("Hé\n", mark: true, little: true), "Hé\n", .utf16LittleEndian),
    Encoded("be.txt", utf16("Hé\n", mark: true, little: false), "Hé\n", .utf16BigEndian),
    Encoded(
      "le-bare.txt", utf16("Kim met Putin.", little: true), "Kim met Putin.", .utf16LittleEndian,
      ["guessed-encoding"]),
    Encoded(
      "be-bare.txt", utf16("Ким встретил Путина в Пхеньяне.\n", little: false),
      "Ким встретил Путина в Пхеньяне.\n", .utf16BigEndian, ["guessed-encoding"]),
    Encoded(
      "odd.txt", utf16("Hi", mark: true, little: true) + [0x41], "Hi\u{FFFD}", .utf16LittleEndian,
      ["invalid-utf-16"]),
    Encoded(
      "1252.txt", [0x93, 0x43, 0x61, 0x66, 0xE9, 0x94, 0x20, 0x80], "“Café” €", .windows1252,
      ["guessed-encoding"]),
    Encoded(
      "latin-end.txt", Array("caf".utf8) + [0xE9], "café", .windows1252, ["guessed-encoding"]),
    Encoded(
      "mostly-utf8.txt", "Zürich, Köln, ".utf8 + [0xFC, 0x20] + "Bern".utf8,
      "Zürich, Köln, \u{FFFD} Bern", .utf8, ["invalid-utf-8"]),
    Encoded(
      "cut.txt", "The end”".utf8.dropLast(), "The end\u{FFFD}", .utf8, ["invalid-utf-8"]),
    Encoded(
      "undefined.txt", [0x61, 0x81, 0xE9], "a\u{FFFD}é", .windows1252,
      ["guessed-encoding", "invalid-windows-1252"]),
  ])
  func decodes(_ file: Encoded) throws {
    let read = try readOne(file.name, file.bytes).get()
    #expect(read.article.text == file.text)
    #expect(read.encoding == file.encoding)
    #expect(read.diagnostics.map(\.code) == file.codes)
    for span in read.diagnostics.compactMap(\.span) {
      #expect(read.article.text(in: span) == "\u{FFFD}")
    }
  }

  @Test(
    arguments: [
      ("windows-1252", [0xE9, 0x80], "é€"), ("latin1", [0xE9, 0x80], "é€"),
      ("ISO-8859-15", [0xA4], "€"), ("UTF8", [0xC3, 0xA9, 0xFF], "é\u{FFFD}"),
      ("utf-16", [0x41, 0, 0xE9, 0], "Aé"), ("UTF-16BE", [0, 0x41], "A"),
      ("utf-16", [0, 0x41], "A"),
      ("cp1252", [0xC3, 0xA9], "Ã©"), ("windows-1252", [0xEF, 0xBB, 0xBF, 0xC3, 0xA9], "é"),
    ] as [(String, [UInt8], String)])
  func givenEncoding(_ label: String, _ bytes: [UInt8], _ text: String) throws {
    let encoding = try #require(TextEncoding(label: label))
    let read = try readOne("a.txt", bytes, IngestionOptions(encoding: encoding)).get()
    #expect(read.article.text == text)
  }

  @Test func unknownEncodingLabel() {
    #expect(TextEncoding(label: "utf-12") == nil)
  }

  @Test(arguments: [
    Refused("empty.txt", "", .empty), Refused("blank.txt", " \r\n\t\u{A0}\u{FEFF}\n", .empty),
    Refused("mark.txt", [0xFF, 0xFE], .empty),
    Refused("nul.txt", "Kim met\0 Putin.", .nul(count: 1, offset: 7)),
    Refused("nuls", "\0\0\0\0abcdefghijkl", .nul(count: 4, offset: 0)),
    Refused("controls", (1...8).map { UInt8($0) }, .binary),
    Refused("trec", "<DOC>\n<TEXT>Kim</TEXT>\n</DOC>", .notReadable(.xml)),
    Refused(
      "f", "PK\u{3}\u{4}mimetypeapplication/epub+zip", .notReadable(.epub)),
    Refused("l.csv", "a,b\n1,2\n", .noTextField(fields: ["a", "b"])),
    Refused("m", [0x89, 0x50, 0x4E, 0x47, 0x0D], .notReadable(.image)),
    Refused("n", "SQLite format 3\0", .notReadable(.sqlite)),
    Refused("o", "\u{7F}ELF", .notReadable(.executable)),
    Refused("x.epub", "Hello", .notReadable(.epub)),
    Refused(
      "p", "From a@b.org Thu Nov  9\r\nReceived: by x\r\n\r\nHello", .notReadable(.mail)),
    Refused("q.txt", "From: a@b.org\nTo: c@d.org\nSubject: Kim\n\nHello", .notReadable(.mail)),
    Refused("r.eml", "Hello", .notReadable(.mail)),
  ])
  func refuses(_ file: Refused) throws {
    let result = try readOne(file.name, file.bytes)
    #expect(throws: Refusal.self) { try result.get() }
    guard case .failure(let refusal) = result else { return }
    #expect(refusal.reason == file.reason)
    #expect(refusal.id == file.name)
    #expect(refusal.description == "\(refusal.path): \(refusal.message)")
  }

  @Test(arguments: [
    ("a.txt", "[Editor's note] Kim met Putin."), ("a.xml", "Kim met Putin."),
    ("a.txt", "From our correspondent: news."),
    ("a.txt", "Date: 2023-11-09\nFrom: Reuters\n\nKim met Putin."), ("a.log", "Kim met Putin."),
    ("Interview with Gen. Milley", "Kim met Putin."), ("a.txt", "<Reuters> - Kim met Putin."),
    ("a.txt", "MZansi news."), ("a.txt", "Kim \u{1B}[1mmet\u{1B}[0m Putin."),
    ("a.txt", "Seoul: the capital of South Korea."), ("a", "\u{C}Kim met Putin.\u{C}"),
  ])
  func readsAsText(_ name: String, _ text: String) throws {
    #expect(try readOne(name, Array(text.utf8)).get().article.text == text)
  }

  @Test func limitHoldsBeforeReading() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("line.txt")
    try folder.write("line.txt", "")
    try #require(truncate(path, 50_000_000) == 0)
    for (limit, words) in [(1_000_000, "50 MB, the limit is 1 MB"), (20_000_000, "20 MB")] {
      let result = try read(path, IngestionOptions(maximumBytes: limit))
      guard case .failure(let refusal) = result else {
        Issue.record("a file over the limit was read")
        continue
      }
      #expect(refusal.reason == .tooLong(bytes: 50_000_000, limit: limit))
      #expect(refusal.message.contains(words))
    }
  }

  @Test func limitIsInclusive() throws {
    let bytes = Array("12345".utf8)
    #expect(throws: Never.self) { try readOne("a", bytes, IngestionOptions(maximumBytes: 5)).get() }
    #expect(throws: Refusal.self) {
      try readOne("a", bytes, IngestionOptions(maximumBytes: 4)).get()
    }
  }

  @Test func limitIsCapped() {
    var options = IngestionOptions(maximumBytes: .max)
    #expect(options.maximumBytes == IngestionOptions.highestLimit)
    options.maximumBytes = .max
    #expect(options.maximumBytes == IngestionOptions.highestLimit)
  }

  /// A file under /proc says it has no bytes.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func sizeIsNotBelieved() throws {
    let read = try read("/proc/self/status").get()
    #expect(read.article.text.contains("Pid:"))
  }

  @Test func fileThatVanishesOrBecomesAPipe() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt")
    let file = try #require(ArticleSource(paths: [path]).inventory().files.first)
    try FileManager.default.removeItem(atPath: path)
    #expect(reason(ArticleReader().readOne(file)) == .vanished)
    try #require(mkfifo(path, 0o600) == 0)
    #expect(reason(ArticleReader().readOne(file)) == .special(.pipe))
  }

  @Test(.disabled(if: geteuid() == 0, "permissions do not bind the superuser"))
  func lockedFileIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt")
    chmod(path, 0)
    #expect(reason(try read(path)) == .noPermission)
  }

  @Test func dateOption() throws {
    let date = try #require(CalendarDate("2023-11-09"))
    let article = try readOne("a", Array("x".utf8), IngestionOptions(date: date)).get().article
    #expect(article.metadata == ArticleMetadata(date: DatedFact(date, from: .option)))
  }

  @Test func contentHashIsOfTheText() throws {
    let plain = try readOne("a", Array("foobar".utf8)).get()
    let marked = try readOne("b", [0xEF, 0xBB, 0xBF] + Array("foobar".utf8)).get()
    #expect(plain.contentHash == "343e1662793c64bf6f0d3597ba446f18")
    #expect(marked.contentHash == plain.contentHash)
  }

  @Test func messagesAreOneLine() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("two\nlines\u{1B}", "")
    guard case .failure(let refusal) = try read(path) else { return }
    #expect(refusal.description.hasSuffix("two?lines?: nothing in it to read"))
  }
}

extension ArticleReaderTests {
  struct Encoded: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let text: String
    let encoding: TextEncoding
    let codes: [String]

    init(
      _ name: String, _ bytes: some Sequence<UInt8>, _ text: String, _ encoding: TextEncoding,
      _ codes: [String] = []
    ) {
      self.name = name
      self.bytes = Array(bytes)
      self.text = text
      self.encoding = encoding
      self.codes = codes
    }

    init(_ name: String, _ text: String, _ encoding: TextEncoding) {
      self.init(name, text.utf8, text, encoding)
    }

    var testDescription: String { name }
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let reason: Refusal.Reason

    init(_ name: String, _ bytes: [UInt8], _ reason: Refusal.Reason) {
      self.name = name
      self.bytes = bytes
      self.reason = reason
    }

    init(_ name: String, _ text: String, _ reason: Refusal.Reason) {
      self.init(name, Array(text.utf8), reason)
    }

    var testDescription: String { name }
  }

  private func readOne(
    _ name: String, _ bytes: [UInt8], _ options: IngestionOptions = IngestionOptions()
  ) throws -> Result<IngestedArticle, Refusal> {
    let folder = try TemporaryFolder()
    return try read(folder.write(name, bytes), options)
  }

  private func read(
    _ path: String, _ options: IngestionOptions = IngestionOptions()
  ) throws -> Result<IngestedArticle, Refusal> {
    let inventory = ArticleSource(paths: [path], options: options).inventory()
    return ArticleReader(options: options).readOne(try #require(inventory.files.first))
  }

  private func reason(_ result: Result<IngestedArticle, Refusal>) -> Refusal.Reason? {
    if case .failure(let refusal) = result { refusal.reason } else { nil }
  }
}

private func utf16(_ text: String, mark: Bool = false, little: Bool) -> [UInt8] {
  ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
    let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
    return little ? [low, high] : [high, low]
  }
}
