import DocumentModel
import ModelFiles

/// The memory one thread parses in: states and scores of a few sentences at a time, and caches of
/// what the network and the lemmatiser made of words they met before.
///
/// Caches are of fixed size (a word takes its slot from whatever was there) and hold values that
/// depend on the word alone, so results never depend on what was parsed before.
public final class SyntaxWorkspace {
  static let slotCount = 8192

  /// A sentence among those worked on.
  struct Sentence {
    var rows: Range<Int>
    /// Where its first token stands in the layer.
    var firstToken: Int
  }

  private(set) var sentences: [Sentence] = []
  private(set) var hashes: [UInt64] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The row of each word's head, -1 for a root.
  var heads: [Int32] = []
  var labels: [UInt8] = []
  var lemmas = LemmaCache()

  let words: WordStates
  private let shape: NetworkShape
  private let stateBuffer = FloatBuffer()
  private let tagBuffer = FloatBuffer()
  private let arcBuffer = FloatBuffer()
  private let labelBuffer = FloatBuffer()
  private let scratchBuffer = FloatBuffer()
  let panelBuffer = FloatBuffer()
  let scoreBuffer = FloatBuffer()

  init(_ shape: NetworkShape) {
    self.shape = shape
    words = WordStates(shape, slotCount: Self.slotCount)
  }

  /// The number of words in all sentences.
  var count: Int { ends.count }

  /// Forgets the sentences.
  func begin() {
    sentences.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
  }

  func add(word: ArraySlice<UInt8>) {
    var hash = StableHash()
    for byte in word { hash.add(byte) }
    hashes.append(hash.value)
    bytes.append(contentsOf: word)
    ends.append(bytes.count)
  }

  /// Makes a sentence of the words added since the last one, if any.
  func endSentence(at firstToken: Int) {
    let start = sentences.last?.rows.upperBound ?? 0
    guard start < count else { return }
    sentences.append(Sentence(rows: start..<count, firstToken: firstToken))
  }

  /// Makes room for the results.
  func reserve() {
    heads.removeAll(keepingCapacity: true)
    heads.append(contentsOf: repeatElement(-1, count: count))
    labels.removeAll(keepingCapacity: true)
    labels.append(contentsOf: repeatElement(0, count: count))
    stateBuffer.reserve(count * shape.width)
    tagBuffer.reserve(count * shape.tagColumns)
    arcBuffer.reserve(count * 2 * shape.arc)
    labelBuffer.reserve(count * 2 * shape.label)
    scratchBuffer.reserve(count * max(3 * shape.width, shape.label + shape.labelColumns))
  }

  func word(_ row: Int) -> ArraySlice<UInt8> {
    bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
  }

  /// `count` rows of the encoder's width.
  var states: UnsafeMutablePointer<Float> { stateBuffer.pointer }
  /// `count` rows of the tagger's outputs.
  var tagScores: UnsafeMutablePointer<Float> { tagBuffer.pointer }
  /// `count` rows: as dependent, then as head.
  var arcs: UnsafeMutablePointer<Float> { arcBuffer.pointer }
  /// `count` rows: as dependent, then as head, for the label.
  var labelInputs: UnsafeMutablePointer<Float> { labelBuffer.pointer }
  var scratch: UnsafeMutablePointer<Float> { scratchBuffer.pointer }
}

/// Numbers in memory of their own that grows and never shrinks. New memory is not touched: whoever
/// reserves it writes before reading.
final class FloatBuffer {
  private(set) var pointer: UnsafeMutablePointer<Float>
  private var capacity: Int

  init(count: Int = 8) {
    capacity = count
    pointer = .allocate(capacity: count)
  }

  deinit { pointer.deallocate() }

  /// Makes room for `count` numbers; what was there is lost when the memory grows.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    pointer.deallocate()
    capacity = count + count / 2
    pointer = .allocate(capacity: capacity)
  }
}
