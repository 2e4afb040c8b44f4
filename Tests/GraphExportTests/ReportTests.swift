import DocumentModel
import Foundation
import GraphModel
import Testing

@testable import GraphExport

/// The report as a browser sees it.
@Suite struct ReportTests {
  static let browser = ["chromium", "chromium-browser", "google-chrome"].first(
    where: Readers.isInstalled)

  private static func page(_ graph: Graph, title: String? = nil) throws -> String {
    let bytes = try GraphWriterTests.bytes(Report(title: title), graph)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The page after its scripts, and `script` after them, have run. `script` needs the policy lifted
  /// and leaves what it saw in `document.documentElement.dataset.seen`.
  private func seen(_ page: String, running script: String = "", liftsPolicy: Bool = true) throws
    -> String
  {
    let policy = page.ranges(of: #/<meta http-equiv="Content-Security-Policy"[^>]*>/#).first
    var page = page
    if liftsPolicy, let policy { page.removeSubrange(policy) }
    page = page.replacing("</body>", with: "<script>\(script)</script></body>")
    return try TemporaryFolder.withFile("report.html", Array(page.utf8)) { file in
      try Readers.run(
        Self.browser ?? "",
        [
          "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,800",
          "--virtual-time-budget=5000", "--dump-dom", "file://\(file)",
        ]
      ).output
    }
  }

  private func answers(_ page: String, to script: String) throws -> String {
    let dom = try seen(
      page, running: "document.documentElement.dataset.seen = (() => {\(script)})();")
    return dom.firstMatch(of: #/data-seen="([^"]*)"/#).map { String($0.1) } ?? "nothing"
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func digests(text: String, expected: String) {
    let digits = SHA256.hash(of: Array(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(digits.joined() == expected)
  }

  @Test func nothingIsLoadedFromAnywhere() throws {
    let page = try Self.page(SampleGraphs.hostile, title: "</title><script>alert(1)</script>")
    // Markup apart from the data, which is for no parser but that of JSON.
    let markup = page.replacing(
      #/<script type="application/json"[^>]*>.*?</script>/#.dotMatchesNewlines(), with: "")
    #expect(!markup.contains("src="))
    #expect(!markup.contains("url(http") && !markup.contains("@import"))
    #expect(markup.ranges(of: "<script").count == 1)
    #expect(page.ranges(of: "</script>").count == 4)
    #expect(page.contains("default-src 'none'"))
  }

  @Test func coloursAreThoseOfThePictures() {
    for type in EntityType.allCases {
      #expect(ReportAssets.style.contains("--\(type.rawValue): \(NodeStyle(type).fill.hex)"))
      #expect(ReportAssets.style.contains("--\(type.rawValue)-line: \(NodeStyle(type).border.hex)"))
    }
    for quad in QuadClass.allCases {
      #expect(ReportAssets.style.contains(EdgeStyle.Tone(quad).line.hex))
      #expect(ReportAssets.style.contains(EdgeStyle.Tone(quad).text.hex))
    }
  }

  @Test(
    .enabled(if: browser != nil, "no Chromium here"), arguments: ["empty", "one-node", "hostile"])
  func everyGraphOpensUnderItsPolicy(name: String) throws {
    let graph = try #require(GraphWriterTests.graphs.first { $0.name == name }).graph
    let dom = try seen(
      Self.page(graph), running: "document.documentElement.dataset.hacked = 'yes'",
      liftsPolicy: false)
    #expect(dom.contains(#"data-ready="yes""#))
    #expect(!dom.contains(#"data-hacked="yes""#))
  }

  @Test(.enabled(if: browser != nil, "no Chromium here"))
  func noTextBecomesMarkup() throws {
    let page = try Self.page(SampleGraphs.hostile)
    let answer = try answers(
      page,
      to: """
        document.getElementById('tab-table').click();
        for (const box of document.querySelectorAll('#filters input[type=checkbox]')) if (!box.checked) box.click();
        const amount = document.getElementById('amount'); amount.value = amount.max; amount.dispatchEvent(new Event('input'));
        for (const button of [...document.querySelectorAll('#table-view td button')]) button.click();
        return document.querySelectorAll('script').length + ' scripts, ' + document.querySelectorAll('#table-view tbody tr').length + ' rows, '
          + document.querySelectorAll('main img, main iframe, aside img, aside script').length + ' intruders';
        """)
    #expect(answer == "5 scripts, \(SampleGraphs.hostile.edges.count) rows, 0 intruders")
  }

  @Test(.enabled(if: browser != nil, "no Chromium here"))
  func evidenceIsShownWithItsMarks() throws {
    var graph = SampleGraphs.seed
    let place = try #require(
      graph.edges.firstIndex { $0.source == "PRK" && $0.label == "supply" })
    graph.edges[place].evidence[0].quote = "Seoul says Pyongyang supplied Moscow."
    graph.edges[place].evidence[0].spans = Evidence(
      sentence: 0, sentenceSpan: TextSpan(100, 137), trigger: TextSpan(121, 129),
      source: TextSpan(111, 120), target: TextSpan(130, 136))
    let answer = try answers(
      Self.page(graph),
      to: """
        const button = [...document.querySelectorAll('#table-view td button.label')].find(b => b.textContent === 'supply');
        button.click();
        const marks = [...document.querySelectorAll('#card mark')].map(m => m.className + '=' + m.textContent);
        return marks.join(';') + '|' + document.querySelector('#card blockquote').textContent + '|' + document.querySelector('#card .stance').textContent;
        """)
    #expect(
      answer
        == "source=Pyongyang;trigger=supplied;target=Moscow|Seoul says Pyongyang supplied Moscow.|told as fact; says Seoul (2)"
    )
  }

  /// Evidence points to one word of a name; the mark covers the name.
  @Test(.enabled(if: browser != nil, "no Chromium here"))
  func marksCoverWholeNames() throws {
    var graph = SampleGraphs.seed
    let place = try #require(
      graph.edges.firstIndex { $0.source == "PRK" && $0.label == "supply" })
    graph.edges[place].evidence[0].quote = "Officials in North Korea supplied Russia."
    graph.edges[place].evidence[0].spans = Evidence(
      sentence: 0, sentenceSpan: TextSpan(0, 41), trigger: TextSpan(25, 33),
      source: TextSpan(19, 24), target: TextSpan(34, 40))
    let answer = try answers(
      Self.page(graph),
      to: """
        [...document.querySelectorAll('#table-view td button.label')].find(b => b.textContent === 'supply').click();
        return [...document.querySelectorAll('#card mark')].map(m => m.textContent).join(';');
        """)
    #expect(answer == "North Korea;supplied;Russia")
  }

  @Test(.enabled(if: Readers.isInstalled("dot"), "no Graphviz here"))
  func theFirstPictureIsDrawnByGraphviz() throws {
    let page = try Self.page(SampleGraphs.seed)
    let layout = try #require(
      page.firstMatch(of: #/<script type="application\/json" id="layout-data">(.*)/#))
    let picture = PictureGraph(SampleGraphs.seed)
    struct Layout: Decodable {
      var overview: [AnyPlace]
      var routes: [AnyPlace]
    }
    struct AnyPlace: Decodable {
      var id: String
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        id = try container.decode(String.self)
      }
    }
    let drawn = try JSONDecoder().decode(Layout.self, from: Data(layout.1.utf8))
    #expect(Set(drawn.overview.map(\.id)) == Set(picture.nodes.map(\.id)))
    #expect(Set(drawn.routes.map(\.id)) == Set(picture.bundles.compactMap { $0.edges.first?.id }))
  }

  @Test(
    .enabled(if: browser != nil, "no Chromium here"),
    arguments: [
      // Nothing changed: speech and grade C apart, everything.
      ("", "6"), ("hide('told as fact')", "3"), ("hide('conflict in words')", "5"),
      ("hide('official')", "4"), ("only('supply')", "3"),
    ])
  func filtersHideEdges(action: String, rows: String) throws {
    let answer = try answers(
      Self.page(SampleGraphs.seed),
      to: """
        const hide = words => [...document.querySelectorAll('#filters label')].find(l => l.textContent.includes(words)).querySelector('input').click();
        const only = name => { const s = document.getElementById('relation'); s.value = name; s.dispatchEvent(new Event('change')); };
        \(action);
        return String(document.querySelectorAll('#table-view tbody tr').length);
        """)
    #expect(answer == rows)
  }

  /// An event of long ago leaves the slider to the months in which something happened.
  @Test(.enabled(if: browser != nil, "no Chromium here"))
  func timeStepsThroughMonthsWithEvents() throws {
    var graph = SampleGraphs.seed
    for (index, day) in ["1948", "2023-10-02", "2023-11"].enumerated() {
      graph.edges[index].evidence[0].date = CalendarDate(day)
    }
    let answer = try answers(
      Self.page(graph),
      to: """
        const [from, to] = ['from', 'to'].map(name => document.getElementById('time-' + name));
        const seen = () => from.parentElement.querySelector('output').textContent + ', ' + document.querySelectorAll('#table-view tbody tr').length;
        const whole = to.max + ': ' + seen();
        from.value = 1;
        from.dispatchEvent(new Event('input'));
        return whole + '; ' + seen();
        """)
    #expect(answer == "2: 1948-01 to 2023-11, 6; 2023-10 to 2023-11, 5")
  }

  @Test(.enabled(if: browser != nil, "no Chromium here"))
  func paperIsLightAndHoldsThePicture() throws {
    let answer = try answers(
      Self.page(SampleGraphs.seed),
      to: """
        const [root, svg] = [document.documentElement, document.getElementById('picture')];
        const state = () => [root.dataset.theme, svg.hasAttribute('viewBox'), svg.querySelector('.world').hasAttribute('transform')].join(' ');
        root.dataset.theme = 'dark';
        const seen = [state()];
        for (const event of ['beforeprint', 'afterprint']) { window.dispatchEvent(new Event(event)); seen.push(state()); }
        return seen.join(', ');
        """)
    #expect(answer == "dark false true, light true false, dark false true")
  }

  @Test(.enabled(if: browser != nil, "no Chromium here"))
  func aLargeGraphOpensWithAFewLines() throws {
    let page = try Self.page(SampleGraphs.random(nodeCount: 2_000, edgeCount: 10_000))
    let answer = try answers(
      page,
      to: """
        const first = document.querySelectorAll('#picture .edge').length;
        const amount = document.getElementById('amount'); amount.value = amount.max; amount.dispatchEvent(new Event('input'));
        return first + ' then ' + (document.querySelectorAll('#picture .edge').length > 8000);
        """)
    #expect(answer == "25 then true")
  }
}
