import GraphModel

/// Where the node with an id stands: a search over the sorted ids, with no table of its own for
/// what is sorted already, as graphs are.
struct NodePlaces {
  private let nodes: [Node]
  /// The places in the order of the ids; nil when that is the order of the nodes.
  private let order: [Int]?

  init(_ nodes: [Node]) {
    self.nodes = nodes
    let isSorted = nodes.indices.dropFirst().allSatisfy { nodes[$0 - 1].id < nodes[$0].id }
    order = isSorted ? nil : nodes.indices.sorted { nodes[$0].id < nodes[$1].id }
  }

  subscript(id: String) -> Int? {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[place(middle)].id < id { low = middle + 1 } else { high = middle }
    }
    guard low < nodes.count, nodes[place(low)].id == id else { return nil }
    return place(low)
  }

  private func place(_ rank: Int) -> Int { order?[rank] ?? rank }
}
