import DocumentModel
import Gazetteers

/// Those acted on when no pattern says who they are.
extension ActFinder {
  /// Those acted on, and the thing given, said or done: the object when it is an entity; else the
  /// receiver or partner; else whoever the thing belongs to.
  ///
  /// Of a head that means nothing in particular only what stands directly with it is taken.
  func targets(
    of structure: ArgumentStructure, for predicate: Predicate, besides actors: Set<Int>
  ) -> ([Party], String?) {
    structure.partOfSpeech == .noun
      ? (nounTargets(of: structure, for: predicate, besides: actors), nil)
      : verbTargets(of: structure, for: predicate, besides: actors)
  }

  private func verbTargets(
    of structure: ArgumentStructure, for predicate: Predicate, besides actors: Set<Int>
  ) -> ([Party], String?) {
    let isKnown = predicate.category != .other
    let objects = structure.arguments(.object).filter { $0.host == nil }
    let direct =
      resolve(structure.arguments(.indirectObject) + objects.filter { isParty($0.token) })
      .filter { !actors.contains($0.chain) }
    let theme = objects.first { !isParty($0.token) }.map {
      tree.document.form(of: tree.phrase(of: $0.token))
    }
    if !direct.isEmpty { return (direct, theme) }
    let isSpeech = lexicon.isSpeech(tree.lemma(structure.token))
    let receivers = obliques(
      of: structure, isSpeech ? ["to", "with"] : isKnown ? Self.receiving : Self.certain,
      besides: actors)
    if !receivers.isEmpty { return (receivers, theme) }
    if isSpeech || isMutual(predicate.category, among: actors) { return ([], theme) }
    let owners = objects.flatMap { parties.owners(of: $0.token) }
      .filter { !actors.contains($0.chain) }
    if !owners.isEmpty { return (owners, theme) }
    guard
      suffersWhere(structure, predicate)
        || objects.contains(where: { lexicon.isPeople(tree.lemma($0.token)) })
    else { return ([], theme) }
    return (obliques(of: structure, Self.locating, besides: actors), theme)
  }

  /// "Bachelet and Morales discussed Bolivia's claim": with each other.
  func isMutual(_ category: DocumentModel.Category, among actors: Set<Int>) -> Bool {
    category == .consult && actors.count > 1
  }

  /// "bombed in Gaza", "lives in Seoul", but not "called for calm in Addis Ababa": where it happens
  /// concerns a verb that hurts, or that says nothing else.
  private func suffersWhere(_ structure: ArgumentStructure, _ predicate: Predicate) -> Bool {
    predicate.category.hurts
      || !frames.isAnchor(tree.lemma(structure.token), as: structure.partOfSpeech)
  }

  /// Whether a noun phrase is itself an entity or acts for one, rather than a thing of its own.
  func isParty(_ token: Int) -> Bool {
    if parties.mention(at: token) != nil || tree.isRelativePronoun(token) { return true }
    let lemma = tree.lemma(token)
    return lexicon.isRole(lemma) || lexicon.isActor(lemma)
      || tree.children(of: token, .appos, .flat).contains { parties.mention(at: $0) != nil }
      || parties.firstPersons[token] != nil
  }

  private func nounTargets(
    of structure: ArgumentStructure, for predicate: Predicate, besides actors: Set<Int>
  ) -> [Party] {
    if structure.has(.subject), structure.governor == nil {
      let owners = resolve(structure.arguments(.possessor) + structure.arguments(.modifier))
        .filter { !actors.contains($0.chain) }
      if !owners.isEmpty { return owners }
    }
    for group in Self.nounPrepositions(of: predicate.category) {
      let found = obliques(of: structure, group, besides: actors)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func obliques(
    of structure: ArgumentStructure, _ prepositions: [String], besides actors: Set<Int>
  ) -> [Party] {
    for preposition in prepositions {
      let arguments = structure.arguments(.oblique(preposition)).filter {
        $0.host == nil || $0.mayBelongToHead
      }
      let found = resolve(arguments).filter { !actors.contains($0.chain) }
      if !found.isEmpty { return found }
    }
    return []
  }

  private static let certain = [
    "to", "with", "against", "on", "upon", "for", "from", "toward", "towards", "over", "alongside",
    "beside",
  ]
  private static let receiving = [
    "to", "with", "against", "on", "upon", "for", "from", "at", "toward", "towards", "over", "of",
    "about",
  ]
  private static let locating = ["into", "in"]

  /// Whom an event concerns; where it happens only if it is one that a place suffers.
  private static func nounPrepositions(of category: DocumentModel.Category) -> [[String]] {
    if category == .other { return [["against", "with", "between", "to"]] }
    if category.hurts || category == .protest {
      return [["of"], ["against", "on", "to", "with", "between", "over", "at"], ["into", "in"]]
    }
    return [["of"], ["against", "on", "to", "with", "for", "from", "between", "over", "at"]]
  }
}
