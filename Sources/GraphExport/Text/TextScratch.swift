import GraphModel

/// Bytes that are put together for one value and then reused for the next, so that writing a
/// million values makes no million strings.
final class TextScratch {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0
  /// The hash of each article's text, where evidence is to carry it beside places in the text.
  var hashes: [String: String] = [:]

  init(capacity: Int = 4096) {
    self.capacity = capacity
    storage = .allocate(capacity: capacity)
  }

  deinit { storage.deallocate() }

  /// For evidence of the articles of `graph` in that detail: places are good for one text only.
  convenience init(for graph: Graph, _ detail: EvidenceDetail) {
    self.init()
    guard detail.hasSpans else { return }
    hashes = Dictionary(graph.articles.map { ($0.id, $0.contentHash) }) { first, _ in first }
  }

  var isEmpty: Bool { count == 0 }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: storage, count: count) }

  /// The bytes followed by a zero, for C.
  var terminated: UnsafePointer<UInt8> {
    reserve(1)
    storage[count] = 0
    return UnsafePointer(storage)
  }

  /// A copy, for the few places where a string is wanted.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func removeAll() { count = 0 }

  func truncate(to count: Int) { self.count = min(count, self.count) }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (storage + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  func append(_ text: String) { text.withUTF8Bytes { append($0) } }

  func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func append(byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  /// Appends the bytes that `fill` writes into the room it is given, all of it.
  @inline(__always)
  func append(count extra: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    reserve(extra)
    fill(storage + count)
    count += extra
  }

  /// Appends the text cleaned.
  func append(cleaned text: String) {
    let isDone = text.withUTF8Bytes { bytes in
      guard TextCleaning.isSurelyClean(bytes) else { return false }
      append(bytes)
      return true
    }
    if !isDone { append(TextCleaning.cleaned(text)) }
  }

  /// Appends the text cleaned, an ASCII character of it replaced by another.
  func append(cleaned text: String, replacing old: UInt8, by new: UInt8) {
    let start = count
    append(cleaned: text)
    replace(old, by: new, from: start)
  }

  /// Appends bytes, an ASCII character of them replaced by another.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, replacing old: UInt8, by new: UInt8) {
    let start = count
    append(bytes)
    replace(old, by: new, from: start)
  }

  private func replace(_ old: UInt8, by new: UInt8, from start: Int) {
    for index in start..<count where storage[index] == old { storage[index] = new }
  }

  /// Writes a slash for each `¶` from `start` on.
  func replacePilcrows(from start: Int) {
    func nextLead(from index: Int) -> Int {
      ByteScan.first(
        in: bytes, from: index, mayHold: { !ByteScan.isASCII($0) }, where: { $0 == 0xC2 })
    }
    var index = nextLead(from: start)
    while index + 1 < count {
      if storage[index + 1] == 0xB6 {
        storage[index] = UInt8(ascii: "/")
        let rest = count - index - 2
        (storage + index + 1).update(from: storage + index + 2, count: rest)
        count -= 1
      }
      index = nextLead(from: index + 1)
    }
  }

  private func reserve(_ extra: Int) {
    guard count + extra > capacity else { return }
    capacity = max(capacity * 2, count + extra)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: storage, count: count)
    storage.deallocate()
    storage = larger
  }
}
