/// Bytes that are put together for one value and then reused for the next, so that writing a
/// million values makes no million strings.
final class TextScratch {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 4096) {
    self.capacity = capacity
    storage = .allocate(capacity: capacity)
  }

  deinit { storage.deallocate() }

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

  private func reserve(_ extra: Int) {
    guard count + extra > capacity else { return }
    capacity = max(capacity * 2, count + extra)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: storage, count: count)
    storage.deallocate()
    storage = larger
  }
}
