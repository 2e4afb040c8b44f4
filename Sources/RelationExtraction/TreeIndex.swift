import DocumentModel

/// The trees of a document with children in order, and the questions extraction asks of them.
///
/// A class, so that the many readers of one article share it.
final class TreeIndex {
  let document: Document
  let syntax: SyntaxLayer
  /// Children of token `t` are `children[offsets[t]..<offsets[t + 1]]`.
  private let offsets: [Int32]
  private let children: [Int32]
  private let lemmas: [String]
  private let tags: [UniversalTag]

  init(
    document: Document, syntax: SyntaxLayer, mentions: [Mention], repairs: LemmaRepair
  ) {
    self.document = document
    self.syntax = syntax
    let count = syntax.heads.count
    var offsets = [Int32](repeating: 0, count: count + 1)
    for head in syntax.heads where head >= 0 { offsets[Int(head) + 1] += 1 }
    for index in 0..<count { offsets[index + 1] += offsets[index] }
    var next = offsets
    var children = [Int32](repeating: 0, count: Int(offsets[count]))
    for (token, head) in syntax.heads.enumerated() where head >= 0 {
      children[Int(next[Int(head)])] = Int32(token)
      next[Int(head)] += 1
    }
    self.offsets = offsets
    self.children = children
    var lemmas = repairs.lemmas(of: syntax, in: document)
    var tags = Self.tags(of: syntax, mentions)
    for (token, noun) in Self.openings(of: document, syntax, tags: tags, mentions, repairs) {
      (tags[token], lemmas[token]) = (.noun, noun)
    }
    (self.tags, self.lemmas) = (tags, lemmas)
  }

  /// "[Talks] between Kenya and Chile": the event nouns that open a sentence and that the tagger took
  /// for names or verbs, with their lemmas.
  private static func openings(
    of document: Document, _ syntax: SyntaxLayer, tags: [UniversalTag], _ mentions: [Mention],
    _ repairs: LemmaRepair
  ) -> [(token: Int, noun: String)] {
    let named = Set(mentions.map(\.tokens.lowerBound))
    return document.sentences.compactMap { sentence in
      let first = sentence.tokens.lowerBound
      guard !sentence.tokens.isEmpty, !named.contains(first),
        tags[first] == .propn || tags[first] == .verb && ofNouns.contains(syntax.relations[first]),
        let noun = repairs.eventNoun(openingWith: document.form(of: first))
      else { return nil }
      return (first, noun)
    }
  }

  private static let ofNouns: Set<DependencyRelation> = [.nsubj, .nsubjPass, .obj, .nmod]

  /// "Peru sued [Chile]", "Human Rights [Watch]": a name is no adverb and no verb, whatever the tagger
  /// makes of it.
  private static func tags(of syntax: SyntaxLayer, _ mentions: [Mention]) -> [UniversalTag] {
    var tags = syntax.tags
    for mention in mentions where mention.kind == .gazetteer && !mention.isAdjective {
      for token in mention.tokens
      where [.adv, .intj, .x, .sconj, .verb].contains(tags[token]) { tags[token] = .propn }
    }
    return tags
  }

  func children(of token: Int) -> some Sequence<Int> {
    children[Int(offsets[token])..<Int(offsets[token + 1])].lazy.map { Int($0) }
  }

  /// At least one relation, lest `children(of:)` be taken for this with none.
  func children(
    of token: Int, _ first: DependencyRelation, _ others: DependencyRelation...
  ) -> [Int] {
    children(of: token).filter { child in
      let relation = syntax.relations[child]
      return relation == first || others.contains(relation)
    }
  }

  func child(of token: Int, _ relations: DependencyRelation...) -> Int? {
    children(of: token).first { relations.contains(syntax.relations[$0]) }
  }

  /// The token it depends on; nil for a root.
  func head(of token: Int) -> Int? {
    syntax.heads[token] >= 0 ? Int(syntax.heads[token]) : nil
  }

  func relation(_ token: Int) -> DependencyRelation { syntax.relations[token] }
  /// The dictionary form, as the lexicon knows it where the lemmatiser guessed.
  func lemma(_ token: Int) -> String { lemmas[token] }
  func tag(_ token: Int) -> UniversalTag { tags[token] }
  func features(_ token: Int) -> MorphologicalFeatures { syntax.features[token] }

  func isVerbal(_ token: Int) -> Bool { tag(token) == .verb || tag(token) == .aux }

  /// The preposition that marks a noun phrase, several words joined: "because of".
  func preposition(of token: Int) -> String? {
    guard let mark = child(of: token, .case) else { return nil }
    let fixed = children(of: mark, .fixed).map { lemma($0) }
    return ([lemma(mark)] + fixed).joined(separator: " ")
  }

  /// What may mark a noun phrase for a pattern: "out of", and its last word alone.
  func prepositions(of token: Int) -> [String] {
    let marks = children(of: token, .case).filter { ![.part, .punct].contains(tag($0)) }
    guard let last = marks.last else { return sharedMark(of: token).map { [lemma($0)] } ?? [] }
    let words = marks.flatMap { [lemma($0)] + children(of: $0, .fixed).map { lemma($0) } }
    return words.count == 1 ? words : [words.joined(separator: " "), lemma(last)]
  }

  /// "[against] VTB and other banks": the preposition before a phrase, hung on the next one beside it.
  private func sharedMark(of token: Int) -> Int? {
    guard relation(token) == .nmod || relation(token) == .obl, token > 0,
      relation(token - 1) == .case, let next = head(of: token - 1), next > token,
      head(of: next) == head(of: token)
    else { return nil }
    return token - 1
  }

  /// The first member of the coordination that `token` belongs to.
  func firstConjunct(of token: Int) -> Int {
    var token = token
    while relation(token) == .conj, let head = head(of: token) { token = head }
    return token
  }

  /// The first of a list of names that a name ends, whatever the tree hangs the list on: "On Tuesday,
  /// [Jordan] and Kuwait".
  func firstName(of token: Int, among mentions: MentionIndex) -> Int {
    var token = token
    while relation(token) == .conj, let head = head(of: token), head < token,
      mentions.at(head) != nil, tag(head) == .propn
    {
      token = head
    }
    return token
  }

  func isRelativePronoun(_ token: Int) -> Bool {
    guard [.pron, .det, .sconj].contains(tag(token)) else { return false }
    return ["who", "which", "that", "whom", "whose"].contains(lemma(token))
  }

  /// The noun that the relative clause around `token` describes, also from a verb coordinated or
  /// embedded in the clause.
  func antecedent(of token: Int) -> Int? {
    var node = token
    for _ in 0..<Self.deepest {
      if relation(node) == .aclRelcl || relation(node) == .acl { return head(of: node) }
      guard let head = head(of: node) else { return nil }
      // "it was Britain that expelled them"
      if relation(node) == .advclRelcl, tag(head) == .propn { return head }
      node = head
    }
    return nil
  }

  private static let deepest = 6

  /// A verb with its particle: "carry out".
  func lemmaWithParticle(_ token: Int) -> String {
    guard let particle = child(of: token, .compoundPrt) else { return lemma(token) }
    return lemma(token) + " " + lemma(particle)
  }

  /// The first and last token of everything below `token`.
  func extent(of token: Int) -> Range<Int> {
    var low = token
    var high = token
    var open = [token]
    while let next = open.popLast() {
      low = min(low, next)
      high = max(high, next)
      open += children(of: next)
    }
    return low..<high + 1
  }

  /// The noun phrase of `token` without relative clauses, appositions and coordination.
  func phrase(of token: Int) -> Range<Int> {
    var low = token
    var high = token
    for child in children(of: token) {
      switch relation(child) {
      case .amod, .compound, .nmodPoss, .nummod, .flat, .fixed:
        let extent = extent(of: child)
        low = min(low, extent.lowerBound)
        high = max(high, extent.upperBound - 1)
      default: break
      }
    }
    return low..<high + 1
  }
}
