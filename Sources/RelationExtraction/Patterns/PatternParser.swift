import DocumentModel
import Gazetteers

/// Reads the pattern language of the lexicon.
///
///     pattern   = { element }
///     element   = "(" pattern ")"            optional
///               | item { "|" item }          alternatives
///     item      = slot | word
///     slot      = ROLE [ "'s" ] [ ":" filter ]
///     filter    = "adj" | "ent" | "inf" | "np" | "clause" | "@" class
///
/// A preposition before a slot marks it; every other word must stand with the head.
struct PatternParser {
  struct Failure: Error, Equatable {
    /// In characters from the start of the pattern, from 1.
    var column: Int
    var message: String
  }

  indirect enum Element: Equatable {
    case word(String)
    case slot(PatternRole, isPossessive: Bool, filter: String?)
    case alternatives([Element])
    case optional([Element])
  }

  private let characters: [Character]
  private var position = 0

  private init(_ text: String) { characters = Array(text) }

  /// The frame of a pattern.
  static func frame(for pattern: LexiconPattern) throws(Failure) -> Frame {
    guard let partOfSpeech = ArgumentStructure.PartOfSpeech(rawValue: pattern.partOfSpeech) else {
      throw Failure(
        column: 1, message: "unknown part of speech \(pattern.partOfSpeech): write v, n or adj")
    }
    var parser = PatternParser(pattern.text)
    let elements = try parser.sequence(until: nil)
    var builder = FrameBuilder(pattern: pattern, partOfSpeech: partOfSpeech)
    builder.add(elements)
    guard builder.hasHead else {
      throw Failure(column: 1, message: "the head \"\(pattern.head)\" is not in the pattern")
    }
    return builder.finished()
  }

  private mutating func sequence(until end: Character?) throws(Failure) -> [Element] {
    var elements: [Element] = []
    while true {
      skipSpaces()
      guard position < characters.count else {
        if end != nil { throw Failure(column: position + 1, message: "a bracket is not closed") }
        return elements
      }
      if characters[position] == end {
        position += 1
        return elements
      }
      elements.append(try element())
    }
  }

  private mutating func element() throws(Failure) -> Element {
    if characters[position] == "(" { return try bracket() }
    var items = [try item()]
    while position < characters.count, characters[position] == "|" {
      position += 1
      items.append(try item())
    }
    return items.count == 1 ? items[0] : .alternatives(items)
  }

  private mutating func bracket() throws(Failure) -> Element {
    position += 1
    return .optional(try sequence(until: ")"))
  }

  private mutating func item() throws(Failure) -> Element {
    let start = position
    while position < characters.count, !" |()".contains(characters[position]) { position += 1 }
    let text = String(characters[start..<position])
    guard !text.isEmpty else {
      throw Failure(column: start + 1, message: "expected a word or a slot")
    }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let isPossessive = parts[0].hasSuffix("'s")
    let name = isPossessive ? String(parts[0].dropLast(2)) : parts[0]
    guard let role = PatternRole(rawValue: name) else {
      if name.allSatisfy(\.isUppercase), name.count > 2 {
        throw Failure(
          column: start + 1, message: "unknown slot \(name): use WHO, WHAT, WHOM, WITH or TOPIC")
      }
      return .word(text)
    }
    return .slot(role, isPossessive: isPossessive, filter: parts.count > 1 ? parts[1] : nil)
  }

  private mutating func skipSpaces() {
    while position < characters.count, characters[position] == " " { position += 1 }
  }
}
