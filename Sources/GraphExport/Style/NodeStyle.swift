import DocumentModel

/// How a type of entity looks. Shape and colour say the same, so that neither is needed alone; the
/// hues are those of Okabe and Ito, which colour-blind readers tell apart.
struct NodeStyle {
  let shape: StaticString
  /// Graphviz's `style`.
  let style: StaticString
  let fill: Colour
  let border: Colour

  /// Room around the text, in inches: shapes with slanted sides bring their own.
  var margin: StaticString {
    switch "\(shape)" {
    case "box", "note": "0.12,0.06"
    case "ellipse": "0.05,0.03"
    default: "0.02,0.02"
    }
  }

  init(_ type: EntityType) {
    switch type {
    case .country: self.init("box", "filled,bold", 0xCFE4F5, 0x00568A)
    case .organisation: self.init("octagon", "filled", 0xCDEBDF, 0x00785A)
    case .official: self.init("box", "rounded,filled", 0xFFE2B0, 0xA86400)
    case .person: self.init("ellipse", "filled", 0xFFF5BF, 0x857400)
    case .group: self.init("hexagon", "filled", 0xF4D8E7, 0x9C3F74)
    case .place: self.init("house", "filled", 0xE8E8E8, 0x5C5C5C)
    case .event: self.init("note", "filled", 0xFAD9CB, 0xA84300)
    }
  }

  private init(_ shape: StaticString, _ style: StaticString, _ fill: UInt32, _ border: UInt32) {
    self.shape = shape
    self.style = style
    self.fill = Colour(fill)
    self.border = Colour(border)
  }
}
