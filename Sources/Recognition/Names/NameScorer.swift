import DocumentModel

/// Scores the pieces of runs: what the pieces of a run share is summed once a run, and what a word says
/// by itself once a worker.
struct NameScorer {
  private let features: NameFeatures
  private let words: DocumentWords
  private let weights: NameWeights
  private var sum: WeightSum
  private var run = NameRun(tokens: 0..<0, sentence: 0)
  /// By token of the run: what stands before a piece that begins with it, and behind one that ends.
  private var left: [LabelScores] = []
  private var right: [LabelScores] = []
  /// By token of the run and its place in a piece, as far as `isKnown` says.
  private var inside: [LabelScores] = []
  private var isKnown: [UInt16] = []

  init(features: NameFeatures, weights: NameWeights) {
    self.features = features
    words = features.tokens.words
    self.weights = weights
    sum = WeightSum(weights)
  }

  /// Turns to the run from which the next pieces are.
  mutating func begin(_ run: NameRun, _ forms: inout WordForms) {
    self.run = run
    while left.count < run.tokens.count { makeRoom() }
    for (offset, token) in run.tokens.enumerated() {
      left[offset] = left(of: token, &forms)
      right[offset] = right(of: token + 1, &forms)
      isKnown[offset] = 0
    }
  }

  /// Room for one more token of a run.
  private mutating func makeRoom() {
    left.append(.zero)
    right.append(.zero)
    isKnown.append(0)
    for _ in WordPlace.allCases { inside.append(.zero) }
  }

  private mutating func left(of start: Int, _ forms: inout WordForms) -> LabelScores {
    features.addLeft(of: start, in: run, to: &sum)
    return weights.scores(
      of: sum.take() &+ alone(start - 1, .before, &forms) &+ alone(start - 2, .farBefore, &forms))
  }

  private mutating func right(of end: Int, _ forms: inout WordForms) -> LabelScores {
    features.addRight(of: end, in: run, to: &sum)
    return weights.scores(
      of: sum.take() &+ alone(end, .behind, &forms) &+ alone(end + 1, .farBehind, &forms))
  }

  /// What a word of the sentence says by itself.
  private mutating func alone(
    _ token: Int, _ place: WordPlace, _ forms: inout WordForms
  ) -> LabelSums {
    guard words.document.sentences[run.sentence].tokens.contains(token) else { return .zero }
    return forms.sum(of: words.number(token), at: place, &sum)
  }

  /// The score of a piece of the run, in nats.
  mutating func score(of piece: Range<Int>, _ forms: inout WordForms) -> LabelScores {
    let whole = whole(piece, &forms)
    let start = run.tokens.lowerBound
    let (first, last) = (piece.lowerBound, piece.upperBound - 1)
    var score = left[first - start] + right[last - start] + whole
    guard first < last else { return score + scores(of: first, .single, &forms) }
    score += scores(of: first, .first, &forms) + scores(of: last, .last, &forms)
    for token in first + 1..<last { score += scores(of: token, .inner, &forms) }
    return score
  }

  /// What a piece says as a whole and by what it depends on.
  private mutating func whole(_ piece: Range<Int>, _ forms: inout WordForms) -> LabelScores {
    let governor = features.governor(of: piece)
    var known = LabelSums.zero
    if let (relation, token) = governor, let token {
      known &+= forms.sum(ofGovernor: words.number(token), relation, &sum)
    }
    if piece.count == 1 {
      known &+= forms.sum(of: words.number(piece.lowerBound), at: .whole, &sum)
      features.addWhole(piece.lowerBound, to: &sum)
    } else {
      features.addWhole(piece, to: &sum)
    }
    if let governor { sum.add(.relation, governor.relation.value) }
    return weights.scores(of: sum.take() &+ known)
  }

  private mutating func scores(
    of token: Int, _ place: WordPlace, _ forms: inout WordForms
  ) -> LabelScores {
    let offset = token - run.tokens.lowerBound
    let index = offset * WordPlace.count + place.rawValue
    guard isKnown[offset] & place.bit == 0 else { return inside[index] }
    features.addToken(token, at: place, to: &sum)
    inside[index] = weights.scores(
      of: sum.take() &+ forms.sum(of: words.number(token), at: place, &sum))
    isKnown[offset] |= place.bit
    return inside[index]
  }
}
