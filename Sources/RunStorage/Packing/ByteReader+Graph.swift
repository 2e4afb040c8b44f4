import DocumentModel
import GraphModel

/// One function a value, in the order in which `ByteWriter+Graph` writes.
extension ByteReader {
  mutating func record() throws(PackError) -> ArticleRecord {
    var record = ArticleRecord(id: try text(), contentHash: try text())
    record.title = try optionalText()
    let (date, source) = (try date(), try optionalCase(of: DatedFact.Source.self))
    record.date = try Self.pair(date, source).map { DatedFact($0, from: $1) }
    record.source = try optionalText()
    record.url = try optionalText()
    record.attributes = try pairs()
    return record
  }

  mutating func entity() throws(PackError) -> ArticleEntity {
    var entity = ArticleEntity(
      gazetteerID: try optionalText(), resolutionKey: try text(), name: try text(),
      type: try aCase(of: EntityType.self), mentions: 0)
    entity.subtype = try optionalText()
    entity.aliases = try texts()
    entity.roles = try texts()
    entity.ids = try pairs()
    entity.attributes = try pairs()
    entity.foundBy = try texts()
    entity.candidates = try texts()
    entity.mentions = try int()
    return entity
  }

  mutating func relation() throws(PackError) -> Relation {
    let (source, target, predicate) = (try int(), try int(), try predicate())
    let stance = try stance()
    let (theme, via) = (try optionalText(), try optionalText())
    let (date, dateSource) = (try date(), try optionalCase(of: RelationDate.Source.self))
    return Relation(
      source: source, target: target, predicate: predicate, stance: stance, theme: theme, via: via,
      date: try Self.pair(date, dateSource).map { RelationDate($0, from: $1) },
      grade: try aCase(of: Relation.Grade.self),
      evidence: Evidence(
        sentence: try int(), sentenceSpan: try span(), trigger: try span(), source: try span(),
        target: try span()))
  }

  private mutating func predicate() throws(PackError) -> Predicate {
    Predicate(
      lemma: try text(), relation: try text(), category: try aCase(of: Category.self),
      mode: try optionalText(), cameo: try optionalText(),
      goldstein: try flag() ? try double() : nil, isSymmetric: try flag())
  }

  private mutating func stance() throws(PackError) -> Stance {
    Stance(
      polarity: try aCase(of: Stance.Polarity.self), modality: try aCase(of: Stance.Modality.self),
      tense: try optionalCase(of: Stance.Tense.self),
      completion: try optionalCase(of: Stance.Completion.self),
      attribution: try list { (reader) throws(PackError) in
        let entity = try reader.int()
        return Stance.Speaker(entity: entity > 0 ? entity - 1 : nil, words: try reader.text())
      })
  }

  mutating func diagnostic() throws(PackError) -> Diagnostic {
    Diagnostic(
      try aCase(of: Diagnostic.Severity.self), code: try text(), try text(),
      at: try flag() ? try span() : nil)
  }

  private mutating func span() throws(PackError) -> TextSpan {
    let (start, count) = (try int(), try int())
    guard start <= UInt32.max, count <= Int(UInt32.max) - start else { throw .damaged }
    return TextSpan(start, start + count)
  }

  private mutating func date() throws(PackError) -> CalendarDate? {
    let number = try int()
    guard number > 0 else { return nil }
    let (year, month, day) = (number / 32 / 13, number / 32 % 13, number % 32)
    guard
      let date = CalendarDate(
        year: year, month: month > 0 ? month : nil, day: day > 0 ? day : nil)
    else { throw .damaged }
    return date
  }

  /// Both or neither.
  private static func pair<First, Second>(
    _ first: First?, _ second: Second?
  ) throws(PackError) -> (First, Second)? {
    switch (first, second) {
    case (let first?, let second?): return (first, second)
    case (nil, nil): return nil
    default: throw .damaged
    }
  }
}
