import DocumentModel

/// A relation as a row of corrections names it: `SUPPLY.ARMS`, `supply`, `denied: supply`,
/// `planned, not: SUPPLY.ARMS`, `not:`.
struct RelationName: Sendable, Equatable {
  /// A relation's id or a lemma; empty for any.
  var name: String
  /// Nil where the name says nothing of it.
  var polarity: Stance.Polarity?
  var modality: Stance.Modality?

  struct UnknownStance: Error {
    var word: String
  }

  /// - Throws: `UnknownStance` for what stands before a colon and is none.
  init(_ text: String) throws(UnknownStance) {
    guard let colon = text.firstIndex(of: ":") else {
      name = text
      return
    }
    name = String(text[text.index(after: colon)...].drop { $0 == " " })
    for word in text[..<colon].split(whereSeparator: { ", ".contains($0) }) {
      switch word {
      case "not", "negated": polarity = .negated
      case "affirmed": polarity = .affirmed
      default:
        guard let modality = Stance.Modality(rawValue: String(word)) else {
          throw UnknownStance(word: String(word))
        }
        self.modality = modality
      }
    }
    // As labels have it: a stance that is named is whole.
    polarity = polarity ?? .affirmed
    modality = modality ?? .asserted
  }

  /// Whether it names the predicate and the stance of `relation`; case does not matter.
  func names(_ relation: Relation) -> Bool {
    if let polarity, relation.stance.polarity != polarity { return false }
    if let modality, relation.stance.modality != modality { return false }
    guard !name.isEmpty else { return true }
    let wanted = name.lowercased()
    return relation.predicate.relation.lowercased() == wanted
      || relation.predicate.lemma.lowercased() == wanted
  }
}
