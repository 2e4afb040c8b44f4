import Gazetteers

/// All phrases of a gazetteer as a trie over word ids.
///
/// The first word leads to its node by index, further words through one hash table of edges. Each
/// node keeps 64 bits about the words that go on from it, so that most words that do not are told
/// without looking into the table.
struct PhraseTrie: Sendable {
  struct Node {
    /// Bit `filterBit(word)` is set for each word that leads on.
    var filter: UInt64 = 0
    /// Where the phrases that end here stand in `ends`.
    var firstEnd: Int32 = 0
    var endCount: Int32 = 0
  }

  /// A phrase that ends at a node.
  struct End {
    var alias: Int32
    /// Where the capitals it asks for stand in `PhraseTable.capitals`.
    var capitals: Int32
    var isExact: Bool
  }

  private struct Edge {
    /// The node in the high half, the word in the low one; 0 is free, since no node is 0.
    var key: UInt64
    var node: Int32
  }

  /// The node of each word that begins a phrase, 0 for others.
  private(set) var roots: [Int32]
  private(set) var nodes: [Node] = [Node()]
  private(set) var ends: [End]
  private var edges: [Edge]

  init(_ phrases: PhraseTable, wordCount: Int) {
    roots = Array(repeating: 0, count: wordCount)
    var bits = 4
    while 1 << bits < phrases.words.count * 2 { bits += 1 }
    edges = Array(repeating: Edge(key: 0, node: 0), count: 1 << bits)
    ends = []
    let last = (0..<phrases.count).map { insert(phrases, $0) }
    placeEnds(phrases, at: last)
  }

  /// The node behind `node` by `word`, 0 if there is none.
  @inline(__always)
  func next(_ node: Int32, _ word: Int32) -> Int32 {
    guard nodes[Int(node)].filter & Self.filterBit(word) != 0 else { return 0 }
    let key = Self.key(node, word)
    var index = slot(key)
    while edges[index].key != key {
      if edges[index].key == 0 { return 0 }
      index = (index &+ 1) & (edges.count &- 1)
    }
    return edges[index].node
  }

  // MARK: Building

  /// Adds a phrase; its last node.
  private mutating func insert(_ phrases: PhraseTable, _ phrase: Int) -> Int32 {
    let words = phrases.words[Int(phrases.starts[phrase])..<Int(phrases.starts[phrase + 1])]
    var node: Int32 = 0
    for word in words { node = node == 0 ? root(of: word) : child(of: node, word) }
    nodes[Int(node)].endCount += 1
    return node
  }

  private mutating func root(of word: Int32) -> Int32 {
    if roots[Int(word)] == 0 { roots[Int(word)] = newNode() }
    return roots[Int(word)]
  }

  private mutating func child(of node: Int32, _ word: Int32) -> Int32 {
    let key = Self.key(node, word)
    var index = slot(key)
    while edges[index].key != 0 {
      if edges[index].key == key { return edges[index].node }
      index = (index + 1) & (edges.count - 1)
    }
    let child = newNode()
    edges[index] = Edge(key: key, node: child)
    nodes[Int(node)].filter |= Self.filterBit(word)
    return child
  }

  private mutating func newNode() -> Int32 {
    nodes.append(Node())
    return Int32(nodes.count - 1)
  }

  /// Groups the phrases by their last nodes; in each group they keep their order.
  private mutating func placeEnds(_ phrases: PhraseTable, at last: [Int32]) {
    var next: Int32 = 0
    for index in nodes.indices {
      nodes[index].firstEnd = next
      next += nodes[index].endCount
      nodes[index].endCount = 0
    }
    ends = Array(repeating: End(alias: 0, capitals: 0, isExact: false), count: last.count)
    for (phrase, node) in last.enumerated() {
      let position = nodes[Int(node)].firstEnd + nodes[Int(node)].endCount
      nodes[Int(node)].endCount += 1
      ends[Int(position)] = End(
        alias: phrases.aliases[phrase], capitals: phrases.starts[phrase],
        isExact: phrases.isExact[phrase])
    }
  }

  // MARK: Hashing

  @inline(__always)
  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  @inline(__always)
  private static func filterBit(_ word: Int32) -> UInt64 {
    1 &<< ((UInt64(UInt32(bitPattern: word)) &* 0x9E37_79B9_7F4A_7C15) &>> 58)
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    let mixed = (key ^ (key &>> 32)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (mixed ^ (mixed &>> 32))) & (edges.count &- 1)
  }
}
