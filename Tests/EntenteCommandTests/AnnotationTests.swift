import Entente
import Foundation
import Testing

@testable import EntenteCommand

/// What `entente annotate` says of a text, in each of its forms.
@Suite struct AnnotationTests {
  private static let texts = [
    "Iran did not attack Israel.",
    "Angela Merkel met Emmanuel Macron. She thanked him.",
    "Seoul says Pyongyang may have supplied shells to Russia.",
  ]

  @Test(arguments: [
    (texts[0], "[Iran]country did not attack [Israel]country."),
    (texts[0], "    Iran —not: attack→ Israel  [ASSAULT A]"),
    (texts[1], "[Angela Merkel]official met [Emmanuel Macron]official."),
    (texts[1], "[She]official=Angela Merkel thanked "),
    (texts[2], "North Korea —possible: supply→ Russia"), (texts[2], "says: South Korea"),
  ])
  func text(article: String, line: String) throws {
    let analysis = try Shipped.analysis(of: article)
    let text = AnnotatedText(analysis: analysis, style: .brackets, showsReasons: false).text
    #expect(text.contains(line), "\(text)")
  }

  @Test func textInColourOrWithReasons() throws {
    let analysis = try Shipped.analysis(of: Self.texts[0])
    let colours = AnnotatedText(analysis: analysis, style: .colour, showsReasons: false).text
    #expect(colours.contains("\u{1B}[1;34mIran\u{1B}[0m"))
    let reasons = AnnotatedText(analysis: analysis, style: .brackets, showsReasons: true).text
    #expect(reasons.contains("    Iran: gazetteer | country"))
  }

  private struct Decoded: Decodable {
    struct Mention: Decodable {
      var text: String
      var start: Int
      var end: Int
      var type: String
      var entities: [Int]
    }

    var graph: ArticleGraph
    var mentions: [Mention]
  }

  @Test(arguments: texts)
  func jsonCarriesTheGraphAndOffsets(article: String) throws {
    let analysis = try Shipped.analysis(of: article)
    let json = try AnnotationJSON(analysis, gazetteer: Shipped.pipeline.get().gazetteer).text
    #expect(!json.contains("\n"))
    let decoded = try JSONDecoder().decode(Decoded.self, from: Data(json.utf8))
    #expect(decoded.graph.relations == analysis.relations)
    let bytes = Array(analysis.document.article.text.utf8)
    for mention in decoded.mentions {
      #expect(String(decoding: bytes[mention.start..<mention.end], as: UTF8.self) == mention.text)
      for entity in mention.entities { #expect(decoded.graph.entities.indices.contains(entity)) }
    }
    #expect(decoded.mentions.count == analysis.entities.mentions.count)
  }

  @Test(arguments: [
    (texts[0], "<mark class=\"country\" title=\"Iran: country, gazetteer."),
    (texts[0], "did not <u>attack</u> <mark"),
    (texts[0], "<li class=\"negated asserted\"><b>Iran</b> <i>not: attack</i> <b>Israel</b>"),
    (texts[2], "<i>possible: supply</i> <b>Russia</b>"), (texts[2], "<summary>tree</summary>"),
    (texts[2], ">nsubj</text>"),
  ])
  func html(article: String, part: String) throws {
    let page = AnnotationPage(analysis: try Shipped.analysis(of: article)).section
    #expect(page.contains(part), "\(page.prefix(2000))")
    for tag in ["section", "article", "ul", "li", "mark", "svg", "details", "p"] {
      let (opened, closed) = (page.ranges(of: "<\(tag)").count, page.ranges(of: "</\(tag)>").count)
      // "<p" also begins "<path".
      #expect(opened == closed || tag == "p" && opened > closed, "\(tag)")
    }
  }

  @Test(arguments: texts)
  func bratAnnotatesWhatTheTextSays(article: String) throws {
    let analysis = try Shipped.analysis(of: article)
    let standoff = AnnotationStandoff(analysis)
    let scalars = Array(standoff.text.unicodeScalars)
    var bound: Set<String> = []
    for line in standoff.annotations.split(separator: "\n") {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells[0].hasPrefix("T") else {
        let names = cells[1].split(whereSeparator: { " :".contains($0) }).map(String.init)
        for name in names where name.hasPrefix("T") && Int(name.dropFirst()) != nil {
          #expect(bound.contains(name), "\(line)")
        }
        continue
      }
      bound.insert(cells[0])
      let numbers = cells[1].split(separator: " ").dropFirst().compactMap { Int($0) }
      let words = String(String.UnicodeScalarView(scalars[numbers[0]..<numbers[1]]))
      #expect(words == cells[2])
    }
    let events = standoff.annotations.split(separator: "\n").count { $0.hasPrefix("E") }
    #expect(events == analysis.relations.count && !bound.isEmpty)
  }

  @Test func bratCarriesTheStance() throws {
    let negated = AnnotationStandoff(try Shipped.analysis(of: Self.texts[0])).annotations
    #expect(negated.contains("\tNegated E1\n") && negated.contains("ASSAULT:T"))
    let possible = AnnotationStandoff(try Shipped.analysis(of: Self.texts[2])).annotations
    #expect(possible.contains(" possible\n"))
    for value in ["[entities]", "country", "ASSAULT\tSource:<ENTITY>", "possible|planned"] {
      #expect(AnnotationStandoff.configuration.contains(value))
    }
  }
}
