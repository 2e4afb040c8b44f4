import DocumentModel

/// Short sentences that parsers take for a noun phrase: "[Libya] [acquired] centrifuges".
extension ArgumentReader {
  /// The structure of a past form between a name and a noun, in a sentence without a finite verb.
  func headlineStructure(of verb: Int) -> ArgumentStructure? {
    if let clause = clauseTakenForParticiple(verb) ?? perfectTakenForObject(verb) { return clause }
    guard tree.relation(verb) == .amod, let noun = tree.head(of: verb), noun > verb, verb > 0,
      let mention = mentions.at(verb - 1), mentions.at(verb) == nil,
      tree.child(of: noun, .nmodPoss) == nil, !tree.endsInIng(verb),
      isHeadline(noun, verb) || isModifiedBy(verb - 1, noun)
    else { return nil }
    var subject = verb - 1
    while subject > 0, mentions.at(subject - 1) == mention,
      tree.head(of: subject).map({ mentions.at($0) == mention }) == true
    {
      subject -= 1
    }
    var arguments = [
      Argument(function: .subject, token: subject, isIndirect: true),
      Argument(function: .object, token: noun, isIndirect: true),
    ]
    arguments += phrases(on: noun)
    arguments += tree.children(of: verb, .obl).flatMap { child in
      tree.prepositions(of: child).map { Argument(function: .oblique($0), token: child) }
    }
    return ArgumentStructure(
      token: verb, lemma: tree.lemma(verb), partOfSpeech: .verb, arguments: arguments)
  }

  private func isHeadline(_ noun: Int, _ verb: Int) -> Bool {
    (tree.child(of: noun, .det) == nil || isAfter(tree.child(of: noun, .det), verb))
      && !isUnderFiniteVerb(noun)
  }

  /// "if [the North] [provided] arms": a name, a past form and a noun that both depend on are a clause.
  private func isModifiedBy(_ name: Int, _ noun: Int) -> Bool {
    [noun, name + 1].contains(tree.head(of: name)) && tree.relation(name) == .compound
      && tree.tag(name) == .propn && mentions.type(at: name) != .person
  }

  /// "Hannibal had [inflicted] pain on Rome": parsers make "had" the verb and the other its object's.
  private func perfectTakenForObject(_ verb: Int) -> ArgumentStructure? {
    guard tree.relation(verb) == .amod, let noun = tree.head(of: verb), noun > verb,
      let have = tree.head(of: noun), tree.relation(noun) == .obj, tree.lemma(have) == "have",
      have < verb, (have + 1..<verb).allSatisfy({ tree.tag($0) == .adv || tree.tag($0) == .part }),
      tree.features(verb).tense == .past || tree.features(verb).verbForm == .part
    else { return nil }
    var arguments = ownArguments(of: have, passive: false)
    arguments += hanging(from: arguments, of: have)
    if !arguments.contains(where: { $0.function == .subject }) {
      arguments += inheritedSubject(of: have, depth: 0)
    }
    return ArgumentStructure(
      token: verb, lemma: tree.lemmaWithParticle(verb), partOfSpeech: .verb, arguments: arguments)
  }

  /// "[Kyiv] [called] for sanctions": a past form right behind a name that is the root.
  private func clauseTakenForParticiple(_ verb: Int) -> ArgumentStructure? {
    guard [.acl, .aclRelcl].contains(tree.relation(verb)), let name = tree.head(of: verb),
      tree.relation(name) == .root, let mention = mentions.at(name), verb > 0,
      mentions.at(verb - 1) == mention, tree.features(verb).verbForm != .inf,
      !tree.endsInIng(verb),
      !tree.children(of: verb, .obl, .oblAgent).contains(where: {
        tree.preposition(of: $0) == "by"
      })
    else { return nil }
    var arguments = ownArguments(of: verb, passive: false)
    arguments += hanging(from: arguments, of: verb)
    arguments.append(Argument(function: .subject, token: name, isIndirect: true))
    return ArgumentStructure(
      token: verb, lemma: tree.lemmaWithParticle(verb), partOfSpeech: .verb, arguments: arguments)
  }

  private func isAfter(_ token: Int?, _ verb: Int) -> Bool { token.map { $0 > verb } ?? false }

  private func isUnderFiniteVerb(_ token: Int) -> Bool {
    var node = token
    for _ in 0..<12 {
      if tree.isVerbal(node), tree.features(node).verbForm == .fin { return true }
      if tree.child(of: node, .cop, .nsubj, .aux, .auxPass) != nil { return true }
      guard let head = tree.head(of: node) else { return false }
      node = head
    }
    return false
  }
}
