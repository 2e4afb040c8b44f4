import DocumentModel
import Gazetteers

/// What the words of a would-be name say about it.
struct NameShape {
  let count: Int
  /// A small word such as "of" or "and", which only names of bodies hold.
  let hasLooseJoint: Bool
  let hasOrganisationHead: Bool
  private let capitals: Int
  private let temporal: Int
  private let titles: Int
  private let givenFirst: Bool
  private let givenAny: Bool
  private let surnameFirst: Bool
  private let surnameLast: Bool
  private let initials: Int
  private let acronyms: Int
  private let improper: Int
  private let commonWords: Int
  private let hyphens: Int

  init(of tokens: Range<Int>, in words: DocumentWords) {
    count = tokens.count
    let first = words.classes[tokens.lowerBound]
    let last = words.classes[tokens.upperBound - 1]
    func number(_ condition: (Int) -> Bool) -> Int { tokens.count(where: condition) }
    hasLooseJoint = tokens.contains { words.shapes[$0] == .lower && words.classes[$0].contains(.nameJoint) }
    hasOrganisationHead =
      last.contains(.orgNoun)
      || (tokens.dropFirst().contains { words.classes[$0].contains(.nameJoint) }
        && tokens.contains { words.classes[$0].contains(.orgNoun) })
    capitals = number { words.shapes[$0].isUpper }
    temporal = number { words.classes[$0].contains(.temporal) }
    titles = number { words.classes[$0].contains(.titleWord) }
    givenFirst = first.contains(.givenName) || words.shapes[tokens.lowerBound] == .initial
    givenAny = tokens.contains { words.classes[$0].contains(.givenName) }
    surnameFirst = first.contains(.surname)
    surnameLast = last.contains(.surname)
    initials = number { words.shapes[$0] == .initial }
    acronyms = number { words.shapes[$0] == .allCaps }
    improper = number { words.shapes[$0].isUpper && !words.isProper($0) }
    commonWords = number { words.classes[$0].contains(.commonWord) && !words.classes[$0].contains(.givenName) }
    hyphens = number { words.shapes[$0] == .other }
  }

  /// Whether the first word is a given name or an initial.
  var isGivenFirst: Bool { givenFirst }

  /// The number of words, a hyphen joining two counted as none.
  private var length: Float { Float(count - hyphens) }

  /// Nil when the words cannot be a person's name.
  var personScore: Float? {
    let words = count - 2 * hyphens
    guard (2...5).contains(words) || (hyphens > 0 && count <= 7), !hasLooseJoint, temporal == 0,
      titles == 0, acronyms == 0 || capitals == acronyms, !hasOrganisationHead, capitals >= 2
    else { return nil }
    let evidence: Float =
      (givenFirst ? 0.6 : 0) + (surnameLast ? 0.3 : 0)
      + (!givenFirst && givenAny ? 0.2 : 0) + (!givenFirst && surnameFirst ? 0.3 : 0)
    guard evidence > 0 else { return nil }
    return 1.45 * length + evidence - 0.5 * Float(improper) - 0.3 * Float(commonWords)
  }

  /// Nil when no word heads the name of a body.
  var organisationScore: Float? {
    guard hasOrganisationHead, count > 1, temporal == 0 else { return nil }
    return 1.75 * length + 0.2
  }

  var unknownScore: Float? {
    guard !hasLooseJoint, temporal == 0, titles == 0 else { return nil }
    return 1.15 * length - 0.3 - 0.6 * Float(improper)
  }
}
