import DocumentModel
import Testing

@testable import Segmentation

@Suite("Paragraphs")
struct ParagraphTests {
  private func paragraphs(_ text: String) -> [String] {
    let document = segment(text, options: SegmentationOptions(parts: .bodyOnly))
    return document.paragraphs.map { paragraph in
      let tokens = document.tokens.indices.filter {
        paragraph.span.contains(document.tokens[$0].span)
      }
      guard let first = tokens.first, let last = tokens.last else { return "" }
      return document.form(of: first..<last + 1)
    }
  }

  static let wrapped = """
    The two countries said on Friday that they would reopen their border after
    nine years, a step that few had thought possible when talks began in April.
    Officials spoke of a new start.

    Traders on both sides had long asked for it. The governor of the northern
    province called the agreement a gift.
    """

  @Test("hard-wrapped lines are joined, blank lines separate")
  func wrapped() {
    let found = paragraphs(Self.wrapped)
    #expect(found.count == 2)
    #expect(found.first?.hasSuffix("a new start.") == true)
  }

  @Test("lines wrapped by bytes are joined, though their marks are wider in bytes than in columns")
  func wrappedByBytes() {
    let text = """
      “They signed it,” she said, as the traders looked on. “We won,” he said.
      Everybody else kept silent about the agreement until nightfall on Sunday
      though nobody had asked for that.
      """
    #expect(paragraphs(text).count == 1)
    #expect(paragraphs(text + "\n\n" + text).count == 2)
  }

  @Test("a line that ends a sentence goes on when the next word's bytes would not have fitted")
  func wrappedByBytesBehindStop() {
    let text = """
      The two countries said on Friday that they would reopen their border soon.
      Officials of the northern province visited the market on Tuesday night.
      “We won,” he said as the traders looked on and the governor kept his peace
      because nobody had asked for that.
      """
    #expect(paragraphs(text).count == 1)
  }

  @Test(
    "a wrapped lead with a dateline is one paragraph",
    arguments: [
      "NAIROBI, Norway — Eva Carla Fayquamann modified fiscal ports on\nSaturday, triggering reforms.",
      "SEOUL (Reuters) - Roe of the Daily Times and Doe of the Star\nmet on Friday, officials said.",
      "LA PAZ — Uganda was claimed on Thursday late in the evening of that day\nby Sefoun Roe over its muddy capital and all of the livestock, the United\nAgriculture Trade warned.",
      "BUENOS AIRES (AP) — Polish regulators and Poland vowed in Rome\nto import aid after a year.",
    ])
  func wrappedLead(_ lead: String) {
    let story = "\n\n\(Self.wrapped)"
    for top in ["Talks fail again\n\n", "Talks fail again\nBy Jane Roe\n", ""] {
      let document = segment(top + lead + story)
      let index = document.paragraphs.firstIndex { $0.dateline != nil }
      #expect(index == (top.isEmpty ? 0 : document.paragraphs.count - 3))
      #expect(document.paragraphs[index ?? 0].span.count == lead.utf8.count)
      #expect(document.paragraphs[index ?? 0].kind == .body)
    }
  }

  @Test("an indented line begins a paragraph")
  func indented() {
    #expect(paragraphs(Self.wrapped.replacing("\n\nTraders", with: "\n   Traders")).count == 2)
  }

  @Test("a short line ends a paragraph of wrapped text")
  func shortLine() {
    #expect(paragraphs(Self.wrapped.replacing("\n\nTraders", with: "\nTraders")).count == 2)
  }

  @Test("of long lines every one is a paragraph")
  func longLines() {
    let line = String(repeating: "The talks went on for days and days. ", count: 8)
    #expect(paragraphs([line, line, line].joined(separator: "\n")).count == 3)
  }

  @Test("of lines that are whole sentences every one is a paragraph")
  func sentenceLines() {
    let text =
      "The talks failed on Friday.\nNobody was surprised by it.\nThey go on next week.\nOr not."
    #expect(paragraphs(text).count == 4)
  }

  @Test(
    "line ends of every kind",
    arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}"])
  func lineEnds(_ end: String) {
    #expect(paragraphs("One day\(end)\(end)Two days\(end) \(end)\(end)Three").count == 3)
    #expect(paragraphs(Self.wrapped.replacing("\n", with: end)).count == 2)
  }

  @Test(
    "words broken at a line end are joined",
    arguments: [
      ("an inter-\nnational agreement", "international"),
      ("an inter-\r\n  national one", "international"),
      ("the minis\u{AD}\nter left", "minister"), ("a na\u{AD}tional park", "national"),
      ("the con-\u{2028}ference’s end", "conference"),
    ])
  func brokenWords(_ text: String, _ word: String) {
    let document = segment(text, options: SegmentationOptions(parts: .bodyOnly))
    #expect(document.tokens.indices.map { document.form(of: $0) }.contains(word))
    #expect(document.normalForms.values.contains(word))
  }

  @Test("a compound's own hyphen at a line end stays")
  func compounds() {
    for text in ["a long-\nterm plan", "the Moscow-\nbased group", "the Asia-\nPacific region"] {
      let document = segment(text, options: SegmentationOptions(parts: .bodyOnly))
      #expect(document.normalForms.isEmpty)
      #expect(document.tokens.count == 5)
    }
  }

  @Test("nothing comes of nothing", arguments: ["", " ", "\n\n\n", "\u{FEFF}", "\0\0", "\u{2028}"])
  func nothing(_ text: String) {
    let document = segment(text)
    #expect(document.tokens.isEmpty)
    #expect(document.sentences.isEmpty)
  }
}
