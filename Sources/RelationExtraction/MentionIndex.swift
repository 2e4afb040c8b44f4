import DocumentModel

/// Which mention stands at a token.
///
/// A class, so that the many readers of one article share it.
final class MentionIndex {
  private let mentions: [Int32]
  private let all: [Mention]

  init(tree: TreeIndex, entities: EntityLayer, lexicon: ExtractionLexicon) {
    all = entities.mentions
    var mentions = [Int32](repeating: -1, count: tree.syntax.heads.count)
    for (index, mention) in all.enumerated() {
      for token in mention.tokens { mentions[token] = Int32(index) }
    }
    // "the foreign minister, Park Jin": the role stands for the person, unless it has a name itself.
    for (index, mention) in all.enumerated() {
      for token in mention.roleTokens ?? 0..<0 where mentions[token] < 0 {
        mentions[token] = Int32(index)
      }
    }
    for (index, mention) in all.enumerated() {
      let before = mention.tokens.lowerBound - 1
      guard before >= 0, mentions[before] < 0,
        Self.stands(before, for: mention, in: tree, lexicon: lexicon)
      else { continue }
      mentions[before] = Int32(index)
    }
    self.mentions = mentions
  }

  /// "Mr Morrison", "software company Microsoft": what a name follows and depends on stands for it too,
  /// and a title or a noun for people or bodies that parsers put beside it.
  private static func stands(
    _ token: Int, for mention: Mention, in tree: TreeIndex, lexicon: ExtractionLexicon
  ) -> Bool {
    guard [.noun, .propn, .adj].contains(tree.tag(token)) else { return false }
    return mention.tokens.contains { part in
      guard let head = tree.head(of: part) else { return false }
      if head == token { return [.flat, .appos, .compound].contains(tree.relation(part)) }
      guard tree.head(of: token) == head else { return false }
      return mention.type.isPerson && tree.tag(token) == .propn
        && tree.relation(token) == tree.relation(part)
        || isDescriptor(tree.lemma(token), of: mention, lexicon) && tree.tag(token) == .noun
    }
  }

  private static func isDescriptor(
    _ noun: String, of mention: Mention, _ lexicon: ExtractionLexicon
  ) -> Bool {
    guard !mention.isAdjective else { return false }
    return mention.type.isPerson
      ? lexicon.isRole(noun) : mention.type == .organisation && lexicon.isBody(noun)
  }

  func at(_ token: Int) -> Int? { mentions[token] >= 0 ? Int(mentions[token]) : nil }

  /// The type of the mention at a token.
  func type(at token: Int) -> EntityType? { at(token).map { all[$0].type } }

  /// The tokens of the mention at a token.
  func tokens(at token: Int) -> Range<Int>? { at(token).map { all[$0].tokens } }

  /// The mention that ends right before a token, commas and closing brackets aside.
  func mention(before token: Int, in tree: TreeIndex) -> Int? {
    var position = token - 1
    while position >= 0, tree.tag(position) == .punct, at(position) == nil { position -= 1 }
    guard position >= 0, token - position <= 3 else { return nil }
    return at(position)
  }

  /// "Germany and France [backed] Rajoy": no participle stands between two names without an article or
  /// a preposition; what the tree hangs on the second name is the verb of both.
  func misreadVerb(before token: Int, in tree: TreeIndex) -> Int? {
    guard at(token) != nil else { return nil }
    return tree.children(of: token, .amod).first { verb in
      guard tree.tag(verb) == .verb, verb < token, let subject = name(before: verb, in: tree) else {
        return false
      }
      return at(subject) != at(token) && tree.child(of: token, .case, .det) == nil
        && (verb + 1..<token).allSatisfy { [.propn, .noun, .adj].contains(tree.tag($0)) }
    }
  }

  /// The name that stands right before a verb, adverbs aside, or before the phrase between commas that
  /// does: "[Peru], which borders Ecuador, sued", "[Peru], a neighbour, sued", "the loser, [Peru], sued".
  func name(before verb: Int, in tree: TreeIndex) -> Int? {
    let sentence = tree.sentence(of: verb)
    var last = verb - 1
    while last > sentence.lowerBound, tree.tag(last) == .adv, at(last) == nil { last -= 1 }
    guard last >= sentence.lowerBound else { return nil }
    if tree.document.form(of: last) != "," {
      guard isName(last, in: tree), let name = tokens(at: last) else { return nil }
      return name.lowerBound > 0 && tree.tag(name.lowerBound - 1) == .adp ? nil : last
    }
    var comma = last - 1
    while comma > sentence.lowerBound, tree.document.form(of: comma) != "," { comma -= 1 }
    guard comma > sentence.lowerBound else { return nil }
    if let name = tokens(at: last - 1), name.lowerBound == comma + 1, isName(last - 1, in: tree) {
      return last - 1
    }
    let opensPhrase = tree.isRelativePronoun(comma + 1) || tree.tag(comma + 1) == .det
    return opensPhrase && isName(comma - 1, in: tree) ? comma - 1 : nil
  }

  private func isName(_ token: Int, in tree: TreeIndex) -> Bool {
    at(token) != nil && tree.tag(token) == .propn
  }
}
