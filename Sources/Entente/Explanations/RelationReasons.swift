import DocumentModel
import Gazetteers
import GraphBuilding
import RelationExtraction

/// Gathers what one relation rests on.
struct RelationReasons {
  let relation: Relation
  let basis: RelationBasis
  let traced: TracedAnalysis

  init(traced relation: Relation, basis: RelationBasis, in traced: TracedAnalysis) {
    self.relation = relation
    self.basis = basis
    self.traced = traced
  }

  var explanation: RelationExplanation {
    let stance = relation.stance
    let cues = cues
    return RelationExplanation(
      source: traced.name(relation.source), label: relation.stanceLabel,
      target: traced.name(relation.target), relation: relation.predicate.relation,
      category: relation.predicate.category.rawValue, grade: relation.grade.rawValue,
      polarity: stance.polarity.rawValue, modality: stance.modality.rawValue,
      tense: stance.tense?.rawValue, completion: stance.completion?.rawValue,
      speakers: stance.attribution.map(traced.words), date: relation.date.map { "\($0.date)" },
      dateSource: relation.date?.source.rawValue, sentence: pieces(cues: cues.map(\.token)),
      basis: basisWords, pattern: pattern,
      lexicon: traced.lexiconLine(of: relation.predicate.relation), path: path,
      cues: cues.map(line), sourceMention: traced.mention(at: relation.evidence.source),
      targetMention: traced.mention(at: relation.evidence.target), correction: correction)
  }

  private var correction: String {
    Correction(
      .drop, subject: traced.nodeIDs[relation.source],
      relation: relation.stancePrefix + relation.predicate.relation,
      object: traced.nodeIDs[relation.target], article: traced.document.article.id
    ).row
  }

  private var basisWords: String {
    switch basis {
    case .pattern: "pattern"
    case .syntax: "syntax: no pattern of the lexicon fits"
    case .earlierEvent: "an event told before, with those who took part"
    case .tie(let rule): "tie: \(rule)"
    }
  }

  private var pattern: TableLine? {
    guard case .pattern(let origin) = basis else { return nil }
    return traced.pattern(at: origin)
  }

  // MARK: Stance

  /// Standing ties are told as facts; acts have the cues around their trigger.
  private var cues: [CueSighting] {
    if case .tie = basis { return [] }
    guard let trigger = traced.token(at: relation.evidence.trigger) else { return [] }
    return traced.pipeline.cues(overPredicateAt: trigger, in: traced.analysis)
  }

  private func line(_ sighting: CueSighting) -> TableLine {
    let word = traced.document.form(of: sighting.token)
    let cue = sighting.cue
    let gives = [
      cue.modality?.rawValue, cue.negation == .none ? nil : cue.negation.rawValue,
      cue.completion?.rawValue, cue.isSpeech ? "says" : nil, cue.isFactive ? "fact" : nil,
    ].compactMap { $0 }
    return TableLine(
      file: cue.origin.file, line: cue.origin.line,
      text: "\(word): \(gives.joined(separator: " "))")
  }

  // MARK: Sentence and tree

  private func pieces(cues: [Int]) -> [SentencePiece] {
    let document = traced.document
    var pieces: [SentencePiece] = []
    var end: Int?
    for token in document.sentences[relation.evidence.sentence].tokens {
      let span = document.tokens[token].span
      let gap = end.map { $0 < span.start ? " " : "" } ?? ""
      end = span.end
      let role = role(of: token, at: span, cues: cues)
      if let last = pieces.last, last.role == role {
        pieces[pieces.count - 1].text += gap + document.form(of: token)
      } else {
        if !gap.isEmpty { appendGap(to: &pieces) }
        pieces.append(SentencePiece(text: document.form(of: token), role: role))
      }
    }
    return pieces
  }

  private func appendGap(to pieces: inout [SentencePiece]) {
    if pieces.last?.role == .plain {
      pieces[pieces.count - 1].text += " "
    } else {
      pieces.append(SentencePiece(text: " ", role: .plain))
    }
  }

  private func role(of token: Int, at span: TextSpan, cues: [Int]) -> SentencePiece.Role {
    if relation.evidence.trigger.overlaps(span) { return .trigger }
    if covers(relation.evidence.source, span) { return .source }
    if covers(relation.evidence.target, span) { return .target }
    return cues.contains(token) ? .cue : .plain
  }

  /// The whole name, when the evidence is one word of it.
  private func covers(_ evidence: TextSpan, _ span: TextSpan) -> Bool {
    if evidence.overlaps(span) { return true }
    return traced.analysis.entities.mentions.contains { mention in
      let whole = traced.document.span(of: mention.tokens)
      return whole.overlaps(evidence) && whole.overlaps(span)
    }
  }

  private var path: String {
    guard let source = traced.token(at: relation.evidence.source),
      let trigger = traced.token(at: relation.evidence.trigger),
      let target = traced.token(at: relation.evidence.target)
    else { return "" }
    let tree = TreePath(analysis: traced.analysis)
    return tree.words(from: source, to: trigger)
      + tree.words(from: trigger, to: target).dropFirst(traced.document.form(of: trigger).count)
  }
}

extension Relation {
  /// The lemma with its stance: `denied: supply`.
  public var stanceLabel: String { stancePrefix + predicate.lemma }

  /// `denied: `, `planned, not: `; empty when affirmed and asserted.
  public var stancePrefix: String {
    let marks =
      (stance.modality == .asserted ? [] : [stance.modality.rawValue])
      + (stance.polarity == .negated ? ["not"] : [])
    return marks.isEmpty ? "" : marks.joined(separator: ", ") + ": "
  }
}
