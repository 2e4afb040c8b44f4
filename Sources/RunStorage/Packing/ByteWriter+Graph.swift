import DocumentModel
import GraphModel

/// One function a value, in the order in which `ByteReader+Graph` reads.
extension ByteWriter {
  mutating func write(_ record: ArticleRecord) {
    write(record.id)
    write(record.contentHash)
    write(record.title)
    write(record.date?.date)
    write(record.date?.source)
    write(record.source)
    write(record.url)
    write(record.attributes)
  }

  mutating func write(_ entity: ArticleEntity) {
    write(entity.gazetteerID)
    write(entity.resolutionKey)
    write(entity.name)
    write(entity.type)
    write(entity.subtype)
    write(entity.aliases)
    write(entity.roles)
    write(entity.ids)
    write(entity.attributes)
    write(entity.foundBy)
    write(entity.candidates)
    write(entity.mentions)
  }

  mutating func write(_ relation: Relation) {
    write(relation.source)
    write(relation.target)
    write(relation.predicate)
    write(relation.stance)
    write(relation.theme)
    write(relation.via)
    write(relation.date?.date)
    write(relation.date?.source)
    write(relation.grade)
    write(relation.evidence.sentence)
    write(relation.evidence.sentenceSpan)
    write(relation.evidence.trigger)
    write(relation.evidence.source)
    write(relation.evidence.target)
  }

  private mutating func write(_ predicate: Predicate) {
    write(predicate.lemma)
    write(predicate.relation)
    write(predicate.category)
    write(predicate.mode)
    write(predicate.cameo)
    write(predicate.goldstein != nil)
    if let score = predicate.goldstein { write(score) }
    write(predicate.isSymmetric)
  }

  private mutating func write(_ stance: Stance) {
    write(stance.polarity)
    write(stance.modality)
    write(stance.tense)
    write(stance.completion)
    write(stance.attribution) { writer, speaker in
      writer.write(speaker.entity.map { $0 + 1 } ?? 0)
      writer.write(speaker.words)
    }
  }

  mutating func write(_ diagnostic: Diagnostic) {
    write(diagnostic.severity)
    write(diagnostic.code)
    write(diagnostic.message)
    write(diagnostic.span != nil)
    if let span = diagnostic.span { write(span) }
  }

  private mutating func write(_ span: TextSpan) {
    write(span.start)
    write(span.count)
  }

  /// Zero is nil.
  private mutating func write(_ date: CalendarDate?) {
    guard let date else { return write(0) }
    write((date.year * 13 + (date.month ?? 0)) * 32 + (date.day ?? 0))
  }
}
