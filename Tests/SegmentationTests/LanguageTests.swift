import DocumentModel
import Testing

@testable import Segmentation

@Suite("Languages")
struct LanguageTests {
  static let english =
    "The two sides said that they would meet again in the spring to talk about trade."
  static let foreignTexts = [
    "Die Regierung hat am Freitag erklärt, dass sie das Abkommen nicht unterzeichnen wird und auf Zeit setzt.",
    "Le gouvernement a déclaré vendredi que les deux pays ne sont pas prêts à signer un accord sur le commerce.",
    "El gobierno dijo el viernes que los dos países no están listos para firmar un acuerdo sobre el comercio.",
    "Правительство заявило в пятницу, что две страны не готовы подписать соглашение о торговле.",
    "政府は金曜日に、両国は協定に署名する準備ができていないと述べた。",
    "أعلنت الحكومة يوم الجمعة أن البلدين ليسا مستعدين لتوقيع الاتفاق التجاري.",
  ]

  @Test("English is read, other languages are not", arguments: foreignTexts)
  func paragraphs(_ text: String) {
    let document = segment("\(Self.english)\n\n\(text)\n\n\(Self.english)\n\n\(Self.english)")
    #expect(document.paragraphs.map(\.isRead) == [true, false, true, true])
    #expect(document.isEnglish)
    #expect(document.diagnostics.contains { $0.code == "other-language" })
  }

  @Test("an article in another language is noted as a whole", arguments: foreignTexts)
  func articles(_ text: String) {
    let document = segment("\(text)\n\n\(text)")
    #expect(!document.isEnglish)
    #expect(document.diagnostics.contains { $0.code == "not-english" && $0.severity == .note })
    #expect(document.paragraphs.allSatisfy { !$0.isRead })
  }

  @Test("names may be asked for in any language")
  func kept() {
    let options = SegmentationOptions(otherLanguages: .keep)
    let document = segment("\(Self.foreignTexts[0])\n\n\(Self.foreignTexts[0])", options: options)
    #expect(document.paragraphs.allSatisfy { $0.isRead })
    #expect(!document.isEnglish)
  }

  @Test(
    "what is too short to decide is English",
    arguments: [
      "Talks fail", "UN envoy meets Sudland junta", "Al-Masri, Bin Talal, de la Vega", "12 45 78 9",
      "Former UN head warns Norland over future vote", "Le Monde: Macron et Merkel", "?!",
      "Roe, Doe, Poe, Moe, Low, Hale, Dale, Vale, Kale, Bale win seats",
    ])
  func short(_ text: String) {
    #expect(segment(text).isEnglish)
    #expect(segment(text).paragraphs.allSatisfy { $0.isRead })
  }
}
