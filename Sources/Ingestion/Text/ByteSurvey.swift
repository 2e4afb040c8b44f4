/// Counts what does not belong into a text, in one pass over its UTF-8.
struct ByteSurvey {
  private var count = 0
  private var nuls = 0
  private var firstNul = 0
  private var controls = 0

  init(_ text: String) {
    let isCounted: Void? = text.utf8.withContiguousStorageIfAvailable { add($0) }
    if isCounted == nil { add(Array(text.utf8)) }
    if nuls > 0 { firstNul = text.utf8.prefix { $0 != 0 }.count }
  }

  private mutating func add(_ bytes: some Collection<UInt8>) {
    count = bytes.count
    for byte in bytes where byte < 0x20 || byte == 0x7F {
      if byte == 0 { nuls += 1 }
      if !Self.isLayout(byte) { controls += 1 }
    }
  }

  /// One NUL is enough to refuse a file: no editor writes it, and what a text with one means is
  /// anybody's guess. Of other control characters one in a hundred bytes is let pass, and always
  /// a handful.
  func check() throws(Refusal.Reason) {
    if nuls > 0 { throw .nul(count: nuls, offset: firstNul) }
    if controls > max(2, count / 100) { throw .binary }
  }

  /// Tab, line feed, vertical tab, form feed, carriage return.
  private static func isLayout(_ byte: UInt8) -> Bool { (0x09...0x0D).contains(byte) }
}
