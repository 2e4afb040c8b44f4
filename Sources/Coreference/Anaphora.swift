import DocumentModel
import Gazetteers

/// Finds what pronouns and definite descriptions refer to, sentence by sentence.
///
/// A pronoun's antecedents are the chains named before that agree with it; a trained model chooses
/// (`PronounModel`), and where none is likely enough the word stays unresolved.
struct Anaphora {
  let gazetteer: Gazetteer
  let nouns: DescriptionNouns
  let document: Document
  let syntax: SyntaxLayer
  /// The chains among the options of a pronoun that it refers to; empty for none.
  let choice: (PronounCase, EntityLayer) -> [Int]
  private let vocabulary: Vocabulary
  private let stateNouns: WordClasses

  init(
    gazetteer: Gazetteer, nouns: DescriptionNouns, document: Document, syntax: SyntaxLayer,
    choice: @escaping (PronounCase, EntityLayer) -> [Int]
  ) {
    self.gazetteer = gazetteer
    self.nouns = nouns
    self.document = document
    self.syntax = syntax
    self.choice = choice
    vocabulary = gazetteer.vocabulary
    stateNouns = vocabulary.wordClass(named: "state-noun") ?? []
  }

  /// What is known of a noun by its lemma.
  private func classes(of token: Int) -> WordClasses {
    vocabulary.classes(of: vocabulary.id(of: syntax.lemmas[token].inSmallLetters))
  }

  func resolve(_ layer: inout EntityLayer) {
    var history = MentionHistory(
      document: document, syntax: syntax, gazetteer: gazetteer)
    let named = NamedTokens(layer.mentions, tokens: document.tokens.count)
    for (sentence, span) in document.sentences.enumerated()
    where document.paragraphs[span.paragraph].isRead {
      var token = span.tokens.lowerBound
      while token < span.tokens.upperBound {
        if let index = named[token] {
          history.record(index, in: layer)
          token = layer.mentions[index].tokens.upperBound
          continue
        }
        let classes = isNoun(token) ? classes(of: token) : []
        if var found = reference(
          at: token, classes, in: sentence, history: history, layer: layer, named: named)
        {
          if let office = found.vacancy {
            report(office, at: token, in: &layer)
            token += 1
            continue
          }
          if let holder = found.holder { found.chains = [chain(of: holder, in: &layer)] }
          add(found, at: token, in: sentence, to: &layer, history: &history)
        } else if CommonNoun.isArgument(token, syntax: syntax),
          let noun = CommonNoun(token: token, classes: classes, syntax: syntax),
          !describesName(token, in: layer, named: named)
        {
          history.record(noun, at: token, sentence: sentence)
        }
        token += 1
      }
      history.endSentence()
    }
    sort(&layer)
  }

  /// What the word at `token` refers to.
  private func reference(
    at token: Int, _ classes: WordClasses, in sentence: Int, history: MentionHistory,
    layer: EntityLayer, named: NamedTokens
  ) -> Reference? {
    switch syntax.tags[token] {
    case .pron, .det:
      guard syntax.relations[token] != .det,
        let pronoun = Pronoun(document.smallForm(of: token)),
        syntax.relations[token] != .expl, !isImpersonal(token)
      else { return nil }
      let options = history.options(for: pronoun, at: token, sentence: sentence, layer: layer)
      let chains = choice(options, layer)
      return chains.isEmpty ? nil : Reference(kind: .pronoun, chains: chains)
    case .noun, .propn:
      return noun(
        at: token, classes, in: document.sentences[sentence].tokens, history: history,
        layer: layer, named: named)
    default:
      return nil
    }
  }

  private func isNoun(_ token: Int) -> Bool {
    syntax.tags[token] == .noun || syntax.tags[token] == .propn
  }

  private func noun(
    at token: Int, _ classes: WordClasses, in sentence: Range<Int>, history: MentionHistory,
    layer: EntityLayer, named: NamedTokens
  ) -> Reference? {
    // "the airline Aeroflot" names whom it means.
    let isNamed = token + 1 < sentence.upperBound && named[token + 1] != nil
    let subtypes = isNamed ? [] : nouns.subtypes(of: document.smallForm(of: token))
    if syntax.features[token].number == .plur, subtypes.isEmpty {
      guard let pair = Pair(token: token, classes: classes, document: document, syntax: syntax)
      else { return nil }
      let chains = pair.chains(in: layer, history: history)
      return chains.isEmpty ? nil : Reference(kind: .nominal, chains: chains)
    }
    let known = classes.intersection([.roleNoun, .titleWord, .orgNoun, stateNouns])
    guard !known.isEmpty || !subtypes.isEmpty,
      let description = Description(
        token: token, classes: classes, isState: !classes.isDisjoint(with: stateNouns),
        subtypes: subtypes, nouns: nouns, document: document, syntax: syntax, gazetteer: gazetteer),
      !description.isOfPerson(in: layer, named: named)
    else { return nil }
    let office = description.office(in: layer, named: named, sentence: sentence)
    return reference(by: description, office: office, history: history, layer: layer)
  }

  private func reference(
    by description: Description, office: Office?, history: MentionHistory, layer: EntityLayer
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
  private func sort(_ layer: inout EntityLayer) {
    let order = layer.mentions.indices.sorted {
      layer.mentions[$0].tokens.lowerBound < layer.mentions[$1].tokens.lowerBound
    }
    var position = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { position[old] = new }
    layer.mentions = order.map { layer.mentions[$0] }
    layer.chainsOfMention = order.map { layer.chainsOfMention[$0] }
    for chain in layer.chains.indices {
      layer.chains[chain].mentions = layer.chains[chain].mentions.map { position[$0] }.sorted()
    }
  }
}

/// Which names begin at a token.
struct NamedTokens {
  private var mentions: [Int32]

  init(_ mentions: [Mention], tokens: Int) {
    self.mentions = Array(repeating: -1, count: tokens)
    for (index, mention) in mentions.enumerated().reversed() {
      self.mentions[mention.tokens.lowerBound] = Int32(index)
    }
  }

  /// The index of the mention; nil where none begins.
  subscript(token: Int) -> Int? { mentions[token] < 0 ? nil : Int(mentions[token]) }
}
