/// What a project file sets: the options that its commands would otherwise be given each time.
public struct ProjectOptions: Sendable, Equatable {
  public var gazetteers: [String]?
  public var corrections: String?
  public var articles: [String]?
  public var output: [String]?
  public var metadata: String?
  public var encoding: String?
  public var data: String?
  public var namesOnly: Bool?

  public init() {}

  /// Reads `key = value` lines, a small part of TOML: strings in quotes, `true` and `false`,
  /// arrays of strings over one or several lines, comments.
  init(_ text: String, path: String) throws(ProjectFileError) {
    for entry in try TOMLText(text, path: path).entries() { try set(entry, path: path) }
  }

  private mutating func set(_ entry: TOMLText.Entry, path: String) throws(ProjectFileError) {
    switch (entry.key, entry.value) {
    case ("gazetteers", let value): gazetteers = try strings(value, entry, path)
    case ("articles", let value): articles = try strings(value, entry, path)
    case ("output", let value): output = try strings(value, entry, path)
    case ("corrections", .string(let text)): corrections = text
    case ("metadata", .string(let text)): metadata = text
    case ("encoding", .string(let text)): encoding = text
    case ("data", .string(let text)): data = text
    case ("names-only", .flag(let flag)): namesOnly = flag
    default:
      throw ProjectFileError(
        path: path, line: entry.line,
        kind: Self.kinds[entry.key].map { .wrongValue(key: entry.key, expected: $0) }
          ?? .unknownKey(entry.key))
    }
  }

  private func strings(
    _ value: TOMLText.Value, _ entry: TOMLText.Entry, _ path: String
  ) throws(ProjectFileError) -> [String] {
    switch value {
    case .string(let text): return [text]
    case .strings(let texts): return texts
    default:
      throw ProjectFileError(
        path: path, line: entry.line,
        kind: .wrongValue(key: entry.key, expected: Self.kinds[entry.key] ?? ""))
    }
  }

  /// The keys, and what their values are.
  static let kinds: [String: String] = [
    "gazetteers": "a text or a list of texts", "articles": "a text or a list of texts",
    "output": "a text or a list of texts", "corrections": "a text", "metadata": "a text",
    "encoding": "a text", "data": "a text", "names-only": "true or false",
  ]
}

/// Why a project file cannot be used, and where.
public struct ProjectFileError: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case unreadable(reason: String)
    /// A line that is no `key = value`.
    case malformed
    case unknownKey(String)
    case repeatedKey(String)
    case wrongValue(key: String, expected: String)
  }

  public let path: String
  /// From 1.
  public let line: Int
  public let kind: Kind
}

extension ProjectFileError: CustomStringConvertible {
  public var description: String { "\(path):\(line): \(words)" }

  private var words: String {
    switch kind {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .malformed:
      "write key = value: a text in quotes, a list of them in [ ], true or false"
    case .unknownKey(let key):
      "there is no option \"\(key)\"; use one of "
        + ProjectOptions.kinds.keys.sorted().joined(separator: ", ")
    case .repeatedKey(let key): "\"\(key)\" is set twice; take one out"
    case .wrongValue(let key, let expected): "\"\(key)\" takes \(expected)"
    }
  }
}
