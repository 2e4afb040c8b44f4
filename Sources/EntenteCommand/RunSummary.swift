import DocumentModel
import GraphModel

/// A paragraph on what a run found.
struct RunSummary {
  let graph: Graph
  let read: Int
  let skipped: Int
  let failures: Int
  let outputs: [String]

  var text: String {
    [articles, entities, relations, written].compactMap { $0 }.joined(separator: " ")
  }

  private var articles: String {
    var text = "Read \(counted(read, "article"))"
    if let range = dates { text += " of \(range)" }
    if skipped > 0 { text += "; \(skipped) skipped" }
    if failures > 0 { text += "; \(failures) failed, named above" }
    return text + "."
  }

  private var dates: String? {
    let dates = graph.articles.compactMap { $0.date?.date }.sorted()
    guard let first = dates.first, let last = dates.last else { return nil }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }

  private var entities: String {
    let counts = EntityType.allCases.compactMap { type in
      let count = graph.nodes.count { $0.type == type }
      return count > 0 ? counted(count, type.rawValue) : nil
    }
    let most = graph.nodes.sorted { ($1.mentions, $0.id) < ($0.mentions, $1.id) }.prefix(3).map(
      \.label)
    let named = most.isEmpty ? "" : "; named most: \(list(most))"
    return
      "Found \(counted(graph.nodes.count, "entity"))\(counts.isEmpty ? "" : " (\(list(counts)))")\(named)."
  }

  private var relations: String {
    let acts = graph.edges.count { !$0.predicate.category.isTie }
    let doubtful = graph.edges.count { $0.modality != .asserted || $0.polarity == .negated }
    return
      "Drew \(counted(graph.edges.count, "edge")): \(counted(acts, "act")) and "
      + "\(counted(graph.edges.count - acts, "standing tie")), \(doubtful) of them denied, planned or otherwise not plainly asserted."
  }

  private var written: String? {
    let files = outputs.filter { $0 != "-" }
    return files.isEmpty ? nil : "Wrote \(list(files))."
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    let plural =
      switch noun {
      case "person": "people"
      case _ where noun.hasSuffix("y"): String(noun.dropLast()) + "ies"
      default: noun + "s"
      }
    return "\(count) \(count == 1 ? noun : plural)"
  }

  private func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
