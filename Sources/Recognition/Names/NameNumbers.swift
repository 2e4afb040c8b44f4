import DocumentModel

/// Numbers for the names of an article, alike for names of the same words whatever their case.
struct NameNumbers {
  private let words: DocumentWords
  private var numbers: KeyTable

  /// - Parameter names: how many names are likely.
  init(words: DocumentWords, names: Int) {
    self.words = words
    numbers = KeyTable(capacity: 2 * names)
  }

  /// How many numbers are given; the beginnings of names have some too.
  var count: Int { numbers.count }

  /// The number of a name, a new one if need be.
  mutating func number(of name: Range<Int>) -> Int {
    var number = -1
    for token in name { number = numbers.number(of: step(from: number, to: token)).number }
    return number
  }

  /// The number of the name that is one word; nil when nothing begins with it.
  func number(ofWord token: Int) -> Int? {
    numbers[step(from: -1, to: token)]
  }

  /// The key of a name, -1 for none, and the word behind it that makes a longer one.
  private func step(from name: Int, to token: Int) -> UInt64 {
    let word = UInt64(UInt32(bitPattern: words.word(token).small))
    let hasGap: UInt64 = name >= 0 && words.hasGap(before: token) ? 1 : 0
    return StableHash.mixed(UInt64(truncatingIfNeeded: name) << 33 ^ word << 1 ^ hasGap)
  }
}
