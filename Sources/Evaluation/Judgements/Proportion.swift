/// A share estimated from a sample, with its interval of 95 % by Wilson's score (JASA 22, 1927).
public struct Proportion: Sendable, Equatable, Codable {
  public var value: Double
  public var low: Double
  public var high: Double

  /// - Parameter size: how many observations the share rests on, a fraction where they have weights.
  public init(value: Double, size: Double) {
    self.value = value
    guard size > 0 else {
      (low, high) = (0, 1)
      return
    }
    let z = 1.959_963_984_540_054
    let shrink = 1 + z * z / size
    let middle = (value + z * z / (2 * size)) / shrink
    let reach = z * (value * (1 - value) / size + z * z / (4 * size * size)).squareRoot() / shrink
    low = max(0, middle - reach)
    high = min(1, middle + reach)
  }

  /// Some of many, all alike.
  public init(_ part: Int, of whole: Int) {
    self.init(value: whole == 0 ? 0 : Double(part) / Double(whole), size: Double(whole))
  }
}
