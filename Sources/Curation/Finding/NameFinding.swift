import DocumentModel
public import Gazetteers

/// What the tables say of a name: which entries have it, what is asked of a text, and who holds the
/// offices it names on a day.
public struct NameFinding: Sendable {
  /// An entry that has the name.
  public struct Entry: Sendable {
    public let entity: GazetteerEntity
    /// The id of what it belongs to.
    public let container: String?
    /// The form by which it was found; nil when by its id.
    public let alias: Alias?
    /// What a text must show for the form to count, in words; empty when it counts alone.
    public let conditions: [String]
    /// Whether the form was in use on the day; nil when the day does not matter.
    public let isValid: Bool?
    /// Every form of the entry.
    public let forms: [String]
    /// Each with whether it was held on the day, by beginning.
    public let roles: [(role: Role, of: String?, isHeld: Bool)]
    /// Where the entry, or the form it was found by, stands.
    public let place: TablePlace
  }

  public let entries: [Entry]
  /// The rules for the form, in the order in which they are tried.
  public let rules: [(rule: AmbiguityRule, place: TablePlace)]
  /// The ids of the entries that rules lead to.
  public let ids: [EntityIndex: String]
  /// Who holds the office that the name describes on the day: "president of France".
  public let holders: [GazetteerEntity]
  /// Forms that have the words of the name among theirs, when no entry has the name itself.
  public let similar: [(surface: String, id: String)]
}
