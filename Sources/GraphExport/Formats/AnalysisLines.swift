import DocumentModel
public import GraphModel

/// Analyses of articles as JSON lines, an article a line: what workers write and `merge` reads.
///
/// A line is an object with one member: `analysis`, or for an article that has none `skipped` or
/// `failed`. Nothing of an article graph is lost, and every value has one form, so that the same
/// analysis is the same line on every machine. `AnalysisLineReader` reads them back.
public struct AnalysisLines {
  /// Counted up when a line of this program cannot be read by the one before.
  public static let version = 1
  private let output: OutputBuffer
  private let json: JSONText
  private let records: JSONRecords

  public init(to output: OutputBuffer) {
    self.output = output
    records = JSONRecords(to: output, evidence: .full, cleansText: false)
    json = records.json
  }

  /// - Parameter nodes: the id of the node that each entity belongs to, for engines that add edges
  ///   up by themselves.
  public func write(_ graph: ArticleGraph, nodes: [String]) {
    json.raw("{\"analysis\":{\"version\":")
    integer(Self.version)
    json.name("article")
    records.write(graph.article)
    json.name("entities")
    json.array(Array(graph.entities.indices)) { write(graph.entities[$0], node: nodes[$0]) }
    json.name("relations")
    json.array(graph.relations, write)
    json.name("sentences")
    json.array(graph.sentences.sorted { $0.key < $1.key }) { sentence in
      json.raw("{\"index\":")
      integer(sentence.key)
      member("text", .text(sentence.value))
      json.raw("}")
    }
    json.name("diagnostics")
    json.array(graph.diagnostics, write)
    member("sketch", .token(graph.sketch?.text))
    json.raw("}}\n")
  }

  /// An article of which there is no analysis. `kind` is `skipped` or `failed`.
  ///
  /// - Parameter line: the number of the line that it came in, from 1.
  public func write(
    _ kind: AnalysisGap.Kind, line: Int?, id: String?, code: String, message: String
  ) {
    json.raw(kind == .skipped ? "{\"skipped\":{" : "{\"failed\":{")
    json.name("code", isFirst: true)
    json.string(code)
    member("id", .text(id))
    if let line { member("line", .integer(line)) }
    member("message", .text(message))
    json.raw("}}\n")
  }

  private func write(_ entity: ArticleEntity, node: String) {
    json.raw("{")
    json.name("node", isFirst: true)
    json.string(node)
    member("gazetteer_id", .text(entity.gazetteerID))
    member("key", .text(entity.resolutionKey))
    member("name", .text(entity.name))
    member("type", .token(entity.type.rawValue))
    member("subtype", .text(entity.subtype))
    list("aliases", entity.aliases)
    list("roles", entity.roles)
    member("ids", .pairs(entity.ids))
    member("attributes", .pairs(entity.attributes))
    list("found_by", entity.foundBy)
    list("candidates", entity.candidates)
    member("mentions", .integer(entity.mentions))
    json.raw("}")
  }

  private func write(_ relation: Relation) {
    json.raw("{")
    json.name("source", isFirst: true)
    integer(relation.source)
    member("target", .integer(relation.target))
    write(relation.predicate)
    write(relation.stance)
    member("theme", .text(relation.theme))
    member("via", .text(relation.via))
    member("date", .date(relation.date?.date))
    member("date_source", .token(relation.date?.source.rawValue))
    member("grade", .token(relation.grade.rawValue))
    member("sentence", .integer(relation.evidence.sentence))
    records.write("sentence_span", relation.evidence.sentenceSpan)
    records.write("trigger_span", relation.evidence.trigger)
    records.write("source_span", relation.evidence.source)
    records.write("target_span", relation.evidence.target)
    json.raw("}")
  }

  private func write(_ predicate: Predicate) {
    member("relation", .text(predicate.relation))
    member("lemma", .text(predicate.lemma))
    member("category", .token(predicate.category.rawValue))
    member("mode", .text(predicate.mode))
    member("cameo", .text(predicate.cameo))
    member("goldstein", .real(predicate.goldstein))
    member("symmetric", .flag(predicate.isSymmetric))
  }

  private func write(_ stance: Stance) {
    member("polarity", .token(stance.polarity.rawValue))
    member("modality", .token(stance.modality.rawValue))
    member("tense", .token(stance.tense?.rawValue))
    member("completion", .token(stance.completion?.rawValue))
    guard !stance.attribution.isEmpty else { return }
    json.name("attribution")
    json.array(stance.attribution) { speaker in
      json.raw("{")
      json.name("words", isFirst: true)
      json.string(speaker.words)
      if let entity = speaker.entity { member("entity", .integer(entity)) }
      json.raw("}")
    }
  }

  private func write(_ diagnostic: Diagnostic) {
    json.raw("{")
    json.name("severity", isFirst: true)
    json.string(diagnostic.severity.rawValue)
    member("code", .text(diagnostic.code))
    member("message", .text(diagnostic.message))
    if let span = diagnostic.span { records.write("span", span) }
    json.raw("}")
  }

  private func list(_ name: StaticString, _ items: [String]) { member(name, .list(items)) }

  private func member(_ name: StaticString, _ value: FieldValue) { records.member(name, value) }

  private func integer(_ number: Int) { json.integer(number) }
}
