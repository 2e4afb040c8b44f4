import DocumentModel
import ModelFiles

/// The memory one thread parses in: states and scores of the current sentence, and caches of what
/// the network and the lemmatiser made of words they met before.
///
/// Caches are of fixed size (a word takes its slot from whatever was there) and hold values that
/// depend on the word alone, so results never depend on what was parsed before.
public final class SyntaxWorkspace {
  static let slotCount = 2048

  /// The number of words in the current sentence.
  private(set) var count = 0
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private(set) var hashes: [UInt64] = []
  var heads: [Int32] = []
  var labels: [UInt8] = []
  var lemmas = LemmaCache()

  private let shape: NetworkShape
  private var slotKeys = [UInt64](repeating: 0, count: slotCount)
  private let slots: FloatBuffer
  private let stateBuffer = FloatBuffer()
  private let tagBuffer = FloatBuffer()
  private let arcBuffer = FloatBuffer()
  private let labelBuffer = FloatBuffer()
  private let scratchBuffer = FloatBuffer()
  private let inputBuffer: FloatBuffer
  let panelBuffer = FloatBuffer()
  let scoreBuffer = FloatBuffer()

  init(_ shape: NetworkShape) {
    self.shape = shape
    inputBuffer = FloatBuffer(count: shape.inputWidth + shape.hidden)
    slots = FloatBuffer(count: Self.slotCount * 4 * shape.width)
  }

  /// Makes room for a sentence of `count` words.
  func begin(count: Int) {
    self.count = count
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
    heads.append(contentsOf: repeatElement(-1, count: count))
    labels.removeAll(keepingCapacity: true)
    labels.append(contentsOf: repeatElement(0, count: count))
    stateBuffer.reserve((count + 2) * shape.width)
    tagBuffer.reserve(count * shape.tagColumns)
    arcBuffer.reserve(count * 2 * shape.arc)
    labelBuffer.reserve(count * 2 * shape.label)
    scratchBuffer.reserve(count * max(3 * shape.width, shape.label + shape.labelColumns))
  }

  /// Sets the next word; `row` must be the number of words set since `begin`.
  func setWord(_ row: Int, _ word: ArraySlice<UInt8>) {
    precondition(row == ends.count && row < count, "words are set in order")
    var hash = StableHash()
    for byte in word { hash.add(byte) }
    hashes.append(hash.value)
    bytes.append(contentsOf: word)
    ends.append(bytes.count)
  }

  func word(_ row: Int) -> ArraySlice<UInt8> {
    bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
  }

  /// Whether the sentence has no lower-case letter and at least three words of capitals.
  var isUpperCase: Bool {
    guard !bytes.contains(where: { $0 >= 97 && $0 <= 122 }) else { return false }
    var words = 0
    for row in 0..<count where word(row).filter({ $0 >= 65 && $0 <= 90 }).count > 1 { words += 1 }
    return words >= 3
  }

  /// `count` rows of the encoder's width, a row before and one after.
  var states: UnsafeMutablePointer<Float> { stateBuffer.pointer + shape.width }
  /// `count` rows of the tagger's outputs.
  var tagScores: UnsafeMutablePointer<Float> { tagBuffer.pointer }
  /// `count` rows: as dependent, then as head.
  var arcs: UnsafeMutablePointer<Float> { arcBuffer.pointer }
  /// `count` rows: as dependent, then as head, for the label.
  var labelInputs: UnsafeMutablePointer<Float> { labelBuffer.pointer }
  var scratch: UnsafeMutablePointer<Float> { scratchBuffer.pointer }

  /// Fills the states with those of the words and `scratch` with what the first layer makes of
  /// each, computing what is not in the cache.
  func embedWords(_ network: SyntaxNetwork) {
    let width = shape.width
    stateBuffer.pointer.update(repeating: 0, count: width)
    (states + count * width).update(repeating: 0, count: width)
    for row in 0..<count {
      let key = hashes[row] | 1
      let slot = Int(key >> 48) % Self.slotCount
      let cached = slots.pointer + slot * 4 * width
      if slotKeys[slot] != key {
        network.embed(Array(word(row)), into: cached, scratch: inputBuffer.pointer)
        slotKeys[slot] = key
      }
      (states + row * width).update(from: cached, count: width)
      (scratch + row * 3 * width).update(from: cached + width, count: 3 * width)
    }
  }
}

/// Numbers in memory of their own that grows and never shrinks; new memory holds zeros.
final class FloatBuffer {
  private(set) var pointer: UnsafeMutablePointer<Float>
  private var capacity: Int

  init(count: Int = 8) {
    capacity = count
    pointer = .allocate(capacity: count)
    pointer.initialize(repeating: 0, count: count)
  }

  deinit { pointer.deallocate() }

  /// Makes room for `count` numbers; what was there is lost when the memory grows.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    pointer.deallocate()
    capacity = count + count / 2
    pointer = .allocate(capacity: capacity)
    pointer.initialize(repeating: 0, count: capacity)
  }
}
