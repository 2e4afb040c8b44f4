import DocumentModel
import Foundation
import Ingestion
import Testing

/// Input that is made to keep the reader busy, to fill the memory or to read other files. Each test
/// ends in seconds; without the limits it would take hours.
@Suite("Hostile input", .timeLimit(.minutes(5)))
struct HostileInputTests {
  @Test(arguments: [
    Hostile("deep.html", "<html><body>" + repeated("<div>", 100_000) + "Kim.", "! nested-too-deep"),
    Hostile(
      "deep.html", "<html><body>" + repeated("<b><i>", 100_000) + "Kim.", "! nested-too-deep"),
    Hostile(
      "ends.html", "<html><body>" + repeated("<div>", 900) + repeated("</b></i>", 500_000),
      "! malformed"),
    Hostile("wide.html", "<html><p " + repeated("a=1 ", 200_000) + ">Kim.", "! malformed"),
    Hostile("wide.html", "<html><p " + repeated("a='>' ", 200_000) + ">Kim.", "! malformed"),
    Hostile("comment.html", "<html><!--" + repeated("-", 2_000_000) + "<p>Kim.", "! no-article"),
    Hostile("script.html", "<html><script>" + repeated("</scrip", 200_000), "! no-article"),
    Hostile(
      "deep.json", repeated(#"{"a":"#, 100_000) + "1" + repeated("}", 100_000), "! nested-too-deep"),
    Hostile("deep.json", repeated("[", 100_000), "#1! malformed"),
    Hostile("deep.json", repeated("[", 100_000) + repeated("]", 100_000), "#1! nested-too-deep"),
    Hostile("deep.xml", "<?xml version='1.0'?><nitf>" + repeated("<p>", 100_000), "! malformed"),
    Hostile(
      "wide.xml", "<?xml version='1.0'?><nitf " + (0..<9_999).map { "a\($0)='' " }.joined() + "/>",
      "! malformed"),
    Hostile("laughs.xml", laughs, "! malformed"),
    Hostile("file.xml", outside, ": Kim and ."),
    Hostile("none.jsonl", repeated("{}\n", 50_000), "! no-records"),
    Hostile("quotes.csv", "text,b\n" + repeated("\"a\n", 50_001), "! no-records"),
    Hostile("deep.md", repeated("> ", 50_000) + "Kim.", ": Kim."),
  ])
  func ends(_ input: Hostile) throws {
    #expect(try outline(input.name, input.text).last == input.expected)
  }

  @Test func longPagesAreRefusedUnread() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("long.html", "<html><body><p>Kim.</p>")
    try #require(truncate(path, 200_000_000) == 0)
    let file = try #require(ArticleSource(paths: [path]).inventory().files.first)
    let result = ArticleReader().readOne(file)
    guard case .failure(let refusal) = result else {
      Issue.record("a page of 200 MB was read")
      return
    }
    #expect(refusal.reason == .tooLong(bytes: 200_000_000, limit: 20_000_000))
  }

  private static let laughs =
    "<?xml version='1.0'?><!DOCTYPE nitf [<!ENTITY l0 'ha'>"
    + (1...30).map { "<!ENTITY l\($0) '\(repeated("&l\($0 - 1);", 10))'>" }.joined()
    + "]><nitf><body><body.content><p>&l30;</p></body.content></body></nitf>"

  private static let outside = """
    <?xml version='1.0'?><!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>
    <nitf><body><body.content><p>Kim and &x;.</p></body.content></body></nitf>
    """
}

private func repeated(_ text: String, _ count: Int) -> String {
  String(repeating: text, count: count)
}

extension HostileInputTests {
  struct Hostile: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let expected: String

    init(_ name: String, _ text: String, _ expected: String) {
      (self.name, self.text, self.expected) = (name, text, expected)
    }

    var testDescription: String { "\(name) \(text.prefix(30))" }
  }
}
