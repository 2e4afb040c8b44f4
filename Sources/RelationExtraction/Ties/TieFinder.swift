import DocumentModel
import Gazetteers

/// Finds standing ties: office, affiliation, parts, kin and origin, from what describes a name.
///
/// A *descriptor* is a noun that says what someone or something is: a title before the name, an
/// apposition, a predicate. What the descriptor belongs to (its modifiers, its owner, its
/// *of*-phrase) is what the name is tied to.
struct TieFinder {
  let tree: TreeIndex
  let entities: EntityLayer
  let parties: PartyFinder
  let lexicon: ExtractionLexicon
  let offices: KnownOffices

  /// A tie between two chains, by the word that shows it.
  struct Tie {
    var source: Int
    var target: Int
    var sourceToken: Int
    var targetToken: Int
    /// The word that names the tie: "minister".
    var trigger: Range<Int>
    var lemma: String
    var category: DocumentModel.Category
    var grade: Relation.Grade
    /// The name of the rule that found it.
    var rule: String
  }

  /// A noun that describes a mention.
  struct Descriptor {
    /// The head noun.
    var token: Int
    /// With the plain words before it: "deputy foreign minister".
    var words: Range<Int>
    var rule: String
  }

  func ties() -> [Tie] {
    var ties: [Tie] = []
    for (index, mention) in entities.mentions.enumerated()
    where mention.kind != .pronoun && entities.chainsOfMention[index].count == 1
      && !mention.isAdjective
    {
      ties += self.ties(of: index)
    }
    for token in tree.syntax.tags.indices {
      if tree.tag(token) == .noun {
        ties += membership(token)
      } else if tree.tag(token) == .propn, tree.child(of: token, .cop) != nil {
        ties += whereabouts(token)
      }
    }
    return unique(ties)
  }

  private func ties(of index: Int) -> [Tie] {
    let mention = entities.mentions[index]
    var ties: [Tie] = []
    for descriptor in descriptors(of: index) {
      let found =
        mention.type.isPerson
        ? personTies(of: index, by: descriptor) : thingTies(of: index, by: descriptor)
      ties += found
    }
    if mention.kind == .nominal { ties += ownBody(index) }
    if mention.type.isPerson {
      ties += governed(by: index)
      ties += adjacentBody(of: index)
      ties += partyMember(index)
      ties += bracketedBody(of: index)
    }
    return ties + phraseTies(of: index)
  }

  /// The first way in which a tie is found is the best one.
  private func unique(_ ties: [Tie]) -> [Tie] {
    struct Key: Hashable { var source, target, head: Int }
    var seen: Set<Key> = []
    return ties.filter {
      $0.source != $0.target
        && seen.insert(Key(source: $0.source, target: $0.target, head: $0.trigger.upperBound))
          .inserted
    }
  }

  // MARK: Ties by descriptor

  private func personTies(of index: Int, by descriptor: Descriptor) -> [Tie] {
    let lemma = roleLemma(descriptor)
    let own = chain(of: index)
    let bodies = bodies(of: descriptor, besides: own)
    let ties = bodies.compactMap { body -> Tie? in
      let type = entities.chains[body.chain].type
      let category: DocumentModel.Category
      if type.isPerson {
        category =
          lexicon.attitude(ofRole: lemma)
          ?? (lexicon.isRival(lemma) ? .other : lexicon.personTieCategory(ofRole: lemma))
      } else if type == .event {
        return nil
      } else {
        category = lexicon.attitude(ofRole: lemma) ?? lexicon.tieCategory(ofRole: lemma)
      }
      return tie(index, to: body, descriptor, lemma: lemma, category: category)
    }
    let hasBody = ties.contains { !entities.chains[$0.target].type.isPerson }
    return hasBody ? ties : ties + impliedOffice(of: index, by: descriptor, lemma: lemma)
  }

  /// "secretary of state": the whole title, of which the lemma of a tie is but the head.
  func title(of index: Int, _ descriptor: Descriptor, lemma: String) -> String {
    guard let role = entities.mentions[index].roleTokens, role.contains(descriptor.token),
      role.contains(where: { tree.tag($0) == .adp })
    else { return lemma }
    return words(role)
  }

  /// "Saudia, the Saudi airline", "the Brazilian club Santos", "M23, a wing of".
  private func thingTies(of index: Int, by descriptor: Descriptor) -> [Tie] {
    let lemma = tree.lemma(descriptor.token).inSmallLetters
    let type = entities.mentions[index].type
    guard type == .organisation || type == .group || type == .place else { return [] }
    let part = lexicon.tieNoun(lemma)
    guard !lexicon.isMember(lemma) || tree.features(descriptor.token).number != .plur else {
      return []
    }
    let leaders = owners(of: descriptor, head: head(of: entities.mentions[index])).map { owner in
      var tie = tie(index, to: owner, descriptor, lemma: lemma, category: .affiliation)
      swap(&tie.source, &tie.target)
      swap(&tie.sourceToken, &tie.targetToken)
      return tie
    }
    guard leaders.isEmpty else { return leaders }
    guard part != nil || lexicon.isBody(lemma) || type == .organisation else { return [] }
    return bodies(of: descriptor, besides: chain(of: index)).compactMap { body in
      let whole = entities.chains[body.chain].type
      let isHolder = lexicon.isHolder(lemma)
      // "UNICEF, the United Nations agency"
      let isOrgan = whole == .organisation && lexicon.isOrgan(lemma)
      guard part != nil || whole == .country || whole == .place || isHolder || isOrgan,
        !whole.isPerson, whole != .event
      else { return nil }
      return tie(
        index, to: body, descriptor, lemma: lemma,
        category: part ?? (isOrgan ? .partOf : .affiliation))
    }
  }

  /// "his party, the Transformers", "whose movement Hezbollah": a person whose body it is.
  private func owners(of descriptor: Descriptor, head: Int) -> [Party] {
    guard lexicon.isBody(tree.lemma(descriptor.token)) else { return [] }
    let nouns =
      tree.head(of: descriptor.token) == head ? [descriptor.token, head] : [descriptor.token]
    return nouns.flatMap { tree.children(of: $0, .nmodPoss) }.flatMap { parties.parties(of: $0) }
      .filter { entities.chains[$0.chain].type.isPerson }
  }

  private func tie(
    _ index: Int, to body: Party, _ descriptor: Descriptor, lemma: String,
    category: DocumentModel.Category
  ) -> Tie {
    Tie(
      source: chain(of: index), target: body.chain,
      sourceToken: entities.mentions[index].tokens.lowerBound, targetToken: body.token,
      trigger: descriptor.words, lemma: lemma, category: category,
      grade: body.isIndirect || entities.mentions[index].kind == .nominal ? .b : .a,
      rule: descriptor.rule)
  }

  /// "foreign minister", also of "foreign ministers".
  private func roleLemma(_ descriptor: Descriptor) -> String {
    guard let last = descriptor.words.last else { return "" }
    var noun = tree.form(last)
    let lemma = tree.lemma(last).inSmallLetters
    if tree.features(last).number == .plur {
      noun = lemma == noun && noun.hasSuffix("s") ? String(noun.dropLast()) : lemma
    }
    let before = words(descriptor.words.dropLast())
    guard !before.isEmpty else { return noun }
    return (before + " " + noun).replacing(" - ", with: "-")
  }

  // MARK: Parts

  func chain(of mention: Int) -> Int { entities.chainsOfMention[mention][0] }

  func words(_ tokens: Range<Int>) -> String {
    tokens.map { tree.form($0) }.joined(separator: " ")
  }

  /// The token of a mention that the others depend on.
  func head(of mention: Mention) -> Int {
    mention.tokens.first { !mention.tokens.contains(Int(tree.syntax.heads[$0])) }
      ?? mention.tokens.lowerBound
  }
}
