import DocumentModel
import Gazetteers

/// What an alias says wherever it stands, before any article says more.
final class KnownForm: Sendable {
  let marks: AliasMarks
  /// The entity, scored by the marks of the form.
  let candidate: Candidate
  let entity: EntityIndex
  /// The bit of its label, four bits higher for a form that needs evidence; as in `NameTokens.cover`.
  let label: UInt8

  init(_ alias: Int32, in gazetteer: Gazetteer) {
    let row = gazetteer.aliases[Int(alias)]
    let type = gazetteer.entities.kind(of: row.entity).type
    marks = row.marks
    entity = row.entity
    candidate = Candidate(
      .known(row.entity), type: type, score: row.marks.score,
      reasons: [Reason("gazetteer", line: row.origin.line, of: row.origin.file)]
        + row.marks.reasons(in: gazetteer))
    let label = NameLabel(type, isAdjective: row.marks.adjective || row.marks.demonym)
    self.label = 1 << UInt8(label.rawValue + (row.marks.isWeak ? 4 : 0))
  }

  /// The same where the article uses the form as only names of firms and clubs are used.
  var supportedCandidate: Candidate {
    var supported = candidate
    supported.score += 0.5
    supported.reasons.insert(
      Reason("firm-context"), at: marks.demonym && !marks.adjective ? 2 : 1)
    return supported
  }
}

extension AliasMarks {
  /// Whether the form counts only where something else speaks for the entity.
  var isWeak: Bool { needsEvidence || afterFullForm || onlyWith != nil }

  fileprivate var score: Float {
    var score: Float = 1
    if needsEvidence { score -= 0.4 }
    if afterFullForm { score -= 0.6 }
    if onlyWith != nil { score -= 0.6 }
    if metonym { score += 0.05 }
    return score
  }

  fileprivate func reasons(in gazetteer: Gazetteer) -> [Reason] {
    var reasons: [Reason] = []
    if demonym, !adjective { reasons.append(Reason("demonym")) }
    if needsEvidence { reasons.append(Reason("needs-evidence")) }
    if afterFullForm { reasons.append(Reason("needs-full-form")) }
    if let other = onlyWith {
      reasons.append(Reason("only-with", gazetteer.entities[Int(other)].id))
    }
    return reasons
  }
}

/// The forms of the gazetteer that a worker has met, read once each, and the rules for them.
struct KnownForms {
  private var forms: [KnownForm] = []
  private var formNumbers = KeyTable()
  private var rules: [[ContextRule]] = []
  private var surfaceNumbers = KeyTable()

  mutating func form(_ alias: Int32, in gazetteer: Gazetteer) -> KnownForm {
    let (number, isNew) = formNumbers.number(of: StableHash.mixed(UInt64(alias)))
    if isNew { forms.append(KnownForm(alias, in: gazetteer)) }
    return forms[number]
  }

  /// The ambiguity rules for the words of a match.
  mutating func rules(
    for match: PhraseMatch, in words: DocumentWords, gazetteer: Gazetteer
  ) -> [ContextRule] {
    // How an alias is written, as far as rules tell: a plural is longer.
    let last = words.document.tokens[match.tokens.upperBound - 1].span.count
    let surface = StableHash.mixed(UInt64(match.aliases[0]) << 32 ^ UInt64(last))
    let (number, isNew) = surfaceNumbers.number(of: surface)
    if isNew {
      let form = words.form(match.tokens)
      rules.append(gazetteer.ambiguityRules(for: form).map(ContextRule.init))
    }
    return rules[number]
  }
}

/// A phrase match with what its aliases say together.
struct KnownMatch {
  var match: PhraseMatch
  private(set) var strength = MatchStrength.weak
  /// Of what it may stand for, as in `NameTokens.cover`.
  private(set) var labels: UInt8 = 0
  /// The one entity it can stand for.
  private(set) var entity: EntityIndex?
  /// Whether it only counts once a fuller form has stood in the text.
  private(set) var isShort = true
  /// Whether some alias counts only beside another entity.
  private var hasCompanion = false

  init(_ match: PhraseMatch, _ forms: inout KnownForms, in gazetteer: Gazetteer) {
    self.match = match
    var isWeak = true
    var isAdjective = false
    var isOne = true
    for alias in match.aliases {
      let form = forms.form(alias, in: gazetteer)
      if !form.marks.isWeak { isWeak = false }
      if form.marks.adjective || form.marks.demonym { isAdjective = true }
      if !form.marks.afterFullForm { isShort = false }
      if form.marks.onlyWith != nil { hasCompanion = true }
      labels |= form.label
      if entity != nil, entity != form.entity { isOne = false }
      entity = form.entity
    }
    if !isOne { entity = nil }
    if !isWeak { strength = isAdjective ? .adjective : .strong }
  }

  /// A form that counts only beside an entity is strong where that stands.
  mutating func strengthen(beside present: Set<EntityIndex>, in gazetteer: Gazetteer) {
    guard hasCompanion else { return }
    let isBeside = match.aliases.contains {
      gazetteer.aliases.target(of: $0).marks.onlyWith.map(present.contains) == true
    }
    if isBeside { strength = .inContext }
  }
}
