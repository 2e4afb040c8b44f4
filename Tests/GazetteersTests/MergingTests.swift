import DocumentModel
import Testing

@testable import Gazetteers

@Suite("Later folders add to earlier ones")
struct MergingTests {
  private static let shipped = table([
    "id  type  subtype  name  aliases  in  ids  note",
    "RUS  country  state  Russia  Moscow[met] | Russian[adj] | RF  .  iso:RU  old note",
    "UKR  country  state  Ukraine  Kiev  .  iso:UA  .",
  ])

  private func merged(_ user: String) throws -> (Gazetteer, [GazetteerWarning]) {
    let loaded = try GazetteerLoader().load(layers: [["a.tsv": Self.shipped], ["u.tsv": user]])
    return (loaded.gazetteer, loaded.warnings)
  }

  @Test func fieldsAndAliases() throws {
    let (gazetteer, warnings) = try merged(
      "id\ttype\tname\taliases\tids\tnote\tteam\nRUS\t\t\tRussland | -RF | Moscow[met,~]\twd:Q159\tnew note\tblue\n"
    )
    #expect(warnings.isEmpty)
    let russia = gazetteer.entities[0]
    #expect(russia.name == "Russia" && russia.subtype == "state" && russia.note == "new note")
    #expect(russia.ids == ["iso": "RU", "wd": "Q159"] && russia.attributes == ["team": "blue"])
    #expect(russia.origin == Origin(file: "a.tsv", line: 2))
    #expect(gazetteer.aliases(of: 0).map(\.surface) == ["Russia", "Moscow", "Russian", "Russland"])
    #expect(gazetteer.aliases(of: 0)[1].marks.needsEvidence)
  }

  @Test func switchingOff() throws {
    let (gazetteer, warnings) = try merged("id\ttype\tname\nRUS\t\t-\n")
    #expect(warnings.isEmpty && gazetteer.index(of: "RUS") == nil)
    #expect(
      gazetteer.entities.map(\.id) == ["UKR"] && forms(gazetteer) == ["Ukraine=UKR", "Kiev=UKR"])
  }

  @Test func rowsWithoutID() throws {
    let (gazetteer, warnings) = try merged(
      "type\tname\nperson\tZoë O'Hara\norganisation\t3M\ncountry\tUkraine\nplace\tНовый\n")
    #expect(
      gazetteer.entities.map(\.id) == [
        "RUS", "UKR", "zoe-ohara", "_3m", "ukraine", "u43du43eu432u44bu439",
      ])
    #expect(warnings.isEmpty)
  }

  @Test func rowsWithoutIDJoinTheirLikes() throws {
    let layers = [
      "type\tname\nperson\tAnn Lee\n",
      "type\tname\taliases\nperson\tAnn Lee\tA. Lee\nplace\tAnn Lee\t\n",
    ]
    let (gazetteer, warnings) = try GazetteerLoader().load(layers: layers.map { ["t.tsv": $0] })
    #expect(gazetteer.entities.map(\.id) == ["ann-lee", "ann-lee-place"])
    #expect(warnings.map(\.kind) == [.joinedByName(id: "ann-lee")])
  }

  @Test func nameWithMarksAmongItsAliases() throws {
    let gazetteer = try loaded("id  type  name  aliases", "apc  organisation  APC  APC[=,~]")
    #expect(gazetteer.aliases.count == 1 && gazetteer.aliases[0].marks.exactCase)
  }

  @Test func laterRulesComeFirst() throws {
    let (gazetteer, _) = try GazetteerLoader().load(layers: [
      ["a.tsv": Self.shipped, "b.tsv": "surface\trule\tentity\nU.S.\tdefault\tRUS\n"],
      ["c.tsv": "surface\trule\tentity\nUS\tprev:the & doc:@title|#UKR|New  York\tnone\n"],
    ])
    let rules = gazetteer.ambiguityRules(for: "us")
    #expect(rules.map(\.outcome) == [.none, .entity(0)])
    #expect(
      rules[0].conditions == [
        .init(place: .previous, alternatives: [.words(["the"])]),
        .init(
          place: .document,
          alternatives: [.wordClass(.titleWord), .entity(1), .words(["new", "york"])]),
      ])
    #expect(!rules[0].isDefault && rules[1].isDefault)
  }

  @Test func classesOfPlaces() throws {
    let gazetteer = try loaded(
      "id  type  subtype  name  aliases  in  ids", "USA  country  .  USA  .  .  iso:US",
      "us-ga  place  state  Georgia  .  USA  .", "us-ny  place  state  New York  NY[=]  USA  .",
      "goa  place  state  Goa  .  .  .",
      also: ["r.tsv": "surface\trule\tentity\nGeorgia\tdoc:@us-state & next:@state\tus-ga\n"])
    let conditions = gazetteer.ambiguityRules(for: "Georgia")[0].conditions
    #expect(
      conditions.map(\.alternatives) == [
        [.words(["new", "york"])], [.words(["new", "york"]), .words(["goa"])],
      ])
  }

  @Test(arguments: ["\t", ",", ";"])
  func spreadsheets(_ separator: String) throws {
    let rows = [
      ["id", "type", "name", "aliases", ""],
      ["A", "person", "\"Ann \"\"B\"\" Lee\"", " Lee | Ann ", ""], ["", "", "", "", ""],
    ]
    let text = "\u{FEFF}" + rows.map { $0.joined(separator: separator) + "\r\n" }.joined()
    let (gazetteer, _) = try GazetteerLoader().load(layers: [["t.csv": text]])
    #expect(forms(gazetteer) == [#"Ann "B" Lee=A"#, "Lee=A", "Ann=A"])
  }
}
