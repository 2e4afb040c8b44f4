/// Reads the part of TOML that project files use: `key = value` without tables.
struct TOMLText {
  enum Value: Equatable {
    case string(String), strings([String]), flag(Bool)
  }

  struct Entry: Equatable {
    let key: String
    let value: Value
    let line: Int
  }

  private let path: String
  private let characters: [Character]
  private var position = 0
  private var line = 1

  init(_ text: String, path: String) {
    self.path = path
    characters = Array(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
  }

  func entries() throws(ProjectFileError) -> [Entry] {
    var reader = self
    var entries: [Entry] = []
    while reader.skipBlank(lines: true) {
      let entry = try reader.entry()
      guard !entries.contains(where: { $0.key == entry.key }) else {
        throw ProjectFileError(path: path, line: entry.line, kind: .repeatedKey(entry.key))
      }
      entries.append(entry)
    }
    return entries
  }

  private mutating func entry() throws(ProjectFileError) -> Entry {
    let start = line
    var key = ""
    while let next, next.isLetter || next.isNumber || next == "-" || next == "_" {
      key.append(next)
      position += 1
    }
    _ = skipBlank(lines: false)
    guard !key.isEmpty, take("=") else { throw malformed }
    _ = skipBlank(lines: false)
    let value = try value()
    _ = skipBlank(lines: false)
    guard next == nil || next?.isNewline == true else { throw malformed }
    return Entry(key: key, value: value, line: start)
  }

  private mutating func value() throws(ProjectFileError) -> Value {
    switch next {
    case "\"", "'": return .string(try string())
    case "[": return .strings(try strings())
    default:
      var word = ""
      while let next, next.isLetter || next.isNumber || next == "_" {
        word.append(next)
        position += 1
      }
      guard word == "true" || word == "false" else { throw malformed }
      return .flag(word == "true")
    }
  }

  private mutating func strings() throws(ProjectFileError) -> [String] {
    position += 1
    var strings: [String] = []
    while skipBlank(lines: true), next != "]" {
      strings.append(try string())
      guard skipBlank(lines: true) else { break }
      guard take(",") || next == "]" else { throw malformed }
    }
    guard take("]") else { throw malformed }
    return strings
  }

  /// A text in double quotes, where a backslash makes the next character ordinary (`\n`, `\t` are
  /// what they are in TOML), or in single quotes, where it does not.
  private mutating func string() throws(ProjectFileError) -> String {
    guard let quote = next, quote == "\"" || quote == "'" else { throw malformed }
    position += 1
    var text = ""
    while let character = next, character != quote {
      guard !character.isNewline else { throw malformed }
      position += 1
      if quote == "\"", character == "\\", let escaped = next {
        position += 1
        text.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
      } else {
        text.append(character)
      }
    }
    guard take(quote) else { throw malformed }
    return text
  }

  // MARK: Characters

  private var next: Character? { position < characters.count ? characters[position] : nil }

  private mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    position += 1
    return true
  }

  /// Goes past blanks and comments, and line ends too if asked; whether anything is left.
  private mutating func skipBlank(lines: Bool) -> Bool {
    while let character = next {
      if character == "#" {
        while let next, !next.isNewline { position += 1 }
      } else if character.isNewline {
        guard lines else { return true }
        line += 1
        position += 1
      } else if character.isWhitespace {
        position += 1
      } else {
        return true
      }
    }
    return false
  }

  private var malformed: ProjectFileError {
    ProjectFileError(path: path, line: line, kind: .malformed)
  }
}
