public import DocumentModel
public import GraphModel

/// The corrections of a project, applied to article graphs before they are merged, so that ids, edges
/// and weights come out as if the tool had known.
public struct Corrections: Sendable {
  public let rows: [Correction]
  /// What diagnostics call the table.
  public let file: String

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
    for row in rows where row.action != .different || !row.article.isEmpty {
      let target = row.action == .same ? entity(called: row.object, in: articles) : nil
      var count = 0
      for index in articles.indices where row.article.isEmpty || row.holds(for: articles[index]) {
        count += articles[index].apply(row, target: target)
      }
      if count == 0 { diagnostics.append(unmatched(row)) }
    }
    return (articles, diagnostics)
  }

  /// Whether a user has said that the two are not the same.
  func keepsApart(_ left: Node, _ right: Node) -> Bool {
    rows.contains { row in
      row.action == .different && row.article.isEmpty
        && (row.subject.names(left) && row.object.names(right)
          || row.subject.names(right) && row.object.names(left))
    }
  }

  private func entity(called name: String, in articles: [ArticleGraph]) -> ArticleEntity? {
    for article in articles {
      if let entity = article.entities.first(where: { name.names($0) }) { return entity }
    }
    return nil
  }

  private func unmatched(_ row: Correction) -> Diagnostic {
    let place = row.article.isEmpty ? "these articles" : "the article \"\(row.article)\""
    return Diagnostic(
      .warning, code: "unmatched-correction",
      "\(file):\(row.line): \"\(row.action.rawValue)\" did nothing: no node \"\(row.subject)\" "
        + "in \(place); give its id or its label as the graph has it")
  }
}

extension Correction {
  fileprivate func holds(for article: ArticleGraph) -> Bool {
    article.article.id == self.article || article.article.id.hasSuffix("/" + self.article)
  }
}

extension String {
  /// Whether it is the id or the label of an entity.
  fileprivate func names(_ entity: ArticleEntity) -> Bool {
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
