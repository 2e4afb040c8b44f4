/// One row of an ambiguity table: when a form means what.
public struct AmbiguityRule: Sendable, Hashable {
  public struct Condition: Sendable, Hashable {
    public enum Place: String, Sendable {
      /// Directly before the form.
      case previous = "prev"
      /// Directly behind it.
      case next
      /// Anywhere in the article.
      case document = "doc"
    }

    public let place: Place
    /// One of them must be there.
    public let alternatives: [Term]
  }

  public enum Term: Sendable, Hashable {
    /// Words in lower case, in sequence.
    case words([String])
    case wordClass(WordClasses)
    /// The entity is mentioned in the article.
    case entity(EntityIndex)
  }

  public enum Outcome: Sendable, Hashable {
    case entity(EntityIndex)
    /// Some person; which one is left to the recogniser.
    case person
    /// No name at all.
    case none
  }

  public let surface: String
  /// All must hold; empty for the default.
  public let conditions: [Condition]
  public let outcome: Outcome
  /// The rule as the table writes it.
  public let text: String
  public let origin: Origin

  public var isDefault: Bool { conditions.isEmpty }
}

/// Rules by form.
struct AmbiguityRules: Sendable {
  private var rules: [UInt64: [AmbiguityRule]] = [:]

  init() {}

  /// By form, in no order of forms that means anything.
  var all: [AmbiguityRule] {
    rules.keys.sorted().flatMap { rules[$0] ?? [] }
  }

  /// Rules in the order in which they are tried.
  init(_ ordered: [AmbiguityRule]) {
    for rule in ordered { rules[Self.key(rule.surface), default: []].append(rule) }
  }

  subscript(surface: String) -> [AmbiguityRule] {
    rules.isEmpty ? [] : rules[Self.key(surface)] ?? []
  }

  private static func key(_ surface: String) -> UInt64 {
    var key: UInt64 = 1
    for atom in AtomScanner.atoms(of: surface) { key = WordHasher.combined(key, atom.key) }
    return key
  }
}
