import DocumentModel
import Gazetteers

/// A definite description: "the minister", "the Ukrainian president", "the company".
struct Description {
  /// The words of the role, without article and body.
  let tokens: Range<Int>
  private let token: Int
  private let text: ParsedText
  private var syntax: SyntaxLayer { text.syntax }
  private var gazetteer: Gazetteer { nouns.gazetteer }
  private let lemma: String
  /// The modifiers before it that belong to the role: "foreign" of "foreign minister".
  private let modifiers: [String]
  private let phrase: String
  private let isRole: Bool
  /// A public office: "minister", not "neighbour".
  let isOffice: Bool
  private let isBody: Bool
  /// "the government", "the army": of the country the article is mostly about.
  private let isState: Bool
  /// The subtypes of the entities that the noun is for: "company" of "the firm".
  private let subtypes: Set<String>
  private let nouns: DescriptionNouns

  /// - Parameter token: a definite noun, see `Anaphora.isDefinite`.
  init(
    token: Int, classes: WordClasses, isState: Bool, subtypes: Set<String>,
    nouns: DescriptionNouns, in text: ParsedText
  ) {
    self.token = token
    self.text = text
    let syntax = text.syntax
    lemma = syntax.lemmas[token].inSmallLetters
    isRole =
      (classes.contains(.roleNoun) || classes.contains(.titleWord))
      && syntax.features[token].number != .plur
    isOffice = classes.contains(.officeNoun)
    isBody = classes.contains(.orgNoun)
    self.isState = isState
    self.subtypes = subtypes
    self.nouns = nouns
    var words: [String] = []
    var before = token - 1
    while before >= 0, syntax.heads[before] == Int32(token),
      syntax.relations[before] == .amod || syntax.relations[before] == .compound,
      let word = Self.modifier(
        text.document.form(of: before), vocabulary: nouns.gazetteer.vocabulary)
    {
      words.insert(word, at: 0)
      before -= 1
    }
    modifiers = words
    phrase = words.isEmpty ? lemma : words.joined(separator: " ") + " " + lemma
    tokens = before + 1..<token + 1
  }

  /// Nil for a name or a demonym, which is no part of the role: a word with a capital that no title
  /// has.
  private static func modifier(_ word: String, vocabulary: Vocabulary) -> String? {
    let lower = word.inSmallLetters
    if lower == word { return word }
    let classes = vocabulary.classes(of: vocabulary.id(of: lower))
    return classes.isDisjoint(with: [.titleWord, .roleNoun, .orgNoun]) ? nil : lower
  }

  /// The office, when the phrase names the body: "the French president", "Ukraine's foreign
  /// minister".
  /// - Parameter sentence: its tokens.
  func office(in layer: EntityLayer, named: NamedTokens, sentence: Range<Int>) -> Office? {
    guard isRole else { return nil }
    for start in sentence {
      guard let mention = named[start],
        syntax.heads[head(of: mention, from: start, in: layer)] == Int32(token)
      else { continue }
      guard let chain = layer.chainsOfMention[mention].first,
        case .known(let body) = layer.chains[chain].identity
      else { continue }
      let bodies = layer.mentions[mention].candidates.compactMap { candidate -> EntityIndex? in
        if case .known(let index) = candidate.identity, index != body { index } else { nil }
      }
      return Office(role: phrase, chain: chain, bodies: [body] + bodies)
    }
    return nil
  }

  /// "Kenyatta's deputy": whoever serves a person is not the last one named with that office.
  func isOfPerson(in layer: EntityLayer, named: NamedTokens) -> Bool {
    (max(0, token - Self.farthestOwner)..<token).contains { start in
      guard let mention = named[start], layer.mentions[mention].type.isPerson else { return false }
      let head = head(of: mention, from: start, in: layer)
      return syntax.heads[head] == Int32(token) && syntax.relations[head] == .nmodPoss
    }
  }

  private static let farthestOwner = 8

  private func head(of mention: Int, from start: Int, in layer: EntityLayer) -> Int {
    let tokens = layer.mentions[mention].tokens
    return tokens.first { !tokens.contains(Int(syntax.heads[$0])) } ?? start
  }

  /// "the president", in an article that is clearly about one country: the office there.
  func officeInContext(in layer: EntityLayer) -> Office? {
    guard isOffice, let chain = mainCountry(of: layer),
      case .known(let country) = layer.chains[chain].identity
    else { return nil }
    return Office(role: phrase, chain: chain, bodies: [country])
  }

  /// "the former president", who is not the one in office.
  var isPast: Bool { !Self.pastWords.isDisjoint(with: modifiers) }

  private static let pastWords: Set<String> = [
    "former", "ex", "then", "late", "previous", "ousted", "deposed", "old", "next", "future", "new",
    "incoming",
  ]

  /// The chain it refers to: the last named one whose role or name holds the word.
  /// - Parameter office: the office that the phrase names; its holder may not be someone of another
  ///   country or body.
  func chain(in layer: EntityLayer, history: borrowing MentionHistory, office: Office?) -> Int? {
    if isRole {
      func holds(_ chain: Int, _ role: String) -> Bool {
        layer.chains[chain].type.isPerson && hasRole(layer.chains[chain], role)
          && mayHold(office, layer.chains[chain])
      }
      if let chain = history.latest(where: { holds($0, phrase) })
        ?? layer.chains.indices.last(where: { holds($0, phrase) })
        ?? (isPast ? nil : history.latest(where: { holds($0, lemma) }))
      {
        return chain
      }
    }
    if isState, phrase == lemma { return mainCountry(of: layer) }
    if isBody {
      let named = history.latest { index in
        layer.chains[index].type == .organisation
          && (layer.chains[index].subtype == lemma || isName(layer.chains[index].name))
      }
      if let named { return named }
    }
    return ofItsKind(in: layer, history: history)
  }

  /// "the firm", "the rebels": the entity of the kind that the text speaks of.
  private func ofItsKind(in layer: EntityLayer, history: borrowing MentionHistory) -> Int? {
    guard !subtypes.isEmpty, !isOwned,
      !modifiers.contains(where: { Self.otherWords.contains($0) || $0.hasSuffix("ing") })
    else { return nil }
    let isCountry = subtypes.contains("country")
    let chain = history.salient(besides: token, within: isCountry ? 1 : 3) {
      nouns.fits($0, of: layer.chains, subtypes)
    }
    return chain ?? (isCountry ? mainCountry(of: layer) : nil)
  }

  /// "its firm", which is none that was named.
  private var isOwned: Bool {
    (max(0, token - 6)..<token).contains {
      syntax.heads[$0] == Int32(token) && syntax.relations[$0] == .nmodPoss
    }
  }

  /// What says that another one is meant.
  private static let otherWords = pastWords.union([
    "other", "another", "rival", "second", "third", "parent", "sister", "neighbouring",
    "neighboring", "same", "first", "last", "host", "own", "only", "whole", "entire", "opposition",
    "main", "largest", "biggest", "big", "local", "foreign", "public", "national", "international",
  ])

  /// Whether a name is headed by the noun and holds what stands before it.
  private func isName(_ name: String) -> Bool {
    let name = name.inSmallLetters
    guard name.holds(lemma) else { return false }
    let words = name.split(separator: " ")
    guard words.contains(Substring(lemma)) else { return false }
    return modifiers.allSatisfy { modifier in words.contains { $0.hasPrefix(modifier.prefix(5)) } }
  }

  /// Whether nothing is known that makes a person another's office-holder.
  private func mayHold(_ office: Office?, _ chain: Chain) -> Bool {
    guard let office, case .known(let person) = chain.identity,
      let home = gazetteer.entities.kind(of: person).container
    else { return true }
    let isOther =
      gazetteer.entities.kind(of: home).type == .country && !office.bodies.contains(home)
    let isCountry = gazetteer.entities.kind(of: office.bodies[0]).type == .country
    return !(isOther && isCountry)
  }

  /// The country named most, when it is named more than any other.
  private func mainCountry(of layer: EntityLayer) -> Int? {
    var (main, most, isClear): (Int?, Int, Bool) = (nil, -1, true)
    for chain in layer.chains.indices where layer.chains[chain].type == .country {
      let count = layer.chains[chain].mentions.count
      if count > most {
        (main, most, isClear) = (chain, count, true)
      } else if count == most {
        isClear = false
      }
    }
    return isClear ? main : nil
  }

  private func hasRole(_ chain: Chain, _ role: String) -> Bool {
    chain.roles.contains { $0.endsInSmallLetters(with: role) && isOfTheTime($0.inSmallLetters) }
  }

  /// "the president" is no former one.
  private func isOfTheTime(_ role: String) -> Bool {
    guard isOffice, !isPast else { return true }
    return !role.split(separator: " ").contains { Self.pastWords.contains(String($0)) }
  }
}
