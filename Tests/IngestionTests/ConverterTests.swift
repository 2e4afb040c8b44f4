import DocumentModel
import Foundation
import Ingestion
import Testing

/// Documents that other programs turn to text; each test runs where its program is installed.
@Suite("Converters")
struct ConverterTests {
  @Test func pdf() throws {
    let found = try outline("a", Self.pdf("Kim met Putin."))
    #expect(found == (isInstalled("pdftotext") ? [": Kim met Putin.//\u{C}"] : ["! no-converter"]))
  }

  @Test func brokenPDF() throws {
    let found = try outline("a.pdf", "%PDF-1.4\nnothing")
    #expect(found == [isInstalled("pdftotext") ? "! not-converted" : "! no-converter"])
  }

  @Test func wordDocument() throws {
    let types = """
      <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Override PartName="/word/document.xml" ContentType=
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
      """
    let relations = """
      <?xml version="1.0"?><Relationships
      xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type=
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
      Target="word/document.xml"/></Relationships>
      """
    let document = """
      <?xml version="1.0"?><w:document
      xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>
      <w:t>Kim met Putin.</w:t></w:r></w:p></w:body></w:document>
      """
    let bytes = PackedBytes.archive(
      .zip,
      [
        ("[Content_Types].xml", Array(types.utf8)), ("_rels/.rels", Array(relations.utf8)),
        ("word/document.xml", Array(document.utf8)),
      ])
    let found = try outline("a.docx", bytes)
    #expect(found == (isInstalled("pandoc") ? [": Kim met Putin./"] : ["! no-converter"]))
  }

  private func isInstalled(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  private static func pdf(_ text: String) -> String {
    let stream = "BT /F1 18 Tf 20 100 Td (\(text)) Tj ET"
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Contents 4 0 R"
        + "/Resources<</Font<</F1 5 0 R>>>>>>",
      "<</Length \(stream.utf8.count)>>stream\n\(stream)\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    var (file, table) = ("%PDF-1.4\n", "0000000000 65535 f \n")
    for (index, object) in objects.enumerated() {
      let offset = String(file.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      file += "\(index + 1) 0 obj\(object)endobj\n"
    }
    return file
      + "xref\n0 6\n\(table)trailer<</Size 6/Root 1 0 R>>\nstartxref\n\(file.utf8.count)\n%%EOF"
  }
}
