import DocumentModel
import Gazetteers

/// What takes up the evidence of the name model, as hashes: a list to train from, a sum of weights.
protocol EvidenceSink {
  mutating func add(_ feature: UInt64)
}

extension [UInt64]: EvidenceSink {
  mutating func add(_ feature: UInt64) { append(feature) }
}

extension EvidenceSink {
  mutating func add(_ template: EvidenceTemplate, _ value: UInt64, _ other: UInt64 = 0) {
    add(template.feature(value, other))
  }
}

/// A kind of evidence of the name model.
enum EvidenceTemplate: UInt64 {
  case word = 1, cluster15, cluster4, cluster6, cluster8, cluster10, shape, suffix3, prefix3
  case suffix2, classes, nameClasses, tag, tagShape, cover, clusterClasses, writing, bias
  case leftWord, leftCluster, leftCoarse, leftClasses, leftTag, leftPair, leftFar, leftFarCluster
  case leftTitle, leftStart
  case rightWord, rightCluster, rightCoarse, rightClasses, rightTag, rightPair, rightFar
  case rightFarCluster
  case exact, exactLength, length, wholeForm, classPattern, shapePattern, head, relation
  case governor, governorCluster, person, ends, seen
  case leftCover, leftFarCover, rightCover, rightFarCover, split, prefix, suffix

  func feature(_ value: UInt64, _ other: UInt64 = 0) -> UInt64 {
    Self.mixed(
      value &* 0x9e37_79b9_7f4a_7c15 ^ other &* 0xc2b2_ae3d_27d4_eb4f
        &+ rawValue &* 0x1656_67b1_9e37_79f9)
  }

  static func mixed(_ value: UInt64) -> UInt64 {
    let z = (value ^ value &>> 32) &* 0xd6e8_feb8_6659_fd93
    return z ^ z &>> 32
  }
}

/// Where a word stands in a would-be name or beside it.
enum WordPlace: Int, CaseIterable {
  case single, first, inner, last
  case before, farBefore, behind, farBehind

  static let count = 8

  var bit: UInt8 { 1 << UInt8(rawValue) }

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

  /// Evidence of a token inside a name, told apart by where it stands there.
  func feature(_ template: EvidenceTemplate, _ value: UInt64, _ other: UInt64 = 0) -> UInt64 {
    EvidenceTemplate.mixed(
      template.feature(value, other) &+ (UInt64(rawValue) + 1) &* 0xd6e8_feb8_6659_fd93)
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
    }
  }

  /// Numbers that stand two words behind a name are one.
  var hashOfFar: UInt64 { shape == .number ? 1 : hash }

  private func addInside(_ place: WordPlace, to sink: inout some EvidenceSink) {
    let personal = UInt64(nameClasses & 7)
    sink.add(place.feature(.bias, 0))
    sink.add(place.feature(.word, hash))
    sink.add(place.feature(.cluster15, cluster(bits: 15)))
    sink.add(place.feature(.cluster10, cluster(bits: 9)))
    sink.add(place.feature(.cluster8, cluster(bits: 7)))
    sink.add(place.feature(.cluster6, cluster(bits: 5)))
    sink.add(place.feature(.shape, pattern))
    sink.add(place.feature(.suffix3, UInt64(suffix3)))
    sink.add(place.feature(.suffix2, UInt64(suffix2)))
    sink.add(place.feature(.prefix3, UInt64(prefix3)))
    sink.add(place.feature(.classes, UInt64(nameClasses)))
    sink.add(place.feature(.nameClasses, personal))
    sink.add(place.feature(.clusterClasses, cluster(bits: 6), personal))
  }
}
