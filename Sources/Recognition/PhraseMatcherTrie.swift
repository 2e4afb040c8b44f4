import Gazetteers

/// All phrases of a gazetteer as a trie over word ids.
///
/// Nodes stand in breadth-first order, so that the children of a node are neighbours, sorted by
/// their words, and how many they are is told from the node behind it. Memory is what a walk waits
/// for, so a node holds in 24 bytes what most walks ask: the word that leads to it, which words may
/// lead on, and the phrase that ends at it.
struct PhraseTrie: Sendable {
  private struct Node {
    /// Bit `filterBit(word)` is set for each word that leads on: most that do not are told at once.
    var filter: UInt64
    /// The word that leads here.
    var word: Int32
    /// Where its children begin; they go on to those of the next node.
    var firstChild: Int32
    /// The only phrase that ends here. With none or several `alias` is the complement of their
    /// number, and `capitals` tells where they stand in `ends`.
    var end: End
  }

  /// A phrase that ends at a node.
  struct End {
    var alias: Int32
    var capitals: Capitals
  }

  /// Where all phrases begin.
  static let start: Int32 = 0
  private static let fewChildren: Int32 = 8

  /// One more than there are nodes.
  private var nodes: [Node] = []
  /// The word that leads to each node once more, for searches among many children.
  private var words: [Int32] = [-1]
  /// The node of each word that begins a phrase, 0 for others.
  private var roots: [Int32]
  /// Bit n + 1 is set for each word n that begins a phrase: few enough bytes to stay at hand.
  private var starters: [UInt64]
  /// The phrases of nodes where several end.
  private var ends: [End] = []

  init(_ phrases: PhraseTable, wordCount: Int) {
    roots = Array(repeating: 0, count: wordCount)
    starters = Array(repeating: 0, count: (wordCount + 64) / 64)
    words.reserveCapacity(phrases.words.count)
    build(SortedPhrases(phrases))
  }

  /// Whether a phrase begins with a word.
  @inline(__always)
  func begins(with word: Int32) -> Bool {
    let bit = UInt64(UInt32(bitPattern: word &+ 1))
    return starters[Int(bit &>> 6)] &>> (bit & 63) & 1 != 0
  }

  /// The node behind `node` by `word`, 0 if there is none.
  @inline(__always)
  func next(_ node: Int32, _ word: Int32) -> Int32 {
    guard word >= 0 else { return 0 }
    if node == Self.start { return roots[Int(word)] }
    guard nodes[Int(node)].filter & Self.filterBit(word) != 0 else { return 0 }
    return child(of: node, word)
  }

  /// Whether a phrase goes on behind a node.
  @inline(__always)
  func goesOn(behind node: Int32) -> Bool { nodes[Int(node)].filter != 0 }

  /// How many phrases end at a node.
  @inline(__always)
  func endCount(_ node: Int32) -> Int {
    let alias = nodes[Int(node)].end.alias
    return alias >= 0 ? 1 : Int(~alias)
  }

  /// One of the phrases that end at a node.
  @inline(__always)
  func end(_ index: Int, of node: Int32) -> End {
    let end = nodes[Int(node)].end
    return end.alias >= 0 ? end : ends[end.capitals.position + index]
  }

  private func child(of node: Int32, _ word: Int32) -> Int32 {
    let first = nodes[Int(node)].firstChild
    let last = nodes[Int(node) + 1].firstChild
    guard last - first <= Self.fewChildren else { return search(word, first, last) }
    for child in first..<last where nodes[Int(child)].word == word { return child }
    return 0
  }

  /// Halves the children without a branch that depends on what is found; there must be one.
  private func search(_ word: Int32, _ first: Int32, _ last: Int32) -> Int32 {
    var first = Int(first)
    var count = Int(last) - first
    while count > 1 {
      let half = count / 2
      first = words[first + half] <= word ? first + half : first
      count -= half
    }
    return words[first] == word ? Int32(first) : 0
  }

  @inline(__always)
  private static func filterBit(_ word: Int32) -> UInt64 {
    1 &<< ((UInt64(UInt32(bitPattern: word)) &* 0x9E37_79B9_7F4A_7C15) &>> 58)
  }

  // MARK: Building

  /// Adds the nodes level by level: each stands for a run of phrases that begin alike.
  private mutating func build(_ sorted: SortedPhrases) {
    var runs: [(phrases: Range<Int>, depth: Int)] = [(0..<sorted.count, 0)]
    while nodes.count < runs.count {
      let run = runs[nodes.count]
      var position = run.phrases.lowerBound
      while position < run.phrases.upperBound, sorted.length(position) == run.depth {
        position += 1
      }
      var node = Node(
        filter: 0, word: words[nodes.count], firstChild: Int32(runs.count),
        end: end(of: sorted, run.phrases.lowerBound..<position))
      while position < run.phrases.upperBound {
        let word = sorted.word(position, run.depth)
        let first = position
        while position < run.phrases.upperBound, sorted.word(position, run.depth) == word {
          position += 1
        }
        node.filter |= Self.filterBit(word)
        if run.depth == 0 {
          roots[Int(word)] = Int32(runs.count)
          starters[Int(word + 1) / 64] |= 1 << UInt64((word + 1) % 64)
        }
        words.append(word)
        runs.append((first..<position, run.depth + 1))
      }
      nodes.append(node)
    }
    let none = End(alias: ~0, capitals: Capitals(position: 0))
    nodes.append(Node(filter: 0, word: -1, firstChild: Int32(runs.count), end: none))
  }

  /// What a node says of the phrases that end at it.
  private mutating func end(of sorted: SortedPhrases, _ phrases: Range<Int>) -> End {
    if phrases.count == 1 { return sorted.end(phrases.lowerBound) }
    let first = ends.count
    for phrase in phrases { ends.append(sorted.end(phrase)) }
    return End(alias: ~Int32(phrases.count), capitals: Capitals(position: first))
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

  func length(_ position: Int) -> Int { Self.words(phrases, Int(order[position])).count }

  func word(_ position: Int, _ depth: Int) -> Int32 {
    phrases.words[Int(phrases.starts[Int(order[position])]) + depth]
  }

  func end(_ position: Int) -> PhraseTrie.End {
    let phrase = Int(order[position])
    return PhraseTrie.End(
      alias: phrases.aliases[phrase], capitals: Capitals(of: phrase, in: phrases))
  }

  private static func words(_ phrases: PhraseTable, _ phrase: Int) -> Range<Int> {
    Int(phrases.starts[phrase])..<Int(phrases.starts[phrase + 1])
  }

  /// The first two words, which settle most comparisons.
  private static func key(_ phrases: PhraseTable, _ phrase: Int) -> UInt64 {
    let range = words(phrases, phrase)
    let second = range.count > 1 ? phrases.words[range.lowerBound + 1] + 1 : 0
    return UInt64(phrases.words[range.lowerBound]) << 32 | UInt64(second)
  }

  private static func comesBefore(_ phrases: PhraseTable, _ left: Int, _ right: Int) -> Bool {
    let leftWords = phrases.words[words(phrases, left)]
    let rightWords = phrases.words[words(phrases, right)]
    if leftWords == rightWords { return left < right }
    return leftWords.lexicographicallyPrecedes(rightWords)
  }
}

/// The capitals that a phrase asks for.
struct Capitals: Sendable {
  /// Bit n: the n-th word begins with a capital. Negative: the complement of where the exact
  /// capitals of its words stand in the table.
  private let bits: Int32

  /// No capitals, but a place among ends.
  fileprivate init(position: Int) { bits = Int32(position) }

  fileprivate var position: Int { Int(bits) }

  init(of phrase: Int, in phrases: PhraseTable) {
    let range = Int(phrases.starts[phrase])..<Int(phrases.starts[phrase + 1])
    guard !phrases.isExact[phrase] else {
      bits = ~Int32(range.lowerBound)
      return
    }
    var bits: Int32 = 0
    for (index, position) in range.prefix(31).enumerated() where phrases.capitals[position] != 0 {
      bits |= 1 << Int32(index)
    }
    self.bits = bits
  }

  /// Whether the capitals of the word at `index` will do.
  @inline(__always)
  func allow(
    _ found: UInt32, at index: Int, _ followsHyphen: Bool, in phrases: borrowing PhraseTable
  ) -> Bool {
    if bits < 0 { return phrases.capitals[Int(~bits) + index] == found }
    return found & 1 != 0 || followsHyphen || index > 30 || bits & (1 &<< Int32(index)) == 0
  }
}
