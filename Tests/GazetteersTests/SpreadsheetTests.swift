import DocumentModel
import Testing

@testable import Gazetteers

/// One table as LibreOffice 7.4 and Excel save it: what is quoted, what stands at the ends of short
/// rows, line ends and marks differ; what the table says does not.
@Suite struct SpreadsheetTests {
  private static let saved: [(manner: String, text: String)] = [
    (
      "LibreOffice, commas",
      """
      # hand; as seen on 2026-11-27,,,,,,
      id,type,name,aliases,in,note,beat
      ,person,"O'Hara, ""Red"" Ann",Ann O'Hara | Red Ann[~] | O'Hara[+],IRL,"says: ""no""; yes",Dublin
      acme-fr,organisation,Société Générale d'Acier,SGA[=],FRA,,steel
      ,place,Überstadt,,DEU,"two
      lines",
      IRL,country,Ireland,,,,

      """
    ),
    (
      "LibreOffice, semicolons",
      """
      "# hand; as seen on 2026-11-27";;;;;;
      id;type;name;aliases;in;note;beat
      ;person;"O'Hara, ""Red"" Ann";Ann O'Hara | Red Ann[~] | O'Hara[+];IRL;"says: ""no""; yes";Dublin
      acme-fr;organisation;Société Générale d'Acier;SGA[=];FRA;;steel
      ;place;Überstadt;;DEU;"two
      lines";
      IRL;country;Ireland;;;;

      """
    ),
    (
      "LibreOffice, every text quoted",
      """
      "# hand","","","","","",""
      "id","type","name","aliases","in","note","beat"
      "","person","O'Hara, ""Red"" Ann","Ann O'Hara | Red Ann[~] | O'Hara[+]","IRL","","Dublin"
      "acme-fr","organisation","Société Générale d'Acier","SGA[=]","FRA","","steel"
      "","place","Überstadt","","DEU","",""
      "IRL","country","Ireland","","","",""

      """
    ),
    (
      "Excel, CSV UTF-8 where a comma is the decimal mark",
      "\u{FEFF}sep=;\r\nid;type;name;aliases;in;note;beat\r\n"
        + ";person;\"O'Hara, \"\"Red\"\" Ann\";Ann O'Hara | Red Ann[~] | O'Hara[+];IRL;;Dublin\r\n"
        + "acme-fr;organisation;Société Générale d'Acier;SGA[=];FRA;;steel\r\n"
        + ";place;Überstadt;;DEU\r\nIRL;country;Ireland\r\n;;;;;;\r\n"
    ),
    (
      "LibreOffice, tabs",
      "id\ttype\tname\taliases\tin\tnote\tbeat\n"
        + "\tperson\t\"O'Hara, \"\"Red\"\" Ann\"\tAnn O'Hara | Red Ann[~] | O'Hara[+]\tIRL\t\tDublin\n"
        + "acme-fr\torganisation\tSociété Générale d'Acier\tSGA[=]\tFRA\t\tsteel\n"
        + "\tplace\tÜberstadt\t\tDEU\t\t\nIRL\tcountry\tIreland\t\t\t\t\n"
    ),
  ]

  @Test(arguments: saved.map(\.manner))
  func saysTheSame(manner: String) throws {
    let text = try #require(Self.saved.first { $0.manner == manner }).text
    let gazetteer = try GazetteerLoader().load(layers: [["own.csv": text]]).gazetteer
    let entities = gazetteer.entities.map {
      "\($0.id) \($0.type.rawValue) \($0.name) \($0.attributes["beat"] ?? "-")"
    }
    #expect(
      Set(entities) == [
        "ohara-red-ann person O'Hara, \"Red\" Ann Dublin",
        "acme-fr organisation Société Générale d'Acier steel", "uberstadt place Überstadt -",
        "IRL country Ireland -",
      ])
    let red = gazetteer.aliases.filter { $0.surface == "Red Ann" || $0.surface == "SGA" }
    #expect(red.count == 2)
  }
}
