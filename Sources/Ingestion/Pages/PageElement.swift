/// An element of a page that begins blocks, as far as it matters for finding the article.
struct PageElement {
  /// Among the elements of the page; the first one is its own parent.
  var parent: Int
  var traits: Traits

  struct Traits: OptionSet {
    let rawValue: UInt8

    /// Named like an advertisement, a menu, a list of related stories.
    static let suspect = Traits(rawValue: 1)
    /// `<article>`, `<main>`, or named like one.
    static let article = Traits(rawValue: 2)
    /// Marked as the body of an article (schema.org).
    static let articleBody = Traits(rawValue: 4)
    /// May hold paragraphs.
    static let container = Traits(rawValue: 8)
  }
}

extension PageElement.Traits {
  init(_ role: PageTags.Role, _ attributes: PageAttributes, _ words: [Substring]) {
    self = []
    switch role {
    case .article: formUnion([.article, .container])
    case .block, .item, .frame: insert(.container)
    case .side: formUnion([.container, .suspect])
    default: break
    }
    if attributes["itemprop"]?.lowercased() == "articlebody" { insert(.articleBody) }
    if role == .frame { return }
    if words.contains(where: PageTags.suspectWords.contains) {
      insert(.suspect)
    } else if words.contains(where: PageTags.articleWords.contains) {
      insert(.article)
    }
  }
}

/// A stretch of text that stands by itself.
struct PageBlock {
  enum Kind {
    case paragraph, heading, mainHeading, item, other

    /// Nil for elements that do not begin blocks.
    init?(_ role: PageTags.Role?) {
      switch role {
      case .paragraph: self = .paragraph
      case .heading: self = .heading
      case .mainHeading: self = .mainHeading
      case .item: self = .item
      case .block, .article, .frame, .side: self = .other
      case .dropped, .lineBreak, nil: return nil
      }
    }
  }

  var kind: Kind
  /// The innermost element around it.
  var element: Int
  var text: String
  /// Bytes of it that are links.
  var linked: Int

  var count: Int { text.utf8.count }
  var isHeading: Bool { kind == .heading || kind == .mainHeading }
  var isMostlyLinks: Bool { linked * 2 > count }
  /// Enough running text to be a part of an article.
  var isProse: Bool { count >= 80 && linked * 3 < count && !isHeading }
}
