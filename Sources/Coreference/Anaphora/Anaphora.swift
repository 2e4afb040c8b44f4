import DocumentModel
import Gazetteers

/// Finds what pronouns and definite descriptions refer to, sentence by sentence.
///
/// A pronoun's antecedents are the chains named before that agree with it; a trained model chooses
/// (`PronounModel`), and where none is likely enough the word stays unresolved.
struct Anaphora {
  let gazetteer: Gazetteer
  let nouns: DescriptionNouns
  let text: ParsedText
  /// The chains among the options of a pronoun that it refers to; empty for none.
  let choice: (PronounCase, EntityLayer) -> [Int]
  private let vocabulary: Vocabulary
  private let stateNouns: WordClasses

  init(
    gazetteer: Gazetteer, nouns: DescriptionNouns, text: ParsedText,
    choice: @escaping (PronounCase, EntityLayer) -> [Int]
  ) {
    self.gazetteer = gazetteer
    self.nouns = nouns
    self.text = text
    self.choice = choice
    vocabulary = gazetteer.vocabulary
    stateNouns = vocabulary.wordClass(named: "state-noun") ?? []
  }

  private var document: Document { text.document }

  private var syntax: SyntaxLayer { text.syntax }

  /// What is known of a noun by its lemma.
  private func classes(of token: Int) -> WordClasses {
    vocabulary.classes(of: vocabulary.id(of: syntax.lemmas[token]))
  }

  func resolve(_ layer: inout EntityLayer) {
    var history = MentionHistory(text, gazetteer: gazetteer)
    let nameCount = layer.mentions.count
    let named = NamedTokens(layer.mentions, tokens: document.tokens.count)
    let isRecalled = recalledSentences()
    for (sentence, span) in document.sentences.enumerated()
    where document.paragraphs[span.paragraph].isRead {
      history.begin(sentence)
      var token = span.tokens.lowerBound
      while token < span.tokens.upperBound {
        if let index = named[token] {
          history.record(index, in: layer)
          token = layer.mentions[index].tokens.upperBound
          continue
        }
        guard mayRefer(token) else {
          token += 1
          continue
        }
        if var found = reference(
          at: token, in: sentence, history: history, layer: layer, named: named)
        {
          if let office = found.vacancy {
            report(office, at: token, in: &layer)
            token += 1
            continue
          }
          if let holder = found.holder { found.chains = [chain(of: holder, in: &layer)] }
          add(found, at: token, in: sentence, to: &layer, history: &history)
        } else if isRecalled[sentence], CommonNoun.isArgument(token, in: text),
          let noun = CommonNoun(token: token, classes: classes(of: token), in: text),
          !describesName(token, in: layer, named: named)
        {
          history.record(noun, at: token)
        }
        token += 1
      }
    }
    sort(&layer, named: nameCount)
  }

  /// The sentences that some pronoun looks back to: nobody asks for the nouns of the others.
  private func recalledSentences() -> [Bool] {
    var isRecalled = [Bool](repeating: false, count: document.sentences.count)
    for (sentence, span) in document.sentences.enumerated()
    where span.tokens.contains(where: { pronoun(at: $0) != nil }) {
      for recalled in max(0, sentence - MentionHistory.window)...sentence {
        isRecalled[recalled] = true
      }
    }
    return isRecalled
  }

  private func pronoun(at token: Int) -> Pronoun? {
    guard syntax.tags[token] == .pron || syntax.tags[token] == .det,
      syntax.relations[token] != .det, syntax.relations[token] != .expl
    else { return nil }
    return Pronoun(document.smallForm(of: token))
  }

  /// What the word at `token` refers to.
  private func reference(
    at token: Int, in sentence: Int, history: borrowing MentionHistory,
    layer: EntityLayer, named: NamedTokens
  ) -> Reference? {
    switch syntax.tags[token] {
    case .pron, .det:
      guard let pronoun = pronoun(at: token), !isImpersonal(token) else { return nil }
      let options = history.options(for: pronoun, at: token, sentence: sentence, layer: layer)
      let chains = choice(options, layer)
      return chains.isEmpty ? nil : Reference(kind: .pronoun, chains: chains)
    case .noun, .propn:
      return noun(
        at: token, in: document.sentences[sentence].tokens, history: history,
        layer: layer, named: named)
    default:
      return nil
    }
  }

  private func mayRefer(_ token: Int) -> Bool {
    switch syntax.tags[token] {
    case .pron, .det, .noun, .propn: true
    default: false
    }
  }

  private func noun(
    at token: Int, in sentence: Range<Int>, history: borrowing MentionHistory,
    layer: EntityLayer, named: NamedTokens
  ) -> Reference? {
    let isDefinite = isDefinite(token)
    let isPlural = syntax.features[token].number == .plur
    guard isDefinite || isPlural else { return nil }
    // "the airline Aeroflot" names whom it means.
    let isNamed = token + 1 < sentence.upperBound && named[token + 1] != nil
    let subtypes = isNamed ? [] : nouns.subtypes(of: document.smallForm(of: token))
    if isPlural, subtypes.isEmpty {
      guard isPair(token),
        let pair = Pair(token: token, classes: classes(of: token), in: text)
      else { return nil }
      let chains = pair.chains(in: layer, history: history)
      return chains.isEmpty ? nil : Reference(kind: .nominal, chains: chains)
    }
    let classes = classes(of: token)
    let known = classes.intersection([.roleNoun, .titleWord, .orgNoun, stateNouns])
    guard isDefinite, !known.isEmpty || !subtypes.isEmpty else { return nil }
    let description = Description(
      token: token, classes: classes, isState: !classes.isDisjoint(with: stateNouns),
      subtypes: subtypes, nouns: nouns, in: text)
    guard !description.isOfPerson(in: layer, named: named) else { return nil }
    let office = description.office(in: layer, named: named, sentence: sentence)
    return reference(by: description, office: office, history: history, layer: layer)
  }

  /// Whether the noun at `token` is definite and bare of a name.
  private func isDefinite(_ token: Int) -> Bool {
    switch syntax.relations[token] {
    case .compound, .flat, .appos, .amod: return false
    default: break
    }
    var isDefinite = false
    let low = max(0, token - 6)
    let high = min(document.tokens.count, token + 8)
    for child in low..<high where syntax.heads[child] == Int32(token) {
      switch syntax.relations[child] {
      case .det:
        switch document.smallForm(of: child) {
        case "the", "this", "that": isDefinite = true
        default: isDefinite = false
        }
      case .nmodPoss where child < token: isDefinite = true
      case .appos, .flat, .nmod, .aclRelcl, .acl: if child > token { return false }
      default: break
      }
    }
    return isDefinite
  }

  /// Whether a plural is counted as two: "both", or "two" behind "the", "these", "their".
  private func isPair(_ token: Int) -> Bool {
    var areTwo = false
    var areDefinite = false
    for child in max(0, token - 4)..<token where syntax.heads[child] == Int32(token) {
      if syntax.relations[child] == .nmodPoss { areDefinite = true }
      switch document.smallForm(of: child) {
      case "both": return true
      case "two": areTwo = true
      case "the", "these", "those": areDefinite = true
      default: break
      }
    }
    return areTwo && areDefinite
  }

  private func reference(
    by description: Description, office: Office?, history: borrowing MentionHistory,
    layer: EntityLayer
  ) -> Reference? {
    func holder(of office: Office?) -> Reference? {
      guard let office, let date = document.date?.date, !description.isPast,
        let holder = office.holder(in: gazetteer, on: date)
      else { return nil }
      return Reference(kind: .nominal, chains: [], holder: holder, roleTokens: description.tokens)
    }
    if let reference = holder(of: office) { return reference }
    if let chain = description.chain(in: layer, history: history, office: office) {
      return Reference(kind: .nominal, chains: [chain])
    }
    guard let office else { return holder(of: description.officeInContext(in: layer)) }
    guard description.isOffice, !description.isPast else { return nil }
    return Reference(kind: .nominal, chains: [], vacancy: office)
  }

  /// "spokesman Tom Holloway": the noun means whom the name means.
  private func describesName(_ token: Int, in layer: EntityLayer, named: NamedTokens) -> Bool {
    (token + 1..<min(document.tokens.count, token + 6)).contains { start in
      guard let index = named[start] else { return false }
      return layer.mentions[index].tokens.contains {
        syntax.heads[$0] == Int32(token)
          && [.flat, .appos, .nmodDesc, .compound].contains(syntax.relations[$0])
      }
    }
  }

  /// "It is clear that …", "it seems", "it takes two": "it" stands for a clause or for nothing.
  private func isImpersonal(_ token: Int) -> Bool {
    guard syntax.lemmas[token] == "it", syntax.relations[token] == .nsubj else { return false }
    let head = Int(syntax.heads[token])
    guard head >= 0 else { return false }
    let near = head..<min(document.tokens.count, head + 10)
    return (syntax.tags[head] != .verb || Self.impersonal.contains(syntax.lemmas[head]))
      && near.contains {
        syntax.heads[$0] == Int32(head)
          && [.ccomp, .csubj, .xcomp, .advcl, .acl, .aclRelcl].contains(syntax.relations[$0])
      }
  }

  private static let impersonal: Set<String> = [
    "seem", "appear", "happen", "turn", "take", "rain", "snow", "matter", "mean", "look", "follow",
  ]

  private struct Reference {
    var kind: Mention.Kind
    var chains: [Int]
    /// Who holds the office that is described, as the gazetteer knows.
    var holder: EntityIndex?
    /// The words of the office.
    var roleTokens: Range<Int>?
    /// An office whose holder nothing tells.
    var vacancy: Office?
  }

  /// An office that nobody holds in the tables is a gap to report, once, and no guess.
  private func report(_ office: Office, at token: Int, in layer: inout EntityLayer) {
    guard let date = document.date?.date else { return }
    let vacancy = office.vacancy(
      named: layer.chains[office.chain].name, on: date, at: document.tokens[token].span)
    if !layer.diagnostics.contains(where: { $0.message == vacancy.message }) {
      layer.diagnostics.append(vacancy)
    }
  }

  /// The chain of an entity of the gazetteer; a new one when the article does not name it.
  private func chain(of entity: EntityIndex, in layer: inout EntityLayer) -> Int {
    if let chain = layer.chains.firstIndex(where: { $0.identity == .known(entity) }) {
      return chain
    }
    let known = gazetteer.entities[Int(entity)]
    layer.chains.append(
      Chain(
        identity: .known(entity), type: known.type, subtype: known.subtype, name: known.name,
        mentions: []))
    return layer.chains.count - 1
  }

  private func add(
    _ reference: Reference, at token: Int, in sentence: Int, to layer: inout EntityLayer,
    history: inout MentionHistory
  ) {
    let first = layer.chains[reference.chains[0]]
    let index = layer.mentions.count
    let reason = Reason("coreference", first.name)
    layer.mentions.append(
      Mention(
        tokens: token..<token + 1, sentence: sentence, kind: reference.kind, type: first.type,
        candidates: [Candidate(first.identity, type: first.type, score: 1, reasons: [reason])],
        roleTokens: reference.roleTokens))
    layer.chainsOfMention.append(reference.chains)
    for chain in reference.chains { layer.chains[chain].mentions.append(index) }
    history.record(index, in: layer)
  }

  /// Mentions were appended as they were found: puts them in text order.
  /// - Parameter named: how many there were before.
  private func sort(_ layer: inout EntityLayer, named: Int) {
    guard named < layer.mentions.count else { return }
    var order: [Int] = []
    order.reserveCapacity(layer.mentions.count)
    var (name, reference) = (0, named)
    while name < named || reference < layer.mentions.count {
      let isName =
        reference == layer.mentions.count
        || name < named
          && layer.mentions[name].tokens.lowerBound < layer.mentions[reference].tokens.lowerBound
      order.append(isName ? name : reference)
      if isName { name += 1 } else { reference += 1 }
    }
    var position = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { position[old] = new }
    layer.mentions = order.map { layer.mentions[$0] }
    layer.chainsOfMention = order.map { layer.chainsOfMention[$0] }
    for chain in layer.chains.indices {
      for place in layer.chains[chain].mentions.indices {
        layer.chains[chain].mentions[place] = position[layer.chains[chain].mentions[place]]
      }
      layer.chains[chain].mentions.sort()
    }
  }
}

/// Which names begin at a token.
struct NamedTokens {
  private var mentions: [Int32]

  init(_ mentions: [Mention], tokens: Int) {
    self.mentions = Array(repeating: -1, count: tokens)
    for index in mentions.indices.reversed() {
      self.mentions[mentions[index].tokens.lowerBound] = Int32(index)
    }
  }

  /// The index of the mention; nil where none begins.
  subscript(token: Int) -> Int? { mentions[token] < 0 ? nil : Int(mentions[token]) }
}
