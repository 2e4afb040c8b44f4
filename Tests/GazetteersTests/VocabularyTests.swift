import Testing

@testable import Gazetteers

@Suite("Words and their classes")
struct VocabularyTests {
  @Test(arguments: [
    ("Türkiye", "turkiye"), ("U.S.", "us"), ("Côte d’Ivoire", "Cote d'Ivoire"),
    ("Al-Qaida", "al Qaida"), ("Łódź", "lodz"), ("Sana'a", "SANAA"), ("Erdoğan", "erdogan"),
    ("Cote\u{301}", "Coté"), ("Æro", "aero"), ("Straße", "strasse"), ("J.K.", "jk"),
    ("Martyrs’ Brigades", "Martyrs Brigades"), ("People’s", "people's"), ("МОСКВА", "Москва"),
  ])
  func alike(_ left: String, _ right: String) {
    #expect(AtomScanner.atoms(of: left).map(\.key) == AtomScanner.atoms(of: right).map(\.key))
  }

  @Test(arguments: [
    ("1.5", "15"), ("People's", "Peoples"), ("AT&T", "ATT"), ("Washington, D.C.", "Washington DC"),
    ("中国", "日本"), ("abcdefgh", "abcdefghi"), ("abcdefghijklmnop", "abcdefghijklmnoq"),
  ])
  func different(_ left: String, _ right: String) {
    #expect(AtomScanner.atoms(of: left).map(\.key) != AtomScanner.atoms(of: right).map(\.key))
  }

  /// The fast reader of plain words against the scanner that reads anything.
  @Test func plainWords() {
    var random = SystemRandomNumberGenerator()
    let bytes = Array("aZmA09z@[`{/:-' \u{10}\u{19}".utf8)
    for _ in 0..<20_000 {
      let word = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        Bool.random(using: &random) ? bytes[Int.random(in: 0..<bytes.count, using: &random)] : 0x62
      }
      let text = word + [0x62, 0x20].prefix(Int.random(in: 0...2, using: &random))
      let plain = PlainWord(text.span, at: 0, count: word.count)
      let isPlain = word.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) && $0 > 0x40 || (0x30...0x39).contains($0)
      }
      #expect(plain.isPlain == isPlain, "\(word)")
      guard isPlain else { continue }
      #expect(plain.isNumber == (word.count <= 8 && word.allSatisfy { $0 < 0x40 }), "\(word)")
      let atoms = AtomScanner.atoms(of: String(decoding: word, as: UTF8.self))
      #expect(
        atoms.map(\.key) == [plain.key] && atoms.map(\.capitals) == [plain.capitals], "\(word)")
    }
  }

  @Test func wordTables() throws {
    let (gazetteer, _) = try GazetteerLoader().load(layers: [
      [
        "a.tsv": "given\tflags\nMay\tcommon\nJean-Luc\t\n", "b.tsv": "surname\tflags\nal-Assad\t\n",
        "c.tsv": "role-noun\tkind\nspokesman\t\nvice-president\t\n",
        "d.tsv": "org-noun\tkind\nBank\t\n",
        "e.tsv":
          "class\tword\tnote\nparticle\tal\t\nus-state\tOhio\t\nus-state\tNew York\t\n",
        "f.tsv":
          "title\tforms\tkind\tplace\tof\nforeign minister\tforeign minister | FM[=] | minister of foreign affairs\tforeign-minister\tbefore|after\tcountry|org\nMr\tMr | Mr.\thonorific\tbefore\t\n",
      ],
      ["g.tsv": "surname\tflags\n-Assad\t\n"],
    ])
    let words = gazetteer.vocabulary
    func classes(_ word: String) -> WordClasses { words.classes(of: words.id(of: word)) }
    #expect(classes("may") == [.givenName, .commonWord])
    #expect(
      classes("Jean") == .givenName && classes("luc") == .givenName
        && classes("Jean-Luc") == .givenName)
    #expect(classes("assad") == [] && classes("al") == .particle && classes("unheard") == [])
    #expect(
      classes("spokesman") == .roleNoun && classes("president") == .roleNoun
        && classes("bank") == .orgNoun)
    #expect(
      classes("foreign") == .titleWord && classes("minister") == .titleWord
        && classes("affairs") == [])
    #expect(classes("Mr.") == [.titleWord, .honorific])
    #expect(words.wordClass(named: "us-state") == classes("ohio") && classes("york") == [])
    #expect(classes("J.") == .initial)
    #expect(gazetteer.classWords.map(\.word) == ["al", "Ohio", "New York"])
    #expect(gazetteer.titles[0].forms.map(\.exactCase) == [false, true, false])
    #expect(
      gazetteer.titles[0].isOffice && gazetteer.titles[0].after && gazetteer.titles[1].isHonorific)
  }
}
