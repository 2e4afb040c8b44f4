import DocumentModel
import Gazetteers

/// Finds the role a person has in apposition: "Park Jin, South Korea's foreign minister," and "the
/// president of France, Nicolas Sarkozy,".
///
/// It reads the surface, not the tree: commas, a short noun phrase, a noun for a role. Parsers are at
/// their weakest here.
struct Apposition {
  let words: DocumentWords
  let titles: TitleIndex

  private static let longest = 10
  private static let joints: Set<String> = ["of", "for", "at", "to", "with", "from", "in"]
  private static let possessives: Set<String> = ["'s", "’s", "'", "’"]

  /// The tokens of the role in a phrase beside the name: "foreign minister".
  func role(of mention: Mention) -> Range<Int>? {
    let sentence = words.document.sentences[mention.sentence].tokens
    return role(behind: mention.tokens.upperBound, in: sentence)
      ?? role(before: mention.tokens.lowerBound, in: sentence)
  }

  private func role(behind end: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard end + 1 < sentence.upperBound, isComma(end) else { return nil }
    var last: Range<Int>?
    var token = end + 1
    while token < min(sentence.upperBound, end + Self.longest) {
      if let title = roleEnding(at: token, from: end + 1, before: sentence.upperBound) {
        last = title
        token = title.upperBound
        continue
      }
      if last != nil, let owner = ownerEnd(from: token, before: sentence.upperBound) {
        last = nil
        token = owner
        continue
      }
      guard isInsidePhrase(token) else { break }
      // Behind the role only more of the role may come: "minister for trade" ends it.
      if last != nil, !words.classes[token].contains(.roleNoun) { break }
      token += 1
    }
    return last
  }

  /// "Prime Minister [Abiy Ahmed's] adviser": where the owner of the role to come ends.
  private func ownerEnd(from start: Int, before limit: Int) -> Int? {
    var token = start
    while token < min(limit, start + 4), words.shapes[token].isUpper { token += 1 }
    guard token > start, token < limit, Self.possessives.contains(words.form(token)) else {
      return nil
    }
    return token + 1
  }

  private func role(before start: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard start - 2 >= sentence.lowerBound, isComma(start - 1) else { return nil }
    let low = max(sentence.lowerBound, start - Self.longest)
    var joint: Int?
    for token in stride(from: start - 2, through: low, by: -1) {
      if let title = roleEnding(at: token, from: low, before: start - 1) {
        guard title.upperBound == start - 1 || joint == title.upperBound else { return nil }
        return startsPhrase(title.lowerBound, from: low) ? title : nil
      }
      if joint == nil, Self.joints.contains(words.form(token)) {
        joint = token
      } else if joint != nil || !isInsidePhrase(token) {
        return nil
      }
    }
    return nil
  }

  /// A title, or a noun for a role with the plain words before it that belong to it.
  private func roleEnding(at token: Int, from low: Int, before end: Int) -> Range<Int>? {
    if words.classes[token].contains(.titleWord),
      let title = titles.match(at: token, before: end, in: words)
    {
      return start(of: title.tokens.lowerBound, from: low)..<title.tokens.upperBound
    }
    guard words.classes[token].contains(.roleNoun), words.shapes[token] == .lower else {
      return nil
    }
    return start(of: token, from: low)..<token + 1
  }

  /// Adjectives and nouns in small letters before a role are part of it: "deputy foreign".
  private func start(of role: Int, from low: Int) -> Int {
    var start = role
    while start > low, let tags = words.tags {
      if start - 2 >= low, words.sign(start - 1) == .hyphen, words.shapes[start - 2] == .lower {
        start -= 2
      } else if words.shapes[start - 1] == .lower,
        tags[start - 1] == .adj || tags[start - 1] == .noun
      {
        start -= 1
      } else {
        break
      }
    }
    return start
  }

  /// Before the role stands an article, a possessive, a name, or nothing.
  private func startsPhrase(_ token: Int, from low: Int) -> Bool {
    guard token > low else { return true }
    let before = words.smallForm(token - 1)
    return ["the", "a", "an", "its", "their"].contains(before) || Self.possessives.contains(before)
      || words.shapes[token - 1].isUpper || words.shapes[token - 1] == .other
  }

  private func isInsidePhrase(_ token: Int) -> Bool {
    if words.shapes[token].isUpper || Self.possessives.contains(words.form(token)) { return true }
    guard let tag = words.tags?[token] else { return words.shapes[token] == .lower }
    return [.adj, .noun, .propn, .det, .num, .adv].contains(tag) || words.sign(token) == .hyphen
      || (tag == .pron && ["its", "their", "his", "her"].contains(words.form(token)))
  }

  private func isComma(_ token: Int) -> Bool {
    let sign = words.sign(token)
    return sign == .comma || sign == .longDash || sign == .dash
  }
}
