import DocumentModel
import Foundation
import Gazetteers

/// An entity as a user names it: by id, name or any form, case and accents aside.
public struct NameQuery: Sendable {
  public let text: String
  private let folded: String

  public init(_ text: String) {
    self.text = text
    folded = Self.fold(text)
  }

  /// The chains of an analysis that it names.
  func chains(in analysis: DocumentAnalysis, gazetteer: Gazetteer) -> Set<Int> {
    Set(analysis.entities.chains.indices.filter { matches($0, analysis, gazetteer) })
  }

  private func matches(_ index: Int, _ analysis: DocumentAnalysis, _ gazetteer: Gazetteer) -> Bool {
    let chain = analysis.entities.chains[index]
    if Self.fold(chain.name) == folded { return true }
    if case .known(let known) = chain.identity {
      if gazetteer.entities[Int(known)].id == text { return true }
      if gazetteer.aliases(of: known).contains(where: { Self.fold($0.surface) == folded }) {
        return true
      }
    }
    return chain.mentions.contains { mention in
      let mention = analysis.entities.mentions[mention]
      guard mention.kind != .pronoun, mention.kind != .nominal else { return false }
      return Self.fold(analysis.document.form(of: mention.tokens)) == folded
    }
  }

  private static func fold(_ text: String) -> String {
    text.decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { !$0.properties.isDiacritic }
      .reduce(into: "") { $0.unicodeScalars.append($1) }.lowercased()
  }
}
