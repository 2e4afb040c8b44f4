import Foundation

/// What a page says about its article in JSON-LD (schema.org).
struct LinkedData {
  private(set) var headline: String?
  private(set) var date: String?
  private(set) var authors: [String] = []
  private(set) var publisher: String?
  private(set) var url: String?
  private(set) var body: String?

  /// - Parameter scripts: the pieces of JSON on the page; one that does not parse says nothing.
  init(_ scripts: [String]) {
    for script in scripts {
      var brackets = JSONBrackets()
      for byte in script.utf8 { brackets.take(byte) }
      guard brackets.greatestDepth <= JSONBrackets.depthLimit,
        let value = try? JSONSerialization.jsonObject(with: Data(script.utf8))
      else { continue }
      search(value, depth: 0)
    }
  }

  private mutating func search(_ value: Any, depth: Int) {
    if depth > 4 { return }
    if let list = value as? [Any] {
      for element in list { search(element, depth: depth + 1) }
    } else if let object = value as? [String: Any] {
      if Self.isArticle(object) { read(object) }
      for key in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"] {
        object[key].map { search($0, depth: depth + 1) }
      }
    }
  }

  private static func isArticle(_ object: [String: Any]) -> Bool {
    texts(object["@type"]).contains { type in
      type.hasSuffix("Article") || type.hasSuffix("Posting") || type.hasSuffix("Report")
    }
  }

  private mutating func read(_ object: [String: Any]) {
    headline = headline ?? Self.texts(object["headline"]).first
    date = date ?? Self.texts(object["datePublished"]).first
    if authors.isEmpty { authors = Self.names(object["author"]) }
    publisher = publisher ?? Self.names(object["publisher"]).first
    url = url ?? Self.texts(object["url"]).first
    body = body ?? Self.texts(object["articleBody"]).first
  }

  private static func texts(_ value: Any?) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.compactMap { $0 as? String }
    default: []
    }
  }

  /// Of a person or an organisation, or several.
  private static func names(_ value: Any?) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap { names($0) }
    case let object as [String: Any]: texts(object["name"])
    default: []
    }
  }
}
