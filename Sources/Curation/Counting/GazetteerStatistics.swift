import DocumentModel
import Gazetteers

/// How much of what the tables hold.
public struct GazetteerStatistics: Sendable, Codable {
  public struct Count: Sendable, Codable {
    public let name: String
    public let count: Int
  }

  public struct TypeCount: Sendable, Codable {
    public let type: String
    public let count: Int
    /// Most first.
    public let subtypes: [Count]
  }

  public struct Section: Sendable, Codable {
    public let name: String
    public let counts: [Count]
  }

  public let types: [TypeCount]
  public let sections: [Section]
  public let tables: [Count]

  /// Counts a gazetteer and the rows of the tables it was loaded from.
  public init(_ gazetteer: Gazetteer, tables: TableFolders) {
    types = Self.types(gazetteer)
    sections = [
      Self.names(gazetteer), Self.facts(gazetteer), Self.words(gazetteer),
      Self.lexicon(gazetteer.lexicon),
    ]
    self.tables = tables.all.map { sheet in
      Count(name: sheet.path, count: sheet.rows.reduce(0) { count, _ in count + 1 })
    }
  }

  private static func types(_ gazetteer: Gazetteer) -> [TypeCount] {
    let byType = Dictionary(grouping: gazetteer.entities, by: \.type)
    return EntityType.allCases.map { type in
      let entities = byType[type] ?? []
      return TypeCount(
        type: type.rawValue, count: entities.count,
        subtypes: counted(entities.compactMap(\.subtype)))
    }
  }

  private static func names(_ gazetteer: Gazetteer) -> Section {
    let marks = gazetteer.aliases.map(\.marks)
    return Section(
      name: "forms",
      counts: [
        Count(name: "all", count: marks.count),
        Count(name: "= exact case", count: marks.count { $0.exactCase }),
        Count(name: "~ with other evidence", count: marks.count { $0.needsEvidence }),
        Count(name: "+ after a full form", count: marks.count { $0.afterFullForm }),
        Count(name: "adj, dem", count: marks.count { $0.adjective || $0.demonym }),
        Count(name: "met", count: marks.count { $0.metonym }),
        Count(name: "dated", count: marks.count { !$0.dates.isEmpty }),
      ])
  }

  private static func facts(_ gazetteer: Gazetteer) -> Section {
    let roles = gazetteer.roles
    let dated = roles.count { $0.from != .unknown && $0.to != .unknown }
    let holders = Set(roles.map(\.person)).count
    let rules = Set(gazetteer.rules.map { SurfaceKey($0.surface) }).count
    return Section(
      name: "facts",
      counts: [
        Count(name: "roles", count: roles.count),
        Count(name: "roles with both ends known or open", count: dated),
        Count(name: "roles without an end", count: roles.count { $0.to == .open }),
        Count(name: "people with roles", count: holders),
        Count(name: "ties", count: gazetteer.ties.count),
        Count(name: "ambiguous forms with rules", count: rules),
      ] + counted(gazetteer.ties.map { "ties " + $0.predicate }))
  }

  private static func words(_ gazetteer: Gazetteer) -> Section {
    let vocabulary = gazetteer.vocabulary
    let classes = (0..<Int32(vocabulary.count)).map { vocabulary.classes(of: $0) }
    let kinds: [(String, WordClasses)] = [
      ("given names", .givenName), ("surnames", .surname), ("role nouns", .roleNoun),
      ("organisation nouns", .orgNoun), ("common words", .commonWord),
    ]
    return Section(
      name: "words",
      counts: kinds.map { name, kind in
        Count(name: name, count: classes.count { $0.contains(kind) })
      } + [
        Count(name: "titles", count: gazetteer.titles.count),
        Count(name: "words of classes", count: gazetteer.classWords.count),
      ])
  }

  private static func lexicon(_ lexicon: Lexicon) -> Section {
    Section(
      name: "lexicon",
      counts: [
        Count(name: "relations", count: lexicon.relations.count),
        Count(name: "patterns", count: lexicon.patterns.count),
        Count(
          name: "heads", count: Set(lexicon.patterns.map { $0.head + " " + $0.partOfSpeech }).count),
        Count(name: "irregular forms", count: lexicon.irregularForms.count),
      ])
  }

  /// Most first, equals by name.
  private static func counted(_ names: [String]) -> [Count] {
    Dictionary(grouping: names) { $0 }.map { Count(name: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
