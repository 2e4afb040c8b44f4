import DocumentModel

/// Numbers for the names of an article, alike for names of the same words whatever their case.
struct NameNumbers {
  private let words: DocumentWords
  /// By the number of the lower-case form, -1 for none.
  private var ofWords: [Int32]
  private var longer: [Extension: Int32] = [:]
  private(set) var count = 0

  /// A name and the word behind it that makes a longer one.
  private struct Extension: Hashable {
    var name: Int32
    var word: Int32
    var hasGap: Bool
  }

  init(words: DocumentWords) {
    self.words = words
    ofWords = Array(repeating: -1, count: words.smallCount)
  }

  /// The number of a name, a new one if need be.
  mutating func number(of name: Range<Int>) -> Int {
    let first = Int(words.word(name.lowerBound).small)
    if ofWords[first] < 0 { ofWords[first] = next() }
    var number = ofWords[first]
    for token in name.dropFirst() {
      let step = Extension(
        name: number, word: words.word(token).small, hasGap: words.hasGap(before: token))
      number = longer[step] ?? next()
      longer[step] = number
    }
    return Int(number)
  }

  /// The number of the name that is one word; nil when nothing begins with it.
  func number(ofWord token: Int) -> Int? {
    let number = ofWords[Int(words.word(token).small)]
    return number < 0 ? nil : Int(number)
  }

  private mutating func next() -> Int32 {
    defer { count += 1 }
    return Int32(count)
  }
}
