extension GraphGold {
  /// One relation between two entities, told by one word or phrase.
  public struct Relation: Sendable, Codable, Equatable {
    /// Ids of two different entities.
    public var source: String
    public var target: String
    /// The words that tell it, as in the text.
    public var trigger: String
    /// The right dictionary forms: of the verb, of the noun.
    public var lemma: [String]
    /// Further dictionary forms that count as right.
    public var accept: [String]
    /// An event type, a standing tie or `other`; see `CategoryName`.
    public var category: String
    /// Further right answers to `category`.
    public var acceptCategory: [String]
    public var isNegated: Bool
    public var status: Status
    /// The sentence that tells it best, counted from 0.
    public var sentence: Int?
    /// Explicit, both parties named in the clause.
    public var isCore: Bool
    /// Direction means nothing.
    public var isSymmetric: Bool
    /// Defensible but not required.
    public var isOptional: Bool

    public init(
      source: String, target: String, trigger: String = "", lemma: [String],
      accept: [String] = [], category: String, acceptCategory: [String] = [],
      isNegated: Bool = false, status: Status = .asserted, sentence: Int? = nil,
      isCore: Bool = false, isSymmetric: Bool = false, isOptional: Bool = false
    ) {
      self.source = source
      self.target = target
      self.trigger = trigger
      self.lemma = lemma
      self.accept = accept
      self.category = category
      self.acceptCategory = acceptCategory
      self.isNegated = isNegated
      self.status = status
      self.sentence = sentence
      self.isCore = isCore
      self.isSymmetric = isSymmetric
      self.isOptional = isOptional
    }

    enum CodingKeys: String, CodingKey {
      case source, target, trigger, lemma, accept, category, status, sentence
      case acceptCategory = "accept_category"
      case isNegated = "negated"
      case isCore = "core"
      case isSymmetric = "symmetric"
      case isOptional = "optional"
    }

    public init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      source = try fields.decode(String.self, forKey: .source)
      target = try fields.decode(String.self, forKey: .target)
      trigger = try fields.value(forKey: .trigger, default: "")
      lemma = try fields.decode([String].self, forKey: .lemma)
      accept = try fields.value(forKey: .accept, default: [])
      category = try fields.decode(String.self, forKey: .category)
      acceptCategory = try fields.value(forKey: .acceptCategory, default: [])
      isNegated = try fields.value(forKey: .isNegated, default: false)
      status = try fields.value(forKey: .status, default: .asserted)
      sentence = try fields.decodeIfPresent(Int.self, forKey: .sentence)
      isCore = try fields.value(forKey: .isCore, default: false)
      isSymmetric = try fields.value(forKey: .isSymmetric, default: false)
      isOptional = try fields.value(forKey: .isOptional, default: false)
    }
  }

  /// How a relation is said to be.
  public enum Status: String, Sendable, CaseIterable {
    case asserted
    /// Attributed to somebody, or in quotation marks.
    case reported
    case possible, planned, denied
  }
}

extension GraphGold.Status: NamedChoice {}
