/// Why the relations of one article are what they are.
public struct Explanation: Sendable, Encodable {
  public var article: String
  public var relations: [RelationExplanation] = []
  /// What stood in the way of a relation, the nearest predicate first.
  public var refusals: [RefusedPredicate] = []
  public var nodes: [NodeExplanation] = []
  /// What was asked for and is not there.
  public var notes: [String] = []

  public var isEmpty: Bool {
    relations.isEmpty && refusals.isEmpty && nodes.isEmpty && notes.isEmpty
  }
}

/// A line of a table.
public struct TableLine: Sendable, Encodable, Hashable {
  public var file: String
  public var line: Int
  public var text: String
}

/// A piece of a sentence and what it is to the relation.
public struct SentencePiece: Sendable, Encodable {
  public enum Role: String, Sendable, Encodable {
    case plain, source, trigger, target, cue
  }

  public var text: String
  public var role: Role
}

/// One relation with everything it rests on.
public struct RelationExplanation: Sendable, Encodable {
  public var source: String
  public var label: String
  public var target: String
  public var relation: String
  public var category: String
  public var grade: String
  public var polarity: String
  public var modality: String
  public var tense: String?
  public var completion: String?
  public var speakers: [String]
  public var date: String?
  public var dateSource: String?
  public var sentence: [SentencePiece]
  /// `pattern`, `syntax`, `earlier event`, `tie` and its rule.
  public var basis: String
  public var pattern: TableLine?
  public var lexicon: TableLine?
  /// From the source to the trigger and on to the target: "Iran ←nsubj supplied →obl Lebanon".
  public var path: String
  public var cues: [TableLine]
  public var sourceMention: MentionExplanation?
  public var targetMention: MentionExplanation?
  /// A row for `corrections.tsv` that drops it; with another action it reverses, recodes or confirms.
  public var correction: String
}

/// A mention, and why it is taken for that entity.
public struct MentionExplanation: Sendable, Encodable {
  public var text: String
  public var entity: String
  public var kind: String
  public var type: String
  public var sentence: Int
  public var reasons: [String]
  /// Other readings, best first.
  public var others: [String]
}

/// A node: every mention of an entity in one article.
public struct NodeExplanation: Sendable, Encodable {
  public var name: String
  /// The gazetteer's id; nil for a discovered name.
  public var id: String?
  public var type: String
  public var roles: [String]
  public var mentions: [MentionExplanation]
}

/// A predicate near two entities that does not relate them, and why.
public struct RefusedPredicate: Sendable, Encodable {
  public var sentence: String
  public var predicate: String
  public var reasons: [String]
  /// A line that would change it, and the file it belongs in.
  public var remedy: TableLine?
}
