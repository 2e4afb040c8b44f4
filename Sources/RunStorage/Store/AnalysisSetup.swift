import Foundation

/// All that an analysis depends on beside the article. Analyses of different setups are never mixed.
public struct AnalysisSetup: Sendable, Hashable, Codable {
  /// The program's version.
  public var version: String
  /// A hash of the program's own bytes.
  public var program: String
  /// A hash of all tables.
  public var gazetteers: String
  /// A hash of the parser's model, and of the models of names and pronouns.
  public var model: String
  public var names: String
  /// Options that change what is found, by name.
  public var options: [String: String]
  /// Of the form in which analyses are kept.
  var format = PackedArticle.version

  public init(
    version: String, program: String, gazetteers: String, model: String, names: String,
    options: [String: String] = [:]
  ) {
    self.version = version
    self.program = program
    self.gazetteers = gazetteers
    self.model = model
    self.names = names
    self.options = options
  }

  /// As JSON, the same for the same setup.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Nil for what another version of the program wrote and this one does not understand.
  init?(json: String) {
    guard let setup = try? JSONDecoder().decode(AnalysisSetup.self, from: Data(json.utf8)) else {
      return nil
    }
    self = setup
  }

  /// What is not as in `other`, in words: "other tables", "another program".
  public func differences(from other: AnalysisSetup) -> [String] {
    [
      (
        "another program",
        program != other.program || version != other.version || format != other.format
      ),
      ("other tables", gazetteers != other.gazetteers), ("another model", model != other.model),
      ("another model of names or pronouns", names != other.names),
      ("other options", options != other.options),
    ].filter(\.1).map(\.0)
  }
}
