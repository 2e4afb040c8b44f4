import Foundation
import Testing

@testable import Evaluation

struct ProportionTests {
  /// Intervals as R's `prop.test(correct = FALSE)` and statsmodels' `proportion_confint(method="wilson")`
  /// give them.
  @Test(arguments: [
    (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (81, 100, 0.7222, 0.8749),
    (1, 1, 0.2065, 1.0),
  ])
  func wilson(part: Int, whole: Int, low: Double, high: Double) {
    let proportion = Proportion(part, of: whole)
    #expect(abs(proportion.low - low) < 0.0001, "\(proportion)")
    #expect(abs(proportion.high - high) < 0.0001, "\(proportion)")
  }

  @Test func nothingJudgedTellsNothing() {
    let nothing = Proportion(0, of: 0)
    #expect((nothing.low, nothing.high) == (0, 1))
  }
}

struct JudgementTests {
  private func judgements(_ text: String) throws -> [Judgement] {
    let header = "verdict,note,source,label,target,id,stratum,stratum_size\n"
    return try JudgementReader().judgements(in: Array((header + text).utf8), file: "s.csv")
  }

  @Test(arguments: [
    ("y", Judgement.Verdict.right), ("Yes", .right), ("1", .right), ("n", .wrong),
    ("FALSE", .wrong),
    ("?", .undecided),
  ])
  func verdictsAsPeopleWriteThem(cell: String, verdict: Judgement.Verdict) throws {
    #expect(try judgements("\(cell),,A,do,B,e:1,all,3\n").map(\.verdict) == [verdict])
  }

  @Test func anEmptyCellIsNotJudgedYet() throws {
    #expect(try judgements(" ,,A,do,B,e:1,all,3\n").map(\.verdict) == [nil])
  }

  @Test func aSpreadsheetMaySaveItOtherwise() throws {
    let text =
      "\u{FEFF}id;stratum;stratum_size;verdict;own\r\ne:1;\"grade=A\";12;y;\"a;b\"\r\n;;;;\r\n"
    let sheet = try JudgementReader().judgements(in: Array(text.utf8), file: "s.csv")
    #expect(sheet.map(\.stratum) == ["grade=A"])
  }

  @Test(arguments: [
    ("maybe,,A,do,B,e:1,all,3\n", "s.csv:2:1: error: \"maybe\" is no verdict"),
    ("y,,A,do,B,,all,3\n", "s.csv:2:11: error: the row has no id"),
    ("y,,A,do,B,e:1,all,\n", "s.csv:2:19: error: \"\" is no number"),
    ("y,,A,do,B,e,all,3\nn,,A,do,B,e,all,3\n", "s.csv:3:1: error: the id e stands in line 2"),
    ("y,,\"A,do,B,e,all,3\n", "s.csv:2:4: error: this quote is not closed"),
  ])
  func errorsSayWhere(rows: String, message: String) throws {
    let error = try #require(#expect(throws: JudgementError.self) { try judgements(rows) })
    #expect(error.description.hasPrefix(message), "\(error)")
  }

  @Test func aSheetWithoutItsColumnsIsRefused() throws {
    let error = try #require(
      #expect(throws: JudgementError.self) {
        try JudgementReader().judgements(in: Array("verdict,id\ny,1\n".utf8), file: "s.csv")
      })
    #expect(error.description.contains("no column \"stratum\""))
  }

  private func row(_ id: Int, _ verdict: Judgement.Verdict?, _ stratum: String, _ size: Int)
    -> Judgement
  {
    Judgement(id: "\(id)", verdict: verdict, stratum: stratum, stratumSize: size)
  }

  /// A large good stratum and a small bad one, judged alike often: the total is the large one's.
  @Test func strataCountByTheirSizeInTheGraph() {
    let rows =
      (0..<10).map { row($0, $0 < 9 ? .right : .wrong, "category=AID grade=A", 90) }
      + (10..<20).map { row($0, $0 < 15 ? .right : .wrong, "category=AID grade=C", 10) }
      + [row(20, .undecided, "category=AID grade=C", 10), row(21, nil, "category=AID grade=A", 90)]
    let scores = JudgementScores(rows)
    #expect(abs((scores.total.precision?.value ?? 0) - 0.86) < 1e-9)
    #expect(scores.strata.map(\.precision?.value) == [0.9, 0.5])
    #expect(scores.parts.map(\.name) == ["category=AID", "grade=A", "grade=C"])
    #expect((scores.total.undecided, scores.total.unjudged, scores.total.size) == (1, 1, 100))
    // Twenty judgements of unequal weight tell less than twenty of equal weight.
    let width = { (proportion: Proportion?) in (proportion?.high ?? 0) - (proportion?.low ?? 0) }
    #expect(width(scores.total.precision) > width(Proportion(value: 0.86, size: 20)))
    #expect(scores.strata[0].precision == Proportion(9, of: 10))
  }

  /// Cohen 1960: .70 alike where chance gives .50.
  @Test func kappa() throws {
    let pairs: [(Judgement.Verdict, Judgement.Verdict, Int)] = [
      (.right, .right, 20), (.right, .wrong, 5), (.wrong, .right, 10), (.wrong, .wrong, 15),
      (.right, .undecided, 3),
    ]
    var (first, second): ([Judgement], [Judgement]) = ([], [])
    for (left, right, count) in pairs {
      for _ in 0..<count {
        first.append(row(first.count, left, "all", 100))
        second.append(row(second.count, right, "all", 100))
      }
    }
    let agreement = Agreement(first, second.reversed())
    #expect(agreement.observed == 0.7)
    #expect(abs(try #require(agreement.kappa) - 0.4) < 1e-9)
    #expect(agreement.count == 50 && agreement.undecided == 3)
    #expect(agreement.disagreements.count == 18)
    #expect(Agreement(first, []).kappa == nil)
    let same = first.filter { $0.verdict == .right }
    #expect(Agreement(same, same).kappa == nil)
  }

  @Test func theReportSaysWhatWasJudged() throws {
    let sheet = (0..<4).map { row($0, $0 == 0 ? .wrong : .right, "grade=A", 40) }
    let report = JudgementReport([
      .init(name: "mine.csv", judgements: sheet), .init(name: "yours.csv", judgements: sheet),
    ])
    #expect(
      report.text().hasPrefix(
        """
        mine.csv
          4 judged, 0 undecided, 0 not judged; they stand for 40 relations
                   precision  95 % interval  right  wrong  in graph
          total         0.750  0.301 to 0.954      3      1        40

        """))
    #expect(report.text().contains("mine.csv and yours.csv\n  4 judged by both, 1.000 alike"))
    let json = String(decoding: try report.json(), as: UTF8.self)
    #expect(json.contains("\"kappa\" : 1"))
  }
}
