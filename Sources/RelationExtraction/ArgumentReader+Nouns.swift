import DocumentModel

/// Event nouns: "Russia's invasion of Ukraine", "talks with Iran", "launched an attack on X".
extension ArgumentReader {
  func structure(ofNoun noun: Int) -> ArgumentStructure {
    var arguments: [Argument] = []
    for child in [noun, hyphenated(noun)].compactMap({ $0 }).flatMap({
      Array(tree.children(of: $0))
    })
    where child != noun {
      switch tree.relation(child) {
      case .nmodPoss: arguments.append(Argument(function: .possessor, token: child))
      case .amod, .compound, .nmodUnmarked, .nmodDesc:
        arguments.append(Argument(function: .modifier, token: child))
      case .nmod, .obl:
        arguments += tree.prepositions(of: child).map {
          Argument(function: .oblique($0), token: child)
        }
        arguments += phrases(on: child) + owners(of: child)
      case .acl where tree.features(child).verbForm == .inf:
        arguments.append(Argument(function: .clause, token: child))
      case .acl, .ccomp, .aclRelcl:
        // "its claim that Kyiv bombed Belgorod"
        guard let doer = tree.child(of: child, .nsubj, .nsubjPass), says(noun, child) else {
          continue
        }
        arguments.append(Argument(function: .clause, token: child))
        arguments.append(Argument(function: .clauseSubject, token: doer, isIndirect: true))
      default: break
      }
    }
    arguments += siblings(of: noun)
    let holders = holders(of: noun)
    arguments += holders
    let governor = governor(of: noun)
    if let governor { arguments += self.arguments(of: noun, from: governor) }
    return ArgumentStructure(
      token: noun, lemma: tree.lemma(noun), partOfSpeech: .noun, governor: governor,
      isPredicated: !holders.isEmpty, arguments: arguments)
  }

  /// Whether the clause is what the noun says; parsers may take its "that" for a relative pronoun.
  private func says(_ noun: Int, _ clause: Int) -> Bool {
    if tree.child(of: clause, .mark) != nil { return true }
    return tree.children(of: clause, .obj).contains { $0 == noun + 1 && tree.lemma($0) == "that" }
      && frames.wantsClause(tree.lemma(noun))
  }

  /// "out" of "pull-out", on which parsers hang what belongs to it.
  private func hyphenated(_ noun: Int) -> Int? {
    if let tail = tree.children(of: noun, .appos).first(where: { $0 == noun + 2 }),
      tree.document.form(of: noun + 1) == "-"
    {
      return tail
    }
    guard tree.relation(noun) == .compound, let head = tree.head(of: noun), head == noun + 2,
      tree.tag(noun + 1) == .punct
    else { return nil }
    return head
  }

  /// "At a news conference in Seoul [with Park], Blinken said": parsers hang the partner on the verb.
  private func siblings(of noun: Int) -> [Argument] {
    guard tree.relation(noun) == .obl, let verb = tree.head(of: noun),
      let next = tree.children(of: verb, .obl).first(where: { $0 > noun }),
      noun > verb || next < verb, let preposition = tree.preposition(of: next),
      preposition == "with" || preposition == "between"
    else { return [] }
    return [Argument(function: .oblique(preposition), token: next, isIndirect: true)]
  }

  /// "China is an ally of the North", "China, an ally of the North,": who is what the noun says.
  private func holders(of noun: Int) -> [Argument] {
    let first = tree.firstConjunct(of: noun)
    if tree.relation(first) == .appos, let head = tree.head(of: first) {
      return [Argument(function: .subject, token: head)]
    }
    // "who leads a party and is an ally of Berlusconi": the copula tells, whatever it is joined to.
    let predicate = tree.child(of: noun, .cop) != nil ? noun : first
    if tree.child(of: predicate, .cop) != nil {
      if let subject = tree.child(of: predicate, .nsubj) {
        return [argument(.subject, subject, of: predicate)]
      }
      return inheritedSubject(of: predicate, depth: 0)
    }
    guard let verb = tree.head(of: first), tree.isVerbal(verb) else { return [] }
    let isComplement =
      [.xcomp, .obj].contains(tree.relation(first)) && Self.linking.contains(tree.lemma(verb))
    let isRole =
      [.obl, .advcl, .nmod].contains(tree.relation(first)) && tree.preposition(of: first) == "as"
    guard isComplement || isRole else { return [] }
    if isRole, !isPassive(verb), let object = tree.child(of: verb, .obj) {
      return [argument(.subject, object, of: verb)]
    }
    return subject(of: verb)
  }

  static let linking: Set<String> = ["become", "remain", "stay", "be", "seem"]

  /// The verb an event noun depends on as its object, or the participle that describes it.
  private func governor(of noun: Int) -> Int? {
    let first = tree.firstConjunct(of: hyphenated(noun) ?? noun)
    // "the Alliance, a coalition led by Nangaa": what describes a name does not happen.
    let isName = tree.relation(first) == .appos && tree.head(of: first).flatMap(mentions.at) != nil
    for child in tree.children(of: noun, .acl)
    where !isName && tree.features(child).verbForm == .part && mayGovern(child, noun) {
      return child
    }
    guard var head = tree.head(of: first) else { return nil }
    var relation = tree.relation(first)
    if relation == .nmod, tree.preposition(of: first) == "of", mentions.at(head) == nil,
      let outer = tree.head(of: head)
    {
      // "declared a state of emergency"
      (relation, head) = (tree.relation(head), outer)
    }
    guard tree.isVerbal(head) else { return nil }
    switch relation {
    case .obj, .nsubjPass: return mayGovern(head, noun) ? head : nil
    case .obl, .xcomp:
      return frames.governs(tree.lemma(head), noun: tree.lemma(noun)) ? head : nil
    default: return nil
    }
  }

  private func mayGovern(_ verb: Int, _ noun: Int) -> Bool {
    lexicon.isLight(tree.lemma(verb)) || frames.governs(tree.lemma(verb), noun: tree.lemma(noun))
  }

  /// The arguments an event noun takes over from the verb that governs it.
  private func arguments(of noun: Int, from verb: Int) -> [Argument] {
    structure(ofVerb: verb).arguments.filter { argument in
      guard argument.token != noun, argument.host != noun else { return false }
      switch argument.function {
      case .subject, .oblique, .indirectObject: return true
      case .object:
        // "made [Chelsea] an offer"
        return tree.relation(tree.firstConjunct(of: noun)) != .obj || argument.token < noun
      default: return false
      }
    }
  }
}
