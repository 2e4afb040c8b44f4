import DocumentModel
import Gazetteers

/// What is said of firms and other bodies alone: "[Barclays] shares", "a spokesman for [Jefferies]",
/// "analysts at [Nomura]", "[Telstra] gained 5 percent".
struct FirmContext {
  let words: DocumentWords

  /// How much the words around a name speak for a firm, in nats.
  func weight(of tokens: Range<Int>, in sentence: Range<Int>) -> Float {
    let beside = max(
      weight(behind: tokens.upperBound, in: sentence),
      weight(before: tokens.lowerBound, in: sentence))
    return words.isRace && isTeam(tokens.lowerBound, in: sentence) ? max(beside, Self.sure) : beside
  }

  /// In an article about races: "drives for [McLaren]", "in a [Ferrari]", "Nico Rosberg's [Williams]".
  private func isTeam(_ start: Int, in sentence: Range<Int>) -> Bool {
    let before = start - 1
    guard before > sentence.lowerBound else { return false }
    switch words.form(before) {
    case "for", "a": return true
    default: return words.isPossessive(before) && words.shapes[before - 1].isUpper
    }
  }

  private static let sure: Float = 2.5
  /// People have spokesmen too.
  private static let likely: Float = 1.2
  private static let possible: Float = 0.8

  private func weight(behind end: Int, in sentence: Range<Int>) -> Float {
    guard end < sentence.upperBound else { return 0 }
    if words.isPossessive(end), end + 1 < sentence.upperBound {
      return Self.owned.contains(words.form(end + 1)) && isNoun(end + 1) ? Self.sure : 0
    }
    if words.shapes[end] == .lower, isNoun(end) {
      if words.isFirmAffair(end) { return Self.sure }
      if Self.spokespeople.contains(words.form(end)) { return Self.likely }
      if isHead(end, in: sentence) { return Self.likely }
    }
    if isMove(end, in: sentence) { return Self.sure }
    return isSpeaker(end, in: sentence) ? Self.possible : 0
  }

  /// "[Alstom] chief Henri Poupart-Lafarge".
  private func isHead(_ noun: Int, in sentence: Range<Int>) -> Bool {
    Self.heads.contains(words.form(noun)) && noun + 1 < sentence.upperBound
      && words.shapes[noun + 1].isUpper
  }

  /// "[Nomura] said it": people say that he or she did something.
  private func isSpeaker(_ verb: Int, in sentence: Range<Int>) -> Bool {
    guard words.form(verb) == "said" || words.form(verb) == "says", verb + 2 < sentence.upperBound
    else { return false }
    let next = words.form(verb + 1) == "that" ? verb + 2 : verb + 1
    guard next + 1 < sentence.upperBound, words.form(next) == "it" || words.form(next) == "its"
    else {
      return false
    }
    return words.form(next) == "its" || !Self.impersonal.contains(words.form(next + 1))
  }

  /// "said it is", "it would be": what stands for nothing.
  private static let impersonal: Set<String> = ["is", "’s", "'s", "was", "seemed", "appeared"]
  private static let heads: Set<String> = ["chief", "boss", "founder", "co-founder", "chairman"]

  private func weight(before start: Int, in sentence: Range<Int>) -> Float {
    let noun = start - 2
    guard noun >= sentence.lowerBound, isNoun(noun) else { return 0 }
    let form = words.smallForm(noun)
    switch words.form(start - 1) {
    case "of", "at": return words.isFirmAffair(noun) ? Self.sure : 0
    case "in": return Self.invested.contains(form) ? Self.sure : 0
    case "for":
      if Self.spokespeople.contains(form) { return Self.likely }
      return words.isFirmAffair(noun) && words.classes[noun].contains(.roleNoun) ? Self.likely : 0
    default: return 0
    }
  }

  /// "rose 3 percent", "fell to its lowest": what a share does.
  private func isMove(_ verb: Int, in sentence: Range<Int>) -> Bool {
    guard words.isMarketVerb(verb), words.shapes[verb] == .lower else { return false }
    let behind = (verb + 1..<min(verb + 7, sentence.upperBound)).map { words.form($0) }
    return behind.contains { ["percent", "%", "highest", "lowest"].contains($0) }
      || zip(behind, behind.dropFirst()).contains { $0 == "per" && $1 == "cent" }
  }

  private func isNoun(_ token: Int) -> Bool {
    guard let tag = words.tags?[token] else { return true }
    return tag == .noun || tag == .propn
  }

  private static let spokespeople: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "spokespeople",
  ]
  private static let invested: Set<String> = [
    "shares", "stake", "stakes", "stock", "investors", "shareholders", "investor", "shareholder",
  ]
  private static let owned: Set<String> = [
    "shares", "stock", "shareholders", "bonds", "dividend", "revenue", "revenues", "customers",
    "subsidiary", "subsidiaries", "stores", "shareholder",
  ]
}
