/// How much the archives and compressed parts of one file have become, all layers together: what
/// stops a bomb that no single layer gives away.
///
/// Text shrinks to a tenth, seldom to a hundredth; a bomb to a thousandth and less.
final class UnpackingBudget {
  /// Up to here no ratio is looked at: short files shrink well.
  static let allowance = 10_000_000

  let limit: Int
  private let file: FileBytes
  private var unpacked = 0

  init(file: FileBytes, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// Notes `count` bytes more, of which one layer has made `unpacked` out of `packed` so far.
  ///
  /// - Throws: `bomb`.
  func spend(
    _ count: Int, layer: (packed: Int, unpacked: Int)
  ) throws(Refusal.Reason) {
    unpacked += count
    let read = min(file.bytesRead, file.count.flatMap { $0 > 0 ? $0 : nil } ?? .max)
    try check(unpacked, from: read)
    try check(layer.unpacked, from: layer.packed)
  }

  private func check(_ unpacked: Int, from packed: Int) throws(Refusal.Reason) {
    guard unpacked > Self.allowance, unpacked / max(1, packed) >= limit else { return }
    throw .bomb(ratio: unpacked / max(1, packed), limit: limit)
  }
}
