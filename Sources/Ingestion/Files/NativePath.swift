/// A path as the system has it: bytes, which need not be UTF-8.
struct NativePath: Sendable, Hashable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// For people: bytes that are not UTF-8 become U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Empty for the root.
  var lastComponent: ArraySlice<UInt8> {
    bytes[(bytes.lastIndex(of: Self.slash).map { $0 + 1 } ?? 0)...]
  }

  /// The root for the root.
  var parent: NativePath {
    NativePath(bytes: Array(bytes[..<max(1, bytes.lastIndex(of: Self.slash) ?? 0)]))
  }

  func appending(_ name: some Collection<UInt8>) -> NativePath {
    let joint = bytes.isEmpty || bytes.last == Self.slash ? [] : [Self.slash]
    return NativePath(bytes: bytes + joint + name)
  }

  /// Whether `other` is this folder or lies in it; both must be canonical.
  func encloses(_ other: NativePath) -> Bool {
    guard other.bytes.starts(with: bytes) else { return false }
    return other.bytes.count == bytes.count || bytes.last == Self.slash
      || other.bytes[bytes.count] == Self.slash
  }

  func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("it holds a NUL at least") }
      return body(base)
    }
  }

  static let slash = UInt8(ascii: "/")
}
