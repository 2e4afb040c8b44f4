/// Pronounceable words that are no English words, one for each number.
enum InventedWord {
  static func given(_ number: Int) -> String {
    word(number, syllables: 2, closing: ["", "n", "s", "ra", "vi"])
  }

  static func surname(_ number: Int) -> String {
    word(number, syllables: 3, closing: ["k", "ndt", "ssen", "vic", "rro", "zh", "lde"])
  }

  static func place(_ number: Int) -> String {
    word(number, syllables: 3, closing: ["burgh", "grad", "mouth", "vala", "stead"])
  }

  /// A surname that no known name has.
  static func stranger(_ number: Int) -> String {
    word(number, syllables: 2, closing: ["berg", "ley", "ton", "mann", "sky", "well", "shi"])
  }

  static let strangers = 19_000

  /// The number, scrambled, in a positional system whose digits are syllables, and an ending:
  /// different numbers give different words, neighbours unlike ones.
  private static func word(_ number: Int, syllables: Int, closing: [String]) -> String {
    let base = openings.count * vowels.count
    let words = (0..<syllables).reduce(1) { product, _ in product * base }
    precondition(number < words, "as many numbers as words")
    var rest = number * scramble % words
    var result = ""
    for _ in 0..<syllables {
      result += openings[rest % openings.count] + vowels[rest / openings.count % vowels.count]
      rest /= base
    }
    return result.capitalizedASCII + closing[number % closing.count]
  }

  /// Without a common divisor with the number of words, so that scrambling loses none.
  private static let scramble = 7919
  private static let openings = [
    "z", "br", "k", "v", "t", "dr", "m", "gl", "h", "j", "kr", "n", "p", "qu", "s", "tr", "y", "w",
    "f", "d",
  ]
  private static let vowels = ["a", "o", "e", "u", "i", "ay", "ou"]
}

extension String {
  /// With the first byte in upper case when it is a small ASCII letter.
  var capitalizedASCII: String {
    guard let first = utf8.first, (97...122).contains(first) else { return self }
    return String(UnicodeScalar(first - 32)) + dropFirst()
  }
}
