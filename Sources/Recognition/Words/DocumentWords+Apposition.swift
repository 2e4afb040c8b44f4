import DocumentModel
import Gazetteers

extension DocumentWords {
  /// The "'s" behind up to three words with capitals: "South Korea's".
  private func possessive(from start: Int, in sentence: Range<Int>) -> Int? {
    var token = start
    while token < min(start + 3, sentence.upperBound), shapes[token].isUpper { token += 1 }
    return token > start && token < sentence.upperBound && isPossessive(token) ? token : nil
  }

  /// The noun of ", a small town" after a name: the last of the words up to a preposition or comma.
  func appositionNoun(after comma: Int, in sentence: Range<Int>) -> Int? {
    var start = comma + 1
    guard start < sentence.upperBound else { return nil }
    if let owner = possessive(from: start, in: sentence) {
      start = owner
    } else if !["a", "an", "the", "its", "his", "her", "their"].contains(smallForm(start)) {
      return nil
    }
    for token in (start + 1)..<min(start + 7, sentence.upperBound) {
      let nouns: WordClasses = [.placeNoun, .orgNoun, .roleNoun]
      if !classes[token].isDisjoint(with: nouns.union(.titleWord)) || isFirmNoun(token) {
        let next = token + 1
        guard next < sentence.upperBound, shapes[next] == .lower,
          !classes[next].isDisjoint(with: nouns) || isFirmNoun(next)
        else { return token }
        continue
      }
      if shapes[token] == .other { return nil }
    }
    return nil
  }
}
