import DocumentModel
import Gazetteers

/// An office of a body that the text names: "the Ukrainian defence minister".
struct Office {
  let role: String
  /// The body's chain.
  let chain: Int
  /// The entries the body's name may mean, the chosen one first; never empty.
  let bodies: [EntityIndex]

  /// Who holds it on a date, as the tables know for certain; nil when nobody or several do.
  func holder(in gazetteer: Gazetteer, on date: CalendarDate) -> EntityIndex? {
    let spellings = Self.spellings(of: role)
    for body in bodies {
      let holders = spellings.lazy
        .map { gazetteer.holders(ofRole: $0, of: body, on: date) }.first { !$0.isEmpty }
      if let holders { return holders.count == 1 ? holders[0] : nil }
    }
    return nil
  }

  /// What to tell whoever keeps the tables when they have no holder.
  func vacancy(named body: String, on date: CalendarDate, at span: TextSpan) -> Diagnostic {
    Diagnostic(
      .note, code: "role-without-holder",
      "nobody in the gazetteer is \(role) of \(body) on \(date); a row of roles.tsv would tell "
        + "who is meant", at: span)
  }

  /// "defence minister" is also "defense minister", "minister of defense", "secretary of defense".
  private static func spellings(of role: String) -> [String] {
    var forms = [role]
    for (from, to) in variants where role.holds(from) {
      forms.append(role.replacing(from, with: to))
    }
    return forms
  }

  private static let variants = [
    ("defence", "defense"), ("defense", "defence"), ("adviser", "advisor"),
    ("advisor", "adviser"), ("labour", "labor"), ("labor", "labour"),
  ]
}

extension String {
  /// Whether other bytes stand somewhere in it; for short words, where a general search costs more.
  func holds(_ part: String) -> Bool {
    let (bytes, part) = (utf8, part.utf8)
    guard let first = part.first else { return true }
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: first) {
      if bytes[found...].starts(with: part) { return true }
      start = bytes.index(after: found)
    }
    return false
  }
}

extension String {
  /// Whether it ends with other bytes when it is written in small letters.
  func endsInSmallLetters(with end: String) -> Bool {
    var rest = end.utf8.reversed().makeIterator()
    for byte in utf8.reversed() {
      guard let expected = rest.next() else { return true }
      guard byte < 0x80 else { return inSmallLetters.hasSuffix(end) }
      if byte &- 0x41 < 26 ? byte | 0x20 != expected : byte != expected { return false }
    }
    return rest.next() == nil
  }
}
