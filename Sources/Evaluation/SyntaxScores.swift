import DocumentModel

/// How well trees agree with a treebank's, after the conventions of the CoNLL 2018 shared task
/// (Zeman et al. 2018): every word counts, punctuation too; labels are compared without their
/// subtype unless said otherwise; features are those of `MorphologicalFeatures`.
///
/// Scores add up over sentences and files with `+=`.
public struct SyntaxScores: Sendable, Equatable {
  /// How often something was right, out of how many there are on either side.
  public struct Count: Sendable, Equatable {
    public var gold = 0
    public var system = 0
    public var correct = 0

    public init(gold: Int = 0, system: Int = 0, correct: Int = 0) {
      self.gold = gold
      self.system = system
      self.correct = correct
    }

    public var precision: Double { system == 0 ? 0 : Double(correct) / Double(system) }
    public var recall: Double { gold == 0 ? 0 : Double(correct) / Double(gold) }
    /// With gold tokens, the accuracy.
    public var f1: Double {
      gold + system == 0 ? 0 : 2 * Double(correct) / Double(gold + system)
    }

    mutating func add(_ other: Count) {
      gold += other.gold
      system += other.system
      correct += other.correct
    }
  }

  /// Words with the same span on both sides.
  public var words = Count()
  public var upos = Count()
  public var features = Count()
  public var lemmas = Count()
  /// Right head.
  public var uas = Count()
  /// Right head and label, subtypes left out.
  public var las = Count()
  /// Right head and whole label.
  public var lasWithSubtypes = Count()
  /// Right head and whole label, by label.
  public var relations: [DependencyRelation: Count] = [:]

  public init() {}

  /// Scores a tree over the gold tokens.
  public init(gold: SyntaxLayer, system: SyntaxLayer) {
    precondition(gold.heads.count == system.heads.count, "gold tokens: the same on both sides")
    let pairs = gold.heads.indices.map { ($0, $0) }
    self.init(gold: gold, system: system, pairs: pairs)
  }

  /// Scores a text read from end to end: words correspond when their spans are equal.
  ///
  /// Spans must be comparable, for instance counted in bytes that are not white space.
  public init(
    gold: SyntaxLayer, goldSpans: [TextSpan], system: SyntaxLayer, systemSpans: [TextSpan]
  ) {
    self.init(gold: gold, system: system, pairs: Self.aligned(goldSpans, systemSpans))
  }

  public static func += (left: inout SyntaxScores, right: SyntaxScores) {
    for path in paths { left[keyPath: path].add(right[keyPath: path]) }
    for (relation, count) in right.relations {
      left.relations[relation, default: Count()].add(count)
    }
  }

  nonisolated(unsafe) private static let paths: [WritableKeyPath<SyntaxScores, Count>] = [
    \.words, \.upos, \.features, \.lemmas, \.uas, \.las, \.lasWithSubtypes,
  ]

  private init(gold: SyntaxLayer, system: SyntaxLayer, pairs: [(gold: Int, system: Int)]) {
    let empty = Count(gold: gold.heads.count, system: system.heads.count)
    for path in Self.paths { self[keyPath: path] = empty }
    for relation in gold.relations { relations[relation, default: Count()].gold += 1 }
    for relation in system.relations { relations[relation, default: Count()].system += 1 }
    var systemToGold = [Int32](repeating: -2, count: system.heads.count)
    for pair in pairs { systemToGold[pair.system] = Int32(pair.gold) }
    for pair in pairs { count(pair.gold, pair.system, gold, system, systemToGold) }
  }

  private mutating func count(
    _ goldRow: Int, _ systemRow: Int, _ gold: SyntaxLayer, _ system: SyntaxLayer,
    _ systemToGold: [Int32]
  ) {
    words.correct += 1
    if gold.tags[goldRow] == system.tags[systemRow] { upos.correct += 1 }
    if gold.features[goldRow] == system.features[systemRow] { features.correct += 1 }
    let lemma = gold.lemmas[goldRow]
    if lemma == "_" || lemma == system.lemmas[systemRow] { lemmas.correct += 1 }
    let head = system.heads[systemRow]
    guard gold.heads[goldRow] == (head < 0 ? -1 : systemToGold[Int(head)]) else { return }
    uas.correct += 1
    let goldRelation = gold.relations[goldRow]
    let relation = system.relations[systemRow]
    if goldRelation.universal == relation.universal { las.correct += 1 }
    if goldRelation == relation {
      lasWithSubtypes.correct += 1
      relations[relation, default: Count()].correct += 1
    }
  }

  /// Pairs of rows with equal spans; both lists are in the order of the text.
  private static func aligned(
    _ gold: [TextSpan], _ system: [TextSpan]
  ) -> [(gold: Int, system: Int)] {
    var pairs: [(gold: Int, system: Int)] = []
    var left = 0
    var right = 0
    while left < gold.count, right < system.count {
      if gold[left] == system[right] {
        pairs.append((left, right))
        left += 1
        right += 1
      } else if (gold[left].end, gold[left].start) < (system[right].end, system[right].start) {
        left += 1
      } else {
        right += 1
      }
    }
    return pairs
  }
}

extension DependencyRelation {
  /// The label without its subtype.
  var universal: Substring { rawValue.prefix { $0 != ":" } }
}
