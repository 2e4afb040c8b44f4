import DocumentModel
import Gazetteers

/// Reads the argument structure of verbs, event nouns and adjectives off a tree.
struct ArgumentReader {
  let tree: TreeIndex
  let lexicon: ExtractionLexicon
  let frames: FrameTable
  let mentions: MentionIndex

  static let deepest = 6

  /// The structure of a verb.
  func structure(ofVerb verb: Int) -> ArgumentStructure {
    if let known = misreadStructure(of: verb) ?? headlineStructure(of: verb) { return known }
    let passive = isPassive(verb)
    var arguments = ownArguments(of: verb, passive: passive)
    arguments += sharedObjects(of: verb, with: arguments)
    arguments += hanging(from: arguments, of: verb)
    if passive, !arguments.contains(where: { $0.function == .subject }),
      let agent = lowAgent(of: verb)
    {
      arguments.append(Argument(function: .subject, token: agent, isIndirect: true))
    }
    var inherited = inheritedSubjects(of: verb, having: arguments, passive: passive)
    if let adjacent = adjacentSubject(of: verb, having: arguments + inherited, passive: passive) {
      arguments.removeAll { $0.function == adjacent.function && $0.token < adjacent.token }
      inherited = [adjacent]
    }
    return ArgumentStructure(
      token: verb, lemma: tree.lemmaWithParticle(verb), partOfSpeech: .verb,
      arguments: arguments + inherited)
  }

  /// "Germany and France [backed] Rajoy", which the tree takes for a participle before the name.
  private func misreadStructure(of verb: Int) -> ArgumentStructure? {
    guard tree.relation(verb) == .amod, let name = tree.head(of: verb),
      mentions.misreadVerb(before: name, in: tree) == verb,
      let subject = mentions.name(before: verb, in: tree)
    else { return nil }
    let arguments = [
      Argument(
        function: .subject, token: tree.firstName(of: subject, among: mentions), isIndirect: true),
      Argument(function: .object, token: name),
    ]
    return ArgumentStructure(
      token: verb, lemma: tree.lemmaWithParticle(verb), partOfSpeech: .verb,
      arguments: arguments + hanging(from: arguments, of: verb))
  }

  /// The understood subject, as the object when the verb is a passive.
  private func inheritedSubjects(of verb: Int, having arguments: [Argument], passive: Bool)
    -> [Argument]
  {
    let function: Argument.Function = passive ? .object : .subject
    guard !arguments.contains(where: { $0.function == function && !$0.isIndirect }) else {
      return []
    }
    return inheritedSubject(of: verb, depth: 0).map {
      Argument(function: function, token: $0.token, isIndirect: true)
    }
  }

  func isPassive(_ verb: Int) -> Bool {
    if tree.child(of: verb, .auxPass, .csubjPass) != nil { return true }
    // "Musk countersued Twitter": without an auxiliary it is no passive, whatever the subject is called.
    if tree.child(of: verb, .nsubjPass) != nil { return tree.child(of: verb, .cop) != nil }
    guard tree.features(verb).verbForm == .part, tree.features(verb).tense == .past else {
      return false
    }
    if tree.child(of: verb, .aux) != nil { return false }
    switch tree.relation(verb) {
    case .acl, .amod, .advcl, .xcomp, .parataxis, .root, .list, .dep:
      return tree.child(of: verb, .nsubj) == nil && tree.child(of: verb, .obj) == nil
        && tree.child(of: verb, .xcomp) == nil
    case .conj:
      guard let head = tree.head(of: verb), tree.isVerbal(head) else { return false }
      return isPassive(head) && tree.child(of: verb, .nsubj) == nil
        && tree.child(of: verb, .obj) == nil
    default: return false
    }
  }

  func ownArguments(of verb: Int, passive: Bool) -> [Argument] {
    var arguments: [Argument] = []
    for child in tree.children(of: verb) {
      switch tree.relation(child) {
      case .nsubj, .nsubjOuter: arguments.append(argument(.subject, child, of: verb))
      case .nsubjPass: arguments.append(argument(passive ? .object : .subject, child, of: verb))
      case .obj: arguments += object(child, of: verb)
      case .iobj: arguments.append(argument(.indirectObject, child, of: verb))
      case .obl, .oblAgent, .oblUnmarked, .nmod:
        arguments += oblique(child, of: verb, passive: passive)
      case .xcomp, .ccomp:
        arguments += complement(child)
        if isHyphenated(child) {
          arguments += tree.children(of: child, .obj).map {
            Argument(function: .object, token: $0, isIndirect: true)
          }
        }
      case .advcl where tree.tag(child) == .propn && mentions.at(child) != nil:
        // "criticised by [Boeing]", which looks like a gerund.
        arguments += tree.children(of: child, .mark, .case).map { mark in
          let isAgent = passive && tree.lemma(mark) == "by"
          return argument(isAgent ? .subject : .oblique(tree.lemma(mark)), child, of: verb)
        }
      case .advcl: arguments += clause(child)
      case .advmod where tree.lemma(child) == "where": arguments += setting(of: verb)
      default: break
      }
    }
    if !passive, !arguments.contains(where: { $0.function == .object }) {
      arguments += bareNames(after: verb)
    }
    return arguments
  }

  /// An object; of "gave [Angola help]" the parser makes one noun phrase, the verb wants two.
  private func object(_ token: Int, of verb: Int) -> [Argument] {
    let object = argument(.object, token, of: verb)
    guard frames.isDitransitive(tree.lemma(verb)), mentions.at(token) == nil,
      let receiver = tree.children(of: token, .compound).first(where: {
        tree.tag($0) == .propn && mentions.at($0) != nil && $0 > verb
      }), tree.child(of: token, .det).map({ $0 < receiver }) ?? true,
      isFirst(receiver, after: verb)
    else { return [object] }
    return [Argument(function: .indirectObject, token: receiver, isIndirect: true), object]
  }

  private func isFirst(_ token: Int, after verb: Int) -> Bool {
    (verb + 1..<token).allSatisfy { tree.tag($0) == .det || mentions.at($0) == mentions.at(token) }
  }

  /// "banished Trotsky", "welcomed Mr Blinken's move": a name, or a noun with an owner, after the verb
  /// that no preposition marks is its object, whatever the tree calls it.
  private func bareNames(after verb: Int) -> [Argument] {
    for child in tree.children(of: verb)
    where child > verb && Self.mistaken.contains(tree.relation(child)) {
      let isName = [.propn, .noun].contains(tree.tag(child)) && mentions.at(child) != nil
      let isOwned =
        tree.tag(child) == .noun && tree.relation(child) == .xcomp
        && tree.child(of: child, .nmodPoss) != nil && !Self.linking.contains(tree.lemma(verb))
      guard isName || isOwned, tree.child(of: child, .case, .mark, .cop, .nsubj) == nil else {
        continue
      }
      // "called on ETA to stop": a preposition may be taken for a particle.
      let particle = tree.children(of: verb, .compoundPrt).first { $0 + 1 == child }
      var functions: [Argument.Function] = [.object]
      if let particle { functions.append(.oblique(tree.lemma(particle))) }
      return functions.map { Argument(function: $0, token: child, isIndirect: true) }
    }
    return nameRightBehind(verb)
  }

  /// "[police] on Friday detained opposition [leader] Tsvangirai": no phrase belongs to a word on the
  /// other side of the verb that stands right before it.
  private func nameRightBehind(_ verb: Int) -> [Argument] {
    let end = min(tree.document.tokens.count, verb + 6)
    let phrase = (verb + 1..<end).prefix {
      mentions.at($0) != nil || [.det, .adj, .noun].contains(tree.tag($0))
    }
    guard tree.features(verb).verbForm != .inf, phrase.contains(where: { mentions.at($0) != nil }),
      let stray = phrase.first(where: { isStray($0, behind: verb) }),
      mentions.at(stray) != nil, tree.child(of: stray, .case, .mark, .cop) == nil
    else { return [] }
    return [Argument(function: .object, token: stray, isIndirect: true)]
  }

  /// Hung on a word on the other side of the verb, or taken for an adverb.
  private func isStray(_ token: Int, behind verb: Int) -> Bool {
    tree.head(of: token).map { $0 < verb } == true
      || tree.relation(token) == .advmod && tree.tag(token) == .propn
  }

  private static let mistaken: Set<DependencyRelation> = [
    .xcomp, .advmod, .obl, .oblUnmarked, .dep, .list, .ccomp, .nmod, .appos, .nmodUnmarked,
  ]

  /// "visited rebel-[held] Goma": a participle that the tree takes for a complement.
  private func isHyphenated(_ token: Int) -> Bool {
    token > 0 && tree.tag(token) == .verb && tree.features(token).tense == .past
      && tree.document.form(of: token - 1) == "-"
  }

  /// "the network [where] he worked": in it or at it.
  private func setting(of verb: Int) -> [Argument] {
    guard tree.relation(verb) == .aclRelcl, let place = tree.head(of: verb) else { return [] }
    return ["at", "in", "for"].map {
      Argument(function: .oblique($0), token: place, isIndirect: true)
    }
  }

  private func oblique(_ token: Int, of verb: Int, passive: Bool) -> [Argument] {
    guard let preposition = tree.preposition(of: token) else { return [] }
    if preposition == "by", passive || tree.relation(token) == .oblAgent {
      return [argument(.subject, token, of: verb)]
    }
    return tree.prepositions(of: token).map { argument(.oblique($0), token, of: verb) }
  }

  /// "let them go", "demanded that Sweden extradite", "served as president": a clause, and its subject
  /// when it has one.
  private func complement(_ token: Int) -> [Argument] {
    let clause = Argument(function: .clause, token: token)
    if !tree.isVerbal(token), tree.child(of: token, .cop) == nil {
      let marks = tree.children(of: token, .mark, .case).map { tree.lemma($0) }
      if !marks.isEmpty {
        return [clause] + marks.map { Argument(function: .oblique($0), token: token) }
      }
    }
    guard let subject = tree.child(of: token, .nsubj, .nsubjPass) else { return [clause] }
    let isFinite =
      tree.child(of: token, .mark) != nil
      || tree.features(token).verbForm == .fin || tree.child(of: token, .aux, .auxPass) != nil
    return [
      clause,
      Argument(function: isFinite ? .clauseSubject : .object, token: subject, isIndirect: true),
    ]
  }

  /// "accused of arming", "in order to", "for helping": a clause with a preposition; of "call for Iran
  /// to stop" also who is to do it.
  private func clause(_ token: Int) -> [Argument] {
    let marks = tree.children(of: token, .mark, .case).map { tree.lemma($0) }
    if marks.contains("to") {
      let clause = Argument(function: .clause, token: token)
      guard marks.contains("for"), let doer = tree.child(of: token, .nsubj, .nsubjPass) else {
        return [clause]
      }
      return [Argument(function: .oblique("for"), token: doer, isIndirect: true), clause]
    }
    return marks.map { Argument(function: .oblique($0), token: token) }
  }

  /// "attacked and killed soldiers": what two verbs have in common stands with one of them.
  private func sharedObjects(of verb: Int, with arguments: [Argument]) -> [Argument] {
    guard
      !arguments.contains(where: {
        $0.function == .object || $0.function == .clause
      }), !isPassive(verb)
    else { return [] }
    for next in tree.children(of: verb, .conj)
    where tree.isVerbal(next) && tree.child(of: next, .nsubj) == nil && !isPassive(next) {
      guard isBareConjunction(verb, next) else { continue }
      return tree.children(of: next, .obj).map {
        Argument(function: .object, token: $0, isIndirect: true)
      }
    }
    guard tree.relation(verb) == .conj, let head = tree.head(of: verb), tree.isVerbal(head),
      let object = tree.child(of: head, .obj), object > verb
    else { return [] }
    return [Argument(function: .object, token: object, isIndirect: true)]
  }

  /// "armed and financed": nothing but the conjunction between the two verbs.
  private func isBareConjunction(_ verb: Int, _ next: Int) -> Bool {
    verb < next && next - verb <= 3
      && (verb + 1..<next).allSatisfy { [.cconj, .adv, .punct].contains(tree.tag($0)) }
  }

  /// What hangs on an argument: "supplied [missiles to Russia]", "a stake [in Volvo]".
  func hanging(from arguments: [Argument], of verb: Int) -> [Argument] {
    var found: [Argument] = []
    for argument in arguments {
      switch argument.function {
      case .object where !argument.isIndirect:
        for object in [argument.token] + tree.children(of: argument.token, .conj) {
          found += phrases(on: object) + owners(of: object) + clauses(on: object)
        }
      case .oblique:
        found += phrases(on: argument.token, mayBelongToHead: false).map { phrase in
          // "spoke by phone [with Rubio]"
          var phrase = phrase
          phrase.mayBelongToHead =
            mentions.at(argument.token) == nil
            && [argument.function, .oblique("with"), .oblique("against")].contains(phrase.function)
          return phrase
        }
        found += owners(of: argument.token)
      case .subject where argument.token > verb && !argument.isIndirect:
        found += phrases(on: argument.token)
      case .clause where tree.isVerbal(argument.token):
        found += objects(ofClause: argument.token)
      case .clause where !tree.isVerbal(argument.token):
        // "found liable [for defamation]", "became secretary general [of NATO]"
        found += phrases(on: argument.token, mayBelongToHead: false)
        found += tree.children(of: argument.token, .obl).flatMap { child in
          tree.prepositions(of: child).map {
            Argument(function: .oblique($0), token: child, host: argument.token)
          }
        }
      default: break
      }
    }
    return found
  }

  /// "agreed to meet [Kim]", "agreed to share data [with France]": for patterns that spell the clause.
  private func objects(ofClause verb: Int) -> [Argument] {
    guard tree.features(verb).verbForm == .inf, !isPassive(verb) else { return [] }
    return tree.children(of: verb).flatMap { child -> [Argument] in
      switch tree.relation(child) {
      case .obj, .iobj:
        let phrases = phrases(on: child).map { phrase in
          var phrase = phrase
          phrase.host = verb
          return phrase
        }
        return [Argument(function: .object, token: child, host: verb)] + phrases
      case .obl:
        return tree.prepositions(of: child).map {
          Argument(function: .oblique($0), token: child, host: verb)
        }
      default: return []
      }
    }
  }

  func phrases(on host: Int, mayBelongToHead: Bool = true) -> [Argument] {
    tree.children(of: host, .nmod).flatMap { child in
      tree.prepositions(of: child).map { preposition in
        Argument(
          function: .oblique(preposition), token: child, host: host,
          mayBelongToHead: mayBelongToHead && Self.hanging.contains(preposition))
      }
    }
  }

  /// "absolved Blair [of lying]", "called Putin [a criminal]": parsers hang them on the name.
  private func clauses(on object: Int) -> [Argument] {
    tree.children(of: object).flatMap { child -> [Argument] in
      switch tree.relation(child) {
      case .acl:
        return tree.children(of: child, .mark).map {
          Argument(
            function: .oblique(tree.lemma($0)), token: child, host: object, mayBelongToHead: true)
        }
      case .appos where tree.tag(child) == .noun:
        return [Argument(function: .clause, token: child, isIndirect: true)]
      default: return []
      }
    }
  }

  func owners(of object: Int) -> [Argument] {
    tree.children(of: object, .nmodPoss, .amod, .compound).filter {
      tree.relation($0) == .nmodPoss || mentions.at($0) != nil
    }.map { Argument(function: .objectPossessor, token: $0, host: object) }
  }

  private static let hanging: Set<String> = [
    "to", "for", "with", "from", "against", "on", "over", "at", "between", "of", "about", "as",
    "in",
    "into",
  ]

  /// "was sworn in as president [by the chief justice]": parsers hang an agent on what stands before it.
  private func lowAgent(of verb: Int) -> Int? {
    for token in verb + 1..<tree.extent(of: verb).upperBound
    where mentions.at(token) != nil && tree.preposition(of: token) == "by" {
      guard var host = tree.head(of: token), host > verb else { continue }
      let noun = host
      while host > verb, Self.lowerPhrases.contains(tree.relation(host)),
        let head = tree.head(of: host)
      {
        host = head
      }
      let isOwn = tree.isVerbal(noun) ? !isPassive(noun) : !lexicon.isEventNoun(tree.lemma(noun))
      if host == verb, isOwn { return token }
    }
    return nil
  }

  private static let lowerPhrases: Set<DependencyRelation> = [
    .obl, .nmod, .xcomp, .advcl, .oblUnmarked, .nmodUnmarked, .advmod,
  ]

  /// An argument, a relative pronoun replaced by what it stands for.
  func argument(_ function: Argument.Function, _ token: Int, of verb: Int) -> Argument {
    guard tree.isRelativePronoun(token),
      let antecedent = antecedents.antecedent(of: token, in: verb)
    else { return Argument(function: function, token: token) }
    return Argument(function: function, token: antecedent, isIndirect: true)
  }

  private var antecedents: Antecedents {
    Antecedents(tree: tree, lexicon: lexicon, mentions: mentions)
  }

  // MARK: Adjectives

  /// "is loyal to Moscow", "a leader loyal to Moscow".
  func structure(ofAdjective adjective: Int) -> ArgumentStructure {
    var arguments: [Argument] = []
    for child in tree.children(of: adjective) {
      switch tree.relation(child) {
      case .nsubj, .nsubjPass: arguments.append(argument(.subject, child, of: adjective))
      case .obl, .nmod:
        arguments += tree.prepositions(of: child).map {
          Argument(function: .oblique($0), token: child)
        }
      case .advcl, .xcomp, .ccomp: arguments += clause(child)
      default: break
      }
    }
    if !arguments.contains(where: { $0.function == .subject }) {
      arguments += holders(ofAdjective: adjective)
    }
    return ArgumentStructure(
      token: adjective, lemma: adjectiveLemma(adjective), partOfSpeech: .adjective,
      isPredicated: true, arguments: arguments)
  }

  /// "committed" is an adjective of its own, whatever verb it is of.
  func adjectiveLemma(_ token: Int) -> String {
    tree.tag(token) == .verb
      ? tree.form(token) : tree.lemma(token)
  }

  private func holders(ofAdjective adjective: Int) -> [Argument] {
    guard let head = tree.head(of: adjective) else { return [] }
    switch tree.relation(adjective) {
    case .amod, .acl, .aclRelcl, .appos:
      return [Argument(function: .subject, token: head, isIndirect: true)]
    case .xcomp, .conj, .advcl: return subject(of: head)
    default: return []
    }
  }
}
