import DocumentModel
import SyntaxParsing

/// A sentence as the network learns it: indices of word types, and what is right.
struct TrainingSentence {
  /// Indices into the word types, one a token.
  var types: [Int32]
  /// For each token the right output of every tag range, then of the auxiliary one (-1: none).
  var tags: [[Int32]]
  /// Row of the head, -1 for the root.
  var heads: [Int32]
  /// Index among `DependencyLabels`, -1 for the root.
  var labels: [Int32]
  /// Whether a treebank says what is right; else only teachers do.
  var isLabelled = true
  /// What teachers make of the sentence, if any were asked.
  var soft: SoftTargets?

  var count: Int { types.count }
}

/// A word type: its features, and how often the training text has it.
struct WordType {
  var features: WordFeatures
  var frequency: Int
}

/// The mean of the teachers' probabilities for one sentence (knowledge distillation, Hinton et al.
/// 2015; for parsers Kuncoro et al. 2016).
final class SoftTargets: @unchecked Sendable {
  /// A row a token, in the columns of the tagger.
  let tags: Grid
  /// A row a token: each token as its head, then the root.
  let arcs: Grid
  /// A row a token: the labels of the arc to its head.
  let labels: Grid

  init(count: Int, tagColumns: Int, labelColumns: Int) {
    tags = Grid(count, tagColumns)
    arcs = Grid(count, count + 1)
    labels = Grid(count, labelColumns)
  }
}
