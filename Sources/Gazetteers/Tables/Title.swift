/// A title that stands before or after a name, and what holding it means.
public struct Title: Sendable, Hashable {
  public struct Form: Sendable, Hashable {
    public let text: String
    /// Each letter as it is written: "FM".
    public let exactCase: Bool
  }

  public let title: String
  public let forms: [Form]
  /// `head-of-state`, `foreign-minister`, `honorific`, `military`, …
  public let kind: String
  public let before: Bool
  public let after: Bool
  /// What kinds of body the office belongs to: `country`, `org`, ….
  public let of: [String]
  public let origin: Origin

  /// "Mr", "Dame": says nothing but that a person's name follows.
  public var isHonorific: Bool { kind == "honorific" }

  /// Whether who bears it holds a public office.
  public var isOffice: Bool { !Self.privateKinds.contains(kind) }

  /// Whether one person at a time holds the office of a country or body.
  public var isHeldByOne: Bool { Self.soleKinds.contains(kind) && title != "minister" }

  private static let soleKinds: Set<String> = [
    "defence-minister", "finance-minister", "foreign-minister", "governor", "head-of-government",
    "head-of-state", "interior-minister", "mayor", "minister", "monarch",
  ]

  private static let privateKinds: Set<String> = [
    "", "academic", "business", "candidate", "civil", "culture", "expert", "honorific", "leader",
    "legal-profession", "media", "modifier", "noble", "profession", "religious", "royal", "sport",
    "spouse",
  ]
}
