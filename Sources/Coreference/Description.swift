import DocumentModel
import Gazetteers

/// A definite description: "the minister", "the Ukrainian president", "the company".
struct Description {
  /// The words of the role, without article and body.
  let tokens: Range<Int>
  private let token: Int
  private let syntax: SyntaxLayer
  private let gazetteer: Gazetteer
  private let lemma: String
  /// The modifiers before it that belong to the role: "foreign" of "foreign minister".
  private let phrase: String
  private let isRole: Bool
  private let isBody: Bool
  /// "the government", "the army": of the country the article is mostly about.
  private let isState: Bool

  /// Nil unless the noun at `token` is definite, singular, bare of a name and names a role or a body.
  init?(token: Int, document: Document, syntax: SyntaxLayer, gazetteer: Gazetteer) {
    self.token = token
    self.syntax = syntax
    self.gazetteer = gazetteer
    lemma = syntax.lemmas[token]
    let classes = gazetteer.vocabulary.classes(of: gazetteer.vocabulary.id(of: lemma))
    isRole = classes.contains(.roleNoun) || classes.contains(.titleWord)
    isBody = classes.contains(.orgNoun)
    isState = classes.contains(Self.stateNouns(gazetteer))
    guard isRole || isBody || isState, syntax.features[token].number != .plur,
      ![.compound, .flat, .appos, .amod].contains(syntax.relations[token]),
      Self.isDefinite(token, document: document, syntax: syntax)
    else { return nil }
    var words = [lemma]
    var before = token - 1
    while before >= 0, syntax.heads[before] == Int32(token),
      [.amod, .compound].contains(syntax.relations[before]),
      let word = Self.lowerCase(document.form(of: before))
    {
      words.insert(word, at: 0)
      before -= 1
    }
    phrase = words.joined(separator: " ")
    tokens = before + 1..<token + 1
  }

  private static func stateNouns(_ gazetteer: Gazetteer) -> WordClasses {
    gazetteer.vocabulary.wordClass(named: "state-noun") ?? WordClasses(rawValue: 1 << 63)
  }

  /// Nil for a word with a capital: a name or a demonym, which is no part of the role.
  private static func lowerCase(_ word: String) -> String? {
    word == word.lowercased() ? word : nil
  }

  private static func isDefinite(_ token: Int, document: Document, syntax: SyntaxLayer) -> Bool {
    var isDefinite = false
    let low = max(0, token - 6)
    let high = min(document.tokens.count, token + 8)
    for child in low..<high where syntax.heads[child] == Int32(token) {
      switch syntax.relations[child] {
      case .det:
        isDefinite = ["the", "this", "that"].contains(document.form(of: child).lowercased())
      case .nmodPoss where child < token: isDefinite = true
      case .appos, .flat, .nmod, .aclRelcl, .acl: if child > token { return false }
      default: break
      }
    }
    return isDefinite
  }

  /// Who holds the office at the article's date, when the phrase names the body: "the French
  /// president", "Ukraine's foreign minister".
  func holder(in layer: EntityLayer, named: [Int: Int], on date: CalendarDate?) -> EntityIndex? {
    guard isRole, let date else { return nil }
    for (start, mention) in named
    where syntax.heads[head(of: mention, from: start, in: layer)] == Int32(token) {
      guard let chain = layer.chainsOfMention[mention].first,
        case .known(let body) = layer.chains[chain].identity
      else { continue }
      let holders = gazetteer.holders(ofRole: phrase, of: body, on: date)
      if holders.count == 1 { return holders[0] }
    }
    return nil
  }

  private func head(of mention: Int, from start: Int, in layer: EntityLayer) -> Int {
    let tokens = layer.mentions[mention].tokens
    return tokens.first { !tokens.contains(Int(syntax.heads[$0])) } ?? start
  }

  /// The chain it refers to: the last named one whose role or name holds the word.
  func chain(in layer: EntityLayer, history: MentionHistory) -> Int? {
    if isRole {
      let exact = history.recent { hasRole(layer.chains[$0], phrase) }
      if let chain = exact.first { return chain }
      if let chain = layer.chains.indices.last(where: { hasRole(layer.chains[$0], phrase) }) {
        return chain
      }
      if let chain = history.recent(where: { hasRole(layer.chains[$0], lemma) }).first {
        return chain
      }
    }
    if isState, phrase == lemma { return mainCountry(of: layer) }
    guard isBody else { return nil }
    return history.recent { index in
      let chain = layer.chains[index]
      return chain.type == .organisation
        && (chain.subtype == lemma || chain.name.lowercased().hasSuffix(lemma))
    }.first
  }

  /// The country named most, when it is named more than any other.
  private func mainCountry(of layer: EntityLayer) -> Int? {
    let countries = layer.chains.indices.filter { layer.chains[$0].type == .country }
      .sorted { layer.chains[$1].mentions.count < layer.chains[$0].mentions.count }
    guard let first = countries.first else { return nil }
    let isClear =
      countries.count == 1
      || layer.chains[first].mentions.count > layer.chains[countries[1]].mentions.count
    return isClear ? first : nil
  }

  private func hasRole(_ chain: Chain, _ role: String) -> Bool {
    chain.type.isPerson && chain.roles.contains { $0.lowercased().hasSuffix(role) }
  }
}
