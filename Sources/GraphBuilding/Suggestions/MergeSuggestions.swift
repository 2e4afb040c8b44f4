import DocumentModel
public import GraphModel

/// Nodes that may be one entity, as rows for `corrections.tsv`.
///
/// Candidates share a key (a name's last word, its letters without spaces, its initials), so that the
/// time stays near linear; every pair is then judged by its names.
public struct MergeSuggestions: Sendable {
  public let rows: [Correction]

  /// - Parameter corrections: pairs they keep apart are left out.
  public init(_ graph: Graph, corrections: Corrections = Corrections()) {
    var byKey: [String: [Int]] = [:]
    for (index, node) in graph.nodes.enumerated() {
      for key in Self.keys(of: node) { byKey[key, default: []].append(index) }
    }
    var seen: Set<[Int]> = []
    var rows: [Correction] = []
    for key in byKey.keys.sorted() {
      let group = byKey[key] ?? []
      guard group.count <= Self.largestGroup else { continue }
      for (place, left) in group.enumerated() {
        for right in group[(place + 1)...] where seen.insert([left, right]).inserted {
          let pair = (graph.nodes[left], graph.nodes[right])
          guard let why = Self.reason(pair.0, pair.1),
            !corrections.keepsApart(pair.0, pair.1)
          else { continue }
          rows.append(Self.row(pair.0, pair.1, why: why))
        }
      }
    }
    self.rows = rows.sorted { ($0.object, $0.subject) < ($1.object, $1.subject) }
  }

  /// The rows as a table.
  public var table: String {
    ([Correction.columns.joined(separator: "\t")] + rows.map(\.row)).joined(separator: "\n") + "\n"
  }

  private static let largestGroup = 40

  private static func keys(of node: Node) -> Set<String> {
    let words = words(of: node.label)
    guard let last = words.last else { return [] }
    var keys: Set<String> = ["last:\(last)", "letters:\(words.joined())"]
    if let first = words.first, words.count > 1 { keys.insert("first:\(first)") }
    if words.count > 2 {
      keys.insert("initials:\(words.compactMap(\.first).map(String.init).joined())")
    }
    if words.count == 1, node.label == node.label.uppercased() { keys.insert("initials:\(last)") }
    return keys
  }

  private static func words(of name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Why two nodes may be the same; nil when nothing speaks for it. Two entries of the gazetteer are
  /// never suggested.
  private static func reason(_ left: Node, _ right: Node) -> String? {
    guard left.id.hasPrefix("x-") || right.id.hasPrefix("x-"),
      left.type == right.type || left.type.isPerson && right.type.isPerson
        || !left.type.isPerson && !right.type.isPerson
    else { return nil }
    let (a, b) = (words(of: left.label), words(of: right.label))
    if a == b || a.joined() == b.joined() { return "the same letters" }
    if isPart(a, of: b) || isPart(b, of: a) { return "one name is part of the other" }
    if a.count == b.count, differByOneLetter(a, b) { return "names differ by one letter" }
    if isInitials(a, of: b) || isInitials(b, of: a) { return "initials" }
    return nil
  }

  private static func isPart(_ short: [String], of long: [String]) -> Bool {
    short.count < long.count
      && (long.suffix(short.count) == short[...] || long.prefix(short.count) == short[...])
  }

  private static func isInitials(_ short: [String], of long: [String]) -> Bool {
    short.count == 1 && long.count > 2
      && short[0] == long.compactMap(\.first).map(String.init).joined()
  }

  /// One word of at least five letters differs, by one letter changed, added or left out.
  private static func differByOneLetter(_ left: [String], _ right: [String]) -> Bool {
    let differing = zip(left, right).filter { $0 != $1 }
    guard differing.count == 1, let pair = differing.first, left.count > 1 else { return false }
    return min(pair.0.count, pair.1.count) >= 5 && pair.0.isWithinOneEdit(of: pair.1)
  }

  /// The node with fewer mentions is the other one, but for entries of the gazetteer.
  private static func row(_ left: Node, _ right: Node, why: String) -> Correction {
    let keepsLeft =
      left.id.hasPrefix("x-") == right.id.hasPrefix("x-")
      ? left.mentions >= right.mentions : right.id.hasPrefix("x-")
    let (kept, merged) = keepsLeft ? (left, right) : (right, left)
    return Correction(
      .same, subject: merged.id, object: kept.id, who: "suggested",
      why: "\(merged.label) = \(kept.label)? \(why)")
  }
}
