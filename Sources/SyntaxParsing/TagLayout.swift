import DocumentModel

/// Which outputs of the tagger stand for what: a range for the tag and one for each feature.
///
/// Each range is a choice of its own; the first output of a feature's range means "none".
package enum TagLayout {
  package static let ranges: [Range<Int>] = {
    let sizes = [
      UniversalTag.allCases.count, MorphologicalFeatures.Tense.allCases.count,
      MorphologicalFeatures.VerbForm.allCases.count, MorphologicalFeatures.Voice.allCases.count,
      MorphologicalFeatures.Mood.allCases.count, MorphologicalFeatures.Number.allCases.count,
      MorphologicalFeatures.Person.allCases.count, MorphologicalFeatures.PronType.allCases.count,
    ]
    var start = 0
    return sizes.map { size in
      defer { start += size }
      return start..<start + size
    }
  }()

  /// Which range is that of the person.
  package static let person = 6

  package static let count = ranges.last?.upperBound ?? 0

  /// The choice in each range that `tag` and `features` stand for.
  package static func choices(_ tag: UniversalTag, _ features: MorphologicalFeatures) -> [Int] {
    [Int(tag.rawValue)] + (0..<UInt32(7)).map { Int(features.bits >> ($0 * 4) & 0xF) }
  }

  package static func tag(_ scores: UnsafePointer<Float>) -> UniversalTag {
    UniversalTag(rawValue: UInt8(best(scores, ranges[0]))) ?? .x
  }

  /// The place of the highest score in `range`, counted from its start; the first of equals.
  package static func best(_ scores: UnsafePointer<Float>, _ range: Range<Int>) -> Int {
    var best = range.lowerBound
    for index in range where scores[index] > scores[best] { best = index }
    return best - range.lowerBound
  }
}

/// The outputs of the label classifier: all relations but `root`, which needs no choice.
package enum DependencyLabels {
  package static let all = DependencyRelation.allCases.filter { $0 != .root }
  package static let count = all.count
  package static let indices = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
}

/// Every label the outputs stand for, in order: a model says which it was trained for.
package enum SyntaxLabels {
  package static let names =
    UniversalTag.allCases.map(\.label)
    + MorphologicalFeatures.Tense.allCases.map { "Tense=\($0)" }
    + MorphologicalFeatures.VerbForm.allCases.map { "VerbForm=\($0)" }
    + MorphologicalFeatures.Voice.allCases.map { "Voice=\($0)" }
    + MorphologicalFeatures.Mood.allCases.map { "Mood=\($0)" }
    + MorphologicalFeatures.Number.allCases.map { "Number=\($0)" }
    + MorphologicalFeatures.Person.allCases.map { "Person=\($0)" }
    + MorphologicalFeatures.PronType.allCases.map { "PronType=\($0)" }
    + DependencyLabels.all.map(\.rawValue)
}
