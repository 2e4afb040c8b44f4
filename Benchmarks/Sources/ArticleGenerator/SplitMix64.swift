/// A small random generator whose sequence depends on the seed alone: the same on every platform
/// and in every release (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
/// 2014).
public struct SplitMix64: Sendable {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  /// A generator for item `index` of stream `seed`, independent of its neighbours.
  public init(seed: UInt64, index: Int) {
    var mixer = SplitMix64(seed: seed)
    self.init(seed: mixer.next() ^ UInt64(bitPattern: Int64(index)) &* 0xD134_2543_DE82_EF95)
    _ = next()
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  /// Below `bound`, which must be positive.
  public mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// At least 0, below 1.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// True in `share` of the calls.
  public mutating func chance(_ share: Double) -> Bool { unit() < share }

  public mutating func pick<Element>(_ items: [Element]) -> Element { items[below(items.count)] }
}
