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
    // Most roles have none of the letters by which each of these words can be told.
    guard role.utf8.contains(where: { "fvb".utf8.contains($0) }) else { return forms }
    for (one, other) in [("defence", "defense"), ("adviser", "advisor"), ("labour", "labor")] {
      for (from, to) in [(one, other), (other, one)] where role.contains(from) {
        forms.append(role.replacing(from, with: to))
      }
    }
    return forms
  }
}
