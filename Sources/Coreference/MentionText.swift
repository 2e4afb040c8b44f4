import DocumentModel
import Foundation

/// The words of mentions and their place in the sentence. A name is asked for again and again and stands
/// many times, so names are numbered, and what is made of one is made once.
final class MentionText {
  let document: Document
  let syntax: SyntaxLayer?
  /// The number of the name that begins at a token, -1 for none: mentions do not overlap.
  private var numbers: [Int32]
  private var forms: [String] = []
  private var words: [[String]] = []
  private var joined: [String?] = []

  init(document: Document, syntax: SyntaxLayer?, mentions: [Mention]) {
    self.document = document
    self.syntax = syntax
    numbers = Array(repeating: -1, count: document.tokens.count)
    var known: [String: Int32] = [:]
    for index in mentions.indices {
      let tokens = mentions[index].tokens
      let form = document.form(of: tokens)
      if let number = known[form] {
        numbers[tokens.lowerBound] = number
        continue
      }
      numbers[tokens.lowerBound] = Int32(forms.count)
      known[form] = Int32(forms.count)
      forms.append(form)
      words.append(Self.words(of: tokens, in: document))
    }
    joined = Array(repeating: nil, count: forms.count)
  }

  /// How many names there are.
  var nameCount: Int { forms.count }

  /// The number of a mention's name: mentions of one form share it.
  func number(_ mention: Mention) -> Int { Int(numbers[mention.tokens.lowerBound]) }

  /// The form as it stands, white space folded.
  func form(_ mention: Mention) -> String { forms[number(mention)] }

  /// The words of a name without hyphens, folded to lower case without diacritics.
  func words(_ mention: Mention) -> [String] { words[number(mention)] }

  /// The words with one space between them.
  func joinedWords(_ mention: Mention) -> String {
    let number = number(mention)
    if let known = joined[number] { return known }
    let name = words[number].joined(separator: " ")
    joined[number] = name
    return name
  }

  private static func words(of tokens: Range<Int>, in document: Document) -> [String] {
    var words: [String] = []
    words.reserveCapacity(tokens.count)
    for token in tokens {
      let word = document.smallForm(of: token)
      if word.utf8.count > longestSign || !signs.contains(word) {
        words.append(folded(word))
      }
    }
    return words
  }

  /// What stands inside names and is no word of them: hyphens, and quotation marks around nicknames.
  private static let signs: Set<String> = ["-", ".", "\"", "“", "”", "‘", "``", "''"]
  /// In bytes.
  private static let longestSign = 3

  /// The token of the mention that depends on none of it.
  func head(_ mention: Mention) -> Int {
    guard let syntax else { return mention.tokens.upperBound - 1 }
    return mention.tokens.first { !mention.tokens.contains(Int(syntax.heads[$0])) }
      ?? mention.tokens.upperBound - 1
  }

  func relation(_ mention: Mention) -> DependencyRelation? {
    syntax.map { $0.relations[head(mention)] }
  }

  /// The lemma of the word a mention depends on.
  func governor(_ mention: Mention) -> String? {
    guard let syntax else { return nil }
    let head = Int(syntax.heads[head(mention)])
    return head >= 0 ? syntax.lemmas[head] : nil
  }

  /// Whether the mention depends on that word: for forms of which parsers make no lemma.
  func isGoverned(_ mention: Mention, by form: String) -> Bool {
    guard let syntax else { return false }
    let head = Int(syntax.heads[head(mention)])
    return head >= 0 && document.smallForm(of: head) == form
  }

  /// The word before the mention in its sentence, in lower case.
  func previous(_ mention: Mention) -> String? {
    let first = document.sentences[mention.sentence].tokens.lowerBound
    let token = mention.tokens.lowerBound - 1
    return token >= first ? document.smallForm(of: token) : nil
  }

  func isInDateline(_ mention: Mention) -> Bool {
    let paragraph = document.paragraphs[document.sentences[mention.sentence].paragraph]
    return paragraph.dateline?.contains(document.span(of: mention.tokens)) == true
  }
}

/// Lower case without diacritics, curly apostrophes straight.
func folded(_ word: String) -> String {
  if word.utf8.allSatisfy({ $0 < 0x80 && ($0 &- 0x41) >= 26 }) { return word }
  if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
  var result = ""
  for scalar in word.inSmallLetters.decomposedStringWithCanonicalMapping.unicodeScalars
  where scalar.properties.canonicalCombiningClass == .notReordered {
    result.unicodeScalars.append(scalar == "’" ? "'" : scalar)
  }
  return result
}

/// What was found for names whose mentions had some identity, to be found once in place of once a mention.
struct NameMemo<Value> {
  private var entries: [(identity: EntityIdentity, value: Value)?]

  init(_ text: MentionText) { entries = Array(repeating: nil, count: text.nameCount) }

  /// The value of a name whose mention has that identity, as far as the last one of the name had it too.
  subscript(name: Int, identity: EntityIdentity) -> Value? {
    get {
      guard let entry = entries[name], entry.identity == identity else { return nil }
      return entry.value
    }
    set { entries[name] = newValue.map { (identity, $0) } }
  }
}
