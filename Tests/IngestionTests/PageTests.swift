import DocumentModel
import Foundation
import Ingestion
import Testing

@Suite("Pages")
struct PageTests {
  private static let first =
    "North Korean leader Kim Jong Un met Russian President Vladimir Putin on Wednesday in the far east."
  private static let second =
    "The United States warned Pyongyang not to supply shells to Moscow, and South Korea was watching."
  private static let side =
    "Another text that is long enough to be taken for a paragraph of the story, which it is not at all."

  /// Everything that papers put around a story, and the story in the middle.
  @Test(arguments: [
    #"<article>STORY</article>"#, #"<div class="story-body">STORY</div>"#, "STORY",
    #"<div id="content"><div class="inner">STORY</div></div>"#,
    #"<div itemprop="articleBody">STORY</div>"#,
    #"<table><tr><td>STORY</td></tr></table>"#,
  ])
  func bodies(_ frame: String) throws {
    let story = """
      <p>\(Self.first)</p><div class="ad-slot"><p>\(Self.side)</p></div>
      <figure><img src=x><figcaption>\(Self.side)</figcaption></figure>
      <h2>What next</h2><p>\(Self.second)</p><p>Short one.</p><p>Read more: <a href=x>Else</a></p>
      <h2>Related stories</h2><ul class="related"><li><a href=1>Putin visits China</a></li></ul>
      """
    let page = """
      <!DOCTYPE html><html><head><title>Kim meets Putin - The Globe</title>
      <script>var x = "<p>\(Self.side)</p>";</script><style>p{}</style></head>
      <body class="has-sidebar"><nav><ul><li><a href="/">\(Self.side)</a></li></ul></nav>
      <h1>Kim meets Putin</h1>\(frame.replacing("STORY", with: story))
      <aside><p>\(Self.side)</p></aside><div id="comments"><p>\(Self.side)</p></div>
      <footer><p>\(Self.side)</p></footer></body></html>
      """
    let article = try article("a.html", page)
    #expect(
      article.text.split(separator: "\n\n")
        == ["Kim meets Putin", Self.first[...], "What next", Self.second[...], "Short one."])
  }

  @Test(arguments: [
    ("Kim met Putin.", "Kim met Putin."), ("<p>Kim met Putin.</p>", "Kim met Putin."),
    ("<p>Kim&nbsp;met\n  <b>Put</b>in &mdash; he&shy;re.</p>", "Kim met Putin — here."),
    ("<p>One.<br>Two.<br><br>Three.", "One.\nTwo.\n\nThree."),
    ("<div>One.<p>Two.</div>Three.", "One.\n\nTwo.\n\nThree."),
    (
      "<ul><li>One is long enough to count.<li>Two is long enough to count.</ul>",
      "One is long enough to count.\n\nTwo is long enough to count."
    ),
    ("<p>Caf&#233; &#x201C;x&#x201D; &lt;b&gt; &bogus; &", "Café “x” <b> &bogus; &"),
    ("<p hidden>No.</p><template>No.</template><p>Yes.", "Yes."),
    (
      "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Kim.</p></body></html>",
      "Kim."
    ),
    ("<p>Unclosed <a href=x>link", "Unclosed link"),
  ])
  func texts(_ page: String, _ text: String) throws {
    #expect(try article("a.html", page).text == text)
  }

  @Test(arguments: [
    "<html><body></body></html>", "<html><script>x</script>",
    "<a href=1>Link</a><a href=2>Link</a>",
  ])
  func pagesWithoutAnArticle(_ page: String) throws {
    #expect(try outline("a.html", page) == ["! no-article"])
  }

  @Test(arguments: [
    Facts(
      #"<title>Kim meets Putin | The Globe</title><meta name=author content="By Jane Doe and John Roe">"#
        + #"<meta property="article:published_time" content="2023-11-09T08:00Z">"#
        + #"<meta property="og:site_name" content="The Globe"><link rel=canonical href="https://g.example/k">"#,
      title: "Kim meets Putin", date: "2023-11-09", source: "The Globe",
      authors: ["Jane Doe", "John Roe"], url: "https://g.example/k"),
    Facts(
      #"<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"#
        + #""headline":"Kim meets Putin","datePublished":"2023-11-09","author":[{"name":"Jane Doe"},"#
        + #""John Roe"],"publisher":{"name":"Globe"},"url":"u"}]}</script><title>x</title>"#,
      title: "Kim meets Putin", date: "2023-11-09", source: "Globe",
      authors: ["Jane Doe", "John Roe"], url: "u"),
    Facts(
      #"<meta property="og:title" content="Kim meets Putin"><meta property="og:url" content="u">"#
        + #"<meta name="pubdate" content="Thu, 09 Nov 2023 08:00:00 GMT">"#,
      title: "Kim meets Putin", date: "2023-11-09", url: "u"),
    Facts(
      #"<title>Site: Kim meets Putin</title><body><h1>Site</h1><h1>Kim meets Putin</h1>"#
        + #"<span class="byline__name">By Jane Doe</span><time datetime="2023-11-09">today</time>"#,
      title: "Kim meets Putin", date: "2023-11-09", authors: ["Jane Doe"]),
    Facts(
      #"<script type="application/ld+json">{"@type":</script><title>Kim – Globe</title>"#,
      title: "Kim"),
  ])
  func facts(_ facts: Facts) throws {
    let page = "<html><head>\(facts.head)<p>\(Self.first)</p><p>\(Self.second)</p></html>"
    let metadata = try article("a.html", page).metadata
    #expect(metadata.title == facts.title)
    #expect(metadata.date?.date.description == facts.date)
    #expect(metadata.source == facts.source)
    #expect(metadata.authors == facts.authors)
    #expect(metadata.url == facts.url)
  }

  /// A page that a script fills has its text in linked data.
  @Test func bodyInLinkedData() throws {
    let page = """
      <html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"T",
      "articleBody":"\(Self.first)\\n\(Self.second)"}</script></head><body><div id=root></div></body>
      """
    #expect(try article("a.html", page).text == "T\n\n\(Self.first)\n\n\(Self.second)")
  }

  @Test(
    arguments: [
      ("<meta charset=iso-8859-1><p>Caf\u{E9}</p>", [0xE9], "Café", TextEncoding.windows1252),
      (
        #"<meta http-equiv=x content="text/html; charset=ISO-8859-15"><p>5 €</p>"#, [0xA4], "5 €",
        .latin9
      ),
      ("<meta charset=utf-8><p>Café</p>", Array("é".utf8), "Café", .utf8),
    ] as [(String, [UInt8], String, TextEncoding)])
  func encodings(_ page: String, _ bytes: [UInt8], _ text: String, _ encoding: TextEncoding) throws
  {
    let coded = page.unicodeScalars.flatMap { $0.isASCII ? [UInt8($0.value)] : bytes }
    let read = try #require(try contents("a.html", coded).first).get()
    #expect(read.article.text == text)
    #expect(read.encoding == encoding)
    #expect(read.diagnostics.isEmpty)
  }

  @Test(arguments: [
    (
      "# Kim *meets* **Putin**\n\nKim [met](http://x) `Putin` in\nMoscow. ![pic](a.png)\n",
      "Kim meets Putin\n\nKim met Putin in\nMoscow. "
    ),
    (
      "Title\n=====\n\n- One\n- Two\n\n> Three\n\n---\n\n    code\n\n<div>x</div>\n",
      "Title\n\nOne\n\nTwo\n\nThree"
    ),
    ("\\*Kim\\* &amp; Xi <http://x.y>\n", "*Kim* & Xi http://x.y"),
    ("---\ntitle: \"Kim: Putin\"\ndate: 2023-11-09\n---\nText.\n", "Kim: Putin\n\nText."),
    ("---\nno end\n\nText.\n", "no end\n\nText."),
  ])
  func markdown(_ source: String, _ text: String) throws {
    #expect(try article("a.md", source).text == text)
  }

  @Test func frontMatter() throws {
    let source =
      "---\ntitle: T\ndate: 9 Nov 2023\nauthor: Jane Doe\nsource: 'Globe'\nurl: u\n---\nText.\n"
    let metadata = try article("a.md", source).metadata
    #expect(metadata.title == "T" && metadata.source == "Globe" && metadata.url == "u")
    #expect(metadata.date?.date.description == "2023-11-09" && metadata.authors == ["Jane Doe"])
  }
}

extension PageTests {
  struct Facts: Sendable, CustomTestStringConvertible {
    let head: String
    var title: String?
    var date: String?
    var source: String?
    var authors: [String] = []
    var url: String?

    init(
      _ head: String, title: String? = nil, date: String? = nil, source: String? = nil,
      authors: [String] = [], url: String? = nil
    ) {
      (self.head, self.title, self.date) = (head, title, date)
      (self.source, self.authors, self.url) = (source, authors, url)
    }

    var testDescription: String { String(head.prefix(60)) }
  }
}
