import DocumentModel
import Testing

@testable import Segmentation

@Suite("Parts of an article")
struct PartTests {
  static let article = """
    The Daily Courier

    Two neighbours agree to reopen border

    Traders welcome end of nine-year closure

    By Jane Roe and Luis de la Vega

    Friday, March 5, 2010

    PORT HALE, Norland (AP) — Norland and Sudland agreed on Friday to reopen their border.

    The crossing will open at noon, officials said.

    Read more: How the border closed

    The governor called it a gift.

    Additional reporting by John Doe in Port Hale.

    Copyright 2010 The Daily Courier. All rights reserved.
    """

  @Test("all parts")
  func allParts() {
    let document = segment(Self.article)
    #expect(
      document.paragraphs.map(\.kind) == [
        .publication, .headline, .deck, .byline, .dateLine, .body, .body, .trailer, .body, .trailer,
        .trailer,
      ])
    #expect(
      document.paragraphs.map(\.isRead) == [
        false, true, true, false, false, true, true, false, true, false, false,
      ])
    #expect(document.article.metadata.title == "Two neighbours agree to reopen border")
    #expect(document.article.metadata.authors == ["Jane Roe", "Luis de la Vega"])
    #expect(document.article.metadata.source == "The Daily Courier")
    #expect(document.date?.date == date(2010, 3, 5))
    #expect(document.date?.source == .dateLine)
  }

  @Test("what was known before is kept")
  func metadata() {
    let known = ArticleMetadata(
      title: "T", date: date(2001, 1, 1).map { DatedFact($0, from: .option) }, source: "S",
      authors: ["A"])
    #expect(segment(Self.article, metadata: known).article.metadata == known)
    #expect(segment(Self.article, metadata: known).date == known.date)
  }

  @Test(
    "datelines",
    arguments: [
      ("SEOUL, South Korea — The talks failed.", "SEOUL, South Korea —", String?.none),
      ("WASHINGTON (Reuters) - The talks failed.", "WASHINGTON (Reuters) -", "Reuters"),
      ("MOSCOW, March 3 (AP) — The talks failed.", "MOSCOW, March 3 (AP) —", "AP"),
      ("NEW YORK – The talks failed.", "NEW YORK –", nil),
      ("Washington (CNN) -- The talks failed.", "Washington (CNN) --", "CNN"),
      ("PARIS, 5 May 2011 /AFP/ -- Talks failed.", "PARIS, 5 May 2011 /AFP/ --", "AFP"),
      ("ST. JOHN'S, Antigua (AP) — Talks failed.", "ST. JOHN'S, Antigua (AP) —", "AP"),
      ("BEIRUT/DAMASCUS (Reuters) - Talks failed.", "BEIRUT/DAMASCUS (Reuters) -", "Reuters"),
      ("LONDON: The talks failed.", "LONDON:", nil),
    ])
  func datelines(_ lead: String, _ dateline: String, _ agency: String?) {
    let document = segment("Talks fail\n\n\(lead)\n\nNobody was surprised.")
    let found = document.paragraphs[1].dateline
    #expect(found.map { String(document.article.text(in: $0)) } == dateline)
    #expect(document.article.metadata.source == agency)
    #expect(document.paragraphs[1].kind == .body)
  }

  @Test(
    "no datelines",
    arguments: [
      "NATO — the alliance — met on Friday.", "The UN - led talks failed.",
      "U.S. — and Russia met.",
      "Roe (Labour) spoke on Friday - again.", "OPEC — Once a power — is weak.",
      "Kim, a lawyer — and a poet — left.", "BREAKING: Talks fail in Seoul, say two officials.",
    ])
  func noDatelines(_ lead: String) {
    let document = segment("Talks fail\n\n\(lead)\n\nNobody was surprised.")
    #expect(document.paragraphs.allSatisfy { $0.dateline == nil })
  }

  @Test(
    "bylines",
    arguments: [
      ("By Jane Roe", ["Jane Roe"], String?.none), ("BY JANE ROE", ["JANE ROE"], nil),
      ("By Jane Roe, Associated Press", ["Jane Roe"], "Associated Press"),
      ("By Jane Roe, John Doe and Kim Min-jae", ["Jane Roe", "John Doe", "Kim Min-jae"], nil),
      ("By Jane Roe in Seoul and John Doe", ["Jane Roe"], nil),
      ("By Jane Roe | Reuters", ["Jane Roe"], "Reuters"),
      ("By John J. O'Hara, Staff Writer", ["John J. O'Hara"], nil),
      ("Written by Jane Roe", ["Jane Roe"], nil),
      ("By Jan Roe and April Doe, Staff Writer", ["Jan Roe", "April Doe"], nil),
    ])
  func bylines(_ line: String, _ authors: [String], _ source: String?) {
    let document = segment(
      "Talks fail again\n\n\(line)\n\nThe talks failed on Friday, officials said.")
    #expect(document.paragraphs.map(\.kind) == [.headline, .byline, .body])
    #expect(document.article.metadata.authors == authors)
    #expect(document.article.metadata.source == source)
  }

  @Test(
    "sentences that begin like bylines or headlines are body",
    arguments: [
      "By Friday the talks had failed.", "By then Russia had left.", "The talks failed.",
      "By Moscow's account, nobody was hurt.", "By May 5 Roe had left.",
    ])
  func noBylines(_ line: String) {
    let document = segment("Talks fail again\n\n\(line)\n\nNobody was surprised.")
    #expect(document.paragraphs[1].kind == .body)
  }

  @Test(
    "bylines and date lines below a deck",
    arguments: ["Traders welcome end of closure", "The traders welcomed the end of the closure."])
  func belowDeck(_ deck: String) {
    let document = segment(
      "Talks fail again\n\n\(deck)\n\nBy Jane Roe\n\nMarch 5, 2010\n\nLONDON: The talks failed.")
    let deckKind: Paragraph.Kind = deck.hasSuffix(".") ? .body : .deck
    #expect(
      document.paragraphs.map(\.kind) == [.headline, deckKind, .byline, .dateLine, .body])
    #expect(document.article.metadata.authors == ["Jane Roe"])
    #expect(document.date?.date == date(2010, 3, 5))
    #expect(document.paragraphs.last?.dateline != nil)
  }

  @Test("a line of names and credits with a dateline is no byline")
  func datelineWithCredits() {
    let document = segment(
      "Talks fail\n\nSEOUL (Reuters) - Roe and the Daily Times\n\nNobody was surprised.")
    #expect(document.paragraphs[1].kind == .body)
    #expect(document.paragraphs[1].dateline != nil)
  }

  @Test("lines without blank lines between them")
  func tight() {
    let document = segment(
      "Talks fail again\nBy Jane Roe\nMarch 5, 2010\nSEOUL — The talks failed on Friday.\nIt was late."
    )
    #expect(document.paragraphs.prefix(3).map(\.kind) == [.headline, .byline, .dateLine])
    #expect(document.paragraphs[3].dateline != nil)
  }

  @Test("a single line is body")
  func singleLine() {
    #expect(segment("Roe met Doe").paragraphs.map(\.kind) == [.body])
  }

  @Test("headers of an archive")
  func headers() {
    let document = segment(
      "Title: Talks fail\nDate: 5 March 2010\nPublication: The Courier\nAuthor: Jane Roe\n\nThe talks failed."
    )
    #expect(
      document.paragraphs.map(\.kind) == [.headline, .dateLine, .publication, .byline, .body])
    #expect(document.date?.date == date(2010, 3, 5))
    #expect(document.date?.source == .header)
    #expect(document.article.metadata.title == "Talks fail")
    #expect(document.article.metadata.authors == ["Jane Roe"])
  }
}

/// A date for comparison; nil, and so equal to no date found, when the parts are none.
func date(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> CalendarDate? {
  CalendarDate(year: year, month: month, day: day)
}
