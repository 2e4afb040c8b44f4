import DocumentModel

/// Which mention stands at a token.
struct MentionIndex {
  private let mentions: [Int32]

  init(tree: TreeIndex, entities: EntityLayer, lexicon: ExtractionLexicon) {
    var mentions = [Int32](repeating: -1, count: tree.syntax.heads.count)
    for (index, mention) in entities.mentions.enumerated() {
      for token in mention.tokens { mentions[token] = Int32(index) }
    }
    // "the foreign minister, Park Jin": the role stands for the person, unless it has a name itself.
    for (index, mention) in entities.mentions.enumerated() {
      for token in mention.roleTokens ?? 0..<0 where mentions[token] < 0 {
        mentions[token] = Int32(index)
      }
    }
    // "Mr Morrison", "software company Microsoft": what a name follows and depends on stands for it too,
    // and a noun for people or bodies that has the name's head.
    for (index, mention) in entities.mentions.enumerated() {
      let before = mention.tokens.lowerBound - 1
      guard before >= 0, mentions[before] < 0,
        [.noun, .propn, .adj].contains(tree.tag(before)),
        mention.tokens.contains(where: {
          tree.head(of: $0) == before && [.flat, .appos, .compound].contains(tree.relation($0))
            || tree.head(of: $0) == tree.head(of: before) && isDescriptor(before, of: mention)
        })
      else { continue }
      mentions[before] = Int32(index)
    }
    self.mentions = mentions

    func isDescriptor(_ noun: Int, of mention: Mention) -> Bool {
      guard tree.tag(noun) == .noun, !mention.isAdjective, tree.head(of: noun) != nil else {
        return false
      }
      let lemma = tree.lemma(noun)
      return mention.type.isPerson
        ? lexicon.isRole(lemma) : mention.type == .organisation && lexicon.isBody(lemma)
    }
  }

  func at(_ token: Int) -> Int? { mentions[token] >= 0 ? Int(mentions[token]) : nil }
}
