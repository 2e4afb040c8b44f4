import DocumentModel

extension Document {
  /// Whether the article as a whole is English; false when segmentation left the diagnostic
  /// `not-english`, which it does when more than half of the text is in other languages.
  public var isEnglish: Bool {
    !diagnostics.contains { $0.code == SegmentationDiagnostics.notEnglish }
  }
}

/// What segmentation reports; none of it is an error.
enum SegmentationDiagnostics {
  static let notEnglish = "not-english"

  static let unknownDate = Diagnostic(
    .note, code: "unknown-date",
    "the article's date is not known: no date line, no date in its name")

  static func notEnglishArticle() -> Diagnostic {
    Diagnostic(.note, code: notEnglish, "most of the article is not in English")
  }

  static func otherLanguage(at span: TextSpan) -> Diagnostic {
    Diagnostic(.note, code: "other-language", "a paragraph that is not in English", at: span)
  }
}
