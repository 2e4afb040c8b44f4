import DocumentModel
import Gazetteers

/// Finds the forms that need evidence and have it: somewhere in the article they stand as only names of
/// firms do, or are a club's in an article about sport.
struct FirmForms {
  let gazetteer: Gazetteer
  let words: DocumentWords

  /// The aliases among `matches`, whose strengths are given, that name firms and clubs in this article.
  func supported(among matches: [PhraseMatch], _ strengths: [MatchStrength]) -> Set<Int32> {
    let context = FirmContext(words: words)
    var supported: Set<Int32> = []
    var listed: [(alias: Int32, tokens: Range<Int>)] = []
    for (match, strength) in zip(matches, strengths) where strength == .weak {
      guard let alias = body(of: match), !supported.contains(alias) else { continue }
      if context.weight(of: match.tokens, in: words.sentence(around: match.tokens.lowerBound)) > 0
        || words.isSport && isClub(alias)
      {
        supported.insert(alias)
      } else if FirmPlaces.isListed(match.tokens, in: words) {
        listed.append((alias, match.tokens))
      }
    }
    guard listed.contains(where: { !supported.contains($0.alias) }) else { return supported }
    let firms = firms(among: matches, strengths)
    for form in listed where firms.areListed(with: form.tokens, in: words) {
      supported.insert(form.alias)
    }
    return supported
  }

  /// The one alias of a match that is a body's and needs evidence.
  private func body(of match: PhraseMatch) -> Int32? {
    let bodies = match.aliases.filter { index in
      let target = gazetteer.aliases.target(of: index)
      return target.marks.needsEvidence
        && gazetteer.entities.kind(of: target.entity).type == .organisation
    }
    return bodies.count == 1 ? bodies[0] : nil
  }

  private func isClub(_ alias: Int32) -> Bool { subtype(of: alias) == "sports-club" }

  private func subtype(of alias: Int32) -> String? {
    gazetteer.entities.subtype(of: gazetteer.aliases.target(of: alias).entity)
  }

  /// Where firms stand that need no other evidence.
  private func firms(among matches: [PhraseMatch], _ strengths: [MatchStrength]) -> FirmPlaces {
    var places = FirmPlaces()
    for (match, strength) in zip(matches, strengths) where strength == .strong {
      if FirmPlaces.isListed(match.tokens, in: words),
        match.aliases.allSatisfy({ subtype(of: $0) == "company" })
      {
        places.add(match.tokens)
      }
    }
    return places
  }
}

/// Where the names of firms stand in an article, for those that are listed with them: "Moody's and [Fitch]".
struct FirmPlaces {
  private var starts: Set<Int> = []
  private var ends: Set<Int> = []

  mutating func add(_ tokens: Range<Int>) {
    starts.insert(tokens.lowerBound)
    ends.insert(tokens.upperBound)
  }

  /// Whether a name is one of several.
  static func isListed(_ tokens: Range<Int>, in words: DocumentWords) -> Bool {
    let (before, behind) = (tokens.lowerBound - 1, tokens.upperBound)
    return before > 0 && links.contains(words.form(before))
      || behind + 1 < words.document.tokens.count && links.contains(words.form(behind))
  }

  /// Whether a firm stands before or behind a name with nothing but "," or "and" between them.
  func areListed(with tokens: Range<Int>, in words: DocumentWords) -> Bool {
    let (before, behind) = (tokens.lowerBound - 1, tokens.upperBound)
    if before > 0, Self.links.contains(words.form(before)) {
      if ends.contains(before) || words.sign(before - 1) == .comma && ends.contains(before - 1) {
        return true
      }
    }
    guard behind + 1 < words.document.tokens.count, Self.links.contains(words.form(behind)) else {
      return false
    }
    return starts.contains(behind + 1)
      || ["and", "or"].contains(words.form(behind + 1)) && starts.contains(behind + 2)
  }

  private static let links: Set<String> = [",", "and", "or"]
}
