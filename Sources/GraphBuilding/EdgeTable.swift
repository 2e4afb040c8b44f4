import DocumentModel
import GraphModel
import OrderedCollections

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
  func edges() -> [Edge] {
    let keys = accumulators.keys.map { ($0, $0.text) }.sorted { precedes($0.1, $1.1) }
    var ids = EdgeIDs()
    return keys.compactMap { key, text in
      accumulators[key]?.edge(id: ids.id(for: text), key: key)
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
  private var tenses: [Stance.Tense: Int] = [:]
  private var speakers: [String: Int] = [:]
  private var unattributed = 0
  private var via: OrderedSet<String> = []
  private var themes: OrderedSet<String> = []
  private var dates: [RelationDate] = []

  init(predicate: Predicate) { self.predicate = predicate }

  mutating func add(_ relation: Relation, from article: ArticleGraph) {
    lemmas[relation.predicate.lemma, default: 0] += 1
    if let tense = relation.stance.tense { tenses[tense, default: 0] += 1 }
    if let text = relation.via { via.append(text) }
    if let text = relation.theme { themes.append(text) }
    if let date = relation.date { dates.append(date) }
    if relation.stance.attribution.isEmpty { unattributed += 1 }
    for speaker in relation.stance.attribution {
      speakers[speakerName(speaker, in: article), default: 0] += 1
    }
    evidence.append(
      EdgeEvidence(
        article: article.article.id, date: relation.date?.date,
        quote: article.sentences[relation.evidence.sentence] ?? "", spans: relation.evidence,
        grade: relation.grade))
  }

  private func speakerName(_ speaker: Stance.Speaker, in article: ArticleGraph) -> String {
    speaker.entity.map { article.entities[$0].name } ?? speaker.words
  }

  func edge(id: String, key: EdgeTable.Key) -> Edge {
    var predicate = predicate
    predicate.lemma = commonest(lemmas) ?? predicate.lemma
    let evidence = evidence.sorted(by: inReadingOrder)
    let ordered = speakers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Edge(
      id: id, source: key.source, target: key.target, predicate: predicate,
      polarity: key.polarity, modality: key.modality, tense: commonest(tenses),
      attribution: unattributed == 0 ? ordered.map(\.key) : [],
      speakers: ordered.map { SpeakerCount(name: $0.key, count: $0.value) },
      via: Array(via), themes: Array(themes),
      grade: evidence.map(\.grade).min() ?? .c,
      weight: Double(Set(evidence.map(\.article)).count), count: evidence.count,
      firstDate: dates.map(\.date).min(), lastDate: dates.map(\.date).max(),
      dateSource: dates.contains { $0.source == .text } ? .text : dates.first?.source,
      evidence: evidence)
  }

  private func commonest<Value: Hashable & Comparable>(_ counts: [Value: Int]) -> Value? {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func inReadingOrder(_ left: EdgeEvidence, _ right: EdgeEvidence) -> Bool {
    if left.article != right.article { return precedes(left.article, right.article) }
    let (l, r) = (left.spans, right.spans)
    return (l.sentence, l.trigger, l.source, l.target) < (r.sentence, r.trigger, r.source, r.target)
  }
}

/// Edge ids: `e-` and 13 base-32 characters of the key's hash, lengthened on collision.
private struct EdgeIDs {
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
