import DocumentModel

/// Finds whom "I" and "we" stand for: the speaker of the quotation, and the body the speaker speaks
/// for.
struct FirstPersons {
  let tree: TreeIndex
  let entities: EntityLayer
  let parties: PartyFinder
  let lexicon: ExtractionLexicon
  let ties: [TieFinder.Tie]

  private static let deepest = 12
  private static let singular: Set<String> = ["i", "me", "my", "mine", "myself"]
  private static let plural: Set<String> = ["we", "us", "our", "ours", "ourselves"]

  /// The chains by token; a token that has no speaker is missing.
  func chains() -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    var bodies: [Int: Int]?
    for token in tree.syntax.tags.indices where [.pron, .det].contains(tree.tag(token)) {
      let form = tree.document.form(of: token)
      guard form.utf8.count <= 9 else { continue }
      let lower = form.inSmallLetters
      let isPlural = Self.plural.contains(lower) && form != "US"
      guard isPlural || Self.singular.contains(lower), parties.mention(at: token) == nil,
        let speaker = speaker(at: token)
      else { continue }
      let known = bodies ?? bodyOfChain()
      bodies = known
      result[token] = [isPlural ? known[speaker] ?? speaker : speaker]
    }
    return result
  }

  /// The country or body that a person's office or affiliation ties them to, the first one told.
  private func bodyOfChain() -> [Int: Int] {
    var bodies: [Int: Int] = [:]
    for tie in ties where tie.category == .office || tie.category == .affiliation {
      guard !entities.chains[tie.target].type.isPerson, bodies[tie.source] == nil else { continue }
      bodies[tie.source] = tie.target
    }
    return bodies
  }

  /// The speech verb above in the same sentence, else the nearest one of the paragraph.
  private func speaker(at token: Int) -> Int? {
    if let above = speakerAbove(token) { return above }
    let document = tree.document
    guard let sentence = sentence(of: token) else { return nil }
    let paragraph = document.sentences[sentence].paragraph
    for distance in 1...3 {
      for other in [sentence - distance, sentence + distance]
      where document.sentences.indices.contains(other)
        && document.sentences[other].paragraph == paragraph
      {
        if let speaker = quotingSpeaker(in: document.sentences[other].tokens) { return speaker }
      }
    }
    return nil
  }

  private func sentence(of token: Int) -> Int? {
    var low = 0
    var high = tree.document.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if tree.document.sentences[middle].tokens.upperBound <= token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < tree.document.sentences.count ? low : nil
  }

  private func speakerAbove(_ token: Int) -> Int? {
    var node = token
    for _ in 0..<Self.deepest {
      for child in tree.children(of: node, .parataxis, .ccomp) where child > token || child < node {
        if lexicon.isSpeech(tree.lemma(child)), let speaker = subject(of: child) { return speaker }
      }
      guard let head = tree.head(of: node) else { return nil }
      if lexicon.isSpeech(tree.lemma(head)), tree.isVerbal(head),
        [.ccomp, .parataxis, .obj, .conj].contains(tree.relation(node)),
        let speaker = subject(of: head)
      {
        return speaker
      }
      node = head
    }
    return nil
  }

  /// Who is said to speak in a sentence with a quotation.
  private func quotingSpeaker(in tokens: Range<Int>) -> Int? {
    for token in tokens where tree.tag(token) == .verb && lexicon.isSpeech(tree.lemma(token)) {
      if let speaker = subject(of: token) { return speaker }
    }
    return nil
  }

  private func subject(of verb: Int) -> Int? {
    guard let subject = tree.child(of: verb, .nsubj) else { return nil }
    return parties.parties(of: subject).first?.chain
  }
}
