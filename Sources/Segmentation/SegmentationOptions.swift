/// How an article is cut up.
public struct SegmentationOptions: Sendable, Equatable {
  /// What the paragraphs of a text are taken for.
  public enum Parts: Sendable, Equatable {
    /// A newspaper article: headline, byline, dateline and the rest are told apart.
    case newspaper
    /// Running text: every paragraph is body, and nothing is read from its form.
    case bodyOnly
  }

  /// What becomes of paragraphs in another language than English.
  public enum OtherLanguages: Sendable, Equatable {
    /// They are not read (`Paragraph.isRead` is false).
    case skip
    /// They are read like the rest, for the names in them.
    case keep
  }

  public var parts: Parts
  public var otherLanguages: OtherLanguages

  public init(parts: Parts = .newspaper, otherLanguages: OtherLanguages = .skip) {
    self.parts = parts
    self.otherLanguages = otherLanguages
  }
}
