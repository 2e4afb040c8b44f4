import DocumentModel
import GraphModel

/// The value of one field of a node or an edge, before a format gives it a form.
enum FieldValue {
  case absent
  case text(String)
  /// Text that this program chose: a type, a category, a code.
  case token(String)
  case list([String])
  /// Names with values, sorted by name.
  case pairs([(name: String, value: String)])
  case speakers([SpeakerCount])
  case evidence([EdgeEvidence])
  case date(CalendarDate)
  case integer(Int)
  case real(Double)
  case flag(Bool)

  static func text(_ text: String?) -> FieldValue { text.map { .text($0) } ?? .absent }

  static func token(_ text: String?) -> FieldValue { text.map { .token($0) } ?? .absent }

  static func date(_ date: CalendarDate?) -> FieldValue { date.map { .date($0) } ?? .absent }

  /// Absent when it is no finite number.
  static func real(_ number: Double?) -> FieldValue {
    guard let number, number.isFinite else { return .absent }
    return .real(number)
  }

  static func pairs(_ dictionary: [String: String]) -> FieldValue {
    guard !dictionary.isEmpty else { return .absent }
    let names = dictionary.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return .pairs(names.map { ($0, dictionary[$0] ?? "") })
  }
}

/// What kind of column a field makes.
enum FieldType {
  case string, list, integer, real, flag
}
