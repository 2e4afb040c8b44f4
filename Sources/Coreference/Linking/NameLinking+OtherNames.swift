import DocumentModel
import Gazetteers

/// Names that an article says are another's: "Ali Salim Gichunge, alias Farouk", "the National Highway
/// Council, known as Conavi".
extension NameLinking {
  /// Gives the other name, wherever it stands, the identity of the one it is introduced by.
  mutating func linkOtherNames() {
    for index in mentions.indices.dropFirst() where !isKnown(index) {
      guard let first = bearer(ofOtherName: index), let bearer = identities[first] else { continue }
      for place in mentions.indices where !isKnown(place) {
        if names.key(place) == names.key(index) { identities[place] = bearer }
      }
    }
  }

  /// The mention before `index` whose other name it is; a place between them is where a body is.
  private func bearer(ofOtherName index: Int) -> Int? {
    guard !mentions[index].isAdjective,
      mentions[index - 1].sentence == mentions[index].sentence,
      isOtherName(
        between: mentions[index - 1].tokens.upperBound, and: mentions[index].tokens.lowerBound)
    else { return nil }
    let (type, before) = (mentions[index].type, mentions[index - 1])
    if !before.type.isPerson, before.type != .organisation, type != before.type, index > 1,
      mentions[index - 2].sentence == mentions[index].sentence,
      mentions[index - 2].tokens.upperBound == before.tokens.lowerBound - 1
    {
      return index - 2
    }
    return before.type.isPerson || before.type == .organisation || before.type == type
      ? index - 1 : nil
  }

  /// Whether the words between two names say that they name the same.
  private func isOtherName(between start: Int, and end: Int) -> Bool {
    guard start < end, end - start <= Self.longestLink else { return false }
    let tokens = start..<end
    guard tokens.allSatisfy({ Self.linkWords.contains(names.document.smallForm(of: $0)) }) else {
      return false
    }
    let link = tokens.map { names.document.smallForm(of: $0) }
    return link.contains { Self.aliasWords.contains($0) }
      || zip(link, link.dropFirst()).contains { $0 == "known" && $1 == "as" }
  }

  private static let longestLink = 9
  private static let aliasWords: Set<String> = [
    "alias", "nicknamed", "aka", "a.k.a.", "née", "nee",
  ]
  private static let linkWords: Set<String> = aliasWords.union([
    ",", "(", "also", "better", "widely", "popularly", "commonly", "known", "as", "by", "the",
    "his",
    "her", "its", "their", "to", "fans", "simply", "who", "which", "is", "was", "acronym",
    "initials",
    "nickname", "locally", "formerly", "nom", "de", "guerre", "\"", "“", "‘", "'",
  ])
}
