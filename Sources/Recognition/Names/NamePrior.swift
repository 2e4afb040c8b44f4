import DocumentModel
import Gazetteers

/// What writing says for a name where the model has seen too little: news is full of capitals that no
/// list holds.
struct NamePrior {
  let words: DocumentWords
  let tokens: NameTokens

  private static let acronym: Float = 1.2
  private static let unknownWord: Float = -1.5
  private static let placeNoun: Float = 1.5
  private static let joint: Float = -4
  private static let ampersand: Float = 5

  /// What to add to the scores of a piece that no entry of the gazetteer has, in nats.
  func scores(of piece: Range<Int>, in run: NameRun) -> LabelScores {
    var scores = LabelScores.zero
    guard !words.capitalisedSentences[run.sentence] else { return scores }
    if piece.contains(where: { isJointOfBodies($0) }) {
      scores[NameLabel.person.rawValue] += Self.joint
    }
    if piece.contains(where: { words.shapes[$0] == .other && words.sign($0) == .ampersand }) {
      scores[NameLabel.organisation.rawValue] += Self.ampersand
    }
    if isPlace(piece, in: run) { scores[NameLabel.place.rawValue] += Self.placeNoun }
    guard piece.count == 1, isUnknown(piece.lowerBound) else { return scores }
    if words.shapes[piece.lowerBound] == .allCaps {
      if words.form(piece.lowerBound).utf8.count > 2 {
        scores[NameLabel.organisation.rawValue] += Self.acronym
      }
    } else if isInside(piece.lowerBound, run) {
      scores[NameLabel.none.rawValue] += Self.unknownWord
    }
    return scores
  }

  /// Names of people hold neither "&" nor "of".
  private func isJointOfBodies(_ token: Int) -> Bool {
    guard !words.shapes[token].isUpper else { return false }
    switch words.sign(token) {
    case .ampersand, .of, .for: return true
    default: return false
    }
  }

  /// "Zango forest", "Miraflores Palace".
  private func isPlace(_ piece: Range<Int>, in run: NameRun) -> Bool {
    let last = piece.upperBound - 1
    guard words.shapes[last] == .capitalised else { return false }
    if piece.count > 1, words.isFacility(last) { return true }
    let next = piece.upperBound
    return next < words.document.sentences[run.sentence].tokens.upperBound
      && words.shapes[next] == .lower && words.isFacility(next) && words.tags?[next] == .noun
      && isUnknown(last)
  }

  /// A word that no list of ordinary words has and that stands nowhere in small letters.
  private func isUnknown(_ token: Int) -> Bool {
    words.shapes[token].isUpper && !tokens.isSeenSmall(token)
      && words.classes[token].isDisjoint(with: [
        .commonWord, .functionWord, .temporal, .titleWord, .roleNoun, .orgNoun,
      ])
  }

  /// Not the first word of a sentence, a quotation or a heading.
  private func isInside(_ token: Int, _ run: NameRun) -> Bool {
    let first = words.document.sentences[run.sentence].tokens.lowerBound
    guard token > first else { return false }
    if words.shapes[token - 1].isWord { return true }
    return switch words.sign(token - 1) {
    case .comma, .semicolon, .closingBracket: true
    default: false
    }
  }
}
