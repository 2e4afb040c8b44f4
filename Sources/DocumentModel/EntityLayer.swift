/// The entities of one article: every mention, and the chains they form.
public struct EntityLayer: Sendable {
  /// In text order; names, titles, pronouns and nominals.
  public var mentions: [Mention]
  public var chains: [Chain]
  /// For each mention the chains it belongs to: one for a name, several for "they", none when it
  /// could not be resolved.
  public var chainsOfMention: [[Int]]
  public var diagnostics: [Diagnostic]

  public init(
    mentions: [Mention], chains: [Chain], chainsOfMention: [[Int]], diagnostics: [Diagnostic] = []
  ) {
    self.mentions = mentions
    self.chains = chains
    self.chainsOfMention = chainsOfMention
    self.diagnostics = diagnostics
  }
}
