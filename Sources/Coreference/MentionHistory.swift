import DocumentModel

/// What was mentioned so far, as pronouns see it.
struct MentionHistory {
  private struct Entry {
    /// One chain, or those of a coordination ("Seoul and Washington").
    var chains: [Int]
    var token: Int
    var sentence: Int
    var isSubject: Bool
    var isAdjective: Bool
    /// What a common noun may be referred to by; nil for entities.
    var noun: CommonNoun?
  }

  private let document: Document
  private let syntax: SyntaxLayer
  private let gender: PersonGender
  private var entries: [Entry] = []
  /// The gender that earlier pronouns gave a chain.
  private var genders: [Int: Bool] = [:]
  private var currentSentence = 0

  private static let window = 3
  private static let longestCoordination = 12

  init(document: Document, syntax: SyntaxLayer, gender: PersonGender) {
    self.document = document
    self.syntax = syntax
    self.gender = gender
  }

  mutating func record(_ index: Int, in layer: EntityLayer) {
    let mention = layer.mentions[index]
    let chains = layer.chainsOfMention[index]
    guard !chains.isEmpty else { return }
    currentSentence = mention.sentence
    let head = head(of: mention)
    if let leader = coordinationLeader(of: head), mention.kind != .pronoun,
      let last = entries.indices.last(where: {
        entries[$0].token == leader && entries[$0].sentence == mention.sentence
      })
    {
      if entries[last].chains.count < Self.longestCoordination {
        entries[last].chains += chains.filter { !entries[last].chains.contains($0) }
      }
    }
    if mention.kind == .pronoun,
      let pronoun = Pronoun(document.form(of: mention.tokens.lowerBound).lowercased()),
      let isMasculine = pronoun.isMasculine
    {
      for chain in chains { genders[chain] = isMasculine }
    }
    entries.append(
      Entry(
        chains: chains, token: head, sentence: mention.sentence, isSubject: isSubject(head),
        isAdjective: mention.isAdjective))
  }

  /// Records a common noun that names no entity, so that pronouns which are about it find none.
  mutating func record(_ noun: CommonNoun, at token: Int, sentence: Int) {
    currentSentence = sentence
    entries.append(
      Entry(
        chains: [], token: token, sentence: sentence, isSubject: isSubject(token),
        isAdjective: false, noun: noun))
  }

  mutating func endSentence() {
    let oldest = currentSentence - Self.window
    entries.removeAll { $0.sentence < oldest }
  }

  /// Chains named within the last sentences that satisfy a test, the latest first.
  func recent(where fits: (Int) -> Bool) -> [Int] {
    var seen: Set<Int> = []
    return entries.reversed().flatMap { $0.isAdjective ? [] : $0.chains }
      .filter { fits($0) && seen.insert($0).inserted }
  }

  /// The best antecedent of a pronoun; several chains for a coordination and "they". None when a
  /// common noun is likelier, or when two are about as likely.
  func antecedents(of pronoun: Pronoun, at token: Int, sentence: Int, layer: EntityLayer) -> [Int] {
    var best: (score: Float, chains: [Int]) = (pronoun.leastScore, [])
    var second: Float = 0
    for entry in entries.reversed() {
      guard let chains = antecedents(in: entry, of: pronoun, layer: layer),
        sentence - entry.sentence <= Self.window,
        pronoun.isReflexive || !isCoargument(entry.token, of: token, in: sentence, entry.sentence)
      else { continue }
      var score = salience(of: entry, for: pronoun, in: sentence)
      if entry.sentence == sentence, !isSubject(token) { score += 1 }
      if score > best.score {
        if chains != best.chains { second = best.score }
        best = (score, chains)
      } else if chains != best.chains {
        second = max(second, score)
      }
    }
    return best.score - second >= pronoun.leastMargin ? best.chains : []
  }

  /// The chains of an entry that agrees with a pronoun, none for a common noun; nil when it does not.
  private func antecedents(in entry: Entry, of pronoun: Pronoun, layer: EntityLayer) -> [Int]? {
    if let noun = entry.noun { return noun.agrees(with: pronoun) ? [] : nil }
    let chains = agreeing(entry, with: pronoun, layer: layer)
    return chains.isEmpty ? nil : chains
  }

  private func agreeing(_ entry: Entry, with pronoun: Pronoun, layer: EntityLayer) -> [Int] {
    switch pronoun.agreement {
    case .person:
      guard entry.chains.count >= 1 else { return [] }
      let chains = entry.chains.prefix(1).filter { chain in
        layer.chains[chain].type.isPerson
          && agrees(genders[chain] ?? gender.isMasculine(layer.chains[chain]), with: pronoun)
      }
      return Array(chains)
    case .thing:
      guard entry.chains.count == 1, !entry.isAdjective else { return [] }
      return entry.chains.filter { [.organisation, .country].contains(layer.chains[$0].type) }
    case .plural:
      guard !entry.isAdjective else { return [] }
      if entry.chains.count > 1 { return entry.chains }
      return entry.chains.filter { [.group, .organisation].contains(layer.chains[$0].type) }
    }
  }

  private func agrees(_ isMasculine: Bool?, with pronoun: Pronoun) -> Bool {
    isMasculine == nil || isMasculine == pronoun.isMasculine
  }

  private func salience(of entry: Entry, for pronoun: Pronoun, in sentence: Int) -> Float {
    let distance = sentence - entry.sentence
    var score: Float = 3 - Float(distance)
    if entry.isSubject { score += 1.2 }
    if entry.noun != nil { score -= 1.6 }
    if entry.chains.count > 1, pronoun.agreement == .plural { score += 1.5 }
    if pronoun.agreement == .thing, !entry.isSubject { score -= 0.8 }
    return score
  }

  /// Two arguments of one verb do not corefer unless the pronoun is reflexive.
  private func isCoargument(_ token: Int, of pronoun: Int, in sentence: Int, _ other: Int) -> Bool {
    guard sentence == other, syntax.relations[pronoun] != .nmodPoss else { return false }
    return syntax.heads[token] == syntax.heads[pronoun]
  }

  private func isSubject(_ token: Int) -> Bool {
    switch syntax.relations[token] {
    case .nsubj, .nsubjPass: true
    case .conj:
      syntax.heads[token] >= 0
        && [.nsubj, .nsubjPass].contains(syntax.relations[Int(syntax.heads[token])])
    default: false
    }
  }

  private func coordinationLeader(of token: Int) -> Int? {
    syntax.relations[token] == .conj && syntax.heads[token] >= 0 ? Int(syntax.heads[token]) : nil
  }

  private func head(of mention: Mention) -> Int {
    mention.tokens.first { !mention.tokens.contains(Int(syntax.heads[$0])) }
      ?? mention.tokens.lowerBound
  }
}
