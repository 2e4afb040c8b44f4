import DocumentModel
import Gazetteers

/// What the words of a would-be name say about it.
struct NameShape {
  let count: Int
  /// A small word such as "of" or "and", which only names of bodies hold.
  let hasLooseJoint: Bool
  let hasOrganisationHead: Bool
  private let isAdjectival: Bool
  /// "IDF and the …": two names, not one.
  private let hasBrokenJoint: Bool
  private let givenFirst: Bool
  private let surnameFirst: Bool
  private let surnameLast: Bool
  private var givenAny = false
  private var capitals = 0
  private var temporal = 0
  private var titles = 0
  private var acronyms = 0
  private var improper = 0
  private var commonWords = 0
  private var hyphens = 0

  /// The shape of a name of one word, as far as no tag tells more.
  init(of word: WordForm) {
    count = 1
    isAdjectival = false
    hasBrokenJoint = false
    hasLooseJoint = word.shape == .lower && word.classes.contains(.nameJoint)
    hasOrganisationHead = word.classes.contains(.orgNoun)
    givenFirst = word.classes.contains(.givenName) || word.shape == .initial
    surnameFirst = word.classes.contains(.surname)
    surnameLast = surnameFirst
    count(word.shape, word.classes, isProper: true)
  }

  init(of tokens: Range<Int>, in words: DocumentWords) {
    count = tokens.count
    let first = words.classes[tokens.lowerBound]
    let last = words.classes[tokens.upperBound - 1]
    isAdjectival =
      words.tags.map { tags in tokens.allSatisfy { tags[$0] == .adj || words.shapes[$0] == .other }
      }
      ?? false
    hasBrokenJoint = tokens.dropFirst().dropLast().contains {
      words.sign($0) == .and
        && (words.sign($0 + 1) == .the || words.shapes[tokens.lowerBound] == .allCaps
          || words.classes[$0 - 1].contains(.orgNoun))
    }
    hasLooseJoint = tokens.contains {
      words.shapes[$0] == .lower && words.classes[$0].contains(.nameJoint)
    }
    hasOrganisationHead = Self.hasOrganisationHead(tokens, in: words)
    givenFirst = first.contains(.givenName) || words.shapes[tokens.lowerBound] == .initial
    surnameFirst = first.contains(.surname)
    surnameLast = last.contains(.surname)
    for token in tokens {
      count(words.shapes[token], words.classes[token], isProper: words.isProper(token))
    }
  }

  private mutating func count(_ shape: TokenShape, _ classes: WordClasses, isProper: Bool) {
    if shape.isUpper { capitals += 1 }
    if shape.isUpper, !isProper { improper += 1 }
    if shape == .allCaps { acronyms += 1 }
    if shape == .other { hyphens += 1 }
    if classes.contains(.temporal) { temporal += 1 }
    if classes.contains(.titleWord) { titles += 1 }
    if classes.contains(.givenName) {
      givenAny = true
    } else if classes.contains(.commonWord) {
      commonWords += 1
    }
  }

  /// "Trade and Industry Ministry", "University of California": the head comes last, or before the
  /// "of" or "for" that hangs the rest on it.
  private static func hasOrganisationHead(_ tokens: Range<Int>, in words: DocumentWords) -> Bool {
    let joint = tokens.dropFirst().first {
      words.shapes[$0] == .lower && words.classes[$0].contains(.nameJoint)
        && words.sign($0) != .and
    }
    guard let joint else { return words.classes[tokens.upperBound - 1].contains(.orgNoun) }
    return words.classes[joint - 1].contains(.orgNoun)
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
    return 2.2 * length + evidence - 1.2 - 0.5 * Float(improper) - 0.3 * Float(commonWords)
  }

  /// "Human Rights": ordinary words, of which capitals alone do not make a name.
  var isOrdinary: Bool { commonWords == count && !hasOrganisationHead }

  /// Two or three capitalised words of which none is an ordinary one: a person, more often than not.
  var looksLikePerson: Bool {
    (2...4).contains(count - 2 * hyphens) && commonWords == 0 && acronyms == 0 && !hasLooseJoint
      && !hasOrganisationHead
  }

  /// Nil when no word heads the name of a body.
  var organisationScore: Float? {
    guard hasOrganisationHead, !hasBrokenJoint, count > 1, temporal == 0 else { return nil }
    return 2.05 * length - 0.2
  }

  var unknownScore: Float? {
    guard !hasLooseJoint, !isAdjectival, temporal == 0, titles == 0 else { return nil }
    return 1.3 * length - 0.45 - 0.6 * Float(improper)
  }
}
