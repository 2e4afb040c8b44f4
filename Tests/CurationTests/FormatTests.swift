import Curation
import Foundation
import Gazetteers
import Testing

@Suite struct FormatTests {
  @Test(arguments: [
    (
      "name\ttype\tteam\tid\n Zoë  Lee \tperson\tred\tB\nAnn\tperson\t\tA\n",
      "id\ttype\tname\tteam\nA\tperson\tAnn\t\nB\tperson\tZoë Lee\tred\n"
    ),
    (
      "type\tname\taliases\tids\nperson\tAnn\t A [~,=]|B| A[+]  |-C|\\-D|x\\|y|[odd\twd:Q1  |  iso:X\n",
      "type\tname\taliases\tids\nperson\tAnn\tA [~,=]|B| A[+] |-C|\\-D|x\\|y|[odd\twd:Q1 iso:X\n"
    ),
    (
      "type\tname\taliases\nperson\tAnn\t A [~,=]|B| A[+]  |-C|\\-D|x\\|y|E[2001..,@ID,met,..1990-02]\n",
      "type\tname\taliases\nperson\tAnn\tA[+] | B | -C | \\-D | x\\|y | E[met,@ID,2001..,..1990-02]\n"
    ),
    (
      "# b \nperson\trole\tfrom\t\nb\tking\t\t\na\tking\t2001\t\na\tking\t1999\t\n#  Asia\nc\tking\t\t\n",
      "# b\nperson\trole\tfrom\na\tking\t1999\na\tking\t2001\nb\tking\t\n#  Asia\nc\tking\t\n"
    ),
    (
      "surface\trule\tentity\nB\tdefault\tperson\nA\tprev:the\tnone\nA\tdefault\tperson\n",
      "surface\trule\tentity\nA\tprev:the\tnone\nA\tdefault\tperson\nB\tdefault\tperson\n"
    ),
    (
      "\u{FEFF}# as-of: 2024-01-01;;;\r\ntype;name;;\r\nperson;\"Ann; \"\"A\"\" Lee\";;\r\nperson\r\n",
      "# as-of: 2024-01-01\ntype;name\nperson;\nperson;\"Ann; \"\"A\"\" Lee\"\n"
    ),
    ("type\tname\nperson\t\"\"\"Ann\"\"\"\n", "type\tname\nperson\t\"\"\"Ann\"\"\"\n"),
    ("no\tsuch\ntable\t1\na\t\n", "no\tsuch\ntable\t1\na\t\n"),
  ])
  func formats(text: String, expected: String) throws {
    let sheet = try #require(try Sheet(path: "t", bytes: Array(text.utf8)))
    let once = SheetFormatter().formatted(sheet).text
    #expect(once == expected)
    let again = try #require(try Sheet(path: "t", bytes: Array(once.utf8)))
    #expect(SheetFormatter().formatted(again).text == once)
  }

  @Test func keepsTheOrderOfRowsWhenAsked() throws {
    let text = "type\tname\nperson\tB\nperson\tA\n"
    let sheet = try #require(try Sheet(path: "t", bytes: Array(text.utf8)))
    #expect(SheetFormatter(sortsRows: false).formatted(sheet).text == text)
  }

  /// What the shipped tables say is the same after formatting.
  @Test func changesNoMeaning() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Gazetteers")
    let tables = TableFolders([folder])
    var layer: [String: String] = [:]
    var formatted: [String: String] = [:]
    for (name, sheet) in zip(tables.names[0], tables.all) {
      layer[name] = sheet.text
      formatted[name] = SheetFormatter(sortsRows: false).formatted(sheet).text
    }
    let (before, _) = try GazetteerLoader().load(layers: [layer])
    let (after, _) = try GazetteerLoader().load(layers: [formatted])
    #expect(before.entities.map(\.id) == after.entities.map(\.id))
    let forms = [before, after].map { $0.aliases.map { SurfaceKey($0.surface) } }
    #expect(forms[0] == forms[1])
    #expect(before.aliases.map(\.marks) == after.aliases.map(\.marks))
    #expect(before.roles.map(\.role) == after.roles.map(\.role))
    #expect(before.rules.map(\.text) == after.rules.map(\.text))
  }
}
