import Foundation
import GraphModel
import Testing

@testable import GraphExport

@Suite struct PictureTests {
  @Test(
    .enabled(if: Readers.isInstalled("dot"), "Graphviz is not installed"),
    arguments: Picture.Kind.allCases)
  func graphvizDrawsEveryGraph(kind: Picture.Kind) throws {
    let beginnings: [Picture.Kind: [UInt8]] = [
      .svg: Array("<?xml".utf8), .png: [0x89, 0x50, 0x4E, 0x47], .pdf: Array("%PDF".utf8),
    ]
    for (name, graph) in GraphWriterTests.graphs {
      let bytes = try GraphWriterTests.bytes(Picture(kind, options: .everything), graph)
      #expect(bytes.starts(with: beginnings[kind] ?? []), Comment(rawValue: name))
    }
  }

  @Test(
    .enabled(if: Readers.isInstalled("dot"), "Graphviz is not installed"),
    .enabled(if: Readers.isInstalled("xmllint"), "xmllint is not installed"))
  func hostileTextStaysText() throws {
    var options = PictureOptions.everything
    for title in ["]]> </script><!-- & <b>\"", "a\u{0}b\u{1F}", "&amp; &#65; &lt", "\\N\\G\\"] {
      options.title = title
      let bytes = try GraphWriterTests.bytes(Picture(.svg, options: options), SampleGraphs.seed)
      try expectHarmless(bytes)
    }
    try expectHarmless(
      GraphWriterTests.bytes(Picture(.svg, options: options), SampleGraphs.hostile))
  }

  private func expectHarmless(_ svg: [UInt8]) throws {
    try TemporaryFolder.withFile("picture.svg", svg) { file in
      let lint = try Readers.run("xmllint", ["--nonet", "--noout", "--huge", file])
      #expect(lint.status == 0, Comment(rawValue: lint.errors))
    }
    #expect(!String(decoding: svg, as: UTF8.self).contains("<script"))
  }

  @Test func aMissingProgramIsNamed() {
    #expect(throws: PictureError(engine: .dot, kind: .notInstalled)) {
      try GraphvizProgram(.dot, searchPath: "/nowhere:/nowhere/else")
    }
    #expect(
      PictureError(engine: .dot, kind: .notInstalled).description.contains(
        "apt-get install graphviz"))
  }

  @Test(arguments: [
    ("exec sleep 20", 0.3, PictureError.Kind.timedOut(seconds: 0.3)),
    ("echo 'syntax error' >&2; exit 3", 30, .failed(status: 3, message: "syntax error")),
    ("exit 0", 30, .failed(status: 0, message: "no message")),
  ])
  func aProgramThatFailsIsReported(
    script: String, timeout: Double, kind: PictureError.Kind
  ) throws {
    try TemporaryFolder.with { folder in
      let program = "\(folder)/dot"
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: program))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
      let graphviz = try GraphvizProgram(.dot, searchPath: folder)
      #expect(throws: PictureError(engine: .dot, kind: kind)) {
        try graphviz.draw([], as: .svg, timeout: timeout)
      }
    }
  }

  @Test func largeGraphsGetSprings() {
    #expect(LayoutEngine(nodes: 150, lines: 200) == .dot)
    #expect(LayoutEngine(nodes: 151, lines: 150) == .sfdp)
    #expect(LayoutEngine(nodes: 50, lines: 201) == .sfdp)
  }

  @Test func linesBeyondAThousandAreNotNamed() throws {
    for (edges, isNamed) in [(900, true), (1100, false)] {
      let graph = SampleGraphs.random(nodeCount: 400, edgeCount: edges)
      let dot = String(
        decoding: try GraphWriterTests.bytes(PictureDOT(options: .everything), graph), as: UTF8.self
      )
      #expect(dot.contains(", label=") == isNamed)
      #expect(dot.contains("Too many lines to name each") != isNamed)
      #expect(dot.contains("labeltooltip="))
    }
  }

  @Test func theDotOfAPictureIsAsRecorded() throws {
    try Goldens.expect(
      GraphWriterTests.bytes(PictureDOT(), SampleGraphs.seed), equals: "seed.picture.dot")
  }
}

@Suite struct PDFDateTests {
  @Test(arguments: [
    ("a /CreationDate (D:20261124030405+00'00) b", "a /CreationDate (D:20000101000000+00'00) b"),
    ("no date", "no date"), ("/CreationDate (D:2026", "/CreationDate (D:2026"),
  ])
  func onlyTheDigitsChange(pdf: String, expected: String) {
    #expect(PDFDate.erased(Data(pdf.utf8)) == Data(expected.utf8))
  }

  @Test(.enabled(if: Readers.isInstalled("dot"), "Graphviz is not installed"))
  func aPictureIsTheSameASecondLater() throws {
    let first = try GraphWriterTests.bytes(Picture(.pdf), SampleGraphs.oneNode)
    Thread.sleep(forTimeInterval: 1.1)
    #expect(try GraphWriterTests.bytes(Picture(.pdf), SampleGraphs.oneNode) == first)
  }
}
