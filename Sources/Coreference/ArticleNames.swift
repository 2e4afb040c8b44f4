import DocumentModel

/// The mentions of an article, their names and their place in the sentence. A name is asked for again and
/// again and stands many times, so names are numbered, and what is made of one is made once.
final class ArticleNames {
  let document: Document
  let syntax: SyntaxLayer?
  let mentions: [Mention]
  /// By mention.
  private let numbers: [Int32]
  private let names: [Name]
  /// The words of all names, those of one behind those of the other.
  private let keys: [WordKey]

  private struct Name {
    var tokens: Range<Int>
    /// Among `keys`.
    var words: Range<Int>
    /// Of all its words.
    var key: WordKey
    /// Of its form, in bytes.
    var length: Int
  }

  init(document: Document, syntax: SyntaxLayer?, mentions: [Mention]) {
    self.document = document
    self.syntax = syntax
    self.mentions = mentions
    var numbers: [Int32] = []
    var names: [Name] = []
    var keys: [WordKey] = []
    var known = KeyTable(capacity: mentions.count)
    numbers.reserveCapacity(mentions.count)
    keys.reserveCapacity(2 * mentions.count)
    for mention in mentions.indices {
      let tokens = mentions[mention].tokens
      let (form, length) = Self.key(ofForm: tokens, in: document)
      if let number = known[form] {
        numbers.append(Int32(number))
        continue
      }
      let start = keys.count
      for token in tokens {
        let word = document.smallForm(of: token)
        if !Self.isSign(word) { keys.append(WordKey(word)) }
      }
      known[form] = names.count
      numbers.append(Int32(names.count))
      names.append(
        Name(
          tokens: tokens, words: start..<keys.count, key: WordKey(keys[start...]), length: length))
    }
    self.numbers = numbers
    self.names = names
    self.keys = keys
  }

  /// What stands inside names and is no word of them: hyphens, and quotation marks around nicknames.
  private static func isSign(_ word: String) -> Bool {
    guard let first = word.utf8.first, (first | 0x20) &- 0x61 >= 26 else { return false }
    return switch word {
    case "-", ".", "\"", "“", "”", "‘", "``", "''": true
    default: false
    }
  }

  /// The same for mentions of one form as it stands, white space folded, and the length of that in bytes.
  private static func key(
    ofForm tokens: Range<Int>, in document: Document
  ) -> (key: WordKey, length: Int) {
    var hash = StableHash()
    var length = 0
    if tokens.count == 1 {
      let form = document.form(of: tokens.lowerBound).utf8
      for byte in form { hash.add(byte) }
      return (hash.value, form.count)
    }
    for token in tokens {
      if token > tokens.lowerBound,
        document.tokens[token].span.start > document.tokens[token - 1].span.end
      {
        hash.add(UInt8(ascii: " "))
        length += 1
      }
      let form = document.form(of: token).utf8
      for byte in form { hash.add(byte) }
      length += form.count
    }
    return (hash.value, length)
  }

  /// How many names there are.
  var count: Int { names.count }

  /// The number of a mention's name: mentions of one form share it.
  func number(_ mention: Int) -> Int { Int(numbers[mention]) }

  /// The form as it stands, white space folded.
  func form(_ mention: Int) -> String { form(ofName: number(mention)) }

  func form(ofName name: Int) -> String { document.form(of: names[name].tokens) }

  /// The length of the form, in bytes.
  func length(_ mention: Int) -> Int { names[number(mention)].length }

  /// The key of a mention's words: without hyphens and quotation marks, folded to lower case without
  /// diacritics.
  func key(_ mention: Int) -> WordKey { key(ofName: number(mention)) }

  func key(ofName name: Int) -> WordKey { names[name].key }

  func wordCount(_ mention: Int) -> Int { names[number(mention)].words.count }

  func keys(_ mention: Int) -> ArraySlice<WordKey> { keys(ofName: number(mention)) }

  func keys(ofName name: Int) -> ArraySlice<WordKey> { keys[names[name].words] }

  func firstKey(_ mention: Int) -> WordKey? { keys(mention).first }

  func lastKey(_ mention: Int) -> WordKey? { keys(mention).last }

  /// The words themselves; made anew each time.
  func words(_ mention: Int) -> [String] { words(ofName: number(mention)) }

  func words(ofName name: Int) -> [String] {
    var words: [String] = []
    words.reserveCapacity(names[name].tokens.count)
    for token in names[name].tokens {
      let word = document.smallForm(of: token)
      if !Self.isSign(word) { words.append(folded(word)) }
    }
    return words
  }

  /// Adds the words with a space between them.
  /// - Parameter first: which of them is the first to add.
  func append(wordsOfName name: Int, from first: Int = 0, to text: inout String) {
    var number = 0
    for token in names[name].tokens {
      let word = document.smallForm(of: token)
      guard !Self.isSign(word) else { continue }
      if number > first { text += " " }
      if number >= first { text += folded(word) }
      number += 1
    }
  }

  func firstWord(_ mention: Int) -> String? { firstWord(of: mentions[mention].tokens) }

  func lastWord(_ mention: Int) -> String? {
    firstWord(of: mentions[mention].tokens.reversed())
  }

  private func firstWord(of tokens: some Sequence<Int>) -> String? {
    for token in tokens {
      let word = document.smallForm(of: token)
      if !Self.isSign(word) { return folded(word) }
    }
    return nil
  }

  /// The token of the mention that depends on none of it.
  func head(_ mention: Int) -> Int {
    let tokens = mentions[mention].tokens
    guard let syntax else { return tokens.upperBound - 1 }
    return tokens.first { !tokens.contains(Int(syntax.heads[$0])) } ?? tokens.upperBound - 1
  }

  func relation(_ mention: Int) -> DependencyRelation? {
    syntax.map { $0.relations[head(mention)] }
  }

  /// The lemma of the word a mention depends on.
  func governor(_ mention: Int) -> String? {
    guard let syntax else { return nil }
    let head = Int(syntax.heads[head(mention)])
    return head >= 0 ? syntax.lemmas[head] : nil
  }

  /// Whether the mention depends on that word: for forms of which parsers make no lemma.
  func isGoverned(_ mention: Int, by form: String) -> Bool {
    guard let syntax else { return false }
    let head = Int(syntax.heads[head(mention)])
    return head >= 0 && document.smallForm(of: head) == form
  }

  /// The word before the mention in its sentence, in lower case.
  func previous(_ mention: Int) -> String? {
    let first = document.sentences[mentions[mention].sentence].tokens.lowerBound
    let token = mentions[mention].tokens.lowerBound - 1
    return token >= first ? document.smallForm(of: token) : nil
  }

  func paragraph(_ mention: Int) -> Int {
    document.sentences[mentions[mention].sentence].paragraph
  }

  func isInDateline(_ mention: Int) -> Bool {
    document.paragraphs[paragraph(mention)].dateline?
      .contains(document.span(of: mentions[mention].tokens)) == true
  }
}

/// What was found for names whose mentions had some identity, to be found once in place of once a mention.
struct NameMemo<Value> {
  private var entries: [(identity: EntityNumber, value: Value)?]

  init(_ names: ArticleNames) { entries = Array(repeating: nil, count: names.count) }

  /// The value of a name whose mention has that identity, as far as the last one of the name had it too.
  subscript(name: Int, identity: EntityNumber) -> Value? {
    get {
      guard let entry = entries[name], entry.identity == identity else { return nil }
      return entry.value
    }
    set { entries[name] = newValue.map { (identity, $0) } }
  }
}

extension Mention {
  /// Its reading as an entity that no gazetteer has.
  var newCandidate: Candidate? {
    candidates.first { if case .discovered = $0.identity { true } else { false } }
  }
}
