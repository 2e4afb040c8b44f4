/// One disagreement between a graph and a gold.
public struct ScoreFinding: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case missedEntity = "missed-entity"
    case spuriousEntity = "spurious-entity"
    case duplicateEntity = "duplicate-entity"
    case wrongType = "wrong-type"
    case missedEdge = "missed-edge"
    case spuriousEdge = "spurious-edge"
    case wrongLemma = "wrong-lemma"
  }

  public var kind: Kind
  /// The entity, or the one an edge starts at: the gold's name, else the node's label.
  public var name: String
  /// The entity an edge ends at.
  public var target: String?
  /// What was found or expected: a type, a trigger, the lemmas.
  public var detail: String
  /// The relation is explicit in the text.
  public var isCore: Bool

  public init(
    _ kind: Kind, _ name: String, to target: String? = nil, detail: String = "",
    isCore: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.target = target
    self.detail = detail
    self.isCore = isCore
  }
}

extension ScoreFinding: CustomStringConvertible {
  /// `missed-edge (core): Iran → Russia, supplied [AID], sentence 3`.
  public var description: String {
    let arrow = target.map { " → " + $0 } ?? ""
    let tail = detail.isEmpty ? "" : ", " + detail
    return kind.rawValue + (isCore ? " (core)" : "") + ": " + name + arrow + tail
  }
}
