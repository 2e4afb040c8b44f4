/// All phrases of a gazetteer as a trie over word ids.
///
/// Nodes stand in breadth-first order, so that the children of a node are neighbours, sorted by
/// their words, and how many they are is told from the node behind it. The nodes of first words
/// come right behind the start, so that a word's node is told from how many first words precede it.
/// Memory is what a walk waits for, so a node holds in 24 bytes what most walks ask: the word that
/// leads to it, which words may lead on, and the phrase that ends at it.
public struct PhraseTrie: Sendable {
  struct Node: BitwiseCopyable {
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
  struct End: BitwiseCopyable {
    var alias: Int32
    var capitals: Capitals
  }

  /// Where all phrases begin.
  static let start: Int32 = 0
  private static let fewChildren: Int32 = 8

  /// One more than there are nodes.
  private let nodes: PackColumn<Node>
  /// The word that leads to each node once more, for searches among many children.
  private let words: PackColumn<Int32>
  /// Bit n + 1 is set for each word n that begins a phrase: few enough bytes to stay at hand.
  private let starters: PackColumn<UInt64>
  /// The node of the first starter in each 64 bits.
  private let firstNodes: PackColumn<Int32>
  /// The phrases of nodes where several end.
  private let ends: PackColumn<End>
  /// The exact capitals of each word of the phrases that ask for them.
  let capitals: PackColumn<UInt32>

  init(from pack: inout PackReader) throws(PackFault) {
    nodes = try pack.column()
    words = try pack.column()
    starters = try pack.column()
    firstNodes = try pack.column()
    ends = try pack.column()
    capitals = try pack.column()
  }

  /// 1 if a phrase begins with a word, else 0.
  @inline(__always)
  func starterBit(_ word: Int32) -> UInt64 {
    let bit = UInt64(UInt32(bitPattern: word &+ 1))
    return starters[Int(bit &>> 6)] &>> (bit & 63) & 1
  }

  /// The node behind a word that begins a phrase.
  @inline(__always)
  func first(_ word: Int32) -> Int32 {
    let bit = UInt64(UInt32(bitPattern: word &+ 1))
    let before = starters[Int(bit &>> 6)] & ((1 &<< (bit & 63)) &- 1)
    return firstNodes[Int(bit &>> 6)] &+ Int32(truncatingIfNeeded: before.nonzeroBitCount)
  }

  /// The node behind `node` by `word`, 0 if there is none.
  @inline(__always)
  func next(_ node: Int32, _ word: Int32) -> Int32 {
    guard word >= 0 else { return 0 }
    if node == Self.start { return starterBit(word) != 0 ? first(word) : 0 }
    guard nodes[Int(node)].filter & Self.filterBit(word) != 0 else { return 0 }
    return child(of: node, word)
  }

  /// 1 if a phrase ends at a node or may go on with `word`, else 0.
  @inline(__always)
  func promiseBit(_ node: Int32, _ word: Int32) -> UInt64 {
    let node = nodes[Int(node)]
    let goesOn = node.filter &>> Self.filterShift(word)
    let ends = UInt64(UInt32(bitPattern: node.end.alias &+ 1))
    return (goesOn | (ends | (0 &- ends)) &>> 63) & 1
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
  static func filterBit(_ word: Int32) -> UInt64 {
    1 &<< filterShift(word)
  }

  @inline(__always)
  private static func filterShift(_ word: Int32) -> UInt64 {
    (UInt64(UInt32(bitPattern: word)) &* 0x9E37_79B9_7F4A_7C15) &>> 58
  }
}

/// The capitals that a phrase asks for.
struct Capitals: BitwiseCopyable {
  /// Bit n: the n-th word begins with a capital. Negative: the complement of where the exact
  /// capitals of its words stand in the trie.
  private let bits: Int32

  /// No capitals, but a place among ends.
  init(position: Int) { bits = Int32(position) }

  var position: Int { Int(bits) }

  /// - Parameter exact: where the capitals of the phrase's words are kept, if each letter counts.
  init(_ capitals: ArraySlice<UInt32>, exact: Int?) {
    if let exact {
      bits = ~Int32(exact)
      return
    }
    var bits: Int32 = 0
    for (index, word) in capitals.prefix(31).enumerated() where word != 0 {
      bits |= 1 << Int32(index)
    }
    self.bits = bits
  }

  /// Whether the capitals of the word at `index` will do.
  @inline(__always)
  func allow(_ found: UInt32, at index: Int, _ followsHyphen: Bool, in trie: borrowing PhraseTrie)
    -> Bool
  {
    if bits < 0 { return trie.capitals[Int(~bits) + index] == found }
    return found & 1 != 0 || followsHyphen || index > 30 || bits & (1 &<< Int32(index)) == 0
  }
}
