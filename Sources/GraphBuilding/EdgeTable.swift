import DocumentModel
import GraphModel

/// Relations of all articles, added up by key.
struct EdgeTable {
  private(set) var diagnostics: [Diagnostic] = []
  private var accumulators: [Key: Accumulator] = [:]

  /// What makes two relations the same edge.
  struct Key: Hashable {
    var source: String
    var target: String
    var relation: String
    var polarity: Stance.Polarity
    var modality: Stance.Modality

    /// The fields joined by a character that ids and relations do not have.
    var text: String {
      [source, target, relation, polarity.rawValue, modality.rawValue].joined(separator: "\u{1F}")
    }
  }

  /// Adds the relations of `article`; `ids` are the node ids of its entities.
  mutating func add(_ article: ArticleGraph, ids: [String]) {
    for relation in article.relations {
      let key = key(of: relation, ids: ids)
      guard key.source != key.target else {
        diagnostics.append(selfLoop(relation, at: key.source, in: article))
        continue
      }
      accumulators[key, default: Accumulator(predicate: relation.predicate)]
        .add(relation, from: article)
    }
  }

  /// All edges, by source, target, relation, polarity and modality.
  func edges(copies: ArticleCopies) -> [Edge] {
    let keys = accumulators.keys.map { ($0, $0.text) }.sorted { precedes($0.1, $1.1) }
    var ids = EdgeIDs()
    return keys.compactMap { key, text in
      accumulators[key]?.edge(id: ids.id(for: text), key: key, copies: copies)
    }
  }

  /// A symmetric relation is written once, from the smaller id to the larger.
  private func key(of relation: Relation, ids: [String]) -> Key {
    var ends = (ids[relation.source], ids[relation.target])
    if relation.predicate.isSymmetric, precedes(ends.1, ends.0) { ends = (ends.1, ends.0) }
    return Key(
      source: ends.0, target: ends.1, relation: relation.predicate.relation,
      polarity: relation.stance.polarity, modality: relation.stance.modality)
  }

  private func selfLoop(_ relation: Relation, at node: String, in article: ArticleGraph)
    -> Diagnostic
  {
    Diagnostic(
      .note, code: "self-loop",
      "\(article.article.id): \"\(relation.predicate.lemma)\" from \(node) to itself is left out",
      at: relation.evidence.trigger)
  }
}

/// The evidence of one edge.
private struct Accumulator {
  var predicate: Predicate
  private var lemmas: [String: Int] = [:]
  private var evidence: [EdgeEvidence] = []

  init(predicate: Predicate) { self.predicate = predicate }

  mutating func add(_ relation: Relation, from article: ArticleGraph) {
    lemmas[relation.predicate.lemma, default: 0] += 1
    evidence.append(
      EdgeEvidence(
        article: article.article.id, date: relation.date?.date, dateSource: relation.date?.source,
        quote: article.sentences[relation.evidence.sentence] ?? "", spans: relation.evidence,
        grade: relation.grade, tense: relation.stance.tense,
        speakers: relation.stance.attribution.map { speakerName($0, in: article) },
        via: relation.via, theme: relation.theme))
  }

  private func speakerName(_ speaker: Stance.Speaker, in article: ArticleGraph) -> String {
    speaker.entity.map { article.entities[$0].name } ?? speaker.words
  }

  func edge(id: String, key: EdgeTable.Key, copies: ArticleCopies) -> Edge {
    var predicate = predicate
    predicate.lemma =
      lemmas.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? predicate.lemma
    var edge = Edge(
      id: id, source: key.source, target: key.target, predicate: predicate,
      polarity: key.polarity, modality: key.modality)
    edge.addUp(evidence, copies: copies)
    return edge
  }
}

/// Edge ids: `e-` and 13 base-32 characters of the key's hash, lengthened on collision.
struct EdgeIDs {
  private var used: Set<String> = []

  mutating func id(for key: String) -> String {
    var id = "e-" + StableHash.base32(of: key)
    var round = 0
    while !used.insert(id).inserted {
      round += 1
      id += StableHash.base32(of: "\(key)\u{1F}\(round)").prefix(2)
    }
    return id
  }
}

extension EdgeTable.Key {
  init(_ edge: Edge) {
    self.init(
      source: edge.source, target: edge.target, relation: edge.predicate.relation,
      polarity: edge.polarity, modality: edge.modality)
  }
}
