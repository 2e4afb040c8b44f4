import DocumentModel
import Foundation
import Gazetteers
import Recognition
import Testing

@Suite("The phrase matcher against a naive one")
struct PhraseMatcherDifferentialTests {
  @Test(arguments: 0..<60)
  func agrees(_ seed: UInt64) throws {
    var random = Xorshift(seed: seed)
    let aliases = (0..<30).map { _ in NaiveAlias(random: &random) }
    let rows = aliases.enumerated().map { index, alias in
      "e\(index)\tplace\t\(alias.words.joined(separator: " "))\t\(alias.cell)\n"
    }
    let table = "id\ttype\tname\taliases\n" + rows.joined()
    let gazetteer = try GazetteerLoader().load(layers: [["t.tsv": table]]).gazetteer
    let matcher = PhraseMatcher(gazetteer: gazetteer)
    for _ in 0..<10 {
      let text = RandomText(random: &random)
      let found = matcher.matches(in: text.document).map { match in
        Found(tokens: match.tokens, aliases: match.aliases.map { Int($0) })
      }
      #expect(found == text.matches(of: aliases), "\(text.document.article.text)")
    }
  }
}

/// A match as both matchers tell it.
private struct Found: Equatable, CustomStringConvertible {
  var tokens: Range<Int>
  var aliases: [Int]
  var description: String { "\(tokens):\(aliases)" }
}

/// Words that differ only in what does not count, and in what does.
private let words = [
  "us", "US", "Us", "U.S.", "al", "Al", "Qaida", "qaida", "Ō'Neil", "oneil", "Türkiye", "TURKIYE",
  "north", "North", "internationally", "Internationally", "Internationalism", "x1", "X2",
]
private let gaps = ["-", "–", "’", ",", "—", "zebra"]

/// One form of one entity.
private struct NaiveAlias {
  var words: [String]
  var isExact: Bool

  init(random: inout Xorshift) {
    self.words = (0..<random.below(3) + 1).map { _ in random.pick(RecognitionTests.words) }
    isExact = random.below(3) == 0
  }

  /// The name repeated with its mark, which then counts.
  var cell: String { isExact ? words.joined(separator: " ") + "[=]" : "" }
}

/// Sentences of random words and marks, one token each.
private struct RandomText {
  var document: Document

  init(random: inout Xorshift) {
    var text = ""
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    for _ in 0..<3 {
      let first = tokens.count
      for _ in 0..<random.below(20) + 1 {
        let word = random.below(4) == 0 ? random.pick(gaps) : random.pick(words)
        if random.below(4) > 0 { text += " " }
        tokens.append(Token(TextSpan(text.utf8.count, text.utf8.count + word.utf8.count)))
        text += word
      }
      sentences.append(Sentence(tokens: first..<tokens.count, paragraph: 0))
    }
    let paragraph = Paragraph(span: TextSpan(0, text.utf8.count), kind: .body)
    document = Document(
      article: Article(id: "random", text: text), date: nil, paragraphs: [paragraph],
      sentences: sentences, tokens: tokens)
  }

  func matches(of aliases: [NaiveAlias]) -> [Found] {
    var found: [Found] = []
    for sentence in document.sentences {
      for start in sentence.tokens {
        let ends = aliases.map { end(of: $0, from: start, before: sentence.tokens.upperBound) }
        for end in Set(ends.compactMap { $0 }).sorted(by: >) {
          let fitting = aliases.indices.filter { ends[$0] == end }
          found.append(Found(tokens: start..<end, aliases: fitting))
        }
      }
    }
    return found
  }

  /// Where an alias that begins at `start` ends, nil when it does not stand there.
  private func end(of alias: NaiveAlias, from start: Int, before limit: Int) -> Int? {
    var token = start
    var isBehindHyphen = false
    for (index, word) in alias.words.enumerated() {
      if index > 0 {
        isBehindHyphen = false
        while token < limit, let isHyphen = passesOver(token) {
          isBehindHyphen = isHyphen
          token += 1
        }
      }
      guard token < limit, fits(document.form(of: token), word, alias.isExact, isBehindHyphen)
      else { return nil }
      token += 1
    }
    return token
  }

  /// Whether a token that phrases run over is a hyphen; nil for others.
  private func passesOver(_ token: Int) -> Bool? {
    let span = document.tokens[token].span
    let bytes = Array(document.article.text.utf8)
    func isInk(_ offset: Int) -> Bool { bytes.indices.contains(offset) && bytes[offset] > 0x20 }
    switch document.form(of: token) {
    case "-": return true
    case "–": return isInk(span.start - 1) && isInk(span.end) ? true : nil
    case "’": return false
    default: return nil
    }
  }

  private func fits(_ form: String, _ word: String, _ isExact: Bool, _ isBehindHyphen: Bool) -> Bool
  {
    guard letters(form).lowercased() == letters(word).lowercased() else { return false }
    if isExact { return letters(form) == letters(word) }
    return letters(word).first?.isUppercase == false || letters(form).first?.isUppercase == true
      || isBehindHyphen
  }

  private func letters(_ word: String) -> String {
    word.folding(options: .diacriticInsensitive, locale: nil).filter { $0.isLetter || $0.isNumber }
  }
}

/// A small generator whose numbers are the same everywhere.
private struct Xorshift {
  private var state: UInt64

  init(seed: UInt64) { state = StableHash.mixed(seed + 1) | 1 }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % limit
  }

  mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }
}
