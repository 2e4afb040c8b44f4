public import DocumentModel
import RelationExtraction

extension Pipeline {
  /// How, when and by whom the predicate at a token of an analysed article is asserted, whether or
  /// not it makes a relation.
  public func stance(ofPredicateAt token: Int, in analysis: DocumentAnalysis) -> Stance {
    extractor.stance(
      ofPredicateAt: token, among: analysis.entities, syntax: analysis.syntax,
      in: analysis.document)
  }

  /// The cues over and at the predicate at a token, from the innermost to the outermost.
  func cues(overPredicateAt token: Int, in analysis: DocumentAnalysis) -> [CueSighting] {
    extractor.cues(
      overPredicateAt: token, among: analysis.entities, syntax: analysis.syntax,
      in: analysis.document)
  }

  /// The stance of an example's predicate; nil when no word stands there.
  public func reading(of example: StanceExample) -> StanceExample.Reading? {
    let headline = "Example of the day\n\n"
    let date = CalendarDate("2023-11-09").map { DatedFact($0, from: .option) }
    let analysis = analysis(
      of: Article(
        id: "example", text: headline + example.text, metadata: ArticleMetadata(date: date)))
    let start = headline.utf8.count
    let span = TextSpan(example.predicate.start + start, example.predicate.end + start)
    return analysis.head(of: span).map { token in
      StanceExample.Reading(
        stance: stance(ofPredicateAt: token, in: analysis), chains: analysis.entities.chains)
    }
  }
}

extension DocumentAnalysis {
  /// The token in a span that depends on none of the others there.
  func head(of span: TextSpan) -> Int? {
    let tokens = document.tokens.indices.filter { span.overlaps(document.tokens[$0].span) }
    return tokens.first { !tokens.contains(Int(syntax.heads[$0])) }
  }
}
