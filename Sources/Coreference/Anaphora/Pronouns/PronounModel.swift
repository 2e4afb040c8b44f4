import Foundation
public import ModelFiles

/// A trained model of what pronouns refer to: a log-linear ranking of antecedents (Denis and
/// Baldridge 2008), with "nothing that the text names" as one of them.
///
/// Immutable, for any number of threads.
public struct PronounModel: Sendable {
  /// The checksum of the model file.
  public let digest: UInt64
  private let weights: [Float]
  /// How likely an antecedent must be, by `Pronoun.Agreement`.
  private let thresholds: [Float]

  /// Reads the model file at `path`.
  public init(contentsOf path: String) throws(ModelFileError) {
    try self.init(model: ModelFile(contentsOf: path))
  }

  public init(model: ModelFile) throws(ModelFileError) {
    digest = model.digest
    weights = try model.array("pronoun.weights", of: Float.self)
    thresholds = try model.array("pronoun.least", of: Float.self)
    guard weights.count == AntecedentEvidence.weightCount,
      thresholds.count == Pronoun.Agreement.allCases.count
    else {
      throw ModelFileError(model.origin, .corrupt("the pronoun weights make no sense"))
    }
  }

  /// The bytes of a model file.
  package static func bytes(weights: [Float], thresholds: [Float]) -> [UInt8] {
    var writer = ModelFileWriter()
    writer.add("pronoun.weights", weights)
    writer.add("pronoun.least", thresholds)
    return writer.bytes()
  }

  /// How many weights a model has.
  package static var weightCount: Int { AntecedentEvidence.weightCount }

  /// How many kinds of pronouns have thresholds of their own.
  package static var agreements: Int { agreementNames.count }

  package static var agreementNames: [String] {
    Pronoun.Agreement.allCases.map { String(describing: $0) }
  }

  /// What the pronoun refers to; empty when nothing is likely enough.
  func chains(for pronoun: PronounCase) -> [Int] {
    guard let best = pronoun.best(Self.probabilities(of: pronoun, weights: weights)),
      best.probability >= thresholds[pronoun.agreement.rawValue]
    else { return [] }
    return best.chains
  }

  /// The probability of each option.
  package static func probabilities(of pronoun: PronounCase, weights: [Float]) -> [Float] {
    var values = pronoun.options.map { $0.features.reduce(Float(0)) { $0 + weights[$1] } }
    let peak = values.max() ?? 0
    for option in values.indices { values[option] = exp(values[option] - peak) }
    let total = values.reduce(0, +)
    for option in values.indices { values[option] /= total }
    return values
  }
}
