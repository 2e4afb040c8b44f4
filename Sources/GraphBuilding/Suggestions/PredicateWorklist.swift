/// A verb or noun that joins two entities of an article and that the lexicon does not know.
public struct UnknownPredicate: Sendable, Hashable {
  public enum PartOfSpeech: String, Sendable { case verb = "v", noun = "n" }

  /// The dictionary form: "outbid".
  public var lemma: String
  public var partOfSpeech: PartOfSpeech
  /// What stands before the entity acted on: "against".
  public var preposition: String?
  /// Names of who acts and who is acted on.
  public var source: String
  public var target: String
  public var sentence: String
  public var article: String

  public init(
    lemma: String, partOfSpeech: PartOfSpeech, preposition: String? = nil, source: String,
    target: String, sentence: String, article: String
  ) {
    self.lemma = lemma
    self.partOfSpeech = partOfSpeech
    self.preposition = preposition
    self.source = source
    self.target = target
    self.sentence = sentence
    self.article = article
  }
}

/// Verbs and event nouns that the lexicon does not know, ranked by the pairs of entities they join:
/// the edges that a row would give a meaning, or make.
public struct PredicateWorklist: Sendable {
  /// One word, as a row for a table of patterns.
  public struct Item: Sendable, Equatable {
    public var lemma: String
    public var partOfSpeech: UnknownPredicate.PartOfSpeech
    /// The commonest.
    public var preposition: String?
    /// How many pairs of entities it joins, over all sentences.
    public var pairs: Int
    public var articles: Int
    /// The first with that preposition.
    public var example: UnknownPredicate
    /// One to three sentences.
    public var sentences: [String]
  }

  public let items: [Item]

  public init(_ sightings: [UnknownPredicate]) {
    let words = Dictionary(grouping: sightings) { "\($0.partOfSpeech.rawValue) \($0.lemma)" }
    items = words.values.compactMap(Self.item).sorted {
      ($1.articles, $1.pairs, $0.lemma, $0.partOfSpeech.rawValue)
        < ($0.articles, $0.pairs, $1.lemma, $1.partOfSpeech.rawValue)
    }
  }

  private static func item(_ sightings: [UnknownPredicate]) -> Item? {
    let counts = Dictionary(grouping: sightings, by: \.preposition).mapValues(\.count)
    let commonest = counts.max { ($0.value, $1.key ?? "") < ($1.value, $0.key ?? "") }?.key ?? nil
    guard let example = sightings.first(where: { $0.preposition == commonest }) else { return nil }
    var seen: Set<String> = []
    return Item(
      lemma: example.lemma, partOfSpeech: example.partOfSpeech, preposition: commonest,
      pairs: sightings.count, articles: Set(sightings.map(\.article)).count, example: example,
      sentences: Array(sightings.map(\.sentence).filter { seen.insert($0).inserted }.prefix(3)))
  }

  /// The columns of the rows.
  public static let columns = ["relation", "head", "pos", "pattern", "example"]

  /// The first `limit` items as a table whose comments are the evidence.
  public func table(limit: Int) -> String {
    let head = [
      "# Verbs and event nouns the lexicon does not know, those that join entities most often first.",
      "# Put a + before the rows to adopt, name their relations (entente lexicon codebook lists those",
      "# there are; a new name makes a new one), and run: entente suggest THIS --apply DIR",
      Self.columns.joined(separator: "\t"),
    ]
    return (head + items.prefix(limit).flatMap(\.lines)).joined(separator: "\n") + "\n"
  }
}

extension PredicateWorklist.Item {
  fileprivate var lines: [String] {
    [
      "# \(lemma): joins \(pairs) \(pairs == 1 ? "pair" : "pairs") of entities in "
        + "\(articles) \(articles == 1 ? "article" : "articles")"
    ]
      + sentences.map { "#   \($0.onOneLine)" } + [row]
  }

  private var row: String {
    [relation, lemma, partOfSpeech.rawValue, pattern, marked].map(\.onOneLine)
      .joined(separator: "\t")
  }

  /// A name for a relation of its own: `SWEAR.IN`.
  private var relation: String {
    let words = lemma.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = words.joined(separator: ".")
    return name.first?.isLetter == true ? name : "R." + name
  }

  private var link: String { preposition.map { $0 + " " } ?? "" }

  private var pattern: String {
    partOfSpeech == .verb ? "WHO \(lemma) \(link)WHOM" : "(WHO's|WHO:adj) \(lemma) \(link)WHOM"
  }

  /// Names that were found, in a sentence that is short enough to be read.
  private var marked: String {
    let (who, whom) = (
      "[WHO \(example.source.unbracketed)]", "[WHOM \(example.target.unbracketed)]"
    )
    return partOfSpeech == .verb
      ? "\(who) will \(lemma) \(link)\(whom)" : "\(who)'s \(lemma) \(link)\(whom) went on"
  }
}

extension String {
  fileprivate var onOneLine: String { replacing("\t", with: " ").replacing("\n", with: " ") }
  fileprivate var unbracketed: String { filter { $0 != "[" && $0 != "]" } }
}
