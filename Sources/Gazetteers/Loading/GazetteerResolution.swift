import DocumentModel

/// Resolves the references between rows and freezes a draft.
struct GazetteerResolution {
  private let draft: GazetteerDraft
  /// The final index of each draft; nil for entries that are switched off.
  private let indices: [EntityIndex?]
  private var vocabulary: VocabularyBuilder
  private(set) var warnings: [GazetteerWarning]

  init(_ draft: GazetteerDraft) {
    self.draft = draft
    vocabulary = draft.vocabulary
    warnings = draft.warnings
    var next: EntityIndex = 0
    indices = draft.entities.map { entity in
      guard !entity.isOff else { return nil }
      defer { next += 1 }
      return next
    }
  }

  mutating func parts() -> GazetteerParts {
    vocabulary.addWords(of: draft.titles.all)
    let entities = entities()
    let aliases = aliases()
    let rules = rules(RuleClasses(draft.classWords, entities: entities, aliases: aliases))
    let (roles, ties) = (roles(), ties())
    checkPatterns()
    let phrases = phrases(of: aliases)
    return GazetteerParts(
      entities: entities, aliases: aliases, roles: roles, ties: ties, titles: draft.titles.all,
      classWords: draft.classWords, cues: draft.cues, lexicon: draft.lexicon, rules: rules,
      asOf: draft.asOf,
      vocabulary: vocabulary, phrases: phrases, notes: warnings.map(\.description))
  }

  // MARK: References

  /// The entity a cell names; nil for one that is switched off, and, with a warning, for one that
  /// is not there.
  private mutating func resolve(_ reference: Reference) -> EntityIndex? {
    guard let index = draft.indexOfID[reference.id] else {
      warnings.append(
        GazetteerWarning(place: reference.place, kind: .deadReference(reference.id)))
      return nil
    }
    return indices[Int(index)]
  }

  private mutating func checkPatterns() {
    for (pattern, place) in zip(draft.lexicon.patterns, draft.patternPlaces)
    where !draft.lexicon.has(pattern.relation) {
      warnings.append(GazetteerWarning(place: place, kind: .deadReference(pattern.relation)))
    }
  }

  // MARK: Entities and aliases

  private mutating func entities() -> [GazetteerEntity] {
    var entities: [GazetteerEntity] = []
    entities.reserveCapacity(draft.entities.count)
    for entity in draft.entities where !entity.isOff {
      var container: EntityIndex?
      if let reference = entity.container { container = resolve(reference) }
      entities.append(
        GazetteerEntity(
          id: entity.id, type: entity.type, subtype: entity.subtype, name: entity.name,
          container: container, ids: entity.ids, note: entity.note, attributes: entity.attributes,
          origin: entity.origin))
    }
    return entities
  }

  private mutating func aliases() -> [Alias] {
    var aliases: [Alias] = []
    aliases.reserveCapacity(draft.entities.count * 3)
    for (entity, index) in zip(draft.entities, indices) {
      guard let index else { continue }
      for alias in entity.aliases.all {
        guard let marks = marks(of: alias) else { continue }
        aliases.append(
          Alias(surface: alias.surface, entity: index, marks: marks, origin: alias.origin))
      }
    }
    return aliases
  }

  /// Nil when the entity that must appear too does not exist: the alias can then never count.
  private mutating func marks(of alias: AliasDraft) -> AliasMarks? {
    guard let other = alias.onlyWith else { return alias.marks }
    guard let index = resolve(other) else { return nil }
    var marks = alias.marks
    marks.onlyWith = index
    return marks
  }

  private mutating func phrases(of aliases: [Alias]) -> PhraseTable {
    var table = PhraseTable(aliases: aliases.count)
    var scanner = AtomScanner()
    for (index, alias) in aliases.enumerated() {
      let isMatchable = table.add(alias, at: Int32(index), words: &vocabulary, scanner: &scanner)
      if !isMatchable { warnEmpty(alias) }
    }
    return table
  }

  private mutating func warnEmpty(_ alias: Alias) {
    let place = TablePlace(file: alias.origin.file, line: alias.origin.line, column: 1)
    warnings.append(GazetteerWarning(place: place, kind: .emptyAlias(alias.surface)))
  }

  // MARK: Roles and ties

  private mutating func roles() -> [Role] {
    var roles: [Role] = []
    roles.reserveCapacity(draft.roles.count)
    for row in draft.roles {
      let body = row.of.map { resolve($0) }
      guard let person = resolve(row.person), body != .some(nil) else { continue }
      roles.append(
        Role(
          tenure: Tenure(
            person: person, role: row.role, of: body ?? nil, from: row.time.from,
            to: row.time.to),
          source: row.source, origin: row.origin))
    }
    return roles
  }

  private mutating func ties() -> [Tie] {
    var ties: [Tie] = []
    for row in draft.ties {
      let object = resolve(row.object)
      guard let subject = resolve(row.subject), let object else { continue }
      ties.append(
        Tie(
          subject: subject, predicate: row.predicate, object: object, from: row.time.from,
          to: row.time.to, source: row.source, origin: row.origin))
    }
    return ties
  }

  // MARK: Rules

  /// The rules of later folders are tried first.
  private mutating func rules(_ classes: RuleClasses) -> [AmbiguityRule] {
    var rules: [AmbiguityRule] = []
    for folder in Set(draft.rules.map(\.folder)).sorted(by: >) {
      for row in draft.rules where row.folder == folder {
        if let rule = rule(row, classes) { rules.append(rule) }
      }
    }
    return rules
  }

  private mutating func rule(_ row: RuleDraft, _ classes: RuleClasses) -> AmbiguityRule? {
    let outcome: AmbiguityRule.Outcome
    switch row.outcome {
    case .entity(let reference):
      guard let index = resolve(reference) else { return nil }
      outcome = .entity(index)
    case .person: outcome = .person
    case .none: outcome = .none
    }
    var conditions: [AmbiguityRule.Condition] = []
    for condition in row.conditions {
      let terms = condition.terms.flatMap { self.terms($0, of: row, classes) }
      conditions.append(AmbiguityRule.Condition(place: condition.place, alternatives: terms))
    }
    return AmbiguityRule(
      surface: row.surface, conditions: conditions, outcome: outcome, text: row.text,
      origin: row.origin)
  }

  private mutating func terms(
    _ term: RuleDraft.Term, of row: RuleDraft, _ classes: RuleClasses
  ) -> [AmbiguityRule.Term] {
    switch term {
    case .words(let words): return [.words(words)]
    case .entity(let id):
      return resolve(Reference(id: id, place: row.place)).map { [.entity($0)] } ?? []
    case .wordClass(let name):
      let terms = classes.terms(for: name, in: vocabulary)
      if terms.isEmpty {
        warnings.append(GazetteerWarning(place: row.place, kind: .unknownClass(name)))
      }
      let surface = RuleDraft.words(row.surface)
      return terms.filter { $0 != .words(surface) }
    }
  }
}
