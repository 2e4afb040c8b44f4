/// What was found on a page.
struct Page {
  /// Parents before children; the first stands for the page itself.
  var elements = [PageElement(parent: 0, traits: .container)]
  /// In the order of the page.
  var blocks: [PageBlock] = []
  /// By kind, in the order of the page.
  private(set) var facts: [Fact: [String]] = [:]
  /// `<meta>` by name in lower case; the first of each counts.
  private(set) var metas: [String: String] = [:]
  private(set) var canonicalURL: String?

  /// Texts with a meaning of their own.
  enum Fact {
    case title, mainHeading, byline, deck, linkedData
    /// The moment of a `<time>` or of a marked date.
    case time
  }

  func first(_ fact: Fact) -> String? { facts[fact]?.first }

  mutating func add(_ fact: Fact, _ text: String) {
    let text = text.split { $0.isWhitespace }.joined(separator: " ")
    guard !text.isEmpty, facts[fact, default: []].count < 20 else { return }
    facts[fact, default: []].append(text)
  }

  /// Notes what attributes say.
  mutating func note(_ name: String, _ attributes: PageAttributes) {
    switch name {
    case "meta":
      let key = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"]
      guard let key = key?.lowercased(), let content = attributes["content"], !content.isEmpty
      else { return }
      if metas[key] == nil { metas[key] = content }
    case "link" where attributes["rel"]?.lowercased() == "canonical":
      canonicalURL = canonicalURL ?? attributes["href"]
    case "time":
      attributes["datetime"].map { add(.time, $0) }
    default:
      guard attributes["itemprop"]?.lowercased() == "datepublished" else { return }
      (attributes["content"] ?? attributes["datetime"]).map { add(.time, $0) }
    }
  }
}

extension Page.Fact {
  /// What an element's text is besides a part of the page.
  init?(_ name: String, _ attributes: PageAttributes, _ words: [Substring]) {
    switch name {
    case "title": self = .title
    case "h1": self = .mainHeading
    case "script":
      guard attributes["type"]?.lowercased() == "application/ld+json" else { return nil }
      self = .linkedData
    case "meta", "link", "body", "html": return nil
    default:
      if attributes["rel"] == "author" || attributes["itemprop"]?.lowercased() == "author" {
        self = .byline
        return
      }
      if words.contains("byline") || words.contains("author") {
        self = .byline
      } else if words.contains(where: Self.deckWords.contains) {
        self = .deck
      } else {
        return nil
      }
    }
  }

  /// Longer texts are cut: they are something else.
  var longest: Int { self == .linkedData ? 1_000_000 : 1_000 }

  private static let deckWords: Set<Substring> = ["deck", "dek", "standfirst", "subheadline"]
}
