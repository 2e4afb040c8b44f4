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

  var count: Int { types.count }
}

/// A word type: its features, and how often the training text has it.
struct WordType {
  var features: WordFeatures
  var frequency: Int
}
