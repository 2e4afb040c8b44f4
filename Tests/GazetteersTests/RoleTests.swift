import DocumentModel
import Gazetteers
import Testing

@Suite("Dated roles")
struct RoleTests {
  private func gazetteer() throws -> Gazetteer {
    try GazetteerLoader().load(layers: [
      [
        "a.tsv":
          "# as-of: 2025-06-30\nid\ttype\tname\nX\tcountry\tX\nann\tofficial\tAnn\nbob\tofficial\tBob\neve\tofficial\tEve\n",
        "b.tsv": "# as-of: 2025-01-01\n"
          + table([
            "person  role  of  from  to  source", "ann  President  X  2001-02-03  2005  hand",
            "bob  president  X  2006  .  hand",
            "eve  president  X  2003  ?  hand", "ann  senator  X  1990  2000-12-31  hand",
          ]),
      ]
    ]).gazetteer
  }

  @Test(arguments: [
    ("2001-02-02", []), ("2001-02-03", ["ann"]), ("2001", ["ann"]), ("2004-05-06", ["ann"]),
    ("2005-12-31", ["ann"]), ("2006", ["bob"]), ("2030-01-01", ["bob"]),
  ])
  func holders(_ date: String, _ expected: [String]) throws {
    let gazetteer = try gazetteer()
    let date = try #require(CalendarDate(date))
    let holders = gazetteer.holders(ofRole: "president", of: 0, on: date)
    #expect(holders.map { gazetteer.entities[Int($0)].id } == expected)
  }

  @Test func lookUps() throws {
    let gazetteer = try gazetteer()
    #expect(gazetteer.asOf == CalendarDate("2025-06-30"))
    #expect(gazetteer.roles(of: 1).map(\.role) == ["president", "senator"])
    #expect(gazetteer.roles(of: 0).isEmpty && gazetteer.roles(of: 2)[0].to == .open)
    #expect(gazetteer.roles(of: 3)[0].to == .unknown)
  }
}
