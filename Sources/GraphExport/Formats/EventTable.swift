import DocumentModel
public import GraphModel

/// A table of events as political scientists use them: one row a piece of evidence, by date.
public struct EventTable: GraphWriter {
  /// Whether events that differ only in who reports them count once a day.
  public enum Repetition: String, Sendable, CaseIterable {
    case all
    /// One row a day for each source, target, event type, code and stance: that of the best grade.
    case onePerDay = "one-a-day"
  }

  public var repetition: Repetition
  public var evidence: EvidenceDetail

  public init(repetition: Repetition = .all, evidence: EvidenceDetail = .quote) {
    self.repetition = repetition
    self.evidence = evidence
  }

  public func write(_ graph: Graph, to output: OutputBuffer) throws {
    let csv = CSVText(output: output, dialect: .plain)
    csv.header(EventColumn.all.map(\.name))
    let page = EventPage(csv: csv, graph: graph, detail: evidence)
    let places = Self.places(in: graph, repetition)
    for start in stride(from: 0, to: places.count, by: Self.batch) {
      page.write(places[start..<min(start + Self.batch, places.count)])
      try output.checkpoint()
    }
  }

  typealias Place = EvidenceGroups.Place

  /// How many rows have their parties looked up together: the waits for memory then overlap.
  private static let batch = 64

  /// By date, undated last; then as in the graph.
  static func places(in graph: Graph, _ repetition: Repetition) -> [Place] {
    let places = EvidenceGroups(graph) { edge, piece in
      graph.edges.span[edge].day(of: piece).map { Int32($0.firstDay) } ?? .max
    }.places
    return repetition == .all ? places : onePerDay(places, in: graph)
  }

  private struct DayKey: Hashable {
    var date: CalendarDate?
    var source: String
    var target: String
    var category: Category
    var cameo: String?
    var polarity: Stance.Polarity
    var modality: Stance.Modality
  }

  private static func onePerDay(_ places: [Place], in graph: Graph) -> [Place] {
    var chosen: [DayKey: Int] = [:]
    var result: [Place] = []
    func grade(_ place: Place) -> Relation.Grade {
      graph.edges[Int(place.edge)].evidence[Int(place.piece)].grade
    }
    for place in places {
      let edge = graph.edges[Int(place.edge)]
      let key = DayKey(
        date: edge.day(of: Int(place.piece)), source: edge.source, target: edge.target,
        category: edge.predicate.category, cameo: edge.predicate.cameo, polarity: edge.polarity,
        modality: edge.modality)
      if let index = chosen[key] {
        if grade(place) < grade(result[index]) { result[index] = place }
      } else {
        chosen[key] = result.count
        result.append(place)
      }
    }
    return result
  }
}

extension Edge {
  /// The date of a piece of evidence, else the edge's when it has just one.
  fileprivate func day(of piece: Int) -> CalendarDate? {
    evidence[piece].date ?? (firstDate == lastDate ? firstDate : nil)
  }
}

private struct EventPage {
  let csv: CSVText
  let graph: Graph
  let detail: EvidenceDetail
  private static let stanceFields: [EdgeField] = [
    .relation, .label, .polarity, .modality,
  ]
  private let scratch = TextScratch()
  private let nodes: IDPlaces<Node>
  private let articles: IDPlaces<ArticleRecord>

  init(csv: CSVText, graph: Graph, detail: EvidenceDetail) {
    self.csv = csv
    self.graph = graph
    self.detail = detail
    nodes = IDPlaces(graph.nodes)
    articles = IDPlaces(graph.articles)
  }

  func write(_ places: ArraySlice<EventTable.Place>) {
    let sources = nodes.places(of: places.map { graph.edges[Int($0.edge)].source })
    let targets = nodes.places(of: places.map { graph.edges[Int($0.edge)].target })
    for (place, parties) in zip(places, zip(sources, targets)) {
      write(graph.edges.span[Int(place.edge)], Int(place.piece), parties)
    }
  }

  private func write(_ edge: borrowing Edge, _ index: Int, _ parties: (source: Int?, target: Int?))
  {
    setID(edge.id, edge.evidence, index)
    csv.text(scratch.bytes)
    write(edge, edge.predicate, edge.evidence[index], index, parties)
  }

  private func write(
    _ edge: borrowing Edge, _ predicate: borrowing Predicate, _ piece: borrowing EdgeEvidence,
    _ index: Int, _ parties: (source: Int?, target: Int?)
  ) {
    next(.token(edge.id))
    next(.date(edge.day(of: index)))
    next(.token((piece.dateSource ?? edge.dateSource)?.rawValue))
    writeParty(edge.source, at: parties.source)
    writeParty(edge.target, at: parties.target)
    next(.token(predicate.cameo))
    next(.token(predicate.category.rawValue))
    next(.text(predicate.mode))
    next(predicate.category.quadClass.map { .integer($0.rawValue) } ?? .absent)
    next(.real(predicate.goldstein))
    for field in Self.stanceFields { next(field.value(in: edge)) }
    next(.token((piece.tense ?? edge.tense)?.rawValue))
    next(.list(piece.speakers))
    next(.text(piece.via))
    next(.text(piece.theme))
    next(.token(piece.grade.rawValue))
    writePlace(piece)
    csv.endRow()
  }

  /// The same in every run, whatever other articles there are: the edge's id, the article and where
  /// in it the trigger stands.
  private func setID(_ edge: String, _ evidence: borrowing [EdgeEvidence], _ index: Int) {
    scratch.removeAll()
    scratch.append(edge)
    scratch.append(":")
    if detail == .none {
      scratch.append(index + 1)
      return
    }
    scratch.append(cleaned: evidence[index].article)
    scratch.append(":")
    let start = evidence[index].spans.trigger.start
    scratch.append(start)
    var repeated = 0
    for other in 0..<index
    where evidence[other].spans.trigger.start == start
      && evidence[other].article == evidence[index].article
    {
      repeated += 1
    }
    if repeated > 0 {
      scratch.append(":")
      scratch.append(repeated + 1)
    }
  }

  private func writeParty(_ id: String, at place: Int?) {
    next(.token(id))
    guard let place else {
      for _ in 0..<4 { next(.absent) }
      return
    }
    writeParty(graph.nodes.span[place])
  }

  private func writeParty(_ node: borrowing Node) {
    next(.text(node.shownLabel))
    next(.text(node.iso3))
    next(.text(node.attributes["actor"] ?? node.ids["actor"] ?? node.ids["cameo"] ?? node.iso3))
    next(.token(node.type.rawValue))
  }

  /// Article, sentence, the group of copies it belongs to and the quotation.
  private func writePlace(_ piece: borrowing EdgeEvidence) {
    let isShown = detail != .none
    next(isShown ? .text(piece.article) : .absent)
    // What a user added by hand stands in no sentence.
    next(isShown && piece.spans.sentence >= 0 ? .integer(piece.spans.sentence) : .absent)
    next(isShown ? .text(articles[piece.article].map { copies(of: graph.articles[$0]) }) : .absent)
    next(detail.hasQuotes ? .text(piece.quote) : .absent)
  }

  private func copies(of article: borrowing ArticleRecord) -> String {
    guard !article.attributes.isEmpty else { return article.contentHash }
    return article.attributes[ArticleCopies.attribute] ?? article.contentHash
  }

  private func next(_ value: FieldValue) {
    csv.separator()
    csv.field(value, scratch, evidence: detail)
  }
}
