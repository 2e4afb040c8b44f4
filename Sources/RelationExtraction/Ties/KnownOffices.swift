import DocumentModel
import Gazetteers

/// What the gazetteer says of offices at the article's date.
struct KnownOffices {
  let gazetteer: Gazetteer
  let date: CalendarDate?

  /// The country that the gazetteer gives a person.
  func home(of identity: EntityIdentity) -> EntityIndex? {
    guard case .known(let person) = identity,
      let home = gazetteer.entities.kind(of: person).container,
      gazetteer.entities.kind(of: home).type == .country
    else { return nil }
    return home
  }

  /// The bodies in which someone holds, or at any time held, a role of that name or one that ends
  /// with it.
  func bodies(of identity: EntityIdentity, role: String, isPast: Bool) -> [EntityIndex] {
    guard let date, case .known(let person) = identity else { return [] }
    var bodies: [EntityIndex] = []
    for held in gazetteer.tenures(of: person) {
      let isSame = held.role == role || role.hasSuffix(held.role) || held.role.hasSuffix(role)
      guard isSame, isPast || held.isHeld(on: date), let body = held.of, !bodies.contains(body)
      else { continue }
      bodies.append(body)
    }
    return bodies
  }
}
