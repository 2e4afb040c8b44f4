/// Turns arc scores into a tree with a single root.
///
/// Every token takes its best head; the token that gains most by it becomes the root. Cycles are
/// then opened one by one where that costs least, by a head from outside the cycle's component
/// (the greedy step of Chu and Liu 1965 and Edmonds 1967 without contraction). Each opened cycle
/// joins two components, so the end is one tree; the cost is linear in the candidates looked at.
struct TreeDecoder {
  private let scores: ArcScores

  init(_ scores: ArcScores) { self.scores = scores }

  /// Writes the tree's heads to `rows` from `start` on, as indices into `rows`; -1 for the root.
  func decode(into rows: inout [Int32], from start: Int) {
    var heads = [Int32](repeating: -1, count: scores.count)
    let root = takeBestHeads(&heads)
    let cycles = Self.cycles(in: heads)
    if !cycles.isEmpty {
      var components = Components(heads)
      for cycle in cycles { open(cycle, root: root, &heads, &components) }
    }
    for (row, head) in heads.enumerated() {
      rows[start + row] = head < 0 ? -1 : head + Int32(start)
    }
  }

  /// Sets each token's best head, -1 for the root, and returns the root.
  private func takeBestHeads(_ heads: inout [Int32]) -> Int {
    var root = 0
    var gain = -Float.infinity
    for row in 0..<scores.count {
      let candidates = scores.heads(of: row)
      let values = scores.scores(of: row)
      var best = -1
      var bestScore = -Float.infinity
      for head in candidates where head != row {
        let score = values[head - candidates.lowerBound]
        if score > bestScore || best < 0 {
          best = head
          bestScore = score
        }
      }
      heads[row] = Int32(best)
      let rowGain = best < 0 ? 0 : scores.roots[row] - bestScore
      if rowGain > gain {
        gain = rowGain
        root = row
      }
    }
    heads[root] = -1
    return root
  }

  /// The cycles of the graph in which every token points at its head.
  static func cycles(in heads: [Int32]) -> [[Int]] {
    var visit = [Int32](repeating: -1, count: heads.count)
    var cycles: [[Int]] = []
    for start in heads.indices where visit[start] < 0 {
      var node = start
      while node >= 0, visit[node] < 0 {
        visit[node] = Int32(start)
        node = Int(heads[node])
      }
      guard node >= 0, visit[node] == Int32(start) else { continue }
      var cycle = [node]
      var next = Int(heads[node])
      while next != node {
        cycle.append(next)
        next = Int(heads[next])
      }
      cycles.append(cycle)
    }
    return cycles
  }

  private func open(
    _ cycle: [Int], root: Int, _ heads: inout [Int32], _ components: inout Components
  ) {
    let component = components.find(cycle[0])
    var choice = (row: cycle[0], head: root)
    var leastLoss = Float.infinity
    for row in cycle {
      let candidates = scores.heads(of: row)
      let values = scores.scores(of: row)
      let current = values[Int(heads[row]) - candidates.lowerBound]
      for head in candidates {
        let loss = current - values[head - candidates.lowerBound]
        if loss < leastLoss, components.find(head) != component {
          leastLoss = loss
          choice = (row, head)
        }
      }
    }
    heads[choice.row] = Int32(choice.head)
    components.join(choice.row, choice.head)
  }
}

/// Which tokens hang together: disjoint sets with path halving.
struct Components {
  private var parents: [Int32]

  init(_ heads: [Int32]) {
    parents = heads.indices.map(Int32.init)
    for (row, head) in heads.enumerated() where head >= 0 { join(row, Int(head)) }
  }

  mutating func find(_ token: Int) -> Int {
    var node = token
    while parents[node] != node {
      parents[node] = parents[Int(parents[node])]
      node = Int(parents[node])
    }
    return node
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (first, second) = (find(a), find(b))
    parents[max(first, second)] = Int32(min(first, second))
  }
}
