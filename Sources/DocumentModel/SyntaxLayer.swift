/// Tags, lemmas and dependency trees of a whole document: one value a token, in columns.
public struct SyntaxLayer: Sendable {
  public var tags: [UniversalTag]
  public var features: [MorphologicalFeatures]
  /// The dictionary form of each token, lower case unless a proper noun.
  public var lemmas: [String]
  /// The token each one depends on, as an index into `Document.tokens`; -1 for a sentence's root.
  public var heads: [Int32]
  public var relations: [DependencyRelation]

  public init(
    tags: [UniversalTag], features: [MorphologicalFeatures], lemmas: [String], heads: [Int32],
    relations: [DependencyRelation]
  ) {
    self.tags = tags
    self.features = features
    self.lemmas = lemmas
    self.heads = heads
    self.relations = relations
  }
}

/// The universal parts of speech (universaldependencies.org/u/pos).
public enum UniversalTag: UInt8, Sendable, CaseIterable, Codable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb
  case x

  /// As CoNLL-U writes it: `PROPN`.
  public var label: String { Self.labels[Int(rawValue)] }

  public init?(label: some StringProtocol) {
    guard let tag = Self.byLabel[String(label)] else { return nil }
    self = tag
  }

  private static let labels = allCases.map { String(describing: $0).uppercased() }
  private static let byLabel = Dictionary(uniqueKeysWithValues: zip(labels, allCases))
}

/// The universal dependency relations with the subtypes that English treebanks use
/// (universaldependencies.org/en/dep).
public enum DependencyRelation: String, Sendable, CaseIterable, Codable {
  case root
  case acl
  case aclRelcl = "acl:relcl"
  case advcl
  case advclRelcl = "advcl:relcl"
  case advmod
  case amod
  case appos
  case aux
  case auxPass = "aux:pass"
  case `case`
  case cc
  case ccPreconj = "cc:preconj"
  case ccomp
  case clf
  case compound
  case compoundPrt = "compound:prt"
  case conj
  case cop
  case csubj
  case csubjPass = "csubj:pass"
  case csubjOuter = "csubj:outer"
  case dep
  case det
  case detPredet = "det:predet"
  case discourse
  case dislocated
  case expl
  case fixed
  case flat
  case flatForeign = "flat:foreign"
  case goeswith
  case iobj
  case list
  case mark
  case nmod
  case nmodDesc = "nmod:desc"
  case nmodPoss = "nmod:poss"
  case nmodUnmarked = "nmod:unmarked"
  case nsubj
  case nsubjPass = "nsubj:pass"
  case nsubjOuter = "nsubj:outer"
  case nummod
  case obj
  case obl
  case oblAgent = "obl:agent"
  case oblUnmarked = "obl:unmarked"
  case orphan
  case parataxis
  case punct
  case reparandum
  case vocative
  case xcomp

  /// The relation of that label; one with an unknown subtype is its universal part.
  public init?(label: some StringProtocol) {
    if let relation = Self(rawValue: String(label)) {
      self = relation
    } else if let colon = label.firstIndex(of: ":"), let relation = Self(label: label[..<colon]) {
      self = relation
    } else {
      return nil
    }
  }
}

/// The morphological features that later stages ask for, packed: one nibble each.
public struct MorphologicalFeatures: Sendable, Hashable {
  public enum Tense: UInt8, Sendable, CaseIterable { case none, past, pres }
  public enum VerbForm: UInt8, Sendable, CaseIterable { case none, fin, inf, part, ger }
  public enum Voice: UInt8, Sendable, CaseIterable { case none, pass, act }
  public enum Mood: UInt8, Sendable, CaseIterable { case none, ind, imp, sub }
  public enum Number: UInt8, Sendable, CaseIterable { case none, sing, plur, ptan }
  public enum Person: UInt8, Sendable, CaseIterable { case none, first, second, third }
  public enum PronType: UInt8, Sendable, CaseIterable {
    case none, prs, art, dem, int, rel, ind, neg, tot, rcp, exc
  }

  public var bits: UInt32

  public init(bits: UInt32 = 0) { self.bits = bits }

  private func nibble(_ position: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: bits >> (position * 4)) & 0xF
  }

  private mutating func set(_ value: UInt8, at position: UInt32) {
    bits = bits & ~(0xF << (position * 4)) | UInt32(value) << (position * 4)
  }

  public var tense: Tense {
    get { Tense(rawValue: nibble(0)) ?? .none }
    set { set(newValue.rawValue, at: 0) }
  }
  public var verbForm: VerbForm {
    get { VerbForm(rawValue: nibble(1)) ?? .none }
    set { set(newValue.rawValue, at: 1) }
  }
  public var voice: Voice {
    get { Voice(rawValue: nibble(2)) ?? .none }
    set { set(newValue.rawValue, at: 2) }
  }
  public var mood: Mood {
    get { Mood(rawValue: nibble(3)) ?? .none }
    set { set(newValue.rawValue, at: 3) }
  }
  public var number: Number {
    get { Number(rawValue: nibble(4)) ?? .none }
    set { set(newValue.rawValue, at: 4) }
  }
  public var person: Person {
    get { Person(rawValue: nibble(5)) ?? .none }
    set { set(newValue.rawValue, at: 5) }
  }
  public var pronType: PronType {
    get { PronType(rawValue: nibble(6)) ?? .none }
    set { set(newValue.rawValue, at: 6) }
  }
}
