import DocumentModel
import ModelFiles

/// The combinations of features that a treebank has for each tag. Features are chosen together
/// among these, so that no verb is without a verb form and no noun has a tense.
package struct FeatureBundles: Sendable {
  /// A tag's combinations; the columns of the tagger whose scores speak for each.
  private struct Choice: Sendable {
    var features: MorphologicalFeatures
    var columns: [Int]
  }

  private let choices: [[Choice]]

  /// Reads the section `bundles`: tag and packed features by turns.
  init(_ file: ModelFile) throws(ModelFileError) {
    let numbers = try file.array("bundles", of: UInt32.self)
    var choices = [[Choice]](repeating: [], count: UniversalTag.allCases.count)
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      let features = MorphologicalFeatures(bits: numbers[index + 1])
      guard let tag = UniversalTag(rawValue: UInt8(truncatingIfNeeded: numbers[index])) else {
        throw ModelFileError(file.origin, .corrupt("a bundle of features has no tag"))
      }
      let columns = zip(TagLayout.ranges, TagLayout.choices(tag, features)).dropFirst().map {
        ($0.lowerBound + $1, $0.upperBound)
      }
      guard columns.allSatisfy({ $0.0 < $0.1 }) else {
        throw ModelFileError(file.origin, .corrupt("a bundle has unknown features"))
      }
      choices[Int(tag.rawValue)].append(Choice(features: features, columns: columns.map(\.0)))
    }
    self.choices = choices
  }

  /// The features with the highest sum of scores among those that `tag` may have.
  func features(of tag: UniversalTag, _ scores: UnsafePointer<Float>) -> MorphologicalFeatures {
    var best = MorphologicalFeatures()
    var bestScore = -Float.infinity
    for choice in choices[Int(tag.rawValue)] {
      var score: Float = 0
      for column in choice.columns { score += scores[column] }
      if score > bestScore {
        best = choice.features
        bestScore = score
      }
    }
    return best
  }

  /// Writes the combinations of `layers` that occur at least `minimum` times with their tag.
  package static func write(
    _ layers: some Sequence<SyntaxLayer>, minimum: Int, to writer: inout ModelFileWriter
  ) {
    var counts: [UInt64: Int] = [:]
    for layer in layers {
      for (tag, features) in zip(layer.tags, layer.features) {
        counts[UInt64(tag.rawValue) << 32 | UInt64(features.bits), default: 0] += 1
      }
    }
    let kept = counts.filter { $0.value >= minimum }.keys.sorted()
    writer.add("bundles", kept.flatMap { [UInt32($0 >> 32), UInt32(truncatingIfNeeded: $0)] })
  }
}
