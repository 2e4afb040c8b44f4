import DocumentModel
import Gazetteers
import GraphBuilding
import RelationExtraction

/// An analysis with the steps that led to its relations.
struct TracedAnalysis {
  let analysis: DocumentAnalysis
  let steps: [ExtractionStep]
  let pipeline: Pipeline
  /// The ids that the chains have as nodes of a graph.
  let nodeIDs: [String]

  init(analysis: DocumentAnalysis, steps: [ExtractionStep], pipeline: Pipeline) {
    self.analysis = analysis
    self.steps = steps
    self.pipeline = pipeline
    nodeIDs = analysis.articleGraph(gazetteer: pipeline.gazetteer).entities.map(\.nodeID)
  }

  var gazetteer: Gazetteer { pipeline.gazetteer }
  var document: Document { analysis.document }

  /// The relations that were made, with what each rests on.
  var related: [(relation: Relation, basis: RelationBasis)] {
    steps.compactMap { step in
      guard case .related(let relation, let basis) = step else { return nil }
      return (relation, basis)
    }
  }

  func chains(named query: NameQuery) -> Set<Int> {
    query.chains(in: analysis, gazetteer: gazetteer)
  }

  /// Whether a relation leads from one of `sources` to one of `targets`; of a symmetric one the
  /// direction does not matter.
  func joins(_ relation: Relation, _ sources: Set<Int>?, _ targets: Set<Int>?) -> Bool {
    func leads(_ source: Int, _ target: Int) -> Bool {
      (sources?.contains(source) ?? true) && (targets?.contains(target) ?? true)
    }
    return leads(relation.source, relation.target)
      || relation.predicate.isSymmetric && leads(relation.target, relation.source)
  }

  func name(_ chain: Int) -> String { analysis.entities.chains[chain].name }

  func words(of speaker: Stance.Speaker) -> String { speaker.entity.map(name) ?? speaker.words }

  func sentenceText(_ index: Int) -> String {
    document.form(of: document.sentences[index].tokens)
  }

  func token(at span: TextSpan) -> Int? { analysis.head(of: span) }

  // MARK: Mentions

  func mention(at span: TextSpan) -> MentionExplanation? {
    let index = analysis.entities.mentions.firstIndex {
      document.span(of: $0.tokens).overlaps(span)
    }
    return index.map(mention)
  }

  func mention(_ index: Int) -> MentionExplanation {
    let mention = analysis.entities.mentions[index]
    let chains = analysis.entities.chainsOfMention[index]
    return MentionExplanation(
      text: document.form(of: mention.tokens),
      entity: chains.map(name).joined(separator: " + "), kind: mention.kind.rawValue,
      type: mention.type.rawValue, sentence: mention.sentence,
      reasons: mention.candidates.first?.reasons.map(words) ?? [],
      others: mention.candidates.dropFirst().map(label))
  }

  private func words(_ reason: Reason) -> String {
    reason.detail.isEmpty ? reason.code : "\(reason.code) \(reason.detail)"
  }

  private func label(_ candidate: Candidate) -> String {
    let name =
      switch candidate.identity {
      case .known(let index): gazetteer.entities[Int(index)].id
      case .discovered(let key): key
      }
    return "\(name) (\(candidate.type.rawValue) \(candidate.score))"
  }

  func node(_ chain: Int) -> NodeExplanation {
    let entity = analysis.entities.chains[chain]
    var id: String?
    if case .known(let index) = entity.identity { id = gazetteer.entities[Int(index)].id }
    return NodeExplanation(
      name: entity.name, id: id, type: entity.type.rawValue, roles: entity.roles,
      mentions: entity.mentions.map(mention))
  }

  // MARK: Lines of tables

  func pattern(at origin: Origin) -> TableLine {
    let pattern = gazetteer.lexicon.patterns.first { $0.origin == origin }
    return TableLine(file: origin.file, line: origin.line, text: pattern?.text ?? "")
  }

  func lexiconLine(of relation: String) -> TableLine? {
    gazetteer.lexicon.relations.first { $0.id == relation }.map { row in
      let fields = [row.category?.rawValue, row.mode, row.cameo.map { "CAMEO \($0)" }]
      return TableLine(
        file: row.origin.file, line: row.origin.line,
        text: ([row.id] + fields.compactMap { $0 }).joined(separator: ", "))
    }
  }
}
