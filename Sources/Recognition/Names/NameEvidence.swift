import DocumentModel
import Gazetteers

/// What takes up the evidence of the name model: a list to train from, a sum of weights.
protocol EvidenceSink {
  /// - Parameter place: tells evidence of a token in a name apart by where it stands there.
  mutating func add(
    _ template: EvidenceTemplate, _ value: UInt64, _ other: UInt64, at place: WordPlace?)
}

extension EvidenceSink {
  @inline(__always)
  mutating func add(_ template: EvidenceTemplate, _ value: UInt64, _ other: UInt64 = 0) {
    add(template, value, other, at: nil)
  }
}

/// Features are hashes of their kind and values.
extension [UInt64]: EvidenceSink {
  mutating func add(
    _ template: EvidenceTemplate, _ value: UInt64, _ other: UInt64 = 0, at place: WordPlace?
  ) {
    append(template.feature(value, other, at: place))
  }
}

/// A kind of evidence of the name model.
enum EvidenceTemplate: UInt64, CaseIterable {
  case word = 1, cluster15, cluster4, cluster6, cluster8, cluster10, shape, suffix3, prefix3
  case suffix2, classes, nameClasses, tag, tagShape, cover, clusterClasses, writing, bias
  case leftWord, leftCluster, leftCoarse, leftClasses, leftTag, leftPair, leftFar, leftFarCluster
  case leftTitle, leftStart
  case rightWord, rightCluster, rightCoarse, rightClasses, rightTag, rightPair, rightFar
  case rightFarCluster
  case exact, exactLength, length, wholeForm, classPattern, shapePattern, head, relation
  case governor, governorCluster, person, ends, seen
  case leftCover, leftFarCover, rightCover, rightFarCover, split, prefix, suffix

  func feature(_ value: UInt64, _ other: UInt64, at place: WordPlace?) -> UInt64 {
    let feature = Self.mixed(
      value &* 0x9e37_79b9_7f4a_7c15 ^ other &* 0xc2b2_ae3d_27d4_eb4f
        &+ rawValue &* 0x1656_67b1_9e37_79f9)
    guard let place else { return feature }
    return Self.mixed(feature &+ (UInt64(place.rawValue) + 1) &* 0xd6e8_feb8_6659_fd93)
  }

  /// How the weights of a kind that has few values lie in a table; nil for a kind that has many. The places
  /// are constants, so that they are known where the kind is.
  @inline(__always)
  var table: EvidenceTable? {
    switch self {
    case .tagShape: EvidenceTable(start: 0, bits: 5, otherBits: 3, places: 4)
    case .cover: EvidenceTable(start: 1024, bits: 8, places: 4)
    case .leftTag: EvidenceTable(start: 2048, bits: 5, otherBits: 3)
    case .leftTitle: EvidenceTable(start: 2304, bits: 1)
    case .leftStart: EvidenceTable(start: 2306, bits: 1, otherBits: 1)
    case .rightTag: EvidenceTable(start: 2310, bits: 5, otherBits: 3)
    case .exact: EvidenceTable(start: 2566, bits: 8)
    case .exactLength: EvidenceTable(start: 2822, bits: 8, otherBits: 3)
    case .length: EvidenceTable(start: 4870, bits: 3)
    case .head: EvidenceTable(start: 4878, bits: 2, otherBits: 2)
    case .relation: EvidenceTable(start: 4894, bits: 4)
    case .person: EvidenceTable(start: 4910, bits: 4)
    case .seen: EvidenceTable(start: 4926, bits: 2, otherBits: 3)
    case .leftCover: EvidenceTable(start: 4958, bits: 8)
    case .rightCover: EvidenceTable(start: 5214, bits: 8)
    default: nil
    }
  }

  static func mixed(_ value: UInt64) -> UInt64 {
    let z = (value ^ value &>> 32) &* 0xd6e8_feb8_6659_fd93
    return z ^ z &>> 32
  }
}

/// The part of a table that holds the weights of one kind of evidence, by place and values.
struct EvidenceTable {
  var start: Int
  /// How many bits the values have.
  var bits: Int
  var otherBits = 0
  /// How many places the evidence is told apart by: those inside a name, or none.
  var places = 1

  var count: Int { places << (bits + otherBits) }

  /// Where the weights of some values are; nil for values that are too large.
  @inline(__always)
  func index(_ value: UInt64, _ other: UInt64, at place: WordPlace?) -> Int? {
    guard value >> UInt64(bits) == 0, other >> UInt64(otherBits) == 0 else { return nil }
    let placed = (place?.rawValue ?? 0) << bits | Int(truncatingIfNeeded: value)
    return start + (placed << otherBits | Int(truncatingIfNeeded: other))
  }

  /// The values whose weights are at an index from the start.
  func values(at index: Int) -> (value: UInt64, other: UInt64, place: WordPlace?) {
    let (placed, other) = (index >> otherBits, index & (1 << otherBits - 1))
    return (
      UInt64(placed & (1 << bits - 1)), UInt64(other),
      places > 1 ? WordPlace(rawValue: placed >> bits) : nil
    )
  }
}

/// Where a word stands in a would-be name or beside it.
enum WordPlace: Int, CaseIterable {
  case single, first, inner, last
  case before, farBefore, behind, farBehind
  /// The whole of a name.
  case whole

  static let count = 9

  var bit: UInt16 { 1 << UInt16(rawValue) }

  /// The place of a token inside a name.
  init(of token: Int, in name: Range<Int>) {
    if name.count == 1 {
      self = .single
    } else if token == name.lowerBound {
      self = .first
    } else {
      self = token == name.upperBound - 1 ? .last : .inner
    }
  }
}

extension WordForm {
  /// Adds what a word says at a place by itself, whatever surrounds it.
  func addEvidence(at place: WordPlace, to sink: inout some EvidenceSink) {
    switch place {
    case .single, .first, .inner, .last: addInside(place, to: &sink)
    case .before:
      sink.add(.leftWord, hash)
      sink.add(.leftCluster, cluster(bits: 10))
      sink.add(.leftCoarse, cluster(bits: 6))
      sink.add(.leftClasses, UInt64(nameClasses))
    case .farBefore:
      sink.add(.leftFar, hash)
      sink.add(.leftFarCluster, cluster(bits: 8))
    case .behind:
      sink.add(.rightWord, hash)
      sink.add(.rightCluster, cluster(bits: 10))
      sink.add(.rightCoarse, cluster(bits: 6))
      sink.add(.rightClasses, UInt64(nameClasses))
    case .farBehind:
      sink.add(.rightFar, hashOfFar)
      sink.add(.rightFarCluster, cluster(bits: 8))
    case .whole:
      WordPatterns(CollectionOfOne(self)).addEvidence(to: &sink)
      sink.add(.length, 1)
      NameShape(of: self).addEvidence(to: &sink)
    }
  }

  /// Adds what a word says on which a name depends.
  func addEvidence(asGovernor relation: NameRelation, to sink: inout some EvidenceSink) {
    let isSpeech: UInt64 = classes.contains(.speechVerb) ? 1 : 0
    sink.add(.governor, relation.value, hash)
    sink.add(.governorCluster, relation.value, cluster(bits: 7) << 1 | isSpeech)
  }

  /// Numbers that stand two words behind a name are one.
  var hashOfFar: UInt64 { shape == .number ? 1 : hash }

  private func addInside(_ place: WordPlace, to sink: inout some EvidenceSink) {
    let personal = UInt64(nameClasses & 7)
    sink.add(.bias, 0, 0, at: place)
    sink.add(.word, hash, 0, at: place)
    sink.add(.cluster15, cluster(bits: 15), 0, at: place)
    sink.add(.cluster10, cluster(bits: 9), 0, at: place)
    sink.add(.cluster8, cluster(bits: 7), 0, at: place)
    sink.add(.cluster6, cluster(bits: 5), 0, at: place)
    sink.add(.shape, pattern, 0, at: place)
    sink.add(.suffix3, UInt64(suffix3), 0, at: place)
    sink.add(.suffix2, UInt64(suffix2), 0, at: place)
    sink.add(.prefix3, UInt64(prefix3), 0, at: place)
    sink.add(.classes, UInt64(nameClasses), 0, at: place)
    sink.add(.nameClasses, personal, 0, at: place)
    sink.add(.clusterClasses, cluster(bits: 6), personal, at: place)
  }
}

/// What the words of a whole name say in their order.
struct WordPatterns {
  private var form: UInt64 = 0
  private var classes: UInt64 = 1
  private var shapes: UInt64 = 1

  init(_ words: some Sequence<WordForm>) {
    for word in words {
      form = EvidenceTemplate.mixed(form &+ word.hash)
      classes = classes << 5 | UInt64(word.nameClasses & 31)
      shapes = shapes << 3 | UInt64(word.shape.rawValue)
    }
  }

  func addEvidence(to sink: inout some EvidenceSink) {
    sink.add(.wholeForm, form)
    sink.add(.classPattern, classes)
    sink.add(.shapePattern, shapes)
  }
}

extension NameShape {
  func addEvidence(to sink: inout some EvidenceSink) {
    let joint: UInt64 = hasLooseJoint ? 1 : 0
    sink.add(.head, hasOrganisationHead ? 2 | joint : joint, UInt64(min(2, count)))
    let person: UInt64 =
      (personScore == nil ? 0 : 1) | (isGivenFirst ? 2 : 0) | (looksLikePerson ? 4 : 0)
      | (isOrdinary ? 8 : 0)
    sink.add(.person, person)
  }
}

/// How a name depends on its governor, as far as that says something about names.
enum NameRelation: UInt8 {
  case other, subject, passiveSubject, object, oblique, modifier, possessor, apposition, compound
  case conjunct, flat, root, adjective

  init(_ relation: DependencyRelation) {
    self =
      switch relation {
      case .nsubj: .subject
      case .nsubjPass: .passiveSubject
      case .obj, .iobj: .object
      case .obl, .oblAgent, .oblUnmarked: .oblique
      case .nmod, .nmodDesc, .nmodUnmarked: .modifier
      case .nmodPoss: .possessor
      case .appos: .apposition
      case .compound: .compound
      case .conj: .conjunct
      case .flat: .flat
      case .root: .root
      case .amod: .adjective
      default: .other
      }
  }

  var value: UInt64 { UInt64(rawValue) }
}
