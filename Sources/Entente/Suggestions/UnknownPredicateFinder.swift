import DocumentModel
import Gazetteers
public import GraphBuilding
public import RelationExtraction

/// Finds the verbs and event nouns of an article that join entities without the lexicon's knowing
/// them: verbs by what extraction says of them, nouns by an owner before and an entity behind them.
public struct UnknownPredicateFinder {
  private let pipeline: Pipeline
  private let nouns: Set<String>

  public init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    let patterns = pipeline.gazetteer.lexicon.patterns
    nouns = Set(patterns.lazy.filter { $0.partOfSpeech == "n" }.map(\.head))
  }

  /// In the order of the text.
  public func sightings(
    in analysis: DocumentAnalysis, steps: [ExtractionStep]
  ) -> [UnknownPredicate] {
    verbs(in: analysis, steps) + nouns(in: analysis)
  }

  // MARK: Verbs

  private func verbs(
    in analysis: DocumentAnalysis, _ steps: [ExtractionStep]
  ) -> [UnknownPredicate] {
    var unknown: [TextSpan: Int] = [:]
    for case .readBySyntax(let trigger, _, false) in steps where isVerb(trigger, analysis) {
      unknown[analysis.document.tokens[trigger].span] = trigger
    }
    return steps.compactMap { step in
      guard case .related(let relation, .syntax) = step,
        let trigger = unknown[relation.evidence.trigger]
      else { return nil }
      return sighting(of: relation, at: trigger, in: analysis)
    }
  }

  private func isVerb(_ token: Int, _ analysis: DocumentAnalysis) -> Bool {
    analysis.syntax.tags[token] == .verb
  }

  private func sighting(
    of relation: Relation, at trigger: Int, in analysis: DocumentAnalysis
  ) -> UnknownPredicate {
    let chains = analysis.entities.chains
    return UnknownPredicate(
      lemma: relation.predicate.lemma, partOfSpeech: .verb,
      preposition: preposition(of: relation.evidence.target, under: trigger, in: analysis),
      source: chains[relation.source].name, target: chains[relation.target].name,
      sentence: sentence(relation.evidence.sentence, of: analysis),
      article: analysis.document.article.id)
  }

  /// What introduces the argument of `trigger` that a span is in.
  private func preposition(
    of span: TextSpan, under trigger: Int, in analysis: DocumentAnalysis
  ) -> String? {
    guard var token = analysis.head(of: span) else { return nil }
    for _ in 0..<64 {
      let head = Int(analysis.syntax.heads[token])
      if head == trigger { return preposition(of: token, in: analysis) }
      guard head >= 0 else { return nil }
      token = head
    }
    return nil
  }

  private func preposition(of token: Int, in analysis: DocumentAnalysis) -> String? {
    guard [.obl, .nmod].contains(analysis.syntax.relations[token]) else { return nil }
    let mark = children(of: token, in: analysis).first { analysis.syntax.relations[$0] == .case }
    return mark.map { analysis.syntax.lemmas[$0].lowercased() }
  }

  // MARK: Nouns

  private static let linkingWords: Set<String> = [
    "of", "on", "against", "with", "to", "for", "over", "from", "in", "into",
  ]

  private func nouns(in analysis: DocumentAnalysis) -> [UnknownPredicate] {
    let owners = chains(in: analysis)
    return analysis.document.sentences.indices.flatMap { index in
      analysis.document.sentences[index].tokens.compactMap { token in
        noun(at: token, sentence: index, owners, in: analysis)
      }
    }
  }

  private func noun(
    at token: Int, sentence index: Int, _ chains: [Int: Int], in analysis: DocumentAnalysis
  ) -> UnknownPredicate? {
    let lemma = analysis.syntax.lemmas[token].lowercased()
    guard analysis.syntax.tags[token] == .noun, chains[token] == nil, !isKnown(lemma) else {
      return nil
    }
    let children = children(of: token, in: analysis)
    let owner = children.first {
      [.nmodPoss, .amod, .compound].contains(analysis.syntax.relations[$0]) && chains[$0] != nil
    }
    let object = children.first {
      analysis.syntax.relations[$0] == .nmod && chains[$0] != nil
        && preposition(of: $0, in: analysis).map(Self.linkingWords.contains) == true
    }
    guard let owner, let object, let source = chains[owner], let target = chains[object],
      source != target
    else { return nil }
    return UnknownPredicate(
      lemma: lemma, partOfSpeech: .noun, preposition: preposition(of: object, in: analysis),
      source: analysis.entities.chains[source].name, target: analysis.entities.chains[target].name,
      sentence: sentence(index, of: analysis), article: analysis.document.article.id)
  }

  /// Event nouns of the lexicon, and nouns for people, bodies, places and times.
  private func isKnown(_ lemma: String) -> Bool {
    let vocabulary = pipeline.gazetteer.vocabulary
    let classes = vocabulary.classes(of: vocabulary.id(of: lemma))
    let known: [WordClasses] = [
      .eventNoun, .roleNoun, .orgNoun, .placeNoun, .actorNoun, .kinNoun, .memberNoun, .officeNoun,
      .partNoun, .titleWord, .temporal, .number,
    ]
    return nouns.contains(lemma) || known.contains { classes.contains($0) }
  }

  // MARK: Layers

  /// The chain of each token of a mention of exactly one.
  private func chains(in analysis: DocumentAnalysis) -> [Int: Int] {
    var chains: [Int: Int] = [:]
    for (index, mention) in analysis.entities.mentions.enumerated() {
      let own = analysis.entities.chainsOfMention[index]
      guard own.count == 1 else { continue }
      for token in mention.tokens { chains[token] = own[0] }
    }
    return chains
  }

  private func children(of token: Int, in analysis: DocumentAnalysis) -> [Int] {
    let sentence = analysis.document.sentences.first { $0.tokens.contains(token) }
    return sentence?.tokens.filter { Int(analysis.syntax.heads[$0]) == token } ?? []
  }

  private func sentence(_ index: Int, of analysis: DocumentAnalysis) -> String {
    analysis.document.form(of: analysis.document.sentences[index].tokens)
  }
}
