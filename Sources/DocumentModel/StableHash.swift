/// A hash of bytes that is the same in every process and on every machine, for ids and change
/// detection. It spreads well; it is no protection against intent.
///
/// Feed bytes with `add`, read `value` at any time:
/// ```swift
/// var hash = StableHash()
/// hash.add("Kim Jong Un".utf8)
/// hash.value
/// ```
/// The state is FNV-1a (draft-eastlake-fnv), 64 bits; `value` mixes it, since the high bits of
/// FNV-1a hardly differ between short keys.
public struct StableHash: Sendable {
  @usableFromInline
  var state: UInt64

  /// Hashes with different seeds are unrelated.
  @inlinable
  public init(seed: UInt64 = 0) {
    state = Self.offsetBasis64 ^ (seed &* 0x9e37_79b9_7f4a_7c15)
  }

  @inlinable
  public mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* Self.prime64
  }

  public mutating func add(_ bytes: some Sequence<UInt8>) {
    let isAdded: Void? = bytes.withContiguousStorageIfAvailable { for byte in $0 { add(byte) } }
    if isAdded == nil { for byte in bytes { add(byte) } }
  }

  /// The hash of what was added so far.
  @inlinable
  public var value: UInt64 { Self.mixed(state) }
}

extension StableHash {
  /// The mixed hash of the UTF-8 bytes of `text`.
  public static func value(of text: some StringProtocol) -> UInt64 {
    mixed(fnv1a64(text.utf8))
  }

  /// `value(of:)` as 13 lower-case base-32 characters (Crockford's digits: no i, l, o or u).
  public static func base32(of text: some StringProtocol) -> String {
    let value = value(of: text)
    return String(
      decoding: (0..<13).map { crockford[Int(value >> (60 - 5 * $0) & 31)] }, as: UTF8.self)
  }

  /// The plain FNV-1a hash of 64 bits.
  public static func fnv1a64(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.add(bytes)
    return hash.state
  }

  /// The plain FNV-1a hash of 128 bits, for telling contents apart in large archives.
  public static func fnv1a128(_ bytes: some Sequence<UInt8>) -> UInt128 {
    bytes.withContiguousStorageIfAvailable { fnv1a128(of: $0) } ?? fnv1a128(of: Array(bytes))
  }

  /// Multiplies by the prime, 2⁸⁸ + 0x13b, in halves.
  private static func fnv1a128(of bytes: some Collection<UInt8>) -> UInt128 {
    var high = UInt64(truncatingIfNeeded: offsetBasis128 >> 64)
    var low = UInt64(truncatingIfNeeded: offsetBasis128)
    for byte in bytes {
      low ^= UInt64(byte)
      let product = low.multipliedFullWidth(by: 0x13b)
      high = high &* 0x13b &+ product.high &+ (low &<< 24)
      low = product.low
    }
    return UInt128(high) << 64 | UInt128(low)
  }

  /// Spreads every bit of `value` over all others (the finaliser of SplitMix64).
  @inlinable
  public static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z &>> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z &>> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z &>> 31)
  }

  private static let crockford = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
  @inlinable
  static var offsetBasis64: UInt64 { 0xcbf2_9ce4_8422_2325 }
  @inlinable
  static var prime64: UInt64 { 0x0000_0100_0000_01b3 }
  private static var offsetBasis128: UInt128 { 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d }
}
