import DocumentModel
import GraphModel

/// How a relation looks: colour by what is done, line by whether it is asserted.
struct EdgeStyle {
  /// What the colour of an edge tells.
  enum Tone: Hashable {
    case verbalCooperation, materialCooperation, verbalConflict, materialConflict, tie, other

    init(_ category: Category) {
      self = category.quadClass.map(Self.init) ?? (category.isTie ? .tie : .other)
    }

    init(_ quadClass: QuadClass) {
      switch quadClass {
      case .verbalCooperation: self = .verbalCooperation
      case .materialCooperation: self = .materialCooperation
      case .verbalConflict: self = .verbalConflict
      case .materialConflict: self = .materialConflict
      }
    }

    /// In a legend.
    var words: String {
      switch self {
      case .verbalCooperation: "cooperation in words"
      case .materialCooperation: "cooperation in deeds"
      case .verbalConflict: "conflict in words"
      case .materialConflict: "conflict in deeds"
      case .tie: "office, membership, place"
      case .other: "other"
      }
    }

    /// Blues against oranges, words light and deeds dark: told apart also without colour vision.
    var line: Colour {
      switch self {
      case .verbalCooperation: Colour(0x4A9FD8)
      case .materialCooperation: Colour(0x004F86)
      case .verbalConflict: Colour(0xE08A1E)
      case .materialConflict: Colour(0xA52A0B)
      case .tie: Colour(0xA3A3A3)
      case .other: Colour(0x6B6B6B)
      }
    }

    /// Dark enough to be read on white.
    var text: Colour {
      switch self {
      case .verbalCooperation: Colour(0x1F6FA8)
      case .materialCooperation: Colour(0x003F6B)
      case .verbalConflict: Colour(0x9A5A00)
      case .materialConflict: Colour(0x8A2006)
      case .tie: Colour(0x737373)
      case .other: Colour(0x4D4D4D)
      }
    }
  }

  /// What the line of an edge tells.
  enum Line: String {
    /// It is told as fact.
    case solid
    /// It is said not to be so.
    case dashed
    /// It is planned, possible, demanded, conditional or imagined.
    case dotted

    init(_ polarity: Stance.Polarity, _ modality: Stance.Modality) {
      if polarity == .negated || modality == .denied {
        self = .dashed
      } else {
        self = modality == .asserted ? .solid : .dotted
      }
    }
  }

  let tone: Tone
  let line: Line
  let width: Double

  init(
    category: Category, polarity: Stance.Polarity, modality: Stance.Modality, weight: Double
  ) {
    tone = Tone(category)
    line = Line(polarity, modality)
    width = tone == .tie ? 0.8 : Self.width(weight)
  }

  /// Grows with the root of the weight, from 1 to 6 points.
  private static func width(_ weight: Double) -> Double {
    guard weight > 0 else { return 1 }
    return min(6, 1 + weight.squareRoot())
  }
}
