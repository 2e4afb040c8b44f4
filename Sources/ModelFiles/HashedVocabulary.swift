/// A set of words known by 48 bits of their hash, which maps each to a row number.
///
/// The upper 16 bits of the hash choose a bucket, the next 32 tell the words of a bucket apart;
/// the row is the word's place in the order of those 48 bits. No word is stored: an unknown word
/// is taken for a known one about once in 4,000,000,000 look-ups for a vocabulary of 60,000.
public struct HashedVocabulary: Sendable {
  /// First row of each bucket, and the number of rows at the end: 65,537 numbers.
  public let starts: [UInt32]
  public let checks: [UInt32]

  public var count: Int { checks.count }

  /// Reads the sections `NAME.starts` and `NAME.checks`.
  public init(_ file: ModelFile, _ name: String) throws(ModelFileError) {
    starts = try file.array(name + ".starts", of: UInt32.self)
    checks = try file.array(name + ".checks", of: UInt32.self)
    var isOrdered = starts.count == 65_537 && starts.last == UInt32(checks.count)
    for index in starts.indices.dropFirst() where isOrdered {
      isOrdered = starts[index - 1] <= starts[index]
    }
    guard isOrdered else {
      throw ModelFileError(file.origin, .corrupt("vocabulary \(name) is out of order"))
    }
  }

  /// The vocabulary of `hashes`; words whose 48 bits are equal share a row.
  public init(_ hashes: some Sequence<UInt64>) {
    let keys = Set(hashes.map { $0 >> 16 }).sorted()
    checks = keys.map { UInt32(truncatingIfNeeded: $0) }
    var starts = [UInt32](repeating: 0, count: 65_537)
    for key in keys { starts[Int(key >> 32) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.starts = starts
  }

  /// The row of the word with that hash, or -1.
  public func row(_ hash: UInt64) -> Int {
    let bucket = Int(hash >> 48)
    let check = UInt32(truncatingIfNeeded: hash >> 16)
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
