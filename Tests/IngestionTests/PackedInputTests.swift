import DocumentModel
import Foundation
import Ingestion
import Testing

@Suite("Packed input")
struct PackedInputTests {
  private static let lines =
    Array(#"{"text":"One."}"#.utf8) + [0x0A] + Array(#"{"text":"Two."}"#.utf8)

  @Test(arguments: PackedBytes.Compression.allCases)
  func compressed(_ compression: PackedBytes.Compression) throws {
    let text = PackedBytes.compressed(compression, Array("Kim met Putin.".utf8))
    #expect(try outline("a.txt.gz", text) == [": Kim met Putin."])
    let records = PackedBytes.compressed(compression, Self.lines)
    #expect(try outline("feed", records) == ["#1: One.", "#2: Two."])
    let table = PackedBytes.compressed(compression, Array("Body,B\nOne,x\n".utf8))
    #expect(try outline("t.csv.zst", table) == ["#2: One"])
  }

  @Test(arguments: [PackedBytes.Format.zip, .tar])
  func archives(_ format: PackedBytes.Format) throws {
    let bytes = PackedBytes.archive(
      format,
      [
        ("2024/a.txt", Array("Kim met Putin.".utf8)), ("feed.jsonl", Self.lines),
        ("b.txt", []), ("p.html", Array("<p>Kim met Xi.</p>".utf8)), (".x", [0x41]),
        ("__MACOSX/y", [0x41]), ("c.png", [0x89, 0x50, 0x4E, 0x47]),
        ("f.jsonl.gz", PackedBytes.compressed(.gzip, Self.lines)),
        ("in.zip", PackedBytes.archive(.zip, [("z.txt", Array("Inner.".utf8))])),
      ])
    let expected = [
      "/2024/a.txt: Kim met Putin.", "/feed.jsonl#1: One.", "/feed.jsonl#2: Two.",
      "/b.txt! empty", "/p.html: Kim met Xi.", "/c.png! not-readable", "/f.jsonl.gz#1: One.",
      "/f.jsonl.gz#2: Two.", "/in.zip/z.txt: Inner.",
    ]
    #expect(try outline("news", bytes) == expected)
    let packed = PackedBytes.compressed(.gzip, bytes)
    #expect(try outline("news.tgz", packed) == expected)
  }

  /// What is in an archive becomes an id, never a path.
  @Test(arguments: [PackedBytes.Format.zip, .tar])
  func pathsLeadNowhere(_ format: PackedBytes.Format) throws {
    let text = Array("Kim.".utf8)
    let bytes = PackedBytes.archive(
      format,
      [
        ("../../up.txt", text), ("/etc/passwd", text), ("a/../../b.txt", text), ("./c.txt", text),
        ("..\\..\\d.txt", text), ("c.txt", text), ("..", text),
      ])
    #expect(
      try outline("a.zip", bytes).sorted()
        == [
          "/a/b.txt: Kim.", "/c.txt: Kim.", "/c.txt~2: Kim.", "/d.txt: Kim.", "/etc/passwd: Kim.",
          "/unnamed: Kim.", "/up.txt: Kim.",
        ])
  }

  @Test func layersAreCounted() throws {
    var bytes = Array("Kim.".utf8)
    for _ in 0..<3 { bytes = PackedBytes.archive(.zip, [("a", bytes)]) }
    var options = IngestionOptions()
    options.maximumDepth = 3
    #expect(try outline("z", bytes, options) == ["/a/a/a: Kim."])
    options.maximumDepth = 2
    #expect(try outline("z", bytes, options) == ["/a/a! too-many-layers"])
    options.maximumDepth = 0
    #expect(try outline("z", bytes, options) == ["! too-many-layers"])
  }

  @Test(arguments: PackedBytes.Compression.allCases)
  func bombs(_ compression: PackedBytes.Compression) throws {
    let zeros = PackedBytes.compressed(compression, [UInt8](repeating: 0, count: 30_000_000))
    #expect(try outline("z.txt.gz", zeros) == ["! bomb"])
    let lines = [UInt8](repeating: 0x20, count: 30_000_000) + Self.lines
    let records = PackedBytes.compressed(compression, Self.lines + lines)
    #expect(try outline("z.jsonl.gz", records) == ["#1: One.", "#2! bomb"])
    var options = IngestionOptions(maximumBytes: 100_000_000)
    options.maximumRatio = 1_000_000
    #expect(
      try outline("z.jsonl.gz", records, options) == ["#1: One.", "#2! malformed", "#3: Two."])
  }

  /// Each entry is below the limit for articles; together they are not.
  @Test func aBombEndsItsArchive() throws {
    let zeros = PackedBytes.compressed(.gzip, [UInt8](repeating: 0x20, count: 4_000_000))
    let entries = (1...40).map { (name: "\($0).txt.gz", bytes: zeros) }
    let bytes = PackedBytes.archive(.zip, entries)
    let found = try outline("z.zip", PackedBytes.compressed(.gzip, bytes))
    #expect(found.last?.hasSuffix("! bomb") == true)
    #expect(found.count < 40)
  }

  @Test func brokenArchives() throws {
    let text = Array("Kim met Putin in Moscow. ".utf8)
    let zip = PackedBytes.archive(.zip, [("a.txt", text), ("b.txt", text)])
    let found = try outline("z.zip", Array(zip.prefix(60)))
    #expect(found.last?.hasSuffix("! malformed") == true)
    let gzip = PackedBytes.compressed(.gzip, text)
    #expect(try outline("z.gz", Array(gzip.dropLast(12))) == ["! malformed"])
    #expect(try outline("z.gz", Array(gzip.prefix(3))) == ["! malformed"])
  }

  /// Whatever bytes are changed, reading ends, and says something.
  @Test(arguments: 0..<30)
  func damagedArchives(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = Array("Kim met Putin in Moscow. ".utf8)
    var bytes = PackedBytes.archive(
      seed % 2 == 0 ? .zip : .tar,
      [("a.txt", text), ("f.jsonl.gz", PackedBytes.compressed(.gzip, Self.lines)), ("b.txt", text)])
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    #expect(try !outline("z", bytes).isEmpty)
  }
}
