import ModelFiles

/// The score of every arc that is considered in a sentence: all pairs in sentences of up to 256
/// tokens, heads within 128 tokens in longer ones, which keeps time linear in the length.
struct ArcScores {
  static let fullLength = 256
  static let reach = 128

  let count: Int
  /// `count` scores of being the root.
  let roots: UnsafePointer<Float>
  private let scores: UnsafePointer<Float>
  private let stride: Int

  /// Scores the sentence at `rows` of `workspace`; the scores live in its memory until the next
  /// sentence is scored.
  init(_ workspace: SyntaxWorkspace, _ rows: Range<Int>, _ network: SyntaxNetwork) {
    let count = rows.count
    let arc = network.shape.arc
    let arcs = workspace.arcs + rows.lowerBound * 2 * arc
    let stride = paddedColumns(min(count, Self.fullLength + Self.reach))
    workspace.scoreBuffer.reserve(count * stride + count)
    workspace.panelBuffer.reserve(arc * stride)
    let scores = workspace.scoreBuffer.pointer
    let roots = scores + count * stride
    self.count = count
    self.stride = stride
    self.scores = UnsafePointer(scores)
    self.roots = UnsafePointer(roots)
    for block in Self.blocks(count) {
      let heads = Self.heads(of: block.lowerBound, count)
      packPanels(
        arcs + heads.lowerBound * 2 * arc + arc, rowStride: 1, columnStride: 2 * arc,
        inner: arc, columns: heads.count, into: workspace.panelBuffer.pointer)
      multiply(
        arcs + block.lowerBound * 2 * arc, rowStride: 2 * arc,
        panels: workspace.panelBuffer.pointer, rows: block.count, inner: arc,
        columns: heads.count, into: scores + block.lowerBound * stride, stride: stride)
    }
    addDistances(arcs, workspace.scratch, network, scores, roots)
  }

  private func addDistances(
    _ arcs: UnsafePointer<Float>, _ distances: UnsafeMutablePointer<Float>,
    _ network: SyntaxNetwork, _ scores: UnsafeMutablePointer<Float>,
    _ roots: UnsafeMutablePointer<Float>
  ) {
    let buckets = NetworkShape.distanceBuckets
    let arc = network.shape.arc
    network.packed.apply(
      network.packed.distances, to: arcs, stride: 2 * arc, rows: count, into: distances)
    for row in 0..<count {
      let heads = Self.heads(of: row, count)
      let terms = distances + row * buckets
      let target = scores + row * stride
      let near = max(heads.lowerBound, row - 18)..<min(heads.upperBound, row + 19)
      for head in heads.lowerBound..<near.lowerBound { target[head - heads.lowerBound] += terms[7] }
      for head in near {
        target[head - heads.lowerBound] += terms[NetworkShape.distanceBucket(head - row)]
      }
      for head in near.upperBound..<heads.upperBound {
        target[head - heads.lowerBound] += terms[15]
      }
      roots[row] = rootScore(arcs + row * 2 * arc, network)
    }
  }

  private func rootScore(_ dependent: UnsafePointer<Float>, _ network: SyntaxNetwork) -> Float {
    let root = network.layout.arcRoot
    var sum: Float = 0
    for index in 0..<root.count { sum += dependent[index] * network.dense[root.offset + index] }
    return sum
  }

  /// Runs of tokens that look at the same heads.
  private static func blocks(_ count: Int) -> [Range<Int>] {
    guard count > fullLength else { return [0..<count] }
    return Swift.stride(from: 0, to: count, by: reach).map { $0..<min($0 + reach, count) }
  }

  /// The tokens that may be the head of `row`.
  private static func heads(of row: Int, _ count: Int) -> Range<Int> {
    guard count > fullLength else { return 0..<count }
    let block = row / reach * reach
    return max(0, block - reach)..<min(count, block + 2 * reach)
  }

  func heads(of row: Int) -> Range<Int> { Self.heads(of: row, count) }

  /// The scores of the heads of `row`, first that of `heads(of: row).lowerBound`.
  func scores(of row: Int) -> UnsafePointer<Float> { scores + row * stride }
}
