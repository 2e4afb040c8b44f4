import DocumentModel

/// What a user has decided about a node or a relation: a row of `corrections.tsv`.
public struct Correction: Sendable, Hashable {
  public enum Action: String, Sendable, CaseIterable {
    /// The subject is the object: one node, the object's.
    case same
    /// With an article, the subject in it is another entity, named as the object. Without one the two
    /// are never suggested as the same.
    case different
    /// Without an object: the node is none, and its edges go with it. With one: the relation is none.
    case drop
    /// The subject is of the type in `value`.
    case retype
    /// The subject is called `value`.
    case rename
    /// It is the object that acts on the subject.
    case reverse
    /// The relation is the one in `value`, or has the stance in it.
    case recode
    /// The article tells a relation that was not found.
    case add
    /// Somebody has looked at the relation and it is right: its grade is A.
    case confirm
  }

  public var action: Action
  /// A node's id, or its label.
  public var subject: String
  /// Which relation between subject and object: its id, its lemma or either with its stance; empty
  /// for any.
  public var relation: String
  /// The other node's id or label.
  public var object: String
  /// The type, name or relation, for `retype`, `rename` and `recode`.
  public var value: String
  /// The article it holds for; empty for all.
  public var article: String
  public var who: String
  public var why: String
  /// Where the row stands, from 1; 0 for one that was not read.
  public var line: Int

  public init(
    _ action: Action, subject: String, relation: String = "", object: String = "",
    value: String = "", article: String = "", who: String = "", why: String = "", line: Int = 0
  ) {
    self.action = action
    self.subject = subject
    self.relation = relation
    self.object = object
    self.value = value
    self.article = article
    self.who = who
    self.why = why
    self.line = line
  }

  /// Whether it is about a relation rather than a node.
  public var isOfRelation: Bool {
    switch action {
    case .reverse, .recode, .add, .confirm: true
    case .drop: !object.isEmpty
    case .same, .different, .retype, .rename: false
    }
  }

  /// The columns of the table, in the order in which rows are written.
  public static let columns = [
    "action", "subject", "relation", "object", "value", "article", "who", "why",
  ]

  /// The row as `corrections.tsv` holds it.
  public var row: String {
    [action.rawValue, subject, relation, object, value, article, who, why]
      .map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }.joined(separator: "\t")
  }
}
