import DocumentModel
import Foundation

/// Makes articles of records.
struct RecordReader {
  let fields: FieldMap
  /// Longer values are no facts about an article: the page it came from, vectors.
  private static let longestAttribute = 1_000

  /// What a line or element of JSON holds; several articles where it wraps them in a list.
  ///
  /// - Parameter place: of the record, `#12`; a record that names its id stands at `#ID`.
  func pieces(json bytes: [UInt8], at place: RecordPlace) -> [Piece] {
    do throws(Refusal.Reason) {
      let record = try record(json: bytes)
      if !hasText(record), record.children.contains(where: hasText) {
        return record.children.enumerated().map { index, child in
          Piece(place.name(id: id(of: child), child: index + 1), content(of: child))
        }
      }
      return [Piece(place.name(id: id(of: record), child: nil), content(of: record))]
    } catch {
      return [Piece(place.number, .failure(error))]
    }
  }

  func piece(of record: Record, at place: RecordPlace) -> Piece {
    Piece(place.name(id: id(of: record), child: nil), content(of: record))
  }

  /// Whether some column is known to hold the text.
  func knowsText(in columns: [String]) -> Bool {
    fields.parts(in: columns).contains(.text)
  }

  private func record(json bytes: [UInt8]) throws(Refusal.Reason) -> Record {
    var brackets = JSONBrackets()
    for byte in bytes { brackets.take(byte) }
    guard brackets.greatestDepth <= JSONBrackets.depthLimit else {
      throw .nestedTooDeep(limit: JSONBrackets.depthLimit)
    }
    let value: Any
    do {
      value = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    } catch {
      throw .malformed(.json, Self.words(of: error))
    }
    guard let object = value as? [String: Any] else {
      throw .malformed(.json, "a record is an object, { … }")
    }
    return Record(json: object)
  }

  private static func words(of error: any Error) -> String {
    let words = (error as NSError).userInfo["NSDebugDescription"] as? String
    return words.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 } ?? "it cannot be parsed"
  }
}

extension RecordReader {
  private func value(_ part: FieldMap.Part, of record: Record) -> Record.Field? {
    for key in fields.keys(of: part) {
      if let field = record[key] { return field }
    }
    return nil
  }

  private func hasText(_ record: Record) -> Bool { value(.text, of: record) != nil }

  private func id(of record: Record) -> String? { value(.id, of: record)?.values.first }

  private func content(of record: Record) -> Result<Draft, Refusal.Reason> {
    guard let text = value(.text, of: record) else {
      return .failure(.noTextField(fields: record.fields.map(\.name)))
    }
    var story = Story(
      title: value(.title, of: record)?.values.first,
      deck: value(.deck, of: record)?.values.first,
      body: text.values.joined(separator: "\n\n"))
    do throws(Refusal.Reason) {
      try story.readMarkup()
    } catch {
      return .failure(error)
    }
    var draft = Draft(text: story.text)
    if let reason = Refusal.Reason.nul(in: draft.text) { return .failure(reason) }
    draft.metadata = metadata(of: record, story)
    if let date = value(.date, of: record)?.values.first, draft.metadata.date == nil {
      draft.diagnostics.append(.unreadableDate(date))
    }
    return .success(draft)
  }

  private func metadata(of record: Record, _ story: Story) -> ArticleMetadata {
    var metadata = ArticleMetadata(title: story.title)
    metadata.date = value(.date, of: record)?.values.first.flatMap { DateText.date(in: $0) }
      .map { DatedFact($0, from: .metadata) }
    metadata.authors = (value(.authors, of: record)?.values ?? []).flatMap { Byline.names(in: $0) }
    metadata.source = value(.source, of: record)?.values.first
    metadata.url = value(.url, of: record)?.values.first
    metadata.attributes = attributes(of: record)
    return metadata
  }

  /// The fields that were used for nothing.
  private func attributes(of record: Record) -> [String: String] {
    let used = Set(FieldMap.Part.allCases.compactMap { value($0, of: record)?.key })
    var attributes: [String: String] = [:]
    for field in record.fields where !used.contains(field.key) {
      let text = field.values.joined(separator: " | ")
      if text.utf8.count <= Self.longestAttribute { attributes[field.name] = text }
    }
    return attributes
  }
}

extension Diagnostic {
  static func unreadableDate(_ text: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "unreadable-date",
      "\"\(text.prefix(60))\" is no date that is understood; write it as 2023-11-09")
  }
}

/// Where a record stands and what it is called.
struct RecordPlace {
  /// The line, or the place in its list, from 1; nil where the file is nothing but this record.
  var count: Int?

  /// Without an id.
  var number: String { count.map { "#\($0)" } ?? "" }

  /// A record's own id keeps its place when others come or go; its number only when others come
  /// behind it.
  func name(id: String?, child: Int?) -> String {
    if let id, count != nil || child != nil { return "#\(id)" }
    guard let child else { return number }
    return count.map { "#\($0).\(child)" } ?? "#\(child)"
  }
}
