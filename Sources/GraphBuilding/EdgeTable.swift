import DocumentModel
import GraphModel
import OrderedCollections

/// Relations of all articles, added up by key.
///
/// Nodes and relations are numbers here: an archive has more edges than anything else.
struct EdgeTable {
  private(set) var diagnostics: [Diagnostic] = []
  private var places: [NumberedKey: Int] = [:]
  private var accumulators: [Accumulator] = []
  private var relations: OrderedSet<String> = []
  private var predicates: OrderedSet<Predicate> = []

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

  /// A key by the numbers of its nodes and its relation.
  private struct NumberedKey: Hashable {
    var source: Int32
    var target: Int32
    var relation: Int32
    var polarity: Stance.Polarity
    var modality: Stance.Modality
  }

  /// Adds the relations of `article`; `numbers` are those of its entities among `nodes`.
  mutating func add(_ article: ArticleGraph, numbers: [Int], nodes: OrderedSet<String>) {
    for relation in article.relations {
      var ends = (numbers[relation.source], numbers[relation.target])
      guard ends.0 != ends.1 else {
        diagnostics.append(selfLoop(relation, at: nodes[ends.0], in: article))
        continue
      }
      // A symmetric relation is written once, from the smaller id to the larger.
      if relation.predicate.isSymmetric, precedes(nodes[ends.1], nodes[ends.0]) {
        ends = (ends.1, ends.0)
      }
      let place = place(of: relation, between: ends)
      accumulators[place].add(
        relation, from: article, isUsual: relation.predicate.lemma == lemma(of: place))
    }
  }

  private mutating func place(of relation: Relation, between ends: (Int, Int)) -> Int {
    let key = NumberedKey(
      source: Int32(ends.0), target: Int32(ends.1),
      relation: Int32(relations.append(relation.predicate.relation).index),
      polarity: relation.stance.polarity, modality: relation.stance.modality)
    if let place = places[key] { return place }
    places[key] = accumulators.count
    accumulators.append(Accumulator(predicate: predicates.append(relation.predicate).index))
    return accumulators.count - 1
  }

  private func lemma(of place: Int) -> String { predicates[accumulators[place].predicate].lemma }

  /// All edges, by source, target, relation, polarity and modality. They are taken out of the table,
  /// so that no evidence is in memory twice.
  mutating func takeEdges(between nodes: OrderedSet<String>, copies: ArticleCopies) -> [Edge] {
    let order = sortedPlaces(nodes)
    places = [:]
    var ids = EdgeIDs()
    return order.map { number, place in
      let key = Key(
        source: nodes[Int(number.source)], target: nodes[Int(number.target)],
        relation: relations[Int(number.relation)], polarity: number.polarity,
        modality: number.modality)
      let predicate = predicates[accumulators[place].predicate]
      return accumulators[place].takeEdge(
        id: ids.id(for: key.text), key: key, predicate: predicate, copies: copies)
    }
  }

  /// In the byte order of their keys' texts.
  private func sortedPlaces(_ nodes: OrderedSet<String>) -> [(key: NumberedKey, value: Int)] {
    let (node, relation) = (nodes.ranks, relations.ranks)
    return places.sorted { left, right in
      let (l, r) = (left.key, right.key)
      if l.source != r.source { return node[Int(l.source)] < node[Int(r.source)] }
      if l.target != r.target { return node[Int(l.target)] < node[Int(r.target)] }
      if l.relation != r.relation { return relation[Int(l.relation)] < relation[Int(r.relation)] }
      return (l.polarity.rawValue, l.modality.rawValue) < (r.polarity.rawValue, r.modality.rawValue)
    }
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

extension OrderedSet<String> {
  /// The place that each element would have if all were sorted by bytes.
  fileprivate var ranks: [Int] {
    var ranks = [Int](repeating: 0, count: count)
    for (rank, index) in indices.sorted(by: { precedes(self[$0], self[$1]) }).enumerated() {
      ranks[index] = rank
    }
    return ranks
  }
}

/// The evidence of one edge.
private struct Accumulator {
  /// The number of the first relation's.
  let predicate: Int
  /// How often lemmas other than that predicate's were used; mostly there is none.
  private var otherLemmas: [String: Int] = [:]
  private var evidence: [EdgeEvidence] = []

  init(predicate: Int) { self.predicate = predicate }

  /// - Parameter isUsual: whether its lemma is that of the predicate.
  mutating func add(_ relation: Relation, from article: ArticleGraph, isUsual: Bool) {
    if !isUsual { otherLemmas[relation.predicate.lemma, default: 0] += 1 }
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

  mutating func takeEdge(
    id: String, key: EdgeTable.Key, predicate: Predicate, copies: ArticleCopies
  ) -> Edge {
    var predicate = predicate
    predicate.lemma = commonestLemma(orElse: predicate.lemma)
    var edge = Edge(
      id: id, source: key.source, target: key.target, predicate: predicate,
      polarity: key.polarity, modality: key.modality)
    edge.addUp(evidence, copies: copies)
    evidence = []
    return edge
  }

  private func commonestLemma(orElse usual: String) -> String {
    guard !otherLemmas.isEmpty else { return usual }
    var counts = otherLemmas
    counts[usual] = evidence.count - counts.values.reduce(0, +)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? usual
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
