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
  /// By key, and those of a form in the order in which they are tried.
  private let rules: PackTable<AmbiguityRule>
  private let keys: PackColumn<UInt64>

  init(from pack: inout PackReader) throws(PackFault) {
    rules = try pack.table()
    keys = try pack.column()
  }

  /// - Parameter ordered: rules in the order in which they are tried.
  static func write(_ ordered: [AmbiguityRule], to pack: inout PackWriter) {
    let keyed = ordered.enumerated().map { (key: key($1.surface), number: $0, rule: $1) }
      .sorted { ($0.key, $0.number) < ($1.key, $1.number) }
    pack.add(table: keyed.map(\.rule))
    pack.add(column: keyed.map(\.key))
  }

  /// By form, in no order of forms that means anything.
  var all: [AmbiguityRule] { Array(rules) }

  subscript(surface: String) -> [AmbiguityRule] {
    let key = Self.key(surface)
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return (low..<keys.count).prefix { keys[$0] == key }.map { rules[$0] }
  }

  private static func key(_ surface: String) -> UInt64 {
    var key: UInt64 = 1
    for atom in AtomScanner.atoms(of: surface) { key = WordHasher.combined(key, atom.key) }
    return key
  }
}

extension AmbiguityRule: PackRecord {
  init(from fields: inout FieldReader) {
    surface = fields.string()
    conditions = (0..<fields.count()).map { _ in Condition(from: &fields) }
    outcome = Outcome(from: &fields)
    text = fields.string()
    origin = Origin(from: &fields)
  }

  func write(to pack: inout PackWriter) {
    pack.add(surface)
    pack.add(conditions.count)
    for condition in conditions { condition.write(to: &pack) }
    outcome.write(to: &pack)
    pack.add(text)
    origin.write(to: &pack)
  }
}

extension AmbiguityRule.Condition {
  fileprivate init(from fields: inout FieldReader) {
    place = Place(rawValue: fields.string()) ?? .document
    alternatives = (0..<fields.count()).map { _ in AmbiguityRule.Term(from: &fields) }
  }

  fileprivate func write(to pack: inout PackWriter) {
    pack.add(place.rawValue)
    pack.add(alternatives.count)
    for term in alternatives { term.write(to: &pack) }
  }
}

extension AmbiguityRule.Term {
  fileprivate init(from fields: inout FieldReader) {
    switch fields.number() {
    case 0: self = .words(fields.strings())
    case 1: self = .wordClass(WordClasses(rawValue: fields.wideNumber()))
    default: self = .entity(fields.index())
    }
  }

  fileprivate func write(to pack: inout PackWriter) {
    switch self {
    case .words(let words):
      pack.add(UInt32(0))
      pack.add(words)
    case .wordClass(let classes):
      pack.add(UInt32(1))
      pack.add(classes.rawValue)
    case .entity(let entity):
      pack.add(UInt32(2))
      pack.add(entity)
    }
  }
}

extension AmbiguityRule.Outcome {
  fileprivate init(from fields: inout FieldReader) {
    switch fields.index() {
    case -1: self = .person
    case -2: self = .none
    case let entity: self = .entity(entity)
    }
  }

  fileprivate func write(to pack: inout PackWriter) {
    switch self {
    case .person: pack.add(Int32(-1))
    case .none: pack.add(Int32(-2))
    case .entity(let entity): pack.add(entity)
    }
  }
}
