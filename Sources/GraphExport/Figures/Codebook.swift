import DocumentModel
import GraphModel

/// What the table of events means, as Markdown: columns, event types, and each relation with its
/// codes.
public struct Codebook {
  /// A relation as the codebook lists it.
  public struct Entry {
    public var relation: String
    public var category: DocumentModel.Category
    public var mode: String?
    public var cameo: String?
    public var goldstein: Double?
    /// Dictionary forms of the words that say it.
    public var words: [String]

    public init(
      relation: String, category: DocumentModel.Category, mode: String?, cameo: String?,
      goldstein: Double?, words: [String]
    ) {
      self.relation = relation
      self.category = category
      self.mode = mode
      self.cameo = cameo
      self.goldstein = goldstein
      self.words = words
    }
  }

  private let entries: [Entry]

  public init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.relation.utf8.lexicographicallyPrecedes($1.relation.utf8) }
  }

  public var markdown: String {
    var lines = ["# Codebook of the table of events", "", "One row an event. Columns:", ""]
    lines += Self.table(
      ["column", "meaning"], EventColumn.all.map { ["`\($0.name)`", $0.meaning] })
    lines += ["", "## Event types", ""]
    lines += Self.table(["type", "quad class", "relations"], Category.allCases.map(row))
    lines += ["", "## Relations", ""]
    lines += Self.table(
      ["relation", "type", "mode", "CAMEO", "Goldstein", "said by"], entries.map(row))
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ category: DocumentModel.Category) -> [String] {
    let quad = category.quadClass.map { "\($0.rawValue) \(EdgeStyle.Tone($0).words)" }
    return [
      category.rawValue, quad ?? (category.isTie ? "a standing tie" : "none"),
      "\(entries.count { $0.category == category })",
    ]
  }

  private func row(_ entry: Entry) -> [String] {
    [
      entry.relation, entry.category.rawValue, entry.mode ?? "", entry.cameo ?? "",
      entry.goldstein.map { "\($0)" } ?? "", entry.words.joined(separator: ", "),
    ]
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> [String] {
    ([header, header.map { _ in "-" }] + rows).map { cells in
      "| "
        + cells.map { TextCleaning.cleaned($0).replacing("|", with: "\\|") }
        .joined(separator: " | ") + " |"
    }
  }
}
