import DocumentModel

/// Which paragraphs are in other languages than English, and what follows for the article.
struct LanguageFindings {
  /// Indices of paragraphs.
  private(set) var others: Set<Int> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: TokenizedText, _ text: Span<UInt8>) {
    let detector = LanguageDetector(source: source)
    var bytes = 0
    var otherBytes = 0
    for (index, range) in source.ranges.enumerated() {
      bytes += source.spans[index].count
      if detector.isEnglish(range, text) { continue }
      otherBytes += source.spans[index].count
      others.insert(index)
      diagnostics.append(SegmentationDiagnostics.otherLanguage(at: source.spans[index]))
    }
    if otherBytes * 2 > bytes { diagnostics = [SegmentationDiagnostics.notEnglishArticle()] }
  }
}
