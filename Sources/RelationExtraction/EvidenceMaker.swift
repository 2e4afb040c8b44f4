import DocumentModel

/// Points from a relation to the text.
struct EvidenceMaker {
  let document: Document
  private let sentenceOf: [Int32]

  init(document: Document) {
    self.document = document
    var sentenceOf = [Int32](repeating: 0, count: document.tokens.count)
    for (index, sentence) in document.sentences.enumerated() {
      for token in sentence.tokens { sentenceOf[token] = Int32(index) }
    }
    self.sentenceOf = sentenceOf
  }

  func evidence(trigger: Range<Int>, source: Int, target: Int) -> Evidence {
    let sentence = Int(sentenceOf[trigger.lowerBound])
    return Evidence(
      sentence: sentence, sentenceSpan: document.span(of: document.sentences[sentence].tokens),
      trigger: document.span(of: trigger), source: document.tokens[source].span,
      target: document.tokens[target].span)
  }

  /// The article's date, for want of one in the sentence.
  var date: RelationDate? { document.date.map { RelationDate($0.date, from: .article) } }

  func relation(for tie: TieFinder.Tie) -> Relation {
    Relation(
      source: tie.source, target: tie.target,
      predicate: Predicate(
        lemma: tie.lemma, relation: tie.category.rawValue, category: tie.category,
        isSymmetric: tie.category == .kinship),
      date: date, grade: tie.grade,
      evidence: evidence(trigger: tie.trigger, source: tie.sourceToken, target: tie.targetToken))
  }
}
