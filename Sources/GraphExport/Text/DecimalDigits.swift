/// The digits of a number, counted before they are written.
struct DecimalDigits {
  private let number: UInt
  let count: Int

  /// - Parameter width: zeros come before it where it has fewer digits.
  @inline(__always)
  init(_ number: UInt, width: Int = 1) {
    self.number = number
    var (digits, rest) = (1, number / 10)
    while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
    count = max(digits, width)
  }

  /// Into room for `count` bytes.
  @inline(__always)
  func write(to room: UnsafeMutablePointer<UInt8>) {
    var rest = number
    for place in stride(from: count - 1, through: 0, by: -1) {
      room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
