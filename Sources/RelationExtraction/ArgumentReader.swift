import DocumentModel
import Gazetteers

/// Reads the argument structure of verbs and event nouns off a tree.
struct ArgumentReader {
  let tree: TreeIndex
  let lexicon: ExtractionLexicon

  private static let deepest = 6

  // MARK: Verbs

  func structure(ofVerb verb: Int) -> ArgumentStructure {
    var arguments = ownArguments(of: verb)
    arguments += hangingFromObject(in: arguments)
    if !arguments.contains(where: { $0.function == .subject }), !isPassive(verb) {
      arguments += inheritedSubject(of: verb, depth: 0)
    }
    if isPassive(verb), !arguments.contains(where: { $0.function == .object }) {
      arguments += inheritedSubject(of: verb, depth: 0).map {
        Argument(function: .object, token: $0.token, isIndirect: true)
      }
    }
    return ArgumentStructure(
      token: verb, lemma: tree.lemmaWithParticle(verb), partOfSpeech: .verb, arguments: arguments)
  }

  func isPassive(_ verb: Int) -> Bool {
    if tree.child(of: verb, .nsubjPass, .auxPass, .csubjPass) != nil { return true }
    guard tree.features(verb).verbForm == .part, tree.features(verb).tense == .past else {
      return false
    }
    if tree.child(of: verb, .aux) != nil { return false }
    switch tree.relation(verb) {
    case .acl, .amod, .advcl, .xcomp:
      return tree.child(of: verb, .nsubj) == nil && tree.child(of: verb, .obj) == nil
    case .conj:
      guard let head = tree.head(of: verb), tree.isVerbal(head) else { return false }
      return isPassive(head) && tree.child(of: verb, .nsubj) == nil
        && tree.child(of: verb, .obj) == nil
    default: return false
    }
  }

  private func ownArguments(of verb: Int) -> [Argument] {
    let passive = isPassive(verb)
    return tree.children(of: verb).compactMap { child in
      switch tree.relation(child) {
      case .nsubj, .nsubjOuter: return argument(.subject, child, of: verb)
      case .nsubjPass: return argument(.object, child, of: verb)
      case .obj: return argument(.object, child, of: verb)
      case .iobj: return argument(.indirectObject, child, of: verb)
      case .obl, .oblAgent:
        guard let preposition = tree.preposition(of: child) else { return nil }
        if passive, preposition == "by" { return argument(.subject, child, of: verb) }
        return argument(.oblique(preposition), child, of: verb)
      case .xcomp, .ccomp: return Argument(function: .clause, token: child)
      default: return nil
      }
    }
  }

  /// "supplied [missiles to Russia]": parsers hang the phrase on the noun or on the verb; frames may
  /// look for it at the verb.
  private func hangingFromObject(in arguments: [Argument]) -> [Argument] {
    let objects = arguments.filter { $0.function == .object && !$0.isIndirect }.map(\.token)
    return objects.flatMap { [$0] + tree.children(of: $0, .conj) }.flatMap { object in
      tree.children(of: object, .nmod).compactMap { child in
        guard let preposition = tree.preposition(of: child), Self.hanging.contains(preposition)
        else {
          return nil
        }
        return Argument(function: .oblique(preposition), token: child, isHanging: true)
      }
    }
  }

  private static let hanging: Set<String> = [
    "to", "for", "with", "from", "against", "on", "over", "at", "between",
  ]

  /// An argument, a relative pronoun replaced by what it stands for.
  private func argument(_ function: Argument.Function, _ token: Int, of verb: Int) -> Argument {
    guard isRelativePronoun(token), let antecedent = antecedent(ofClauseOf: verb) else {
      return Argument(function: function, token: token)
    }
    return Argument(function: function, token: antecedent, isIndirect: true)
  }

  private func isRelativePronoun(_ token: Int) -> Bool {
    guard [.pron, .det, .sconj].contains(tree.tag(token)) else { return false }
    return ["who", "which", "that", "whom"].contains(tree.lemma(token))
  }

  /// The noun a relative clause describes, also from a verb coordinated or embedded in the clause.
  private func antecedent(ofClauseOf verb: Int) -> Int? {
    var verb = verb
    for _ in 0..<Self.deepest {
      if tree.relation(verb) == .aclRelcl || tree.relation(verb) == .acl {
        return tree.head(of: verb)
      }
      guard [.conj, .xcomp, .ccomp].contains(tree.relation(verb)), let head = tree.head(of: verb)
      else { return nil }
      verb = head
    }
    return nil
  }

  /// The understood subject of a verb without one.
  private func inheritedSubject(of verb: Int, depth: Int) -> [Argument] {
    guard depth < Self.deepest, let head = tree.head(of: verb) else { return [] }
    switch tree.relation(verb) {
    case .xcomp: return controller(of: verb, under: head, depth: depth)
    case .ccomp where tree.features(verb).verbForm == .inf || tree.features(verb).verbForm == .ger:
      return controller(of: verb, under: head, depth: depth)
    case .conj where tree.isVerbal(head): return subject(of: head, depth: depth)
    case .advcl: return subject(of: head, depth: depth)
    case .acl, .aclRelcl: return subjectFromNoun(of: verb, noun: head, depth: depth)
    case .parataxis where tree.isVerbal(head) && tree.features(verb).verbForm != .fin:
      return subject(of: head, depth: depth)
    default: return []
    }
  }

  /// The subject of `verb`, its own or inherited, as an indirect argument.
  func subject(of verb: Int, depth: Int = 0) -> [Argument] {
    if isPassive(verb) {
      let patients = tree.children(of: verb, .nsubjPass)
      if let patient = patients.first { return [indirect(argument(.subject, patient, of: verb))] }
    }
    if let own = tree.child(of: verb, .nsubj, .nsubjOuter) {
      return [indirect(argument(.subject, own, of: verb))]
    }
    return inheritedSubject(of: verb, depth: depth + 1)
  }

  private func indirect(_ argument: Argument) -> Argument {
    Argument(function: .subject, token: argument.token, isIndirect: true)
  }

  /// "urged China to act": the object acts; "vowed to act": the subject does.
  private func controller(of verb: Int, under head: Int, depth: Int) -> [Argument] {
    if !lexicon.isSubjectControl(tree.lemma(head)) {
      if let object = tree.child(of: head, .obj, .iobj) {
        return [indirect(argument(.subject, object, of: head))]
      }
      if isPassive(head), let patient = tree.child(of: head, .nsubjPass) {
        return [indirect(argument(.subject, patient, of: head))]
      }
      if let oblique = tree.children(of: head, .obl).first(where: {
        ["on", "upon", "for", "to"].contains(tree.preposition(of: $0))
          && $0 < verb && lexicon.isObjectControl(tree.lemma(head))
      }) {
        return [Argument(function: .subject, token: oblique, isIndirect: true)]
      }
    }
    return subject(of: head, depth: depth)
  }

  /// "troops fighting in X": the noun acts; "decision to leave": its owner does.
  private func subjectFromNoun(of verb: Int, noun: Int, depth: Int) -> [Argument] {
    if tree.relation(verb) == .aclRelcl || tree.features(verb).verbForm != .inf {
      return [Argument(function: .subject, token: noun, isIndirect: true)]
    }
    if let owner = tree.child(of: noun, .nmodPoss) ?? modifierNames(of: noun).first {
      return [Argument(function: .subject, token: owner, isIndirect: true)]
    }
    guard [.obj, .nsubj].contains(tree.relation(noun)), let head = tree.head(of: noun),
      tree.isVerbal(head)
    else { return [] }
    if let receiver = tree.child(of: head, .iobj) {
      return [Argument(function: .subject, token: receiver, isIndirect: true)]
    }
    return tree.relation(noun) == .obj ? subject(of: head, depth: depth + 1) : []
  }

  // MARK: Nouns

  /// "Russia's invasion of Ukraine", "talks with Iran", "launched an attack on X".
  func structure(ofNoun noun: Int) -> ArgumentStructure {
    var arguments: [Argument] = []
    for child in tree.children(of: noun) {
      switch tree.relation(child) {
      case .nmodPoss: arguments.append(Argument(function: .possessor, token: child))
      case .amod, .compound, .nmodUnmarked, .nmodDesc:
        arguments.append(Argument(function: .modifier, token: child))
      case .nmod, .obl:
        if let preposition = tree.preposition(of: child) {
          arguments.append(Argument(function: .oblique(preposition), token: child))
        }
      default: break
      }
    }
    if let holder = holder(of: noun) {
      arguments.append(Argument(function: .subject, token: holder))
    }
    let light = lightVerb(of: noun)
    arguments += light?.arguments ?? []
    let lemma = [light?.lemma, tree.lemma(noun)].compactMap { $0 }.joined(separator: " ")
    return ArgumentStructure(
      token: noun, lemma: lemma, partOfSpeech: .noun, lightVerb: light?.lemma, arguments: arguments)
  }

  /// "China is an ally of the North", "China, an ally of the North,": who is what the noun says.
  private func holder(of noun: Int) -> Int? {
    if tree.relation(noun) == .appos { return tree.head(of: noun) }
    return tree.child(of: noun, .cop) == nil ? nil : tree.child(of: noun, .nsubj)
  }

  /// The arguments an event noun takes over from the light verb whose object it is.
  private func lightVerb(of noun: Int) -> (lemma: String, arguments: [Argument])? {
    guard [.obj, .nsubjPass].contains(tree.relation(noun)), let verb = tree.head(of: noun),
      tree.isVerbal(verb), lexicon.isLight(tree.lemma(verb))
    else { return nil }
    let arguments = structure(ofVerb: verb).arguments.filter { $0.token != noun }.filter {
      switch $0.function {
      case .subject, .oblique, .indirectObject: true
      default: false
      }
    }
    return (tree.lemma(verb), arguments)
  }

  private func modifierNames(of noun: Int) -> [Int] {
    tree.children(of: noun, .amod, .compound).filter { [.propn, .adj].contains(tree.tag($0)) }
  }
}
