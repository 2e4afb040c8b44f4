import Gazetteers

/// All phrases of a gazetteer as a trie over word ids.
///
/// Nodes stand in breadth-first order, so that the children of a node are neighbours, sorted by
/// their words, and both children and ends are told from the node and the one behind it. Memory is
/// what a walk waits for: a node takes 16 bytes, a child's word 4.
struct PhraseTrie: Sendable {
  private struct Node {
    /// Bit `filterBit(word)` is set for each word that leads on: most that do not are told at once.
    var filter: UInt64 = 0
    /// Where its ends stand; they go on to those of the next node.
    var firstEnd: Int32 = 0
    /// Likewise its children.
    var firstChild: Int32 = 0
  }

  /// A phrase that ends at a node.
  struct End {
    var alias: Int32
    var capitals: Capitals
  }

  /// Where all phrases begin.
  static let start: Int32 = 0

  /// One more than there are nodes.
  private var nodes: [Node] = []
  /// The word that leads to each node.
  private var words: [Int32] = [-1]
  /// The node of each word that begins a phrase, 0 for others.
  private var roots: [Int32]
  private(set) var ends: [End] = []

  init(_ phrases: PhraseTable, wordCount: Int) {
    roots = Array(repeating: 0, count: wordCount)
    words.reserveCapacity(phrases.words.count)
    ends.reserveCapacity(phrases.count)
    build(SortedPhrases(phrases))
  }

  /// Whether a phrase begins with a word.
  @inline(__always)
  func begins(with word: Int32) -> Bool { word >= 0 && roots[Int(word)] != 0 }

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

  /// Where the phrases that end at a node stand in `ends`.
  @inline(__always)
  func ends(at node: Int32) -> Range<Int> {
    Int(nodes[Int(node)].firstEnd)..<Int(nodes[Int(node) + 1].firstEnd)
  }

  /// Whether any phrase ends at a node.
  @inline(__always)
  func hasEnd(at node: Int32) -> Bool {
    nodes[Int(node)].firstEnd < nodes[Int(node) + 1].firstEnd
  }

  private func child(of node: Int32, _ word: Int32) -> Int32 {
    var low = nodes[Int(node)].firstChild
    var high = nodes[Int(node) + 1].firstChild
    while low < high {
      let middle = (low + high) / 2
      if words[Int(middle)] < word { low = middle + 1 } else { high = middle }
    }
    let isFound = low < nodes[Int(node) + 1].firstChild && words[Int(low)] == word
    return isFound ? low : 0
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
      var node = Node(firstEnd: Int32(ends.count), firstChild: Int32(runs.count))
      var position = run.phrases.lowerBound
      while position < run.phrases.upperBound, sorted.length(position) == run.depth {
        ends.append(sorted.end(position))
        position += 1
      }
      while position < run.phrases.upperBound {
        let word = sorted.word(position, run.depth)
        let first = position
        while position < run.phrases.upperBound, sorted.word(position, run.depth) == word {
          position += 1
        }
        node.filter |= Self.filterBit(word)
        if run.depth == 0 { roots[Int(word)] = Int32(runs.count) }
        words.append(word)
        runs.append((first..<position, run.depth + 1))
      }
      nodes.append(node)
    }
    nodes.append(Node(firstEnd: Int32(ends.count), firstChild: Int32(runs.count)))
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
    return PhraseTrie.End(alias: phrases.aliases[phrase], capitals: Capitals(of: phrase, in: phrases))
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
