import Foundation

/// The forms under which a predicate's lemma is compared, so that *meet with* is *meet*,
/// *be president of* is *president* and *criticise* is *criticize*.
struct LemmaForms: Sendable {
  let forms: Set<String>

  /// The forms of a right answer: as written, and without light words around it.
  init(rightAnswer lemma: String) {
    let words = Self.words(of: lemma)
    forms = Self.joined(words, Self.withoutLightWords(words))
  }

  /// The forms of a tool's answer: also the first and the last word that is not light, since
  /// *launch attack* says *attack* and *vote down* says *vote*.
  init(answer lemma: String) {
    let words = Self.words(of: lemma)
    let core = Self.withoutLightWords(words)
    forms = Self.joined(words, core, core.prefix(1), core.suffix(1))
  }

  private static func joined(_ candidates: ArraySlice<String>...) -> Set<String> {
    Set(candidates.map { $0.joined(separator: " ") }.filter { !$0.isEmpty })
  }

  private static func words(of lemma: String) -> ArraySlice<String> {
    NameFolding.folded(lemma).split { $0 == "_" || $0.isWhitespace }.map { spelling(of: $0) }[...]
  }

  private static func withoutLightWords(_ words: ArraySlice<String>) -> ArraySlice<String> {
    var core = words
    while core.count > 1, let last = core.last, closing.contains(last) { core.removeLast() }
    while core.count > 1, let first = core.first, opening.contains(first) { core.removeFirst() }
    return core
  }

  /// American spelling of the endings and words where British English differs.
  private static func spelling(of word: Substring) -> String {
    var word = String(word)
    if word.count > 5, word.hasSuffix("ise") { word = word.dropLast(3) + "ize" }
    if word.count > 7, word.hasSuffix("isation") { word = word.dropLast(7) + "ization" }
    for (british, american) in [("honour", "honor"), ("defence", "defense"), ("labour", "labor")] {
      word = word.replacingOccurrences(of: british, with: american)
    }
    return word
  }

  private static let closing: Set<String> = [
    "with", "to", "on", "of", "for", "from", "at", "against", "in", "by", "into", "up", "over",
    "about", "upon", "around", "towards", "toward", "as", "out", "off", "down", "between",
    "through", "among", "amongst", "that",
  ]
  private static let opening: Set<String> = [
    "be", "have", "get", "is", "was", "were", "been", "being", "do", "to", "the", "a", "an",
  ]
}
