import Testing

@testable import Gazetteers

@Suite("What is wrong with a table is told with its place")
struct GazetteerErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var errors: [String]
    var testDescription: String { text }

    init(_ text: String, _ errors: String...) {
      self.text = text
      self.errors = errors.map { "table.tsv:" + $0 }
    }
  }

  static let head = "id\ttype\tname\taliases\tin\n"

  @Test(arguments: [
    Case(""),
    Case("# only a comment\n"),
    Case(head),
    Case(head + "RUS\tcountry\tRussia\t\t\n"),
    Case(head + "RUS\tcountry\tRussia\t\t\t\t\n"),
    Case(head + "RUS\tcountry\tRussia\n"),
    Case(head + "RUS\tcountry\tRussia\t\t\tx\n", "2:22 columnCount(found: 6, expected: 5)"),
    Case(head + "RUS\tcuontry\tRussia\t\t\n", #"2:5 unknownType("cuontry")"#),
    Case(head + "RUS\t\tRussia\t\t\n", #"2:5 missingValue(column: "type")"#),
    Case(head + "RUS\tcountry\t\t\t\n", #"2:13 missingValue(column: "name")"#),
    Case(head + "1st\tcountry\tRussia\t\t\n", #"2:1 malformedID("1st")"#),
    Case(head + "ü\tcountry\tRussia\t\t\n", #"2:1 malformedID("ü")"#),
    Case(head + "x-1\tcountry\tRussia\t\t\n", #"2:1 reservedID("x-1")"#),
    Case(head + "G\tcountry\tRussia\t\t\n", #"2:1 reservedID("G")"#),
    Case(head + "Graph\tcountry\tRussia\t\t\n", #"2:1 reservedID("Graph")"#),
    Case(head + "RUS\tcountry\tRússia\tA | B[!]\t\n", #"2:26 unknownMark("!")"#),
    Case(head + "RUS\tcountry\tRussia\tÄ[=,adj,foo]\t\n", #"2:28 unknownMark("foo")"#),
    Case(head + "RUS\tcountry\tRussia\tA[= | B\t\n", "2:21 unclosedMarks"),
    Case(head + "RUS\tcountry\tRussia\tA[=]B\t\n", "2:24 misplacedMarks"),
    Case(head + "RUS\tcountry\tRussia\tA[]\t\n", #"2:22 unknownMark("")"#),
    Case(head + "RUS\tcountry\tRussia\tA[2020-13..]\t\n", #"2:22 malformedDate("2020-13..")"#),
    Case(head + "RUS\tcountry\tRussia\tA[..]\t\n", #"2:22 malformedDate("..")"#),
    Case(head + "RUS\tcountry\tRussia\tA[2020..2019]\t\n", #"2:22 reversedDates("2020..2019")"#),
    Case(
      head + "RUS\tcuontry\tRussia\tA[!]\t\nx\n",
      #"2:22 unknownMark("!")"#, #"2:5 unknownType("cuontry")"#,
      #"3:1 missingValue(column: "name")"#),
    Case("typ\tname\nperson\tAnn\n", #"1:1 unknownTable(columns: ["typ", "name"])"#),
    Case("type\tname\tname\n", #"1:11 repeatedColumn("name")"#),
    Case(
      "person\trole\tof\tfrom\tto\nann\tking\t\t2020-02-30\t\n",
      #"2:11 malformedDate("2020-02-30")"#),
    Case(
      "person\trole\tof\tfrom\tto\nann\tking\t\t2020\t2019\n",
      #"2:16 reversedDates("2020 to 2019")"#),
    Case("person\trole\tof\n\tking\tX\n", #"2:1 missingValue(column: "person")"#),
    Case("surface\trule\tentity\nX\tbefore:y\tperson\n", #"2:3 malformedRule("before:y")"#),
    Case("surface\trule\tentity\nX\tprev:a||b\tperson\n", #"2:3 malformedRule("prev:a||b")"#),
    Case("title\tforms\tplace\nMr\tMr\tabove\n", #"2:7 unknownPlace("above")"#),
    Case("relation\tcategory\nA\tNOPE\n", #"2:3 unknownCategory("NOPE")"#),
    Case("relation\tcategory\tcameo\nA\tAID\t070\n", #"2:7 malformedCode("070")"#),
    Case("relation\tcategory\tgoldstein\nA\tAID\thigh\n", #"2:7 malformedNumber("high")"#),
    Case(
      "relation,category\n\"A\n",
      "2:1 malformed(DocumentModel.DelimitedTextError.Kind.unclosedQuote)"),
  ])
  func place(_ row: Case) {
    #expect(errors(in: row.text) == row.errors)
  }

  @Test func duplicates() {
    let found = errors(
      in: Self.head + "A\tperson\tAnn\t\t\nB\tperson\tBob\t\t\nA\tperson\tEve\t\t\n")
    #expect(found.count == 1 && found[0].hasPrefix("table.tsv:4:1 duplicateID(\"A\""))
    let named = errors(in: "type\tname\nperson\tAnn Lee\nperson\tAnn Lee\n")
    #expect(named.count == 1 && named[0].hasPrefix("table.tsv:3:8 duplicateName"))
  }

  @Test func wordsSayWhatToDo() throws {
    let error = GazetteerError(
      place: TablePlace(file: "a.tsv", line: 2, column: 7), kind: .unknownMark("!"))
    #expect(
      error.description.hasPrefix("a.tsv:2:7: error: \"!\" is no mark; use = ~ + adj dem met"))
  }

  @Test func oddRowsAreWarnings() throws {
    let loaded = try GazetteerLoader().load(layers: [
      [
        "a.tsv":
          "id\ttype\tname\taliases\tin\tids\nA\tperson\tAnn\tthe A[@NO] | -\\- | -Z\tXX\twd:Q1 odd\n",
        "b.tsv": "person\trole\tof\nA\tking\tYY\nNO\tking\t\n",
        "c.tsv": "surface\trule\tentity\nAnn\tprev:@nope\tperson\nAnn\tdefault\tZZ\n",
      ]
    ])
    #expect(
      Set(loaded.warnings.map { "\($0.place) \($0.kind)" }) == [
        #"a.tsv:2:14 nothingToRemove("Z")"#, #"a.tsv:2:14 nothingToRemove("-")"#,
        #"a.tsv:2:36 deadReference("XX")"#, #"a.tsv:2:39 unnamedIdentifier("odd")"#,
        #"a.tsv:2:20 deadReference("NO")"#,
        #"b.tsv:2:8 deadReference("YY")"#, #"b.tsv:3:1 deadReference("NO")"#,
        #"c.tsv:2:5 unknownClass("nope")"#, #"c.tsv:3:13 deadReference("ZZ")"#,
      ])
    #expect(loaded.gazetteer.roles.isEmpty)
    #expect(loaded.gazetteer.entities[0].ids == ["wd": "Q1"])
  }
}
