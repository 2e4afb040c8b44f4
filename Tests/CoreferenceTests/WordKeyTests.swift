import DocumentModel
import Testing

@testable import Coreference

@Suite struct WordKeyTests {
  @Test(arguments: [
    ("Türkiye", "turkiye"), ("O’Brien", "o'brien"), ("UNESCO", "unesco"), ("Žiga", "žiga"),
    ("Said", "said"),
  ]) func caseAndMarksDoNotCount(_ one: String, _ other: String) {
    #expect(WordKey(one) == WordKey(other))
    #expect(folded(one) == folded(other))
  }

  @Test(arguments: [
    ("", [String]()), ("Kim", ["kim"]), ("  Kim  Jong Un ", ["Kim", "Jong", "Un"]),
    ("Bank of São Tomé", ["bank", "of", "sao", "tome"]),
  ]) func wordsOfANameArePartedBySpaces(_ name: String, _ words: [String]) {
    #expect(WordKey.words(of: name) == words.map { WordKey($0) })
  }

  @Test func orderCounts() {
    let (kim, jong) = (WordKey("kim"), WordKey("jong"))
    #expect(WordKey([kim, jong]) != WordKey([jong, kim]))
    #expect(WordKey([kim]) != WordKey([kim, jong]))
    #expect(WordKey([kim, jong]) == WordKey([kim]).followed(by: jong))
  }

  /// Lists keep the order in which numbers were added, whatever else is added between.
  @Test func listsAgreeWithADictionaryOfArrays() {
    var lists = KeyLists()
    var dictionary: [WordKey: [Int]] = [:]
    for step in 0..<2_000 {
      let key = StableHash.mixed(UInt64(step) &* 17) % 97
      lists.add(step - 1_000, to: key)
      dictionary[key, default: []].append(step - 1_000)
    }
    for key in WordKey(0)..<120 {
      #expect(Array(lists[key]) == dictionary[key] ?? [])
      #expect(lists.count(key) == dictionary[key]?.count ?? 0)
    }
  }

  @Test(arguments: [
    ("Prime Minister", "minister", true), ("PRESIDENT", "president", true),
    ("minister", "prime minister", false), ("Premiér", "premiér", true), ("", "", true),
    ("ministers", "minister", false), ("É minister", "minister", true), ("x", "", true),
  ]) func endsInSmallLetters(_ role: String, _ end: String, _ expected: Bool) {
    #expect(role.endsInSmallLetters(with: end) == expected)
    #expect(role.lowercased().hasSuffix(end) == expected)
  }
}

@Suite struct BodyNameTests {
  @Test(arguments: [
    ("the Ministry of Defence", "defense ministry"), ("Defense Ministry", "defense ministry"),
    ("Department of the Treasury", "treasury department"), ("The Hague", "hague"),
    ("Labour Organisation", "labor organization"), ("the", "the"),
    ("Bank of Karvel", "bank of karvel"),
  ]) func spellingsShareAForm(_ name: String, _ form: String) {
    let words = name.lowercased().split(separator: " ").map(String.init)
    let keys = words.map { WordKey($0) }
    let body = BodyName(keys[...])
    let spellings = Dictionary(zip(keys, words)) { first, _ in first }
    #expect(body.text(spellings) == form)
    #expect(body.key == WordKey(WordKey.words(of: form)))
    #expect(body.isPlain == (body.words.elementsEqual(WordKey.words(of: form))))
  }

  @Test(arguments: [
    ("Nissan Motor Co.", "nissan"), ("Karvel Holdings", "karvel"), ("Karvel Bank", nil),
    ("Holdings", nil),
  ]) func companyWordsEndAName(_ name: String, _ stem: String?) {
    let keys = WordKey.words(of: name)
    #expect(BodyName(keys[...]).withoutCompanyWords.map(Array.init) == stem.map(WordKey.words))
  }
}
