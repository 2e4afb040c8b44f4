/// A third-person pronoun and what it agrees with.
struct Pronoun {
  enum Agreement: Int, CaseIterable {
    case person, thing, plural
  }

  let agreement: Agreement
  /// `true` for he, `false` for she.
  let isMasculine: Bool?
  let isReflexive: Bool

  init?(_ form: String) {
    switch form {
    case "he", "him", "his", "himself": (agreement, isMasculine) = (.person, true)
    case "she", "her", "hers", "herself": (agreement, isMasculine) = (.person, false)
    case "it", "its", "itself": (agreement, isMasculine) = (.thing, nil)
    case "they", "them", "their", "theirs", "themselves": (agreement, isMasculine) = (.plural, nil)
    default: return nil
    }
    isReflexive = form.hasSuffix("self") || form.hasSuffix("selves")
  }
}
