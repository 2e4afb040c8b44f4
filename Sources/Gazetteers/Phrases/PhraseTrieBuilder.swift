/// Builds the columns of a `PhraseTrie`.
struct PhraseTrieBuilder {
  private var nodes: [PhraseTrie.Node] = []
  private var words: [Int32] = [-1]
  private var starters: [UInt64]
  private var firstNodes: [Int32] = []
  private var ends: [PhraseTrie.End] = []
  private var capitals: [UInt32] = []

  init(_ phrases: PhraseTable, wordCount: Int) {
    starters = Array(repeating: 0, count: (wordCount + 64) / 64)
    words.reserveCapacity(phrases.words.count)
    build(SortedPhrases(phrases))
    var first: Int32 = 1
    for bits in starters {
      firstNodes.append(first)
      first += Int32(bits.nonzeroBitCount)
    }
  }

  func write(to pack: inout PackWriter) {
    pack.add(column: nodes)
    pack.add(column: words)
    pack.add(column: starters)
    pack.add(column: firstNodes)
    pack.add(column: ends)
    pack.add(column: capitals)
  }

  /// Adds the nodes level by level: each stands for a run of phrases that begin alike.
  private mutating func build(_ sorted: SortedPhrases) {
    var runs: [(phrases: Range<Int>, depth: Int)] = [(0..<sorted.count, 0)]
    while nodes.count < runs.count {
      let run = runs[nodes.count]
      var position = run.phrases.lowerBound
      while position < run.phrases.upperBound, sorted.length(position) == run.depth {
        position += 1
      }
      var node = PhraseTrie.Node(
        filter: 0, word: words[nodes.count], firstChild: Int32(runs.count),
        end: end(of: sorted, run.phrases.lowerBound..<position))
      while position < run.phrases.upperBound {
        let word = sorted.word(position, run.depth)
        let first = position
        while position < run.phrases.upperBound, sorted.word(position, run.depth) == word {
          position += 1
        }
        node.filter |= PhraseTrie.filterBit(word)
        if run.depth == 0 { starters[Int(word + 1) / 64] |= 1 << UInt64((word + 1) % 64) }
        words.append(word)
        runs.append((first..<position, run.depth + 1))
      }
      nodes.append(node)
    }
    let none = PhraseTrie.End(alias: ~0, capitals: Capitals(position: 0))
    nodes.append(
      PhraseTrie.Node(filter: 0, word: -1, firstChild: Int32(runs.count), end: none))
  }

  /// What a node says of the phrases that end at it.
  private mutating func end(of sorted: SortedPhrases, _ phrases: Range<Int>) -> PhraseTrie.End {
    if phrases.count == 1 { return end(sorted, phrases.lowerBound) }
    let first = ends.count
    for phrase in phrases { ends.append(end(sorted, phrase)) }
    return PhraseTrie.End(alias: ~Int32(phrases.count), capitals: Capitals(position: first))
  }

  private mutating func end(_ sorted: SortedPhrases, _ position: Int) -> PhraseTrie.End {
    let phrase = sorted.phrase(position)
    var exact: Int?
    if phrase.isExact {
      exact = capitals.count
      capitals += phrase.capitals
    }
    return PhraseTrie.End(
      alias: phrase.alias, capitals: Capitals(phrase.capitals, exact: exact))
  }
}

/// The phrases of a table in the order of their words; those alike in the order of the table.
private struct SortedPhrases {
  private let phrases: PhraseTable
  private let order: [Int32]

  init(_ phrases: PhraseTable) {
    self.phrases = phrases
    var keyed = (0..<phrases.count).map { (key: Self.key(phrases, $0), phrase: Int32($0)) }
    keyed.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      return Self.comesBefore(phrases, Int(left.phrase), Int(right.phrase))
    }
    order = keyed.map(\.phrase)
  }

  var count: Int { order.count }

  func length(_ position: Int) -> Int { phrases.range(of: Int(order[position])).count }

  func word(_ position: Int, _ depth: Int) -> Int32 {
    phrases.words[phrases.range(of: Int(order[position])).lowerBound + depth]
  }

  func phrase(_ position: Int) -> (alias: Int32, isExact: Bool, capitals: ArraySlice<UInt32>) {
    let phrase = Int(order[position])
    return (
      phrases.aliases[phrase], phrases.isExact[phrase],
      phrases.capitals[phrases.range(of: phrase)]
    )
  }

  /// The first two words, which settle most comparisons.
  private static func key(_ phrases: PhraseTable, _ phrase: Int) -> UInt64 {
    let range = phrases.range(of: phrase)
    let second = range.count > 1 ? phrases.words[range.lowerBound + 1] + 1 : 0
    return UInt64(phrases.words[range.lowerBound]) << 32 | UInt64(second)
  }

  private static func comesBefore(_ phrases: PhraseTable, _ left: Int, _ right: Int) -> Bool {
    let leftWords = phrases.words[phrases.range(of: left)]
    let rightWords = phrases.words[phrases.range(of: right)]
    if leftWords == rightWords { return left < right }
    return leftWords.lexicographicallyPrecedes(rightWords)
  }
}
