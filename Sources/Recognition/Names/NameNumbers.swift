import DocumentModel

/// Numbers for the names of an article, alike for names of the same words whatever their case.
struct NameNumbers {
  private let words: DocumentWords
  private var numbers: [Extension: Int] = [:]

  /// A name, -1 for none, and the word behind it that makes a longer one.
  private struct Extension: Hashable {
    var name: Int
    var word: Int32
    var hasGap: Bool
  }

  init(words: DocumentWords) { self.words = words }

  /// How many numbers are given; the beginnings of names have some too.
  var count: Int { numbers.count }

  /// The number of a name, a new one if need be.
  mutating func number(of name: Range<Int>) -> Int {
    var number = -1
    for token in name {
      let step = step(from: number, to: token)
      number = numbers[step] ?? numbers.count
      numbers[step] = number
    }
    return number
  }

  /// The number of the name that is one word; nil when nothing begins with it.
  func number(ofWord token: Int) -> Int? {
    numbers[step(from: -1, to: token)]
  }

  private func step(from name: Int, to token: Int) -> Extension {
    Extension(
      name: name, word: words.word(token).small, hasGap: name >= 0 && words.hasGap(before: token))
  }
}
