import DocumentModel
public import Gazetteers

/// What tells one lexicon from another: rows of relations and patterns that came, went or changed.
public struct LexiconDifference: Sendable, Equatable {
  /// One row: `+` came, `-` went, `~` means something else now.
  public struct Row: Sendable, Equatable {
    public enum Mark: String, Sendable { case gained = "+", lost = "-", changed = "~" }

    public let mark: Mark
    public let text: String
  }

  public let relations: [Row]
  public let patterns: [Row]

  public var isEmpty: Bool { relations.isEmpty && patterns.isEmpty }

  public init(from old: Lexicon, to new: Lexicon) {
    let (before, after) = (Self.meanings(old), Self.meanings(new))
    relations = Set(before.keys).union(after.keys).sorted().compactMap { id in
      guard let was = before[id] else {
        return Row(mark: .gained, text: "\(id) \(after[id] ?? "")")
      }
      guard let now = after[id] else { return Row(mark: .lost, text: "\(id) \(was)") }
      return was == now ? nil : Row(mark: .changed, text: "\(id) \(was) → \(now)")
    }
    let (had, has) = (Self.rows(old), Self.rows(new))
    patterns =
      (had.subtracting(has).map { Row(mark: .lost, text: $0) }
      + has.subtracting(had).map { Row(mark: .gained, text: $0) })
      .sorted { ($0.text, $0.mark.rawValue) < ($1.text, $1.mark.rawValue) }
  }

  private static func meanings(_ lexicon: Lexicon) -> [String: String] {
    Dictionary(
      lexicon.relations.map { relation in
        let fields = [
          relation.category?.rawValue, relation.mode, relation.cameo.map { "c\($0)" },
          relation.goldstein.map { "\($0)" },
        ].compactMap { $0 }
        return (relation.id, (fields + relation.flags).joined(separator: " "))
      }
    ) { $1 }
  }

  private static func rows(_ lexicon: Lexicon) -> Set<String> {
    Set(lexicon.patterns.map { "\($0.relation) \($0.head) \($0.partOfSpeech): \($0.text)" })
  }
}
