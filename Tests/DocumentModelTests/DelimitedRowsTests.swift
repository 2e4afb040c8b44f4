import DocumentModel
import Testing

@Suite("Delimited rows")
struct DelimitedRowsTests {
  @Test(arguments: [
    Case("a,b\n1,2\n", .comma, [["a", "b"], ["1", "2"]]),
    Case("a;b,c;d\n1;2;3", .semicolon, [["a", "b,c", "d"], ["1", "2", "3"]]),
    Case("a\tb,c;d\n1\t2", .tab, [["a", "b,c;d"], ["1", "2"]]),
    Case("a\r\nb\rc\n", .comma, [["a"], ["b"], ["c"]]),
    Case("\u{FEFF}a,b", .comma, [["a", "b"]]),
    Case("sep=;\na;b,c,d", .semicolon, [["a", "b,c,d"]]),
    Case("\n\n  \n,,\na,b\n , \n1,2", .comma, [["a", "b"], ["1", "2"]]),
    Case("a,,b,\n", .comma, [["a", "", "b", ""]]),
    Case("", .comma, []),
    Case("\"a,b\",c", .comma, [["a,b", "c"]]),
    Case("\"a\"\"b\",\"\"", .comma, [["a\"b", ""]]),
    Case("\"two\r\nlines\",x\ny,z", .comma, [["two\r\nlines", "x"], ["y", "z"]]),
    Case("a \"b\" c,d", .comma, [["a \"b\" c", "d"]]),
    Case("\"x;y\",a,b;c", .comma, [["x;y", "a", "b;c"]]),
    Case("Zürich,„Köln“", .comma, [["Zürich", "„Köln“"]]),
    Case("a\t\"b \"\"c\"\"\"\td", .tab, [["a", "b \"c\"", "d"]]),
    Case("a\t\"b\" c\td", .tab, [["a", "\"b\" c", "d"]]),
    Case("a\t\"b\nc\td", .tab, [["a", "\"b"], ["c", "d"]]),
    Case("a\t\"\td\"", .tab, [["a", "\"", "d\""]]),
  ])
  func cells(_ expected: Case) throws {
    var rows = DelimitedRows(expected.text)
    #expect(rows.separator == expected.separator)
    #expect(try rows.remaining().map { $0.cells.map(\.text) } == expected.rows)
    #expect(try rows.next() == nil)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let separator: DelimitedRows.Separator
    let rows: [[String]]

    init(_ text: String, _ separator: DelimitedRows.Separator, _ rows: [[String]]) {
      (self.text, self.separator, self.rows) = (text, separator, rows)
    }

    var testDescription: String { text.debugDescription }
  }

  @Test func positionsCountScalars() throws {
    var rows = DelimitedRows("ä,ö,ü\r\n\r\n\"é\né\",x,\"y\"\nz")
    let cells = try rows.remaining().flatMap(\.cells)
    #expect(
      cells.map { "\($0.text)@\($0.line):\($0.column)" } == [
        "ä@1:1", "ö@1:3", "ü@1:5", "é\né@3:1", "x@4:4", "y@4:6", "z@5:1",
      ])
  }

  @Test func comments() throws {
    let text = "# licence: a, \"b\n\"# quoted, too\";;\nname;note\n1;#2\n"
    var rows = DelimitedRows(text, commentMark: "#")
    #expect(rows.separator == .semicolon)
    let all = try rows.remaining()
    #expect(all.map(\.isComment) == [true, true, false, false])
    #expect(all.map(\.line) == [1, 2, 3, 4])
    #expect(all[0].cells.map(\.text) == ["# licence: a, \"b"])
    #expect(all[3].cells.map(\.text) == ["1", "#2"])
  }

  @Test(arguments: [
    ("a,b\n1,\"2\n3,4\n", "2:3", DelimitedTextError.Kind.unclosedQuote),
    ("a,b\n\"1\"x,2\n3,4\n", "2:4", .textAfterQuote),
    ("a,b\n\"1\n1\"x,2\n3,4\n", "2:1", .unclosedQuote),
  ])
  func errorsAndRecovery(_ text: String, _ place: String, _ kind: DelimitedTextError.Kind) throws {
    var rows = DelimitedRows(text)
    _ = try rows.next()
    let error = #expect(throws: DelimitedTextError.self) { try rows.next() }
    #expect(error.map { "\($0.line):\($0.column)" } == place)
    #expect(error?.kind == kind)
  }

  @Test func goesOnAfterAnError() throws {
    var rows = DelimitedRows("a,b\n1,\"2\n3,4")
    _ = try rows.next()
    #expect(throws: DelimitedTextError.self) { try rows.next() }
    #expect(try rows.next()?.cells.map(\.text) == ["3", "4"])
  }

  @Test func bytesMustBeUTF8() throws {
    let error = #expect(throws: DelimitedTextError.self) {
      try DelimitedRows(bytes: Array("a\r\nä,b".utf8) + [0xFC, 0x0A])
    }
    #expect(error.map { "\($0.line):\($0.column)" } == "2:4")
    var rows = try DelimitedRows(bytes: Array("ä".utf8))
    #expect(try rows.next()?.cells.first?.text == "ä")
  }

  /// Against a reader that goes character by character, on seeded noise.
  @Test func agreesWithANaiveReader() throws {
    var random = SplitMix(state: 20_231_109)
    let alphabet: [Character] = ["a", "é", ",", "\"", "\"", "\n", "\n", "b"]
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
          alphabet.randomElement(using: &random)
        })
      var rows = DelimitedRows(text, separator: .comma)
      let found = try? rows.remaining().map { $0.cells.map(\.text) }
      let naive = naiveRows(Array(text)[...])
      guard found == naive else {
        Issue.record("\(text.debugDescription): \(String(describing: found)), not \(naive ?? [])")
        return
      }
    }
  }
}

/// Nil when the text is malformed.
private func naiveRows(_ text: ArraySlice<Character>) -> [[String]]? {
  var rows: [[String]] = [[]]
  var rest = text
  while true {
    var cell = ""
    if rest.first == "\"" {
      rest.removeFirst()
      while true {
        guard let next = rest.popFirst() else { return nil }
        if next != "\"" {
          cell.append(next)
        } else if rest.first == "\"" {
          cell.append(rest.removeFirst())
        } else {
          break
        }
      }
    } else {
      while let next = rest.first, next != ",", next != "\n" { cell.append(rest.removeFirst()) }
    }
    rows[rows.count - 1].append(cell)
    guard let end = rest.popFirst() else { break }
    if end == "\n" { rows.append([]) } else if end != "," { return nil }
  }
  return rows.filter { !$0.allSatisfy { $0.allSatisfy { $0 == " " } } }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return StableHash.mixed(state)
  }
}
