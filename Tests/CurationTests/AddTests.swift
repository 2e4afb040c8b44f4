import Curation
import Foundation
import Gazetteers
import Testing

@Suite struct AddTests {
  private static let shipped = [
    "s.tsv": "id  type  name  aliases\nTUR  country  Turkey  APC\n",
    "c.tsv": "class  word\ncommon  reading\ncommon  readings\n",
  ]

  private func add(
    _ rows: [(TableGrammar, [String: String])], to own: TableFolder
  ) throws -> [TableAddition.Outcome] {
    let shipped = try TableFolder(Self.shipped)
    var addition = TableAddition()
    for (grammar, values) in rows { addition.add(values, to: grammar) }
    return try addition.write(to: own.url, after: [shipped.url])
  }

  @Test func makesTablesWhereThereAreNone() throws {
    let own = try TableFolder(["notes.txt": ""])
    let outcomes = try add(
      [
        (.entities, ["id": "ann", "type": "official", "name": "Ann", "in": "TUR", "team": "blue"]),
        (.roles, ["person": "ann", "role": "king", "of": "TUR", "from": "2001", "to": "2002"]),
      ], to: own)
    #expect(outcomes.map(\.path) == ["entities.tsv", "roles.tsv"])
    #expect(outcomes.map(\.line) == [3, 3])
    #expect(outcomes.flatMap(\.warnings) == [])
    let text = try own.text("entities.tsv")
    #expect(text.hasSuffix("note\tteam\nann\tofficial\t\tAnn\t\tTUR\t\t\tblue\n"))
  }

  @Test(arguments: [
    ("id;type;name\r\na;person;A", "id;type;name\r\na;person;A\r\nb;person;\"B; C\"\r\n"),
    ("\u{FEFF}name,type,id\n", "\u{FEFF}name,type,id\n\"B; C\",person,b\n"),
    ("type\tname\nperson\tA\n", "type\tname\tid\nperson\tA\t\nperson\tB; C\tb\n"),
  ])
  func keepsTheMannerOfATable(before: String, after: String) throws {
    let own = try TableFolder(["people.csv": before.replacing("\t", with: "\t")])
    let after = after.replacing("\"B; C\",", with: "B; C,")
    _ = try add([(.entities, ["id": "b", "type": "person", "name": "B; C"])], to: own)
    #expect(try own.text("people.csv") == after)
  }

  @Test(arguments: [
    ["id": "ann", "type": "person", "name": "Ann Too"],
    ["id": "x-1", "type": "person", "name": "X"],
    ["id": "b", "type": "person", "name": "B", "aliases": "C[!]"],
  ])
  func writesNothingThatWouldNotLoad(row: [String: String]) throws {
    let text = "id\ttype\tname\taliases\nann\tperson\tAnn\t\n"
    let own = try TableFolder(["people.tsv": text])
    let error = #expect(throws: GazetteerErrors.self) { try add([(.entities, row)], to: own) }
    #expect(error?.errors.map(\.place.file) == [own.url.appending(path: "people.tsv").relativePath])
    #expect(try own.text("people.tsv") == text)
  }

  @Test func saysWhatACheckSays() throws {
    let own = try TableFolder(["people.tsv": "id\ttype\tname\taliases\tin\n"])
    let outcomes = try add(
      [
        (
          .entities,
          ["id": "b", "type": "place", "name": "Reading", "aliases": "A.P.C.", "in": "ZZZ"]
        )
      ],
      to: own)
    #expect(
      Set(outcomes[0].warnings.map(\.code)) == [.commonWord, .collision, .deadReference])
  }

  @Test func addsToAnEntryThatIsThere() throws {
    let own = try TableFolder([:])
    try FileManager.default.createDirectory(at: own.url, withIntermediateDirectories: true)
    _ = try add([(.entities, ["id": "TUR", "aliases": "Türkiye"])], to: own)
    let shipped = try TableFolder(Self.shipped)
    let (gazetteer, _) = try GazetteerLoader().load(folders: [shipped.url, own.url])
    #expect(gazetteer.aliases.map(\.surface) == ["Turkey", "APC", "Türkiye"])
  }
}
