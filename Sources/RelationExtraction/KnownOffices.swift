import DocumentModel
import Gazetteers

/// What the gazetteer says of offices at the article's date.
struct KnownOffices {
  let gazetteer: Gazetteer
  let date: CalendarDate?

  /// The bodies in which someone holds a role of that name, or one that ends with it.
  func bodies(of identity: EntityIdentity, role: String) -> [EntityIndex] {
    guard let date, case .known(let person) = identity else { return [] }
    return gazetteer.roles(of: person).compactMap { held in
      let isSame = held.role == role || role.hasSuffix(held.role) || held.role.hasSuffix(role)
      return isSame && held.isHeld(on: date) ? held.of : nil
    }
  }
}
