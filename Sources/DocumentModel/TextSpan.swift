/// A half-open range of UTF-8 byte offsets into `Article.text`, both ends on scalar boundaries.
public struct TextSpan: Hashable, Sendable, Codable {
  private var lower: UInt32
  private var upper: UInt32

  /// The span from byte `start` up to, not including, byte `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span runs forward")
    lower = UInt32(start)
    upper = UInt32(end)
  }

  /// The first byte.
  public var start: Int { Int(lower) }
  /// One past the last byte.
  public var end: Int { Int(upper) }
  /// The length in bytes.
  public var count: Int { Int(upper - lower) }
  public var isEmpty: Bool { lower == upper }
  public var range: Range<Int> { start..<end }

  public func contains(_ other: TextSpan) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  public func overlaps(_ other: TextSpan) -> Bool {
    lower < other.upper && other.lower < upper
  }

  /// The smallest span that covers both.
  public func union(_ other: TextSpan) -> TextSpan {
    TextSpan(min(start, other.start), max(end, other.end))
  }
}

extension TextSpan: Comparable {
  /// By start; of two that start together the longer comes first.
  public static func < (left: TextSpan, right: TextSpan) -> Bool {
    left.lower != right.lower ? left.lower < right.lower : left.upper > right.upper
  }
}

extension TextSpan: CustomStringConvertible {
  public var description: String { "\(lower)..<\(upper)" }
}
