public import Foundation

/// Figures that a change must not fall below.
public struct QualityFloor: Codable, Sendable, Equatable {
  public var entityF1: Double
  public var typeAccuracy: Double
  public var edgeUnlabelledF1: Double
  public var edgeLemmaF1: Double
  public var edgeCategoryF1: Double

  /// Reads a JSON file with one number a figure.
  public init(contentsOf url: URL) throws {
    self = try JSONDecoder().decode(QualityFloor.self, from: Data(contentsOf: url))
  }

  /// A line for each figure that is not reached.
  public func failures(of report: ScoreReport) -> [String] {
    let total = report.total
    let figures = [
      ("entity F1", total.entities.f1, entityF1),
      ("type accuracy", total.types.value, typeAccuracy),
      ("edge F1, unlabelled", total.pairs.f1, edgeUnlabelledF1),
      ("edge F1, lemma", total.lemmas.f1, edgeLemmaF1),
      ("edge F1, category", total.categories.f1, edgeCategoryF1),
    ]
    return figures.compactMap { name, value, floor in
      value < floor ? "\(name) is \(rounded(value)), below the floor of \(rounded(floor))" : nil
    }
  }

  private func rounded(_ value: Double) -> String {
    String(format: "%.3f", value)
  }
}
