/// The rows of a worklist that a user marked with a plus.
public struct MarkedRows: Sendable, Equatable {
  /// Which table the rows are of.
  public enum Kind: Sendable { case names, predicates }

  public var kind: Kind
  public var rows: [String]

  public init(in worklist: String) {
    let lines = worklist.split(whereSeparator: \.isNewline)
    let isOfPredicates = lines.contains { $0 == PredicateWorklist.columns.joined(separator: "\t") }
    kind = isOfPredicates ? .predicates : .names
    rows = lines.compactMap { line in
      guard line.first == "+" else { return nil }
      return String(line.dropFirst().drop { $0 == " " })
    }
  }

  /// A table of the rows; with `existing`, the text of a table, that table with them at its end.
  public func table(appendedTo existing: String?) -> String {
    Self.table(
      of: rows, columns: kind == .names ? Worklist.columns : PredicateWorklist.columns,
      appendedTo: existing)
  }

  /// A table of the relations that the rows of predicates name and that the lexicon does not have.
  ///
  /// - Parameter isKnown: whether the lexicon has a relation.
  public func relationTable(
    appendedTo existing: String?, isKnown: (String) -> Bool
  ) -> String? {
    guard kind == .predicates else { return nil }
    var seen: Set<String> = []
    let new = rows.compactMap { $0.split(separator: "\t").first.map(String.init) }
      .filter { !isKnown($0) && seen.insert($0).inserted }
    guard !new.isEmpty else { return nil }
    return Self.table(
      of: new.map { "\($0)\tother\t\t\t\t" },
      columns: ["relation", "category", "mode", "cameo", "goldstein", "flags"],
      appendedTo: existing)
  }

  private static func table(
    of rows: [String], columns: [String], appendedTo existing: String?
  ) -> String {
    var text = existing ?? "# adopted from entente suggest\n"
    if existing == nil { text += columns.joined(separator: "\t") + "\n" }
    if !text.hasSuffix("\n") { text += "\n" }
    let known = Set(text.split(whereSeparator: \.isNewline).map(String.init))
    for row in rows where !known.contains(row) { text += row + "\n" }
    return text
  }
}
