import DocumentModel
import Foundation

/// A line of a FollowTheMoney export.
struct FollowTheMoneyEntity: Decodable {
  let id: String
  let schema: String
  let caption: String?
  private let properties: [String: [Value]]

  /// The texts of a property; nested entities are passed over.
  func values(_ property: String) -> [String] {
    (properties[property] ?? []).compactMap(\.text)
  }

  func first(_ property: String) -> String? { values(property).first }

  /// What a relation leads to: an id, or the id of an entity that is nested here.
  func reference(_ property: String) -> String? {
    properties[property]?.lazy.compactMap { $0.text ?? $0.id }.first
  }

  /// The day of a property as tables write it: its first ten characters, if they are a date.
  func date(_ property: String) -> String? {
    values(property).lazy.compactMap { CalendarDate($0.prefix(10)) }.first.map { "\($0)" }
  }

  private enum Value: Decodable {
    case text(String)
    case nested(id: String?)

    private enum Key: CodingKey { case id }

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        self = .text(text)
      } else {
        let container = try? decoder.container(keyedBy: Key.self)
        self = .nested(id: try? container?.decode(String.self, forKey: .id))
      }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var id: String? { if case .nested(let id) = self { id } else { nil } }
  }
}
