public import DocumentModel
public import Gazetteers
public import GraphModel

/// All layers of one article's analysis.
public struct DocumentAnalysis: Sendable {
  public let document: Document
  public let syntax: SyntaxLayer
  public let entities: EntityLayer
  public let relations: [Relation]
  /// What relation extraction has to say of the article.
  public let diagnostics: [Diagnostic]

  public init(
    document: Document, syntax: SyntaxLayer, entities: EntityLayer, relations: [Relation],
    diagnostics: [Diagnostic] = []
  ) {
    self.document = document
    self.syntax = syntax
    self.entities = entities
    self.relations = relations
    self.diagnostics = diagnostics
  }

  /// The article's graph: what remains when the text is gone.
  public func articleGraph(gazetteer: Gazetteer) -> ArticleGraph {
    let cited = Set(relations.map(\.evidence.sentence))
    return ArticleGraph(
      article: record, entities: entities.chains.map { entity($0, gazetteer: gazetteer) },
      relations: relations,
      sentences: Dictionary(uniqueKeysWithValues: cited.map { ($0, sentence($0)) }),
      diagnostics: document.diagnostics + entities.diagnostics + diagnostics,
      sketch: TextSketch(wordHashes: document.bodyWordHashes))
  }

  private var record: ArticleRecord {
    let article = document.article
    return ArticleRecord(
      id: article.id, contentHash: StableHash.base32(of: article.text),
      title: article.metadata.title, date: document.date, source: article.metadata.source,
      url: article.metadata.url, attributes: article.metadata.attributes)
  }

  private func sentence(_ index: Int) -> String {
    document.form(of: document.sentences[index].tokens)
  }

  private func entity(_ chain: Chain, gazetteer: Gazetteer) -> ArticleEntity {
    let mentions = chain.mentions.map { entities.mentions[$0] }
    let named = mentions.filter { $0.kind != .pronoun && $0.kind != .nominal }
    var entity = ArticleEntity(
      resolutionKey: chain.name, name: chain.name, type: chain.type, subtype: chain.subtype,
      aliases: unique(named.map { document.form(of: $0.tokens) }), roles: chain.roles,
      foundBy: unique(mentions.map(\.kind.rawValue)),
      candidates: chain.alternatives.map { label($0, gazetteer: gazetteer) }, mentions: named.count)
    switch chain.identity {
    case .discovered(let key): entity.resolutionKey = key
    case .known(let index):
      let known = gazetteer.entities[Int(index)]
      entity.gazetteerID = known.id
      entity.resolutionKey = known.id
      entity.ids = known.ids
      entity.attributes = known.attributes
      if known.type == .country, known.id.utf8.count == 3 { entity.ids["iso3"] = known.id }
      entity.roles = unique(chain.roles + roles(of: index, gazetteer: gazetteer))
    }
    return entity
  }

  /// The offices the gazetteer says a person holds at the article's date.
  private func roles(of person: EntityIndex, gazetteer: Gazetteer) -> [String] {
    guard let date = document.date?.date else { return [] }
    return gazetteer.tenures(of: person).filter { $0.isHeld(on: date) }.map { role in
      guard let body = role.of else { return role.role }
      return "\(role.role) of \(gazetteer.entities[Int(body)].name)"
    }
  }

  private func label(_ candidate: Candidate, gazetteer: Gazetteer) -> String {
    switch candidate.identity {
    case .known(let index): gazetteer.entities[Int(index)].id
    case .discovered(let key): key
    }
  }

  private func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
