import Foundation

/// The fields of one record by name, those within others by names with dots.
struct Record {
  struct Field {
    var name: String
    var key: String
    /// Lists are joined by the joint of what they are used for, so they stay apart here.
    var values: [String]
  }

  private(set) var fields: [Field] = []
  private var indices: [String: Int] = [:]
  /// Records within this one: the first list of objects, however deep.
  private(set) var children: [Record] = []

  /// - Parameter json: an object as `JSONSerialization` gives it.
  init(json: [String: Any]) {
    add(json, prefix: "")
  }

  init(columns: [String], cells: [String]) {
    for (column, cell) in zip(columns, cells) where !column.isEmpty { add(column, [cell]) }
  }

  subscript(key: String) -> Field? { indices[key].map { fields[$0] } }

  private mutating func add(_ object: [String: Any], prefix: String) {
    for name in object.keys.sorted() {
      guard let value = object[name] else { continue }
      add(prefix + name, value)
    }
  }

  private mutating func add(_ name: String, _ value: Any) {
    if let object = value as? [String: Any] {
      add(object, prefix: name + ".")
    } else if let list = value as? [Any] {
      add(name, list: list)
    } else if let text = Self.text(of: value) {
      add(name, [text])
    }
  }

  /// A list of texts is one field; of a list of objects the names count, as of authors.
  private mutating func add(_ name: String, list: [Any]) {
    let objects = list.compactMap { $0 as? [String: Any] }
    if objects.isEmpty { return add(name, list.compactMap(Self.text)) }
    add(name, objects.compactMap { $0["name"] as? String })
    if children.isEmpty { children = objects.map { Record(json: $0) } }
  }

  private mutating func add(_ name: String, _ values: [String]) {
    let values = values.filter { !$0.isEmpty }
    let key = FieldMap.key(of: name)
    guard !values.isEmpty, indices[key] == nil else { return }
    indices[key] = fields.count
    fields.append(Field(name: name, key: key, values: values))
  }

  private static func text(of value: Any) -> String? {
    switch value {
    case let text as String: text
    case let number as NSNumber: "\(number)"
    default: nil
    }
  }
}
