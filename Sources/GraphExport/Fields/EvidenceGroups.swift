import GraphModel

/// Every piece of evidence of a graph, grouped by a number: by day, by article.
///
/// Sorted by counting, so in linear time and with twelve bytes a piece at most, since a large graph
/// has millions.
struct EvidenceGroups {
  /// A piece of evidence: the indices of its edge and of itself.
  struct Place: Equatable {
    var edge: UInt32
    var piece: UInt32
  }

  /// The numbers that occur, ascending.
  let keys: [Int32]
  /// Those of the first key first; those of one key as in the graph.
  let places: [Place]
  /// Where the places of each key begin, and where the last ones end.
  private let starts: [Int]

  /// - Parameter key: the number of a piece, by the indices of its edge and of itself.
  init(_ graph: Graph, by key: (_ edge: Int, _ piece: Int) -> Int32) {
    var ranks: [Int32] = []
    ranks.reserveCapacity(Self.pieceCount(of: graph))
    let edges = graph.edges.span
    for edge in edges.indices {
      for piece in edges[edge].evidence.indices { ranks.append(key(edge, piece)) }
    }
    keys = Self.distinct(ranks)
    var starts = Self.replaceByRanks(&ranks, of: keys)
    self.starts = starts
    places = Array(unsafeUninitializedCapacity: ranks.count) { places, count in
      count = ranks.count
      var next = 0
      let edges = graph.edges.span
      for edge in edges.indices {
        for piece in edges[edge].evidence.indices {
          let rank = Int(ranks[next])
          places[starts[rank]] = Place(edge: UInt32(edge), piece: UInt32(piece))
          starts[rank] += 1
          next += 1
        }
      }
    }
  }

  /// The pieces of the key at `index`.
  func places(at index: Int) -> ArraySlice<Place> { places[starts[index]..<starts[index + 1]] }

  private static func pieceCount(of graph: Graph) -> Int {
    let edges = graph.edges.span
    return edges.indices.reduce(0) { $0 + edges[$1].evidence.count }
  }

  /// Sorted. A set made of all of them at once would take room for all.
  private static func distinct(_ numbers: [Int32]) -> [Int32] {
    var seen: Set<Int32> = []
    var previous: Int32?
    for number in numbers where number != previous {
      seen.insert(number)
      previous = number
    }
    return seen.sorted()
  }

  /// Puts the index of each number among the keys in its place; returns where each key begins.
  private static func replaceByRanks(_ numbers: inout [Int32], of keys: [Int32]) -> [Int] {
    let ranks = Dictionary(uniqueKeysWithValues: zip(keys, 0...))
    var counts = [Int](repeating: 0, count: keys.count)
    var (number, rank) = (keys.first ?? 0, 0)
    for index in numbers.indices {
      if numbers[index] != number { (number, rank) = (numbers[index], ranks[numbers[index]] ?? 0) }
      numbers[index] = Int32(rank)
      counts[rank] += 1
    }
    return counts.reduce(into: [0]) { starts, count in
      starts.append((starts.last ?? 0) + count)
    }
  }
}
