import Foundation

/// Reads rules of CoreNLP's RegexNER: pattern, label, and what they may overwrite and how they rank.
///
/// Words are kept; of regular expressions those that stand for few words: `(A|B)`, `[Aa]bc`, `x?`.
struct RegexNERReader: DictionaryReader {
  mutating func read(_ file: DictionaryFile, into tables: ImportTables) throws {
    let writer = LabelledWriter(tables: tables)
    try file.forEachLine { text, line in
      guard !text.allSatisfy(\.isWhitespace), !text.hasPrefix("#") else { return }
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count > 1, !cells[1].isEmpty, cells[0] != "pattern" else {
        return try tables.lose(text, "no pattern and label", line: line, of: file)
      }
      guard let forms = SimplePattern.forms(cells[0]) else {
        return try tables.lose(
          cells[0], "a regular expression that is more than a few words", line: line, of: file)
      }
      let isKept = try writer.write(
        forms.map { ImportedAlias($0) }, label: cells[1], line: line, of: file)
      let rest = cells.dropFirst(2).filter { !$0.isEmpty }
      if isKept, !rest.isEmpty {
        try tables.lose(
          "\(cells[0]): \(rest.joined(separator: " "))", "what a rule may overwrite, and its rank",
          line: line, of: file)
      }
    }
  }
}

/// Patterns of words that stand for a few forms.
enum SimplePattern {
  /// At most so many forms are made of one pattern.
  static let limit = 24

  /// The forms of a pattern of words parted by blanks; nil when they cannot be told or are too many.
  static func forms(_ pattern: String) -> [String]? {
    guard !pattern.hasPrefix("/"), !pattern.hasPrefix("( ") else { return nil }
    var forms = [""]
    for word in pattern.split(separator: " ") {
      guard let options = words(String(word)), forms.count * options.count <= limit else {
        return nil
      }
      forms = forms.flatMap { form in
        options.map { $0.isEmpty ? form : form.isEmpty ? $0 : "\(form) \($0)" }
      }
    }
    let kept = forms.filter { !$0.isEmpty }
    return kept.isEmpty ? nil : kept
  }

  /// What one word's expression stands for.
  private static func words(_ text: String) -> [String]? {
    var reader = Reader(characters: Array(text))
    guard let forms = reader.alternatives(), reader.position == reader.characters.count else {
      return nil
    }
    return forms
  }

  private struct Reader {
    let characters: [Character]
    var position = 0

    /// `a|b`
    mutating func alternatives() -> [String]? {
      guard var forms = sequence() else { return nil }
      while position < characters.count, characters[position] == "|" {
        position += 1
        guard let more = sequence() else { return nil }
        forms += more
      }
      return forms.count <= limit ? forms : nil
    }

    private mutating func sequence() -> [String]? {
      var forms = [""]
      while position < characters.count, characters[position] != "|", characters[position] != ")" {
        guard var piece = piece() else { return nil }
        if position < characters.count, characters[position] == "?" {
          position += 1
          piece.append("")
        }
        guard forms.count * piece.count <= limit else { return nil }
        forms = forms.flatMap { form in piece.map { form + $0 } }
      }
      return forms
    }

    /// A character, a class, a group. A full stop is taken for one: abbreviations are written so.
    private mutating func piece() -> [String]? {
      let character = characters[position]
      position += 1
      switch character {
      case "\\":
        guard position < characters.count, !characters[position].isLetter,
          !characters[position].isNumber
        else { return nil }
        position += 1
        return [String(characters[position - 1])]
      case "[": return characterClass()
      case "(":
        if characters[position...].starts(with: ["?", ":"]) { position += 2 }
        guard let forms = alternatives(), position < characters.count, characters[position] == ")"
        else { return nil }
        position += 1
        return forms
      case "*", "+", "{", "}", "^", "$", "]": return nil
      case ".":
        let isRepeated = position < characters.count && "*+?{".contains(characters[position])
        return isRepeated ? nil : ["."]
      default: return [String(character)]
      }
    }

    private mutating func characterClass() -> [String]? {
      var members: [String] = []
      while position < characters.count, characters[position] != "]" {
        let character = characters[position]
        guard character != "^", character != "-", character != "\\" else { return nil }
        members.append(String(character))
        position += 1
      }
      guard position < characters.count, !members.isEmpty else { return nil }
      position += 1
      return members
    }
  }
}
