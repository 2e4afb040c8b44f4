import Curation
import DocumentModel
import Foundation
import Gazetteers
import Testing

@Suite struct CheckTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var tables: [String]
    /// `line:column code subject`
    var findings: [String]

    init(_ name: String, _ tables: String..., is findings: [String]) {
      testDescription = name
      self.tables = tables
      self.findings = findings
    }
  }

  private static let words = """
    class  word
    common  carnival
    common  carnivals
    common  shanghai
    function-word  will
    """

  @Test(arguments: [
    Case(
      "two entries of one name", "id  type  name\nA  person  Ann Lee\nB  person  Ann Lee",
      is: ["3:10 collision Ann Lee"]),
    Case(
      "what a spreadsheet makes of a formula",
      "id  type  name  note\nA  organisation  Err:509  a\nB  organisation  Beta  #NAME?",
      is: ["2:16 spreadsheet-error Err:509", "3:21 spreadsheet-error #NAME?"]),
    Case(
      "a collision",
      "id  type  name  aliases\nA  organisation  Alpha  APC\nB  organisation  Beta  APC",
      is: ["3:21 collision APC"]),
    Case(
      "case, accents and full stops make no difference",
      "id  type  name  aliases\nA  organisation  Alpha  A.P.Ç.\nB  organisation  Apc  .",
      is: ["3:16 collision Apc"]),
    Case(
      "a mark tells them apart",
      "id  type  name  aliases\nA  organisation  Alpha  APC[~]\nB  organisation  Beta  APC", is: []),
    Case(
      "exact case tells them apart",
      "id  type  name  aliases\nA  organisation  Alpha  AID[=]\nB  organisation  Beta  Aid[=]",
      is: []),
    Case(
      "dates tell them apart",
      "id  type  name  aliases\nA  country  Alpha  Zed[..1990]\nB  country  Beta  Zed[1991..]",
      is: []),
    Case(
      "dates that meet do not",
      "id  type  name  aliases\nA  country  Alpha  Zed[..1990]\nB  country  Beta  Zed[1990..]",
      is: ["3:16 collision Zed"]),
    Case(
      "a seat and its city",
      "id  type  name  aliases\nA  country  Alpha  Zed[met]\nzed  place  Zed  .",
      is: []),
    Case(
      "a people and its country",
      "id  type  name  aliases\nA  country  Alpha  Alphans[dem]\nalphans  group  Alphans  .", is: []
    ),
    Case(
      "a rule tells them apart",
      "id  type  name  aliases\nA  organisation  Alpha  APC\nB  organisation  Beta  APC",
      "surface  rule  entity\nA.P.C.  doc:Lagos  A\nAPC  default  B", is: []),
    Case(
      "ordinary words", "id  type  name  aliases\nA  organisation  Carnival  Shanghai | Will",
      words, is: ["2:16 common-word Carnival", "2:36 common-word Will"]),
    Case(
      "ordinary words with marks",
      "id  type  name  aliases\nA  organisation  Alpha  Carnival[~] | CARNIVAL[=] | Carnival Corp | carnival",
      words, is: []),
    Case(
      "dead references", "id  type  name  in\nA  person  Ann  ZZZ", "person  role\nB  king",
      is: ["2:14 dead-reference ZZZ", "2:1 as-of-date ", "2:1 dead-reference B"]),
    Case(
      "a rule for nothing", "type  name\nperson  Ann",
      "surface  rule  entity\nBob  default  person\nAnn  default  person\nAnn  prev:the  none",
      is: ["2:1 idle-rule Bob", "4:1 idle-rule Ann"]),
    Case(
      "a column misspelt", "type  name  alias  team\nperson  Ann  Annie  blue",
      is: ["1:11 unknown-column alias"]),
  ])
  func finds(_ row: Case) throws {
    let files = row.tables.enumerated().map { ("\($0.offset).tsv", $0.element + "\n") }
    #expect(try findings(in: Dictionary(uniqueKeysWithValues: files)) == row.findings)
  }

  @Test(arguments: [
    (
      "ann  president  X  2001  2003\nbob  president  X  2002-05  2006",
      ["5:1 overlapping-holders president of X"]
    ),
    ("ann  president  X  2001  2003\nbob  president  X  2003  2006", []),
    ("ann  president  X  2001-01-05  2003-02-01\nbob  president  X  2003-02-01  .", []),
    (
      "ann  president  X  2001  .\nbob  president  X  2003-02  .",
      ["4:1 stale-role ann president of X"]
    ),
    ("ann  president  X  2001  ?\nbob  president  X  2003-02  .", []),
    ("ann  president  X  2001  2005\nann  president  X  2003  2006", []),
    ("ann  senator  X  2001  2005\nbob  senator  X  2003  2006", []),
    ("ann  president  X  2001  2005\nbob  president  Y  2003  2006", []),
    (
      "# allow: overlapping-holders president of X\nann  president  X  2001  2003\nbob  president  X  2002  .",
      []
    ),
    ("# allow: collision Ann\nann  president  X  2001  2003", ["1:1 idle-allowance Ann"]),
  ])
  func findsTwoHoldersOfAnOffice(roles: String, expected: [String]) throws {
    let found = try findings(in: [
      "a.tsv":
        "id  type  name\nX  country  Xland\nY  country  Yland\nann  official  Ann\nbob  official  Bob\n",
      "b.tsv": "# Roles.\n# as-of: 2024-01-01\nperson  role  of  from  to\n\(roles)\n",
      "c.tsv":
        "title  forms  kind\npresident  president  head-of-state\nsenator  senator  legislator\n",
    ])
    #expect(found == expected)
  }

  @Test func asksForTheDayOfRolesWithoutAnEnd() throws {
    let people = "id  type  name\nann  official  Ann\n"
    let roles = "person  role  from  to\nann  king  2001  .\n"
    #expect(try findings(in: ["a.tsv": people, "b.tsv": roles]) == ["2:1 as-of-date "])
    let dated = ["a.tsv": people, "b.tsv": "# as-of: 2020-01-01\n" + roles]
    #expect(try findings(in: dated) == [])
    #expect(try findings(in: dated, date: CalendarDate("2022")) == ["3:1 as-of-date 2020-01-01"])
  }

  @Test func listsAllErrorsAndThenTheWarnings() throws {
    let folder = try TableFolder([
      "a.tsv":
        "id  type  name  aliases\nA  persn  Ann  .\nB  person  Bob  B[!]\nC  person  Carl  X\nD  person  Dan  X\n",
      "b.tsv": "person  role  from\nA  king  1.1.2000\nA  king  2001\n",
    ])
    let report = GazetteerCheck().report(on: [folder.url])
    #expect(
      report.errors.map { "\($0.place.line):\($0.place.column)" } == ["2:3", "3:16", "2:8"])
    #expect(report.warnings.map(\.code).contains(.collision))
    #expect(!report.warnings.map(\.code).contains(.deadReference))
    #expect(report.errors.allSatisfy { $0.place.file.hasPrefix(folder.url.relativePath) })
  }

  @Test func namesTheFolderAmongSeveral() throws {
    let shipped = try TableFolder(["t.tsv": "id  type  name\nA  organisation  Alpha\n"])
    let own = try TableFolder(["t.tsv": "id  type  name\nB  organisation  Alpha\n"])
    let report = GazetteerCheck().report(on: [shipped.url, own.url])
    #expect(report.warnings.map(\.place.file) == [own.url.appending(path: "t.tsv").path])
  }

  private func findings(in files: [String: String], date: CalendarDate? = nil) throws -> [String] {
    let folder = try TableFolder(files)
    let report = GazetteerCheck(date: date).report(on: [folder.url])
    #expect(report.errors.isEmpty)
    return report.warnings.map {
      "\($0.place.line):\($0.place.column) \($0.code.rawValue) \($0.subject)"
    }
  }
}
