import DocumentModel
import GraphModel

/// A row about a relation with what it names, ready to be applied to many articles.
struct RelationCorrection {
  let row: Correction
  private let relation: RelationName
  private let value: RelationName
  private let catalogue: PredicateCatalogue

  /// Nil for a row about a node, and for one whose stance is none, which readers refuse.
  init?(_ row: Correction, catalogue: PredicateCatalogue) {
    guard row.isOfRelation, let relation = try? RelationName(row.relation),
      let value = try? RelationName(row.action == .recode ? row.value : "")
    else { return nil }
    (self.row, self.relation, self.value, self.catalogue) = (row, relation, value, catalogue)
  }

  /// Whether `relation` is meant, in either direction if it has none.
  func names(_ relation: Relation, in article: ArticleGraph) -> Bool {
    guard self.relation.names(relation) else { return false }
    let (source, target) = (article.entities[relation.source], article.entities[relation.target])
    return row.subject.names(source) && row.object.names(target)
      || relation.predicate.isSymmetric && row.subject.names(target) && row.object.names(source)
  }

  /// `relation` as the row has it.
  func corrected(_ relation: Relation, in article: ArticleGraph) -> Relation {
    var relation = relation
    switch row.action {
    case .reverse: relation.turn()
    case .recode:
      // Of a relation without direction the row may name the ends in another order.
      if !row.subject.names(article.entities[relation.source]) { relation.turn() }
      relation.stance.polarity = value.polarity ?? relation.stance.polarity
      relation.stance.modality = value.modality ?? relation.stance.modality
      if !value.name.isEmpty {
        relation.predicate = catalogue.predicate(
          named: value.name, keeping: relation.predicate.lemma)
      }
    case .confirm: relation.grade = .a
    case .drop, .add, .same, .different, .retype, .rename: break
    }
    return relation
  }

  /// The relation of a row that adds one, between two entities of an article.
  func added(from source: Int, to target: Int, evidence: Evidence, date: DatedFact?) -> Relation {
    Relation(
      source: source, target: target, predicate: catalogue.predicate(named: relation.name),
      stance: Stance(
        polarity: relation.polarity ?? .affirmed, modality: relation.modality ?? .asserted),
      date: date.map { RelationDate($0.date, from: .article) }, grade: .a, evidence: evidence)
  }
}

extension Relation {
  fileprivate mutating func turn() {
    swap(&source, &target)
    swap(&evidence.source, &evidence.target)
  }
}

extension ArticleGraph {
  /// Applies a row about a relation; returns how many relations it met.
  ///
  /// - Parameter entity: finds an entity of any article, for a row that adds a relation to one that
  ///   this article does not name.
  mutating func apply(
    _ correction: RelationCorrection, entity: (String) -> ArticleEntity?
  ) -> Int {
    if correction.row.action == .add { return add(correction, entity: entity) ? 1 : 0 }
    let met = relations.indices.filter { correction.names(relations[$0], in: self) }
    guard !met.isEmpty else { return 0 }
    if correction.row.action == .drop {
      let dropped = Set(met)
      relations = relations.indices.filter { !dropped.contains($0) }.map { relations[$0] }
    } else {
      for index in met { relations[index] = correction.corrected(relations[index], in: self) }
    }
    return met.count
  }

  private mutating func add(
    _ correction: RelationCorrection, entity: (String) -> ArticleEntity?
  ) -> Bool {
    let row = correction.row
    guard let source = place(of: row.subject, entity), let target = place(of: row.object, entity),
      source != target
    else { return false }
    // What a user adds stands in no sentence that was read: its own reason is the evidence.
    let sentence = min(sentences.keys.min() ?? 0, 0) - 1
    let nowhere = TextSpan(0, 0)
    sentences[sentence] = row.why.isEmpty ? "added by hand" : row.why
    relations.append(
      correction.added(
        from: source, to: target,
        evidence: Evidence(
          sentence: sentence, sentenceSpan: nowhere, trigger: nowhere, source: nowhere,
          target: nowhere),
        date: article.date))
    return true
  }

  /// The place of the entity that `name` names, appended if only another article has it.
  private mutating func place(of name: String, _ entity: (String) -> ArticleEntity?) -> Int? {
    if let index = entities.firstIndex(where: { name.names($0) }) { return index }
    guard var known = entity(name) else { return nil }
    known.mentions = 0
    known.aliases = []
    entities.append(known)
    return entities.count - 1
  }
}
