import DocumentModel
import Gazetteers

/// A definite description: "the minister", "the Ukrainian president", "the company".
struct Description {
  private let lemma: String
  /// The modifiers before it that belong to the role: "foreign" of "foreign minister".
  private let phrase: String
  private let isRole: Bool
  private let isBody: Bool

  /// Nil unless the noun at `token` is definite, singular, bare of a name and names a role or a body.
  init?(token: Int, document: Document, syntax: SyntaxLayer, gazetteer: Gazetteer) {
    lemma = syntax.lemmas[token]
    let classes = gazetteer.vocabulary.classes(of: gazetteer.vocabulary.id(of: lemma))
    isRole = classes.contains(.roleNoun) || classes.contains(.titleWord)
    isBody = classes.contains(.orgNoun)
    guard isRole || isBody, syntax.features[token].number != .plur,
      ![.compound, .flat, .appos, .amod].contains(syntax.relations[token]),
      Self.isDefinite(token, document: document, syntax: syntax)
    else { return nil }
    var words = [lemma]
    var before = token - 1
    while before >= 0, syntax.heads[before] == Int32(token),
      [.amod, .compound].contains(syntax.relations[before])
    {
      words.insert(document.form(of: before).lowercased(), at: 0)
      before -= 1
    }
    phrase = words.joined(separator: " ")
  }

  private static func isDefinite(_ token: Int, document: Document, syntax: SyntaxLayer) -> Bool {
    var isDefinite = false
    let low = max(0, token - 6)
    let high = min(document.tokens.count, token + 8)
    for child in low..<high where syntax.heads[child] == Int32(token) {
      switch syntax.relations[child] {
      case .det: isDefinite = ["the", "this", "that"].contains(document.form(of: child).lowercased())
      case .appos, .flat, .nmod, .aclRelcl, .acl: if child > token { return false }
      default: break
      }
    }
    return isDefinite
  }

  /// The chain it refers to: the last named one whose role or name holds the word.
  func chain(in layer: EntityLayer, history: MentionHistory) -> Int? {
    if isRole {
      let exact = history.recent { hasRole(layer.chains[$0], phrase) }
      if let chain = exact.first { return chain }
      if let chain = layer.chains.indices.last(where: { hasRole(layer.chains[$0], phrase) }) { return chain }
      if let chain = history.recent(where: { hasRole(layer.chains[$0], lemma) }).first { return chain }
    }
    guard isBody else { return nil }
    return history.recent { index in
      let chain = layer.chains[index]
      return chain.type == .organisation
        && (chain.subtype == lemma || chain.name.lowercased().hasSuffix(lemma))
    }.first
  }

  private func hasRole(_ chain: Chain, _ role: String) -> Bool {
    chain.type.isPerson && chain.roles.contains { $0.lowercased().hasSuffix(role) }
  }
}
