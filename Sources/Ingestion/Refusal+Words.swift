#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Refusal: CustomStringConvertible {
  /// The path and the reason on one line, without control characters.
  public var description: String { "\(Self.printable(path)): \(message)" }

  /// The reason in words, and what can be done.
  public var message: String { reason.words }

  /// A file name may hold line ends and terminal codes.
  private static func printable(_ path: String) -> String {
    guard path.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return path
    }
    return path.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : "\($0)" }
      .joined()
  }
}

extension Refusal.Reason {
  /// A short, stable name, for reports.
  public var code: String {
    switch self {
    case .empty: "empty"
    case .notReadable: "not-readable"
    case .malformed: "malformed"
    case .noArticle: "no-article"
    case .noTextField: "no-text-field"
    case .noRecords: "no-records"
    case .nestedTooDeep: "nested-too-deep"
    case .tooManyLayers: "too-many-layers"
    case .bomb: "bomb"
    case .encrypted: "encrypted"
    case .noConverter: "no-converter"
    case .notConverted: "not-converted"
    case .nul: "nul-bytes"
    case .binary: "binary"
    case .tooLong: "too-long"
    case .special: "special-file"
    case .missing: "missing"
    case .vanished: "vanished"
    case .noPermission: "no-permission"
    case .danglingLink: "dangling-link"
    case .linkLoop: "link-loop"
    case .system: "system-error"
    }
  }

  var words: String {
    switch self {
    case .empty: "nothing in it to read"
    case .notReadable(let format): "not readable: \(format.name); \(format.advice)"
    case .malformed(let format, let detail): "not well-formed \(format.noun): \(detail)"
    case .noArticle(let format): "no running text in this \(format.noun); save the article as text"
    case .noTextField(let fields):
      "no field is known to hold the text; name it with --map text=FIELD, one of: "
        + fields.prefix(20).joined(separator: ", ")
        + (fields.contains("path") ? "; or is it a table for --metadata?" : "")
    case .noRecords(let count):
      "\(count) records in a row could not be read; the rest of the file was left"
    case .nestedTooDeep(let limit): "nested more than \(limit) deep"
    case .tooManyLayers(let limit):
      "more than \(limit) archives within each other; raise --max-depth if that is meant"
    case .bomb(let ratio, let limit):
      "unpacks to \(ratio) times its length, the limit is \(limit); raise --max-ratio if that is "
        + "meant"
    case .encrypted: "encrypted; unpack it with its password and name the folder"
    case .noConverter(let format, let program):
      "\(format.name) is read with \(program), which is not installed; install it or save the "
        + "article as text"
    case .notConverted(let program, let detail): "\(program) cannot read it: \(detail)"
    case .nul(let count, let offset):
      "binary, not text: \(count) NUL byte\(count == 1 ? "" : "s"), the first at offset \(offset)"
    case .binary: "binary, not text: too many control characters"
    case .tooLong(let bytes, let limit):
      "too long: \(bytes.map(megabytes) ?? "more"), the limit is \(megabytes(limit)) (--max-size)"
    case .special(let kind): "a \(kind.rawValue), not a file; use - for standard input"
    case .missing: "no such file or folder"
    case .vanished: "it was there a moment ago and is gone"
    case .noPermission: "no permission to read it"
    case .danglingLink(let target): "a link to \(target), which is not there"
    case .linkLoop(let target): "a link to \(target) that leads back to itself"
    case .system(let code): "cannot be read: \(String(cString: strerror(code)))"
    }
  }

  private func megabytes(_ bytes: Int) -> String {
    guard bytes >= 100_000 else { return "\(bytes) bytes" }
    let tenths = (bytes + 50_000) / 100_000
    return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
  }
}
