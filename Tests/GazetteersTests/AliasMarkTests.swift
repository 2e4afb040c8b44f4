import DocumentModel
import Testing

@testable import Gazetteers

@Suite("Alias cells")
struct AliasMarkTests {
  @Test(arguments: [
    ("", []),
    ("A", ["A"]),
    (" A  B |C ", ["A  B", "C"]),
    ("A | | B |", ["A", "B"]),
    (#"a\|b | c\[d\] | e\\f"#, ["a|b", "c[d]", #"e\f"#]),
    ("-A | \\-B | C-D", ["-A", "-B", "C-D"]),
    ("UN[=] | UN [ = , ~ ]", ["UN", "UN"]),
  ])
  func surfaces(_ cell: String, _ expected: [String]) throws {
    let items = try AliasCell.items(cell)
    #expect(items.map { ($0.isRemoval ? "-" : "") + $0.surface } == expected)
  }

  @Test(arguments: [
    ("A", ""), ("A[=]", "="), ("A[~]", "~"), ("A[+]", "+"), ("A[adj]", "adj"), ("A[dem]", "dem"),
    ("A[met]", "met"), ("A[@RUS]", "@RUS"), ("A[=,~]", "= ~"), ("A[adj, dem]", "adj dem"),
    ("A[..1990]", "..1990"), ("A[2020-05..]", "2020-05.."),
    ("A[..1947,2025-09-05..2026]", "..1947 2025-09-05..2026"),
    ("A[met,@RUS,2020..]", "met @RUS 2020.."),
  ])
  func marks(_ cell: String, _ expected: String) throws {
    let items = try AliasCell.items(cell)
    #expect(items.count == 1)
    #expect(items.first.map(words) == expected)
  }

  private func words(_ item: AliasItem) -> String {
    let marks = item.marks
    var words: [String] = []
    if marks.exactCase { words.append("=") }
    if marks.needsEvidence { words.append("~") }
    if marks.afterFullForm { words.append("+") }
    if marks.adjective { words.append("adj") }
    if marks.demonym { words.append("dem") }
    if marks.metonym { words.append("met") }
    if let other = item.onlyWith { words.append("@" + other.id) }
    words += marks.dates.map { "\($0.from?.description ?? "")..\($0.to?.description ?? "")" }
    return words.joined(separator: " ")
  }

  @Test(arguments: [
    ("2019", false), ("2020", true), ("2020-04", false), ("2020-05-01", true), ("2021", true),
    ("2022", true), ("2022-02", false),
  ])
  func validity(_ date: String, _ expected: Bool) throws {
    let marks = try AliasCell.items("A[2020-05..2022-01]")[0].marks
    #expect(marks.isValid(on: try #require(CalendarDate(date))) == expected)
  }
}
