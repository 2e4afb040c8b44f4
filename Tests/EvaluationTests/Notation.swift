import DocumentModel
import Evaluation
import Foundation
import GraphModel
import Testing

/// Reads golds and graphs from one-line rows, so that a test case reads as a table.
///
/// Entities and nodes: `id type Name | form | form`; a name that ends in `?` is optional.
/// Relations: `a > b lemma/accepted CATEGORY/ACCEPTED flags`, flags being `core sym opt not` or a
/// status; `_` in a lemma is a space. Edges: `a > b lemma CATEGORY flags`, flags being `not`, `said`
/// or a modality.
enum Notation {
  static func gold(entities: [String], relations: [String]) throws -> GraphGold {
    GraphGold(
      doc: "case", entities: try entities.map(entity), relations: try relations.map(relation))
  }

  static func graph(nodes: [String], edges: [String]) throws -> Graph {
    Graph(
      nodes: try nodes.map(node), edges: try edges.enumerated().map { try edge($1, number: $0) })
  }

  private struct Named {
    var id: String
    var type: String
    var names: [String]

    init(_ row: String) throws {
      let words = row.split(separator: " ", maxSplits: 2).map(String.init)
      try #require(words.count == 3, "\(row)")
      id = words[0]
      type = words[1]
      names = words[2].components(separatedBy: " | ")
    }
  }

  private struct Linked {
    var source: String
    var target: String
    var lemmas: [String]
    var categories: [String]
    var flags: Set<String>

    init(_ row: String) throws {
      let words = row.split(separator: " ").map(String.init)
      try #require(words.count >= 5 && words[1] == ">", "\(row)")
      source = words[0]
      target = words[2]
      lemmas = words[3].components(separatedBy: "/").map {
        $0.replacingOccurrences(of: "_", with: " ")
      }
      categories = words[4].components(separatedBy: "/")
      flags = Set(words[5...])
    }
  }

  private static func entity(_ row: String) throws -> GraphGold.Entity {
    let named = try Named(row)
    let isOptional = named.names[0].hasSuffix("?")
    return GraphGold.Entity(
      id: named.id, type: try #require(GraphGold.EntityKind(rawValue: named.type)),
      name: isOptional ? String(named.names[0].dropLast()) : named.names[0],
      surface: Array(named.names.dropFirst()), isOptional: isOptional)
  }

  private static func relation(_ row: String) throws -> GraphGold.Relation {
    let linked = try Linked(row)
    return GraphGold.Relation(
      source: linked.source, target: linked.target, trigger: linked.lemmas[0],
      lemma: [linked.lemmas[0]], accept: Array(linked.lemmas.dropFirst()),
      category: linked.categories[0], acceptCategory: Array(linked.categories.dropFirst()),
      isNegated: linked.flags.contains("not"),
      status: linked.flags.compactMap(GraphGold.Status.init).first ?? .asserted, sentence: 0,
      isCore: linked.flags.contains("core"), isSymmetric: linked.flags.contains("sym"),
      isOptional: linked.flags.contains("opt"))
  }

  private static func node(_ row: String) throws -> Node {
    let named = try Named(row)
    return Node(
      id: named.id, label: named.names[0], type: try #require(EntityType(rawValue: named.type)),
      aliases: Array(named.names.dropFirst()))
  }

  private static func edge(_ row: String, number: Int) throws -> Edge {
    let linked = try Linked(row)
    return Edge(
      id: "e-\(number)", source: linked.source, target: linked.target,
      predicate: Predicate(
        lemma: linked.lemmas[0], category: try #require(Category(rawValue: linked.categories[0]))),
      polarity: linked.flags.contains("not") ? .negated : .affirmed,
      modality: linked.flags.compactMap(Stance.Modality.init).first ?? .asserted,
      attribution: linked.flags.contains("said") ? ["Seoul"] : [])
  }
}

extension GraphScores {
  /// Every figure under its name: `correct+spurious found/expected`, or `part/whole`.
  var figures: [String: String] {
    let rates = [
      "entities": entities, "pairs": pairs, "lemmas": lemmas, "categories": categories,
    ]
    let shares = [
      "types": types, "in-relations": entitiesInRelations, "core": corePairs,
      "core-lemmas": coreLemmas, "core-categories": coreCategories, "events": events, "ties": ties,
      "negation": negation, "status": status,
    ]
    return rates.mapValues { "\($0.correct)+\($0.spurious) \($0.found)/\($0.expected)" }
      .merging(shares.mapValues { "\($0.part)/\($0.whole)" }) { first, _ in first }
      .merging(["duplicates": "\(duplicates)", "nodes": "\(nodes)", "edges": "\(edges)"]) {
        first, _ in first
      }
  }
}
