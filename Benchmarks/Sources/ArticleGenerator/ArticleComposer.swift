/// Puts one article together.
struct ArticleComposer {
  let grammar: Grammar
  let names: KnownNames
  var random: SplitMix64

  private var words = 0
  private var mentions: [String] = []
  private var sentences = 0

  private static let targetWords = 470
  private static let sentenceLengths = 8...45

  init(grammar: Grammar, names: KnownNames, random: SplitMix64) {
    self.grammar = grammar
    self.names = names
    self.random = random
  }

  mutating func article(id: String) -> GeneratedArticle {
    var paragraphs = furniture()
    paragraphs.append(dateline() + paragraph(opening: "lead"))
    while words < Self.targetWords { paragraphs.append(paragraph(opening: "sentence")) }
    if random.chance(0.2) { paragraphs.append(phrase("trailer")) }
    let isWrapped = random.chance(0.1)
    let text = (isWrapped ? paragraphs.map(wrapped) : paragraphs).joined(separator: "\n\n") + "\n"
    return GeneratedArticle(
      id: id, text: text, mentions: mentions, paragraphs: paragraphs.count, sentences: sentences)
  }

  /// What stands above the body.
  private mutating func furniture() -> [String] {
    var paragraphs = [phrase("headline").capitalizedASCII]
    if random.chance(0.3) { paragraphs.append(sentence("deck")) }
    if random.chance(0.7) { paragraphs.append(phrase("byline")) }
    if random.chance(0.3) { paragraphs.append(phrase("date-line")) }
    return paragraphs
  }

  private mutating func dateline() -> String {
    let city = phrase("capital").uppercased()
    switch random.below(4) {
    case 0: return city + ", " + phrase("country") + " — "
    case 1: return city + " (Reuters) - "
    case 2: return city + " (AP) — "
    default: return city + " — "
    }
  }

  private mutating func paragraph(opening: String) -> String {
    var parts = [sentence(opening)]
    for _ in 0..<random.below(4) { parts.append(sentence("sentence")) }
    return parts.joined(separator: " ")
  }

  /// A sentence of a length that newspapers have.
  private mutating func sentence(_ rule: String) -> String {
    var expansion = expanded(rule)
    for _ in 0..<8 where !Self.sentenceLengths.contains(expansion.wordCount) {
      expansion = expanded(rule)
    }
    words += expansion.wordCount
    mentions += expansion.mentions
    sentences += expansion.sentences
    return expansion.finished
  }

  /// Words that are no sentence and mention no known name.
  private mutating func phrase(_ rule: String) -> String {
    expanded(rule).text
  }

  private mutating func expanded(_ rule: String) -> Expansion {
    var expansion = Expansion(names: names, random: random)
    expansion.expand(grammar.symbol(named: rule), of: grammar)
    random = expansion.random
    return expansion
  }

  /// The paragraph in lines of at most 72 bytes.
  private func wrapped(_ paragraph: String) -> String {
    var lines: [String] = [""]
    for word in paragraph.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.utf8.count + word.utf8.count < 72 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
