import DocumentModel
import Entente
import Gazetteers

/// Relations, heads and patterns counted by category.
struct LexiconTable {
  private struct Row {
    var relations: Set<String> = []
    var verbs: Set<String> = []
    var nouns: Set<String> = []
    var patterns = 0
    var passing = 0
  }

  private var rows: [String: Row] = [:]
  private let showsPassing: Bool

  init(_ lexicon: Lexicon, outcomes: [LexiconCheck.Outcome]? = nil) {
    showsPassing = outcomes != nil
    var categories: [String: String] = [:]
    for relation in lexicon.relations {
      categories[relation.id] = relation.category?.rawValue ?? "none"
    }
    for pattern in outcomes?.map(\.pattern) ?? Array(lexicon.patterns) {
      let category = categories[pattern.relation] ?? "none"
      rows[category, default: Row()].patterns += 1
      rows[category, default: Row()].relations.insert(pattern.relation)
      if pattern.partOfSpeech == "v" {
        rows[category, default: Row()].verbs.insert(pattern.head)
      } else {
        rows[category, default: Row()].nouns.insert(pattern.head)
      }
    }
    for outcome in outcomes ?? [] where outcome.failures.isEmpty {
      rows[categories[outcome.pattern.relation] ?? "none", default: Row()].passing += 1
    }
  }

  var text: String {
    let header =
      ["category", "relations", "verbs", "nouns", "patterns"] + (showsPassing ? ["pass"] : [])
    var lines = [line(header)]
    let order = Category.allCases.map(\.rawValue) + ["none"]
    for category in order {
      guard let row = rows[category] else { continue }
      let counts = [row.relations.count, row.verbs.count, row.nouns.count, row.patterns]
      lines.append(
        line([category] + (counts + (showsPassing ? [row.passing] : [])).map(String.init)))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ cells: [String]) -> String {
    var text = cells[0] + String(repeating: " ", count: max(1, 14 - cells[0].count))
    for cell in cells.dropFirst() {
      text += String(repeating: " ", count: max(1, 10 - cell.count)) + cell
    }
    return text
  }
}
