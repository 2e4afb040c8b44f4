import DocumentModel
import Testing

@Suite("Sentences")
struct SentenceTests {
  @Test(
    "full stops end sentences",
    arguments: [
      "The| U.S.| said| so|.‖ It| left|.", "He| left| the| U.S.‖ The| army| stayed|.",
      "He| left| the| U.S.| Army| in| May|.", "It| rose| to| 3.5|.‖ Then| it| fell|.",
      "Gen.| Lowe| spoke|.‖ Mr.| Roe| did| not|.", "She| works| at| Acme| Inc.‖ He| does| not|.",
      "He| spoke| at| 7| p.m.| Friday|.", "Nobody| spoke|.‖ 12| men| died|.",
      "It| ended|.‖Next| day| it| rained|.",
      "Talks| in| St.| Louis| failed|.‖ “|Why|?|”| she| asked|.",
      "Teyun| I.| Zabrandt| said| so|.", "Mr.| I.| Öz| and| Şule| I.| Şahin| left|.",
      "So| do| I|.‖ Nobody| left|.", "He| died| in| World| War| I|.‖ Germany| lost|.",
    ])
  func fullStops(_ marked: String) { expectSegments(marked) }

  @Test(
    "quotations and brackets close with their sentence",
    arguments: [
      "“|We| won|.|”‖ “|They| lost|.|”", "He| said|:| “|Go|.|”‖ Then| he| left|.",
      "“|Who| knows|?|”| Roe| asked|.‖ Nobody| did|.", "“|Stop|!|”| he| said|.",
      "(|He| left|.|)‖ She| stayed|.", "“|We| won|,|”| he| said|.‖ “|They| lost|.|”",
      "It| was| so|.| [|3|]‖ Then| it| was| not|.",
    ])
  func closing(_ marked: String) { expectSegments(marked) }

  @Test(
    "questions, exclamations and ellipses",
    arguments: [
      "Who| won|?‖ Nobody| did|.", "Stop|!!!‖ Go|.", "He| waited| ...| and| left|.",
      "He| waited| ...‖ She| left|.",
    ])
  func others(_ marked: String) { expectSegments(marked) }

  @Test("paragraphs end sentences, whatever stands at their end")
  func paragraphs() {
    expectSegments("Talks| fail‖\n\nThe| talks| failed|.‖\n\nAgain‖\n\n1|.| Start| over|.")
  }

  @Test("a dateline is a sentence of its own")
  func datelines() {
    let document = segment(
      "Talks fail again\n\nSEOUL, South Korea (AP) — The talks failed on Friday.")
    #expect(
      document.sentences.map { document.form(of: $0.tokens) } == [
        "Talks fail again", "SEOUL, South Korea (AP) —", "The talks failed on Friday.",
      ])
  }
}
