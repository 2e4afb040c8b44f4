import DocumentModel
import Gazetteers

/// What the recogniser asks of each token, computed once an article: columns over the tokens.
///
/// A class, since as a value its many columns would be retained with every copy.
final class DocumentWords {
  let document: Document
  /// The number of each token's form, into `forms`.
  private let numbers: [Int32]
  private let forms: [WordForm]
  /// How many lower-case forms are numbered.
  let smallCount: Int
  let shapes: [TokenShape]
  let classes: [WordClasses]
  /// Nil when the article was not parsed.
  let tags: [UniversalTag]?
  /// The token each one depends on and how; empty when the article was not parsed.
  let heads: [Int32]
  let relations: [DependencyRelation]
  /// Sentences whose capitals say nothing about names: headlines in title case or capitals.
  let capitalisedSentences: [Bool]
  /// Nouns for what a name is that stand before names of bodies and begin none: "lender", "airline".
  let firmNouns: WordClasses
  /// Nouns for those who play for or follow a club: "striker".
  private let playerNouns: WordClasses
  /// Nouns for what stands in a place and is named after it: "barracks", "palace".
  private let facilityNouns: WordClasses
  /// Words of other languages with which names of bodies begin: "Frente", "Partai".
  private let bodyStarts: WordClasses
  /// Words with which names of places begin: "Plaza", "Koh".
  private let placeStarts: WordClasses
  /// Nouns for what firms have: "shares", "customers".
  private let firmAffairs: WordClasses
  /// Words with which names of firms end: "Capital", "Foods".
  private let firmEndings: WordClasses
  /// What prices of shares do: "rise", "tumble".
  private let marketVerbs: WordClasses

  /// Whether the article is about a sport of teams.
  let isSport: Bool
  /// Whether the article is about races, whose teams are named after firms.
  let isRace: Bool

  /// - Parameter forms: takes up the words of the document.
  init(
    document: Document, wordIDs: [Int32], vocabulary: Vocabulary, clusters: WordClusters?,
    syntax: SyntaxLayer?, forms: inout WordForms
  ) {
    self.document = document
    numbers = forms.numbers(
      of: document, ids: wordIDs, vocabulary: vocabulary, clusters: clusters)
    let known = forms.forms
    self.forms = known
    smallCount = forms.smallCount
    let shapes = numbers.map { known[Int($0)].shape }
    self.shapes = shapes
    classes = numbers.map { known[Int($0)].classes }
    tags = syntax?.tags
    heads = syntax?.heads ?? []
    relations = syntax?.relations ?? []
    firmNouns = vocabulary.wordClass(named: "firm-noun") ?? []
    playerNouns = vocabulary.wordClass(named: "player-noun") ?? []
    placeStarts = vocabulary.wordClass(named: "place-start") ?? []
    bodyStarts = vocabulary.wordClass(named: "body-start") ?? []
    facilityNouns = (vocabulary.wordClass(named: "facility-noun") ?? []).union(.placeNoun)
    firmAffairs = vocabulary.wordClass(named: "firm-affair") ?? []
    firmEndings = vocabulary.wordClass(named: "firm-ending") ?? []
    marketVerbs = vocabulary.wordClass(named: "market-verb") ?? []
    isSport = Self.holds(classes, vocabulary.wordClass(named: "team-noun"))
    isRace = Self.holds(classes, vocabulary.wordClass(named: "race-noun"))
    let small = classes
    capitalisedSentences = document.sentences.map { sentence in
      Self.isCapitalised(sentence, shapes: shapes)
        && !(Self.isClosed(sentence, in: document)
          && sentence.tokens.contains {
            shapes[$0] == .lower && small[$0].isDisjoint(with: Self.smallWords)
          })
    }
  }

  /// Whether enough words of an article have a class to say what it is about.
  private static func holds(_ classes: [WordClasses], _ wanted: WordClasses?) -> Bool {
    guard let wanted else { return false }
    var count = 0
    for classes in classes where !classes.isDisjoint(with: wanted) { count += 1 }
    return count >= mostPlayers
  }

  /// What is known of a token's word wherever it stands.
  func word(_ token: Int) -> WordForm { forms[Int(numbers[token])] }

  func sign(_ token: Int) -> WordSign { forms[Int(numbers[token])].sign }

  /// The number of a token's form in the table that made the columns.
  func number(_ token: Int) -> Int32 { numbers[token] }

  /// The token of a name that depends on none of it; nil when the article was not parsed.
  func head(of name: Range<Int>) -> Int? {
    heads.isEmpty ? nil : name.first { !name.contains(Int(heads[$0])) }
  }

  /// Whether white space stands before a token.
  func hasGap(before token: Int) -> Bool {
    token == 0 || document.tokens[token - 1].span.end < document.tokens[token].span.start
  }

  func form(_ token: Int) -> String { document.form(of: token) }

  /// The words of a run of tokens, white space folded.
  func form(_ tokens: Range<Int>) -> String { document.form(of: tokens) }

  /// In small letters.
  func smallForm(_ token: Int) -> String { document.smallForm(of: token) }

  /// The tokens of the sentence that holds a token; empty when none does.
  func sentence(around token: Int) -> Range<Int> {
    let sentences = document.sentences
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    guard low < sentences.count, sentences[low].tokens.contains(token) else { return 0..<0 }
    return sentences[low].tokens
  }

  /// "'s" behind a word: inside names such as "People's Republic of China".
  func isPossessive(_ token: Int) -> Bool {
    sign(token).isPossessive
  }

  func isFirmNoun(_ token: Int) -> Bool { !classes[token].isDisjoint(with: firmNouns) }

  func isFirmAffair(_ token: Int) -> Bool { !classes[token].isDisjoint(with: firmAffairs) }

  func isFirmEnding(_ token: Int) -> Bool {
    shapes[token] == .capitalised && !classes[token].isDisjoint(with: firmEndings)
  }

  func isMarketVerb(_ token: Int) -> Bool { !classes[token].isDisjoint(with: marketVerbs) }

  func isPlaceStart(_ token: Int) -> Bool { !classes[token].isDisjoint(with: placeStarts) }

  func isBodyStart(_ token: Int) -> Bool { !classes[token].isDisjoint(with: bodyStarts) }

  /// "FC", "SC": a sign of a club's name.
  func isClubSign(_ token: Int) -> Bool {
    shapes[token] == .allCaps && Self.clubSigns.contains(form(token))
  }

  private static let clubSigns: Set<String> = [
    "FC", "AFC", "SC", "AC", "CF", "FK", "NK", "HC", "BC", "RC", "SK", "BK", "CD", "UD", "SV",
  ]

  func isFacility(_ token: Int) -> Bool { !classes[token].isDisjoint(with: facilityNouns) }

  /// "the [Porto] defender": whether a name that ends at `end` is a club's.
  func isClub(before end: Int, in sentence: Range<Int>) -> Bool {
    end < sentence.upperBound && shapes[end] == .lower
      && !classes[end].isDisjoint(with: playerNouns)
  }

  /// "Luna-25": a thing of a series.
  func isNumbered(_ name: Range<Int>) -> Bool {
    let hyphen = name.upperBound
    return hyphen + 1 < document.tokens.count && sign(hyphen) == .hyphen && !hasGap(before: hyphen)
      && !hasGap(before: hyphen + 1) && shapes[hyphen + 1] == .number
  }

  func isQuotationMark(_ token: Int) -> Bool {
    sign(token).isQuotationMark
  }

  /// Whether a token is a hyphen with no gap on either side.
  func isTightHyphen(_ token: Int) -> Bool {
    sign(token).isHyphen && !hasGap(before: token) && token + 1 < document.tokens.count
      && !hasGap(before: token + 1)
  }

  func isProper(_ token: Int) -> Bool { tags.map { $0[token] == .propn } ?? true }

  /// So many words for players, leagues or races make an article one about sport.
  private static let mostPlayers = 3

  /// Words that a headline in title case leaves small.
  private static let smallWords: WordClasses = [.functionWord, .nameJoint, .particle, .locative]

  private static func isClosed(_ sentence: Sentence, in document: Document) -> Bool {
    sentence.tokens.last.map { document.form(of: $0) == "." } ?? false
  }

  /// Title case or capitals: of the words with three letters or more nearly all begin large.
  private static func isCapitalised(_ sentence: Sentence, shapes: [TokenShape]) -> Bool {
    var upper = 0
    var lower = 0
    for token in sentence.tokens {
      switch shapes[token] {
      case .capitalised, .allCaps: upper += 1
      case .lower: lower += 1
      default: break
      }
    }
    return upper >= 4 && upper > 2 * lower
  }
}
