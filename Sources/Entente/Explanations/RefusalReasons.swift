import DocumentModel
import Gazetteers
import RelationExtraction

/// Says what stood between two entities and a relation: the predicates of the sentences that name
/// both, and the steps of extraction at each.
struct RefusalReasons {
  let traced: TracedAnalysis
  let source: NameQuery
  let target: NameQuery

  private static let most = 4

  var explanation: Explanation {
    var explanation = Explanation(article: traced.document.article.id)
    let (sources, targets) = (traced.chains(named: source), traced.chains(named: target))
    for (query, chains) in [(source, sources), (target, targets)] where chains.isEmpty {
      explanation.notes.append("\"\(query.text)\" is not named in this article")
    }
    guard explanation.notes.isEmpty else { return explanation }
    if let known = traced.related.first(where: { traced.joins($0.relation, sources, targets) }) {
      explanation.notes.append(
        "there is an edge: \(traced.name(known.relation.source)) \(known.relation.stanceLabel) "
          + traced.name(known.relation.target))
    }
    let shared = sentences(of: sources).filter { sentences(of: targets).contains($0) }
    if shared.isEmpty { explanation.notes.append(apart(sources, targets)) }
    for sentence in shared {
      explanation.refusals += refusals(in: sentence, sources, targets)
    }
    return explanation
  }

  private func sentences(of chains: Set<Int>) -> [Int] {
    traced.analysis.entities.mentions.indices.filter { mention in
      traced.analysis.entities.chainsOfMention[mention].contains(where: chains.contains)
    }.map { traced.analysis.entities.mentions[$0].sentence }.reduce(into: []) { list, sentence in
      if list.last != sentence { list.append(sentence) }
    }
  }

  private func apart(_ sources: Set<Int>, _ targets: Set<Int>) -> String {
    let pairs = sentences(of: sources).flatMap { one in
      sentences(of: targets).map { (one, $0) }
    }
    guard let nearest = pairs.min(by: { abs($0.0 - $0.1) < abs($1.0 - $1.1) }) else {
      return "no sentence names them"
    }
    return "no sentence names both; the nearest are sentences \(nearest.0 + 1) and "
      + "\(nearest.1 + 1), and relations are drawn within a sentence"
  }

  // MARK: One sentence

  private func refusals(
    in sentence: Int, _ sources: Set<Int>, _ targets: Set<Int>
  ) -> [RefusedPredicate] {
    let tokens = traced.document.sentences[sentence].tokens
    guard let source = token(of: sources, in: sentence),
      let target = token(of: targets, in: sentence)
    else { return [] }
    let between = Set(TreePath(analysis: traced.analysis).tokens(from: source, to: target))
    let triggers = traced.steps.compactMap(\.trigger).filter(tokens.contains)
    let nearest = Set(triggers).sorted { left, right in
      (between.contains(left) ? 0 : 1, distance(left, source, target), left)
        < (between.contains(right) ? 0 : 1, distance(right, source, target), right)
    }
    guard !nearest.isEmpty else {
      return [
        RefusedPredicate(
          sentence: traced.sentenceText(sentence), predicate: "",
          reasons: ["no verb or event noun that could relate them stands in this sentence"])
      ]
    }
    return nearest.prefix(Self.most).map { refusal(at: $0, in: sentence) }
  }

  private func token(of chains: Set<Int>, in sentence: Int) -> Int? {
    let mentions = traced.analysis.entities.mentions
    let index = mentions.indices.first { index in
      mentions[index].sentence == sentence
        && traced.analysis.entities.chainsOfMention[index].contains(where: chains.contains)
    }
    return index.map { mentions[$0].tokens.lowerBound }
  }

  private func distance(_ trigger: Int, _ source: Int, _ target: Int) -> Int {
    abs(trigger - source) + abs(trigger - target)
  }

  // MARK: One predicate

  private func refusal(at trigger: Int, in sentence: Int) -> RefusedPredicate {
    let steps = traced.steps.filter { $0.trigger == trigger }
    var refusal = RefusedPredicate(
      sentence: traced.sentenceText(sentence), predicate: traced.document.form(of: trigger),
      reasons: steps.compactMap(words))
    refusal.reasons += otherWords(of: steps)
    refusal.reasons += made(at: trigger)
    refusal.remedy = remedy(for: steps, at: trigger, in: sentence)
    return refusal
  }

  /// The patterns that fail for want of a word, in one line: they are many and seldom what is missed.
  private func otherWords(of steps: [ExtractionStep]) -> [String] {
    var words: [String] = []
    var count = 0
    for case .misfitted(_, let misfit) in steps {
      guard case .missingWord(let missing) = misfit.cause else { continue }
      count += 1
      words += missing.filter { !words.contains($0) }
    }
    guard count > 0 else { return [] }
    let shown = words.prefix(Self.mostWords).joined(separator: ", ")
    let rest = words.count > Self.mostWords ? " …" : ""
    return ["\(count) patterns want another word beside it: \(shown)\(rest)"]
  }

  private static let mostWords = 8

  private func words(_ step: ExtractionStep) -> String? {
    switch step {
    case .fitted(_, let fit):
      let line = traced.pattern(at: fit.origin)
      return "pattern fits: \(line.text) (\(line.file):\(line.line))"
    case .misfitted(_, let misfit):
      if case .missingWord = misfit.cause { return nil }
      let line = traced.pattern(at: misfit.origin)
      return
        "pattern does not fit: \(line.text) (\(line.file):\(line.line)): \(words(misfit.cause))"
    case .readBySyntax(_, let lemma, let isKnown):
      return isKnown
        ? "no pattern of \"\(lemma)\" leads to two parties; read by its syntax"
        : "no pattern has \"\(lemma)\"; read by its syntax"
    case .incomplete(_, _, let sources, let targets):
      return incomplete(sources, targets)
    case .related, .dropped: return nil
    }
  }

  private func words(_ cause: PatternMisfit.Cause) -> String {
    switch cause {
    case .missingWord(let words): "it wants one of \(words.joined(separator: ", "))"
    case .missingSlot(let role): "nothing fills \(role.rawValue)"
    case .noParty: "its slots hold nobody who is an entity of the article"
    }
  }

  private func incomplete(_ sources: [Int], _ targets: [Int]) -> String {
    switch (sources.isEmpty, targets.isEmpty) {
    case (true, true): "found neither who acts nor whom it concerns"
    case (true, false): "found nobody who acts (on \(names(targets)))"
    case (false, true): "found nobody it concerns (\(names(sources)) acts)"
    case (false, false):
      "relates \(names(sources)) and \(names(targets)), who are the same or too many"
    }
  }

  private func names(_ chains: [Int]) -> String {
    chains.map { traced.name($0) }.joined(separator: ", ")
  }

  private func made(at trigger: Int) -> [String] {
    let span = traced.document.tokens[trigger].span
    return traced.steps.compactMap { step in
      switch step {
      case .related(let relation, _) where relation.evidence.trigger.overlaps(span):
        (isAskedFor(relation) ? "relates them: " : "relates others: ")
          + "\(traced.name(relation.source)) \(relation.stanceLabel) "
          + traced.name(relation.target)
      case .dropped(let relation, let cause) where relation.evidence.trigger.overlaps(span):
        "\(traced.name(relation.source)) \(relation.stanceLabel) \(traced.name(relation.target)) "
          + "was left out: \(cause == .selfLoop ? "both are one" : "said before")"
      default: nil
      }
    }
  }

  private func isAskedFor(_ relation: Relation) -> Bool {
    traced.joins(relation, traced.chains(named: source), traced.chains(named: target))
  }

  /// A line for a word that relates nobody, worded as the one acted on stands to it; RELATION stands
  /// for a row of relations.tsv, where no pattern of the word names one.
  private func remedy(
    for steps: [ExtractionStep], at trigger: Int, in sentence: Int
  ) -> TableLine? {
    var lemma: String?
    for case .readBySyntax(_, let word, _) in steps { lemma = word }
    guard let lemma, !made(at: trigger).contains(where: { $0.hasPrefix("relates them") }),
      let joint = joint(to: trigger, in: sentence)
    else { return nil }
    var relation = "RELATION"
    for case .misfitted(_, let misfit) in steps { relation = misfit.relation }
    let isNoun = traced.analysis.syntax.tags[trigger] == .noun
    let pattern = isNoun ? "(WHO's) \(lemma)\(joint)WHOM" : "WHO \(lemma)\(joint)WHOM"
    let example =
      isNoun
      ? "[WHO Iran]'s \(lemma)\(joint)[WHOM Iraq] went on."
      : "[WHO Iran] will \(lemma)\(joint)[WHOM Iraq]."
    return TableLine(
      file: "lexicon/patterns.tsv", line: 0,
      text: "\(relation)\t\(lemma)\t\(isNoun ? "n" : "v")\t\(pattern)\t\(example)")
  }

  /// What joins the one acted on to the word it hangs on: " on ", " of ", or a space; nil when it
  /// hangs on another word.
  private func joint(to trigger: Int, in sentence: Int) -> String? {
    let syntax = traced.analysis.syntax
    guard let first = token(of: traced.chains(named: target), in: sentence) else { return nil }
    var head = first
    for _ in 0..<4 where Int(syntax.heads[head]) != trigger && syntax.heads[head] >= 0 {
      head = Int(syntax.heads[head])
    }
    guard Int(syntax.heads[head]) == trigger else { return nil }
    let low = max(0, head - 6)
    let preposition = (low..<head).last {
      syntax.heads[$0] == Int32(head) && syntax.relations[$0] == .case
    }
    return preposition.map { " \(traced.document.form(of: $0).lowercased()) " }
      ?? (syntax.tags[trigger] == .noun ? " of " : " ")
  }
}

extension ExtractionStep {
  /// The word the step is about; nil for steps about a whole relation.
  var trigger: Int? {
    switch self {
    case .fitted(let trigger, _), .misfitted(let trigger, _), .readBySyntax(let trigger, _, _),
      .incomplete(let trigger, _, _, _):
      trigger
    case .related, .dropped: nil
    }
  }
}
