public import DocumentModel
public import GraphModel

/// The corrections of a project, applied to article graphs before they are merged, so that ids, edges
/// and weights come out as if the tool had known.
public struct Corrections: Sendable {
  public let rows: [Correction]
  /// What diagnostics call the table.
  public let file: String
  /// What the relations that rows name mean.
  public var catalogue = PredicateCatalogue()

  public init(_ rows: [Correction] = [], file: String = "corrections.tsv") {
    self.rows = rows
    self.file = file
  }

  /// The articles as corrected, and a warning for every row that matched nothing.
  ///
  /// Rows apply in their order, each to what the ones before it left.
  public func applied(
    to articles: [ArticleGraph]
  ) -> (articles: [ArticleGraph], diagnostics: [Diagnostic]) {
    var articles = articles
    var diagnostics: [Diagnostic] = []
    var index = NameIndex(rows, in: articles)
    for row in rows where row.action != .different || !row.article.isEmpty {
      if apply(row, to: &articles, &index) == 0 { diagnostics.append(unmatched(row)) }
    }
    return (articles, diagnostics)
  }

  /// Returns how many entities or relations the row met.
  private func apply(
    _ row: Correction, to articles: inout [ArticleGraph], _ index: inout NameIndex
  ) -> Int {
    func entity(called name: String) -> ArticleEntity? {
      for place in index.places(of: name) {
        if let entity = articles[place].entities.first(where: { name.names($0) }) { return entity }
      }
      return nil
    }
    let relation = RelationCorrection(row, catalogue: catalogue)
    let target = row.action == .same ? entity(called: row.object) : nil
    let known = [row.subject, row.object].map { entity(called: $0) }
    let places = row.action == .add ? Array(articles.indices) : index.places(of: row.subject)
    var count = 0
    for place in places where row.article.isEmpty || row.holds(for: articles[place]) {
      let met =
        if let relation {
          articles[place].apply(relation) { $0 == row.subject ? known[0] : known[1] }
        } else {
          articles[place].apply(row, target: target)
        }
      if met > 0 { index.note(articles[place], at: place) }
      count += met
    }
    return count
  }

  /// Whether a user has said that the two are not the same.
  func keepsApart(_ left: Node, _ right: Node) -> Bool {
    rows.contains { row in
      row.action == .different && row.article.isEmpty
        && (row.subject.names(left) && row.object.names(right)
          || row.subject.names(right) && row.object.names(left))
    }
  }

  private func unmatched(_ row: Correction) -> Diagnostic {
    let place = row.article.isEmpty ? "these articles" : "the article \"\(row.article)\""
    let what =
      row.isOfRelation && row.action != .add
      ? "no relation \(row.relation.isEmpty ? "" : "\"\(row.relation)\" ")"
        + "from \"\(row.subject)\" to \"\(row.object)\" in \(place); entente explain prints its row"
      : "no node \"\(row.subject)\" \(row.action == .add ? "or \"\(row.object)\" " : "")"
        + "in \(place); give its id or its label as the graph has it"
    return Diagnostic(
      .warning, code: "unmatched-correction",
      "\(file):\(row.line): \"\(row.action.rawValue)\" did nothing: \(what)")
  }
}

extension Correction {
  fileprivate func holds(for article: ArticleGraph) -> Bool {
    article.article.id == self.article || article.article.id.hasSuffix("/" + self.article)
  }
}

extension String {
  /// Whether it is the id or the label of an entity.
  func names(_ entity: ArticleEntity) -> Bool {
    self == entity.name || self == entity.nodeID
  }

  fileprivate func names(_ node: Node) -> Bool { self == node.label || self == node.id }
}

extension ArticleEntity {
  /// The id of its node in a graph.
  public var nodeID: String { gazetteerID ?? NodeID.discovered(self) }
}

extension ArticleGraph {
  /// Applies one row; returns how many entities it met.
  fileprivate mutating func apply(_ row: Correction, target: ArticleEntity?) -> Int {
    let met = entities.indices.filter { row.subject.names(entities[$0]) }
    guard !met.isEmpty else { return 0 }
    switch row.action {
    case .reverse, .recode, .add, .confirm: return 0
    case .drop: remove(Set(met))
    case .retype:
      for index in met { entities[index].type = EntityType(rawValue: row.value) ?? .organisation }
    case .rename: for index in met { entities[index].name = row.value }
    case .different: for index in met { entities[index].becomeNew(row.object, in: article.id) }
    case .same:
      for index in met { entities[index].become(target, called: row.object) }
      unite()
    }
    return met.count
  }

  private mutating func remove(_ dropped: Set<Int>) {
    relations.removeAll { dropped.contains($0.source) || dropped.contains($0.target) }
    renumber { dropped.contains($0) ? nil : $0 }
  }

  /// Makes one entity of those that have the same id.
  private mutating func unite() {
    var first: [String: Int] = [:]
    var leader = Array(entities.indices)
    for index in entities.indices {
      let id = entities[index].nodeID
      if let known = first[id] {
        entities[known].absorb(entities[index])
        leader[index] = known
      } else {
        first[id] = index
      }
    }
    renumber { leader[$0] }
  }

  /// Keeps the entities that `place` maps to themselves and points relations at what it says.
  private mutating func renumber(_ place: (Int) -> Int?) {
    var kept: [ArticleEntity] = []
    var number: [Int: Int] = [:]
    for index in entities.indices where place(index) == index {
      number[index] = kept.count
      kept.append(entities[index])
    }
    func new(_ index: Int) -> Int? { place(index).flatMap { number[$0] } }
    relations = relations.compactMap { relation in
      guard let source = new(relation.source), let target = new(relation.target) else {
        return nil
      }
      var relation = relation
      (relation.source, relation.target) = (source, target)
      for index in relation.stance.attribution.indices {
        relation.stance.attribution[index].entity =
          relation.stance.attribution[index].entity.flatMap(new)
      }
      return relation
    }
    entities = kept
  }
}

extension ArticleEntity {
  fileprivate mutating func become(_ target: ArticleEntity?, called name: String) {
    guard let target else {
      gazetteerID = name
      resolutionKey = name
      return
    }
    gazetteerID = target.gazetteerID
    resolutionKey = target.resolutionKey
    self.name = target.name
    type = target.type
    subtype = target.subtype
    ids = target.ids
    candidates = []
  }

  fileprivate mutating func becomeNew(_ name: String, in article: String) {
    gazetteerID = nil
    self.name = name
    resolutionKey = "\(type.rawValue):\(name.lowercased())@\(article)"
    ids = [:]
    candidates = []
  }

  fileprivate mutating func absorb(_ other: ArticleEntity) {
    mentions += other.mentions
    aliases += other.aliases.filter { !aliases.contains($0) }
    roles += other.roles.filter { !roles.contains($0) }
    foundBy += other.foundBy.filter { !foundBy.contains($0) }
  }
}
