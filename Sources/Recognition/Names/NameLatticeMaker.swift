import DocumentModel
import Gazetteers

/// Lays out how the runs of an article may be cut, and collects the evidence for each piece to train from.
struct NameLatticeMaker {
  let features: NameFeatures
  private let words: DocumentWords
  private static let longestName = 9

  init(features: NameFeatures) {
    self.features = features
    words = features.tokens.words
  }

  /// Goes through the pieces of a run as token ranges, in order of their first token: every single token,
  /// and every longer stretch that could be a name.
  func forEachPiece(of run: NameRun, _ body: (Range<Int>) -> Void) {
    for start in run.tokens {
      body(start..<start + 1)
      let limit = min(run.tokens.upperBound, start + Self.longestName)
      guard start + 1 < limit else { continue }
      let canBegin =
        (words.shapes[start].isUpper && !isDate(start) && !isArticle(start))
        || words.shapes[start] == .number
      for end in (start + 2)...limit {
        let piece = start..<end
        if canBegin && canEnd(end - 1) && isOneName(piece)
          || features.matches.labels(of: piece) != nil
        {
          body(piece)
        }
      }
    }
  }

  private func pieces(of run: NameRun) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    forEachPiece(of: run) { pieces.append($0) }
    return pieces
  }

  /// "Congress Monday" is no name; dates inside names are the gazetteer's.
  private func isDate(_ token: Int) -> Bool {
    let classes = words.classes[token]
    guard classes.contains(.temporal) else { return false }
    return classes.isDisjoint(with: [.givenName, .surname]) || words.form(token).hasSuffix("day")
  }

  /// "Civitavecchia on Friday": when something is done.
  private func isDay(_ token: Int) -> Bool {
    words.classes[token].contains(.temporal) && words.form(token).hasSuffix("day")
  }

  /// "The Democratic Party": the article belongs only to names that tables have with it.
  private func isArticle(_ token: Int) -> Bool {
    words.sign(token).isCapitalArticle
  }

  /// Not "Chad's Constitutional Council", nor "Band Aid and the Live Aid", "House and Senate",
  /// "Trump-Putin" or "Kentucky Republican".
  private func isOneName(_ piece: Range<Int>) -> Bool {
    let last = piece.upperBound - 1
    if isEntry(last..<piece.upperBound, .other), isEntry(piece.lowerBound..<last, .place) {
      return false
    }
    for token in piece.dropFirst().dropLast() {
      let (left, right) = (piece.lowerBound..<token, token + 1..<piece.upperBound)
      switch words.shapes[token] {
      case .lower:
        if words.isPossessive(token), features.matches.labels(of: left) != nil { return false }
        if words.sign(token) == .of || words.sign(token) == .for,
          isNoBody(left) || isAffair(left) || isPlaceOf(right, without: left)
            || areBodies(left, right)
        {
          return false
        }
        if words.sign(token) == .in, isBodyOrPlace(right) { return false }
        if words.sign(token) == .on, isDay(token + 1) { return false }
        guard words.sign(token) == .and else { continue }
        if words.sign(token + 1) == .the || isBodyOrPlace(right) || isPair(left, right) {
          return false
        }
      case .other:
        if isPerson(left), isPerson(right) { return false }
        if let end = SyllableName(words: words).end(withHyphenAt: token), piece.upperBound > end + 1
        {
          return false
        }
      default: break
      }
    }
    return true
  }

  /// Whether the gazetteer has the tokens as a name of that kind.
  private func isEntry(_ tokens: Range<Int>, _ label: NameLabel) -> Bool {
    features.matches.labels(of: tokens)?.has(label) == true
  }

  /// "Dutchman Tom Dumoulin of Sunweb": what "of" hangs on is a person.
  private func isNoBody(_ tokens: Range<Int>) -> Bool {
    guard tokens.count > 1 else { return false }
    let last = tokens.upperBound - 1
    let given = words.classes[last - 1]
    return given.contains(.givenName) && !given.contains(.orgNoun)
      && words.shapes[last] == .capitalised
      && words.classes[last].isDisjoint(with: [.orgNoun, .placeNoun, .commonWord])
  }

  /// "Shares of Karvel".
  private func isAffair(_ tokens: Range<Int>) -> Bool {
    tokens.count == 1 && words.isFirmAffair(tokens.lowerBound)
      && words.classes[tokens.lowerBound].isDisjoint(with: .orgNoun)
  }

  /// "SMIT of the Netherlands", "Carnival of Miami": a place behind "of" tells only where a body is that
  /// has no noun for one.
  private func isPlaceOf(_ tokens: Range<Int>, without name: Range<Int>) -> Bool {
    let start = words.sign(tokens.lowerBound) == .the ? tokens.lowerBound + 1 : tokens.lowerBound
    guard start < tokens.upperBound,
      isEntry(start..<tokens.upperBound, .place) || isEntry(tokens, .place)
    else { return false }
    let last = name.upperBound - 1
    return isFirm(name) || words.shapes[last] == .allCaps
      || !words.isBodyStart(name.lowerBound)
        && words.classes[last].isDisjoint(with: [
          .orgNoun, .commonWord, .titleWord, .placeNoun, .roleNoun,
        ])
  }

  /// "Carnival", "RTG Mining".
  private func isFirm(_ name: Range<Int>) -> Bool {
    let last = name.upperBound - 1
    if name.count > 1, words.isFirmEnding(last) {
      return name.allSatisfy { words.shapes[$0].isUpper }
    }
    return isEntry(name, .organisation)
      && words.classes[last].isDisjoint(with: .orgNoun)
  }

  /// "Sunac and Shimao": two words that are no ordinary ones.
  private func isPair(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == 1 && right.count == 1
      && [left.lowerBound, right.lowerBound].allSatisfy {
        words.classes[$0].isDisjoint(with: [.commonWord, .orgNoun])
      }
  }

  /// "Recce Squad of the General Service Unit".
  private func areBodies(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count > 1, right.count > 2, words.sign(right.lowerBound) == .the else {
      return false
    }
    let name = right.lowerBound + 1..<right.upperBound
    return words.shapes[name.lowerBound].isUpper
      && [left, name].allSatisfy { NameShape(of: $0, in: words).hasOrganisationHead }
  }

  private func isBodyOrPlace(_ tokens: Range<Int>) -> Bool {
    isEntry(tokens, .organisation) || isEntry(tokens, .place)
  }

  /// A person of the tables, or a surname that stands behind a given name in the article.
  private func isPerson(_ tokens: Range<Int>) -> Bool {
    if isEntry(tokens, .person) { return true }
    return tokens.count == 1 && features.tokens.isSeenAsSurname(tokens.lowerBound)
  }

  private func canEnd(_ token: Int) -> Bool {
    if isDate(token) { return false }
    return switch words.shapes[token] {
    case .initial, .capitalised, .allCaps, .number: true
    case .other, .lower: false
    }
  }

  /// All evidence for each piece.
  func evidence(for run: NameRun) -> [(tokens: Range<Int>, features: [UInt64])] {
    let sentence = words.document.sentences[run.sentence].tokens
    return pieces(of: run).map { piece in
      var list: [UInt64] = []
      for token in piece {
        let place = WordPlace(of: token, in: piece)
        words.word(token).addEvidence(at: place, to: &list)
        features.addToken(token, at: place, to: &list)
      }
      features.addLeft(of: piece.lowerBound, in: run, to: &list)
      features.addRight(of: piece.upperBound, in: run, to: &list)
      let beside: [(token: Int, place: WordPlace)] = [
        (piece.lowerBound - 1, .before), (piece.lowerBound - 2, .farBefore),
        (piece.upperBound, .behind), (piece.upperBound + 1, .farBehind),
      ]
      for (token, place) in beside where sentence.contains(token) {
        words.word(token).addEvidence(at: place, to: &list)
      }
      features.addWhole(piece, to: &list)
      if let (relation, governor) = features.governor(of: piece) {
        list.add(.relation, relation.value)
        if let governor { words.word(governor).addEvidence(asGovernor: relation, to: &list) }
      }
      return (piece, list)
    }
  }
}
