import GraphModel

/// How much of the articles' text leaves with an export.
public enum EvidenceDetail: String, Sendable, CaseIterable {
  /// The sentence, and where in the article it, the trigger and the two names stand.
  case full
  /// The sentence and the article.
  case quote
  /// The article and the places in it, no text.
  case spans
  /// Nothing: not even which articles.
  case none

  var hasQuotes: Bool { self == .full || self == .quote }
  var hasSpans: Bool { self == .full || self == .spans }
}
