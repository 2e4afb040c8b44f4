import DocumentModel
import Testing

@testable import Segmentation

@Suite("The article's date")
struct DateTests {
  @Test(
    "date lines",
    arguments: [
      ("Friday, March 5, 2010", "2010-03-05"), ("5 March 2010", "2010-03-05"),
      ("March 5, 2010", "2010-03-05"), ("2010-03-05", "2010-03-05"),
      ("5th March 2010", "2010-03-05"),
      ("Published March 5, 2010", "2010-03-05"), ("Sept. 5, 2010", "2010-09-05"),
      ("Published: 5 March 2010 10:15 GMT | Updated: 6 March 2010", "2010-03-05"),
      ("Last updated on Fri 5 Mar 2010 at 10.15 a.m. EST", "2010-03-05"), ("March 2010", "2010-03"),
      ("2010-03-05T10:15:00Z", "2010-03-05"), ("05.03.2010", "2010-03-05"),
      ("2010/03/05", "2010-03-05"),
      ("03/25/2010", "2010-03-25"),
    ])
  func lines(_ line: String, _ expected: String) {
    let document = segment("Talks fail again\n\n\(line)\n\nThe talks failed, officials said.")
    #expect(document.date?.date.description == expected)
    #expect(document.date?.source == .dateLine)
    #expect(document.paragraphs[1].kind == .dateLine)
    #expect(!document.paragraphs[1].isRead)
  }

  @Test("the order of the sources")
  func order() {
    let body = "Talks fail\n\nSEOUL, May 4, 2009 (AP) — The talks failed."
    #expect(segment(body).date?.source == .dateline)
    #expect(segment(body).date?.date == date(2009, 5, 4))
    #expect(segment(body, id: "in/2009-05-05_talks.txt").date?.source == .fileName)
    let dated = body.replacing("fail\n\n", with: "fail\n\nMay 6, 2009\n\n")
    #expect(segment(dated, id: "2009-05-05.txt").date?.source == .dateLine)
    let headed = "Date: 7 May 2009\n\n" + dated
    #expect(segment(headed, id: "2009-05-05.txt").date?.source == .header)
    #expect(segment(headed, id: "2009-05-05.txt").date?.date == date(2009, 5, 7))
  }

  @Test(
    "names of files",
    arguments: [
      ("a/2022-03-11.txt", "2022-03-11"), ("talks_20220311_b.txt", "2022-03-11"),
      ("2022/03/11/talks.txt", "2022-03-11"), ("n202203111.txt", nil), ("2022-13-11.txt", nil),
      ("report-1234.txt", nil), ("2022_03_11", "2022-03-11"),
    ] as [(String, String?)])
  func names(_ id: String, _ expected: String?) {
    #expect(segment("The talks failed.", id: id).date?.date.description == expected)
  }

  @Test("an unknown date is noted")
  func unknown() {
    let document = segment("Talks fail\n\nMOSCOW, March 3 (AP) — The talks failed.")
    #expect(document.date == nil)
    #expect(document.diagnostics.map(\.code) == ["unknown-date"])
  }
}
