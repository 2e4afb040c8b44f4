import DocumentModel
import Foundation
import Ingestion
import Testing

@Suite("Newswire")
struct NewswireTests {
  @Test func nitf() throws {
    let text = """
      <?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-5.dtd"><nitf><head><title>T</title><docdata>
      <date.issue norm="20231109T120000Z"/></docdata><pubdata name="The Globe"/></head><body>
      <body.head><hedline><hl1>Kim meets
      Putin</hl1><hl2>A deck</hl2></hedline><byline>By <person>Jane Doe</person></byline>
      <dateline><location>SEOUL</location></dateline></body.head><body.content><block>
      <p>Kim met <em>Putin</em> &mdash; &amp; Xi.</p><media><media-caption>No.</media-caption></media>
      <hl2>Next</hl2><p>Second &unknown; one.</p></block></body.content>
      <body.end><tagline>No.</tagline></body.end></body></nitf>
      """
    let article = try article("a.xml", text)
    #expect(
      article.text == "Kim meets Putin\n\nA deck\n\nKim met Putin — & Xi.\n\nNext\n\nSecond one.")
    #expect(article.metadata.title == "Kim meets Putin")
    #expect(article.metadata.date?.date.description == "2023-11-09")
    #expect(article.metadata.source == "The Globe" && article.metadata.authors == ["Jane Doe"])
  }

  @Test func newsML() throws {
    func item(_ guid: String, _ content: String) -> String {
      """
      <newsItem guid="\(guid)"><itemMeta><provider literal="AP"/>
      <versionCreated>2023-11-09T12:00:00Z</versionCreated></itemMeta><contentMeta><by>By Jane Doe</by>
      <headline>H</headline></contentMeta><contentSet>\(content)</contentSet></newsItem>
      """
    }
    let page =
      "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>z</title></head><body><p>One.</p>"
      + "<p>Two.</p></body></html>"
    let nitf = "<nitf><body><body.content><p>Three.</p></body.content></body></nitf>"
    let message = """
      <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
      \(item("a", "<inlineXML>\(page)</inlineXML>"))\(item("b", "<inlineXML>\(nitf)</inlineXML>"))
      \(item("c", "<remoteContent/>"))\(item("a", "<inlineData>Four.</inlineData>"))
      </itemSet></newsMessage>
      """
    #expect(
      try outline("a.xml", message)
        == ["#a: H//One.//Two.", "#b: H//Three.", "#c! no-article", "#a~2: H//Four."])
    let read = try article("a.xml", item("a", "<inlineData>Four.</inlineData>")).metadata
    #expect(read.source == "AP" && read.authors == ["Jane Doe"])
    #expect(read.date?.date.description == "2023-11-09")
    let old = """
      <NewsML><NewsItem><NewsManagement><FirstCreated>20231109T1200</FirstCreated></NewsManagement>
      <NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines><ContentItem><DataContent><p>One.</p>
      </DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
      """
    #expect(try outline("a", old) == ["#1: H//One."])
  }

  @Test(arguments: [
    ("<?xml version=\"1.0\"?><feed><entry/></feed>", "! not-readable"),
    ("<?xml version=\"1.0\"?><nitf><body></nitf>", "! malformed"),
    ("<?xml version=\"1.0\"?><nitf><body/></nitf>", "! no-article"),
  ])
  func otherXML(_ text: String, _ expected: String) throws {
    #expect(try outline("a.xml", text) == [expected])
  }

  @Test func deliveries() throws {
    let centred = String(repeating: " ", count: 20)
    let old = """
      \(centred)1 of 2 DOCUMENTS


      \(centred)The Globe

      \(centred)November 9, 2023 Thursday
      \(centred)Late Edition

      Kim Meets Putin In
      Moscow

      BYLINE: By JANE DOE

      SECTION: Section A; Pg. 1

      LENGTH: 812 words

      Kim met Putin
      on Monday.

      Section: he said.

      LOAD-DATE: November 9, 2023

      LANGUAGE: ENGLISH

      \(centred)Copyright 2023 The Globe
      \(centred)All Rights Reserved


      \(centred)2 of 2 DOCUMENTS

      \(centred)The Globe

      \(centred)November 10, 2023 Friday

      Second

      LENGTH: 2 words

      Text.
      """
    let read = try contents("a.txt", Array(old.utf8)).map { try $0.get().article }
    #expect(read.map(\.id) == ["a.txt#1", "a.txt#2"])
    #expect(read.map { $0.metadata.date?.date.description } == ["2023-11-09", "2023-11-10"])
    #expect(read.map(\.metadata.source) == ["The Globe", "The Globe"])
    #expect(read[0].text.hasPrefix("Kim Meets Putin In Moscow\n\nKim met Putin\non Monday."))
    #expect(read[0].metadata.authors == ["JANE DOE"] && read[1].text == "Second\n\nText.")

    let new = """
      Kim Meets Putin
      The Globe
      November 9, 2023 Thursday

      Copyright 2023 The Globe All Rights Reserved
      Section: Section A; Pg. 1
      Length: 1,812 words
      Byline: By Jane Doe
      Body

      One.

      Two.

      Classification

      Language: ENGLISH

      Load-Date: November 9, 2023
      End of Document

      """
    #expect(
      try outline("a.txt", new + new)
        == ["#1: Kim Meets Putin//One.//Two.", "#2: Kim Meets Putin//One.//Two."])
  }

  @Test(arguments: [
    "The length: 5 words\nwas said.", "He read 5 of 7 documents\nand left.",
    "Copyright is a word.\n\nKim met Putin.",
  ])
  func noDelivery(_ text: String) throws {
    #expect(try article("a.txt", text).text == text)
  }
}
