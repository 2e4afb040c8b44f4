import ModelFiles

/// What the network computes from a word alone, kept for words met before: the encoder's input and
/// what the first layer makes of it, `4 * width` numbers a word.
///
/// New words of a batch are computed together and then take their slots.
final class WordStates {
  private let shape: NetworkShape
  private var keys: [UInt64]
  private let slots: FloatBuffer
  /// New words: keys, the row each is first met in, and their numbers.
  private var newKeys: [UInt64] = []
  private var newRows: [Int] = []
  private var newBySlot: [Int32]
  private let inputs = FloatBuffer()
  private let hidden = FloatBuffer()
  private let outputs = FloatBuffer()
  /// Rows that wait for a new word.
  private var waiting: [(row: Int, new: Int)] = []

  init(_ shape: NetworkShape, slotCount: Int) {
    self.shape = shape
    keys = Array(repeating: 0, count: slotCount)
    newBySlot = Array(repeating: -1, count: slotCount)
    slots = FloatBuffer(count: slotCount * 4 * shape.width)
  }

  /// Fills the states of all words in `workspace`, and its scratch with what the first layer makes
  /// of each.
  func fill(_ workspace: SyntaxWorkspace, _ network: SyntaxNetwork) {
    newKeys.removeAll(keepingCapacity: true)
    newRows.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    let size = 4 * shape.width
    for row in 0..<workspace.count {
      let key = workspace.hashes[row] | 1
      let slot = slot(key)
      if keys[slot] == key {
        copy(slots.pointer + slot * size, to: row, workspace)
      } else {
        waiting.append((row, new(key, slot, row)))
      }
    }
    guard !newKeys.isEmpty else { return }
    compute(workspace, network)
    for (row, new) in waiting { copy(outputs.pointer + new * size, to: row, workspace) }
    for (new, key) in newKeys.enumerated() {
      let slot = slot(key)
      keys[slot] = key
      newBySlot[slot] = -1
      (slots.pointer + slot * size).update(from: outputs.pointer + new * size, count: size)
    }
  }

  private func slot(_ key: UInt64) -> Int { Int(key >> 32) % keys.count }

  /// The number of the new word `key`, which is added unless the batch has it already.
  private func new(_ key: UInt64, _ slot: Int, _ row: Int) -> Int {
    let known = Int(newBySlot[slot])
    if known >= 0, newKeys[known] == key { return known }
    newBySlot[slot] = Int32(newKeys.count)
    newKeys.append(key)
    newRows.append(row)
    return newKeys.count - 1
  }

  private func copy(_ word: UnsafePointer<Float>, to row: Int, _ workspace: SyntaxWorkspace) {
    let width = shape.width
    (workspace.states + row * width).update(from: word, count: width)
    (workspace.scratch + row * 3 * width).update(from: word + width, count: 3 * width)
  }

  private func compute(_ workspace: SyntaxWorkspace, _ network: SyntaxNetwork) {
    let count = newKeys.count
    inputs.reserve(count * shape.inputWidth)
    hidden.reserve(count * max(shape.hidden, 3 * shape.width))
    outputs.reserve(count * 4 * shape.width)
    for (new, row) in newRows.enumerated() {
      network.gather(Array(workspace.word(row)), into: inputs.pointer + new * shape.inputWidth)
    }
    network.embed(
      inputs.pointer, count: count, into: outputs.pointer, scratch: hidden.pointer)
  }
}
