/// A colour of the palette.
struct Colour: Equatable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  /// From `0xRRGGBB`.
  init(_ rgb: UInt32) {
    red = UInt8(rgb >> 16 & 0xFF)
    green = UInt8(rgb >> 8 & 0xFF)
    blue = UInt8(rgb & 0xFF)
  }

  /// `#rrggbb`.
  var hex: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(part, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// Hue, saturation and value from 0 to 1, the form of a colour that Graphviz and Gephi read alike.
  var hsv: String {
    let (r, g, b) = (Double(red) / 255, Double(green) / 255, Double(blue) / 255)
    let value = max(r, g, b)
    let spread = value - min(r, g, b)
    let parts = [hue(r, g, b, spread), value > 0 ? spread / value : 0, value]
    return parts.map(Self.threeDecimals).joined(separator: " ")
  }

  private func hue(_ r: Double, _ g: Double, _ b: Double, _ spread: Double) -> Double {
    guard spread > 0 else { return 0 }
    let sixth: Double
    if r >= g, r >= b {
      sixth = (g - b) / spread
    } else if g >= b {
      sixth = 2 + (b - r) / spread
    } else {
      sixth = 4 + (r - g) / spread
    }
    return (sixth < 0 ? sixth + 6 : sixth) / 6
  }

  private static func threeDecimals(_ number: Double) -> String {
    let scratch = TextScratch(capacity: 16)
    scratch.append(number, places: 3)
    return scratch.text
  }
}
