package import ModelFiles

/// The weights of the name model: from a feature's hash to a number for each label.
///
/// An open hash table in one array: 24 bits of a slot tell features apart, the other 40 are five
/// weights of eight bits. A feature that was not trained has weight zero.
package struct NameWeights: Sendable {
  private let slots: [UInt64]
  private let scale: Float
  /// Which features have a slot, by bits of their hashes: most that are asked for have none, and this fits
  /// a cache that the slots do not.
  private var filter = [UInt64](repeating: 0, count: 1 << 13)
  /// The weights of the kinds of evidence that have few values, see `EvidenceTable`.
  fileprivate private(set) var tables: [LabelSums] = []

  package init(_ file: ModelFile) throws(ModelFileError) {
    slots = try file.array("weights", of: UInt64.self)
    let scales = try file.array("scale", of: Float.self)
    guard slots.count.nonzeroBitCount == 1, slots.contains(0), let scale = scales.first else {
      throw ModelFileError(file.origin, .corrupt("the name weights make no sense"))
    }
    self.scale = scale
    layOutFilter()
    layOutTables()
  }

  /// - Parameter weights: by the feature's hash, in the order of `NameLabel`.
  package init(_ weights: [(feature: UInt64, values: [Float])]) {
    let peak = weights.flatMap(\.values).reduce(0) { max($0, abs($1)) }
    let scale = max(peak, 1e-6) / 127
    var capacity = 16
    while capacity * 3 < weights.count * 4 { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    for (feature, values) in weights {
      var slot = Self.check(feature) << 40
      for (label, value) in values.enumerated() {
        let byte = UInt8(bitPattern: Int8((value / scale).rounded()))
        slot |= UInt64(byte) << UInt64(8 * label)
      }
      var index = Int(truncatingIfNeeded: feature) & (capacity - 1)
      while slots[index] != 0 { index = (index + 1) & (capacity - 1) }
      slots[index] = slot
    }
    self.slots = slots
    self.scale = scale
    layOutFilter()
    layOutTables()
  }

  private mutating func layOutFilter() {
    for slot in slots where slot != 0 { filter[Int(slot >> 51)] |= 1 << (slot >> 45 & 63) }
  }

  /// False for most features that have no slot.
  fileprivate func mayHold(_ feature: UInt64) -> Bool {
    filter[Int(feature >> 51)] >> (feature >> 45 & 63) & 1 != 0
  }

  private mutating func layOutTables() {
    for template in EvidenceTemplate.allCases {
      guard let table = template.table else { continue }
      precondition(table.start == tables.count, "tables stand in the order of their kinds")
      for index in 0..<table.count {
        let (value, other, place) = table.values(at: index)
        let feature = template.feature(value, other, at: place)
        tables.append(weights(of: feature, from: first(of: feature)))
      }
    }
  }

  package func write(to writer: inout ModelFileWriter) {
    writer.add("weights", slots)
    writer.add("scale", [scale])
  }

  /// Never zero, so that an empty slot is no feature's.
  private static func check(_ feature: UInt64) -> UInt64 { feature >> 40 | 1 }

  /// The slot where a feature stands, or the first of those behind which it does.
  fileprivate func first(of feature: UInt64) -> UInt64 {
    slots[Int(truncatingIfNeeded: feature) & (slots.count - 1)]
  }

  /// - Parameter first: see `first(of:)`.
  fileprivate func weights(of feature: UInt64, from first: UInt64) -> LabelSums {
    let check = Self.check(feature)
    var (slot, index) = (first, Int(truncatingIfNeeded: feature))
    while slot != 0 {
      if slot >> 40 == check { return Self.values(in: slot) }
      index &+= 1
      slot = slots[index & (slots.count - 1)]
    }
    return .zero
  }

  /// The low five bytes, signed.
  private static func values(in slot: UInt64) -> LabelSums {
    let bytes = unsafeBitCast(slot & 0xFF_FFFF_FFFF, to: SIMD8<Int8>.self)
    return LabelSums(truncatingIfNeeded: bytes)
  }

  /// Sums as the numbers that were trained, in nats.
  func scores(of sums: LabelSums) -> LabelScores { LabelScores(sums) * scale }
}

/// Sums of weights by `NameLabel`, in steps of the model's scale. A piece has some hundred features at
/// most, each of at most 127 steps.
typealias LabelSums = SIMD8<Int16>

/// The sum of the weights of what is added.
///
/// The first slots of many features are read before any is looked at, so that the waits for memory
/// overlap: the table is larger than the caches.
struct WeightSum: EvidenceSink {
  private let weights: NameWeights
  private var features = InlineArray<16, UInt64>(repeating: 0)
  private var firsts = InlineArray<16, UInt64>(repeating: 0)
  private var count = 0
  private var sum = LabelSums.zero

  init(_ weights: NameWeights) { self.weights = weights }

  @inline(__always)
  mutating func add(
    _ template: EvidenceTemplate, _ value: UInt64, _ other: UInt64, at place: WordPlace?
  ) {
    if let index = template.table?.index(value, other, at: place) {
      sum &+= weights.tables[index]
    } else {
      add(template.feature(value, other, at: place))
    }
  }

  private mutating func add(_ feature: UInt64) {
    guard weights.mayHold(feature) else { return }
    if count == features.count { empty() }
    features[count] = feature
    firsts[count] = weights.first(of: feature)
    count += 1
  }

  private mutating func empty() {
    for index in 0..<count {
      sum &+= weights.weights(of: features[index], from: firsts[index])
    }
    count = 0
  }

  /// The sum of all that was added since the last call.
  mutating func take() -> LabelSums {
    empty()
    defer { sum = .zero }
    return sum
  }
}
