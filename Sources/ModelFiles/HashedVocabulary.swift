/// A set of words known by a part of their hash, which maps each to a row number.
///
/// The upper bits of the hash choose a bucket (about one a word, at most 65,536 buckets), the next
/// 32 tell the words of a bucket apart; the row is the word's place in the order of those bits. No
/// word is stored: with 60,000 words an unknown one is taken for one of them about once in
/// 4,000,000,000 look-ups.
public struct HashedVocabulary: Sendable {
  /// First row of each bucket, and the number of rows at the end.
  public let starts: [UInt32]
  public let checks: [UInt32]
  private let bucketBits: Int

  public var count: Int { checks.count }

  /// Reads the sections `NAME.starts` and `NAME.checks`.
  public init(_ file: ModelFile, _ name: String) throws(ModelFileError) {
    starts = try file.array(name + ".starts", of: UInt32.self)
    checks = try file.array(name + ".checks", of: UInt32.self)
    bucketBits = max(0, starts.count - 1).trailingZeroBitCount
    var isOrdered = starts.last == UInt32(checks.count) && bucketBits <= 16
    isOrdered = isOrdered && starts.count == 1 << bucketBits + 1
    for index in starts.indices.dropFirst() where isOrdered {
      isOrdered = starts[index - 1] <= starts[index]
    }
    guard isOrdered else {
      throw ModelFileError(file.origin, .corrupt("vocabulary \(name) is out of order"))
    }
  }

  /// The vocabulary of `hashes`; words whose bits are equal share a row.
  public init(_ hashes: some Collection<UInt64>) {
    let bits = min(16, Int.bitWidth - hashes.count.leadingZeroBitCount)
    let keys = Set(hashes.map { $0 >> UInt64(32 - bits) }).sorted()
    checks = keys.map { UInt32(truncatingIfNeeded: $0) }
    var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
    for key in keys { starts[Int(key >> 32) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.starts = starts
    bucketBits = bits
  }

  /// The row of the word with that hash, or -1.
  public func row(_ hash: UInt64) -> Int {
    let key = hash &>> UInt64(32 - bucketBits)
    let bucket = Int(key &>> 32)
    let check = UInt32(truncatingIfNeeded: key)
    for row in Int(starts[bucket])..<Int(starts[bucket + 1]) where checks[row] == check {
      return row
    }
    return -1
  }

  public func write(to writer: inout ModelFileWriter, as name: String) {
    writer.add(name + ".starts", starts)
    writer.add(name + ".checks", checks)
  }
}
