import Curation
import DocumentModel
import Foundation
import Gazetteers
import Testing

@Suite struct FindTests {
  private static let files = [
    "a.tsv":
      "# as-of: 2024-01-01\nid  type  name  aliases  in\nFRA  country  France  French[adj] | Gaul[..1500]  .\nann  official  Ann Lee  Lee[+]  FRA\nbob  official  Bob Lee  Lee[+,~]  FRA\n",
    "r.tsv":
      "# as-of: 2024-01-01\nperson  role  of  from  to\nann  president  FRA  2001  2004\nbob  president  FRA  2005  .\n",
    "x.tsv": "surface  rule  entity\nLee  doc:Ann  ann\n",
  ]

  private func finding(_ name: String, on date: String? = nil) throws -> NameFinding {
    let folder = try TableFolder(Self.files)
    let (gazetteer, _) = try GazetteerLoader().load(folders: [folder.url])
    return NameFinder(
      gazetteer, tables: TableFolders([folder.url]), date: date.flatMap { CalendarDate($0) }
    ).finding(for: name)
  }

  @Test(arguments: [
    ("LEE", ["ann", "bob"]), ("france", ["FRA"]), ("ann", ["ann"]), ("Ann", []),
    ("nobody", []),
  ])
  func entries(name: String, ids: [String]) throws {
    #expect(try finding(name).entries.map(\.entity.id) == ids)
  }

  @Test(arguments: [
    ("the president of France", "2002-03-04", ["ann"]), ("French president", "2005-06", ["bob"]),
    ("president of France", nil, ["bob"]), ("president of France", "1990", []),
    ("king of France", "2002", []),
  ])
  func holders(office: String, date: String?, ids: [String]) throws {
    #expect(try finding(office, on: date).holders.map(\.id) == ids)
  }

  @Test func saysWhyAndWhere() throws {
    let lee = try finding("Lee", on: "2002")
    #expect(lee.entries[1].conditions.count == 2 && lee.entries[0].conditions.count == 1)
    #expect(lee.entries.map(\.place.line) == [4, 5])
    #expect(lee.entries.map(\.place.column) == [22, 22])
    #expect(lee.entries[0].roles.map(\.isHeld) == [true])
    #expect(lee.rules.map(\.rule.text) == ["doc:Ann"])
    #expect(try finding("Gaul", on: "1400").entries[0].isValid == true)
    #expect(try finding("Gaul").entries[0].isValid == false)
    #expect(try finding("Ann Le").similar.map(\.surface) == ["Ann Lee"])
  }
}
