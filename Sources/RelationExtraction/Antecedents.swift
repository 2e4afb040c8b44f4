import DocumentModel

/// Finds what a relative pronoun stands for: "who" is a person, "which" is none, whatever noun the
/// tree hangs the clause on.
struct Antecedents {
  let tree: TreeIndex
  let lexicon: ExtractionLexicon
  let mentions: MentionIndex

  /// The noun that `pronoun` in the clause of `verb` stands for.
  func antecedent(of pronoun: Int, in verb: Int) -> Int? {
    let noun = tree.antecedent(of: verb)
    switch tree.lemma(pronoun) {
    case "who", "whom":
      return noun.flatMap(person) ?? neighbour(of: pronoun, isPerson: true) ?? noun
    case "which":
      guard let noun else { return neighbour(of: pronoun, isPerson: false) }
      if isThing(noun), !lexicon.isEventNoun(tree.lemma(noun)) || !isDoneByBodies(verb) {
        return noun
      }
      return neighbour(of: pronoun, isPerson: false) ?? noun
    default: return noun ?? (tree.lemma(pronoun) == "whose" ? neighbour(of: pronoun) : nil)
    }
  }

  /// "a former president of the country [who] visited": the noun itself or one it hangs on.
  private func person(from noun: Int) -> Int? {
    var node = noun
    for _ in 0..<4 {
      if isPersonal(node) { return node }
      guard Self.within.contains(tree.relation(node)), let head = tree.head(of: node) else { break }
      node = head
    }
    return nil
  }

  private static let within: Set<DependencyRelation> = [
    .nmod, .appos, .conj, .compound, .flat, .amod, .nmodPoss, .nmodDesc,
  ]

  private func isPersonal(_ token: Int) -> Bool {
    if let type = mentions.type(at: token) {
      return type.isPerson || type == .group || tree.features(token).number == .plur
    }
    let lemma = tree.lemma(token).inSmallLetters
    return lexicon.isRole(lemma) || lexicon.isActor(lemma) || lexicon.isKin(lemma)
      || lexicon.isThing(lemma, of: "people") || tree.tag(token) == .pron
  }

  /// "victory for South Africa, which [accused]": what no event does.
  private func isDoneByBodies(_ verb: Int) -> Bool {
    guard let category = lexicon.predicate(lemma: tree.lemma(verb), as: .verb)?.category else {
      return false
    }
    return [.accuse, .request, .agree, .consult, .reject].contains(category)
  }

  private func isThing(_ token: Int) -> Bool {
    if let type = mentions.type(at: token) { return !type.isPerson }
    let lemma = tree.lemma(token).inSmallLetters
    return lexicon.isActor(lemma) || lexicon.isBody(lemma) || lexicon.isEventNoun(lemma)
  }

  /// The name right before the pronoun, a preposition aside: "Belgium, [which] it accused".
  private func neighbour(of pronoun: Int, isPerson: Bool? = nil) -> Int? {
    let first = pronoun > 0 && tree.tag(pronoun - 1) == .adp ? pronoun - 1 : pronoun
    guard let mention = mentions.mention(before: first, in: tree) else { return nil }
    var last = first - 1
    while last > 0, mentions.at(last) != mention { last -= 1 }
    guard isPerson == nil || mentions.type(at: last)?.isPerson == isPerson else { return nil }
    return last
  }
}
