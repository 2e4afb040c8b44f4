/// What a table holds. Its columns tell, not its file's name.
package enum TableKind: CaseIterable, Sendable {
  case entities, roles, ties, ambiguous, titles
  case givenNames, surnames, roleNouns, organisationNouns, classWords
  case patterns, relations, irregularForms, cues
  /// Read by other stages.
  case corrections

  /// The columns that a table of this kind has at least.
  package var signature: [String] {
    switch self {
    case .entities: ["type", "name"]
    case .roles: ["person", "role"]
    case .ties: ["subject", "predicate", "object"]
    case .ambiguous: ["surface", "rule", "entity"]
    case .titles: ["title", "forms"]
    case .givenNames: ["given"]
    case .surnames: ["surname"]
    case .roleNouns: ["role-noun"]
    case .organisationNouns: ["org-noun"]
    case .classWords: ["class", "word"]
    case .patterns: ["relation", "head", "pattern"]
    case .relations: ["relation", "category"]
    case .irregularForms: ["lemma", "past", "participle"]
    case .cues: ["cue"]
    case .corrections: ["correction"]
    }
  }

  /// The first kind whose columns are all there.
  package init?(columns: [String]) {
    guard let kind = Self.allCases.first(where: { $0.signature.allSatisfy(columns.contains) })
    else { return nil }
    self = kind
  }

  var words: String { signature.joined(separator: " ") }
}
