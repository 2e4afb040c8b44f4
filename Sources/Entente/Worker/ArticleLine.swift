import DocumentModel
import Foundation
import Ingestion

/// An article as a JSON object: `text`, and what is known of it: `id`, `title`, `date`, `source`,
/// `url`, `authors`; any other member with a plain value is an attribute.
struct ArticleLine: Decodable {
  var article: Article
  var diagnostics: [Diagnostic] = []

  /// - Throws: `ArticleLineError`.
  init(_ bytes: [UInt8], decoder: JSONDecoder) throws(ArticleLineError) {
    do {
      self = try decoder.decode(ArticleLine.self, from: Data(bytes))
    } catch let error as ArticleLineError {
      throw error
    } catch {
      throw .notJSON
    }
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: MemberName.self)
    var metadata = ArticleMetadata()
    var (id, text, date) = (String?.none, String?.none, String?.none)
    for name in members.allKeys {
      switch name.stringValue {
      case "authors": metadata.authors = Self.list(members, name)
      case "id": id = Self.plain(members, name)
      case "text": text = Self.plain(members, name)
      case "title": metadata.title = Self.plain(members, name)
      case "date": date = Self.plain(members, name)
      case "source": metadata.source = Self.plain(members, name)
      case "url": metadata.url = Self.plain(members, name)
      default: metadata.attributes[name.stringValue] = Self.plain(members, name)
      }
    }
    guard let text else { throw ArticleLineError.noText(id: id) }
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw ArticleLineError.blank(id: id) }
    if let reason = Refusal.Reason.nul(in: text) {
      throw ArticleLineError.refused(id: id, reason)
    }
    if let date, !date.isEmpty {
      // A time of day, as in ISO 8601, is no part of the date.
      let day = CalendarDate(date) ?? CalendarDate(date.prefix(10))
      metadata.date = day.map { DatedFact($0, from: .metadata) }
      if day == nil {
        diagnostics.append(
          Diagnostic(.warning, code: "unknown-date", "the date \"\(date)\" is no YYYY-MM-DD"))
      }
    }
    // Without an id the text names itself, the same in whatever part of an archive it lies.
    let name = id.flatMap { $0.isEmpty ? nil : $0 } ?? "text-" + StableHash.base32(of: text)
    article = Article(id: name, text: text, metadata: metadata)
  }

  /// A text, number or truth value as text; nil for anything else.
  private static func plain(
    _ members: KeyedDecodingContainer<MemberName>, _ name: MemberName
  ) -> String? {
    if let text = try? members.decode(String.self, forKey: name) { return text }
    if let number = try? members.decode(Int.self, forKey: name) { return "\(number)" }
    if let number = try? members.decode(Double.self, forKey: name) { return "\(number)" }
    return (try? members.decode(Bool.self, forKey: name)).map { "\($0)" }
  }

  private static func list(
    _ members: KeyedDecodingContainer<MemberName>, _ name: MemberName
  ) -> [String] {
    (try? members.decode([String].self, forKey: name)) ?? plain(members, name).map { [$0] } ?? []
  }
}

private struct MemberName: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// Why a line is no article.
enum ArticleLineError: Error, Equatable {
  case notJSON
  case noText(id: String?)
  case blank(id: String?)
  case tooLong(limit: Int)
  /// For a reason for which a file would be.
  case refused(id: String?, Refusal.Reason)

  var code: String {
    switch self {
    case .notJSON: "not-json"
    case .noText: "no-text"
    case .blank: "empty"
    case .tooLong: "too-long"
    case .refused(_, let reason): reason.code
    }
  }

  var id: String? {
    switch self {
    case .noText(let id), .blank(let id), .refused(let id, _): id
    case .notJSON, .tooLong: nil
    }
  }

  var message: String {
    switch self {
    case .notJSON: "the line is no JSON object"
    case .noText: "the object has no \"text\""
    case .blank: "nothing in it to read"
    case .tooLong(let limit): "the line is longer than \(limit) bytes"
    case .refused(_, let reason): Refusal(id: id ?? "", path: id ?? "", reason: reason).message
    }
  }
}
