/// Words drawn from the grammar, one after the other.
struct Expansion {
  let names: KnownNames
  var random: SplitMix64
  private(set) var text = ""
  private(set) var mentions: [String] = []
  private(set) var sentences = 1
  /// "a" or "A", to become "an" when the next word asks for it.
  private var pendingArticle: String?

  init(names: KnownNames, random: SplitMix64) {
    self.names = names
    self.random = random
  }

  var wordCount: Int { text.utf8.count { $0 == UInt8(ascii: " ") } + 1 }

  /// The text as a sentence: a capital first, one full stop last.
  var finished: String {
    let sentence = text.hasSuffix("..") ? String(text.dropLast()) : text
    return sentence.capitalizedASCII
  }

  mutating func expand(_ symbol: Int, of grammar: Grammar) {
    for piece in random.pick(grammar.rules[symbol]) {
      switch piece {
      case .literal(let words): append(words)
      case .symbol(let symbol): expand(symbol, of: grammar)
      case .article(let article): pendingArticle = article
      case .known(let kind): mention(kind)
      case .drawn(let drawn): append(drawn.text(using: &random))
      case .sentenceBreak:
        sentences += 1
        append(" ")
      }
    }
  }

  private mutating func mention(_ kind: KnownNames.Kind) {
    let name = names.alias(of: kind, using: &random)
    mentions.append(name)
    append(name)
  }

  private mutating func append(_ words: String) {
    guard let article = pendingArticle else {
      text += words
      return
    }
    let next = words.drop { $0 == " " }
    guard let first = next.utf8.first else { return }
    pendingArticle = nil
    text += article + (Self.vowels.contains(first) ? "n " : " ") + next
  }

  private static let vowels = Set("aeioAEIO".utf8)
}
