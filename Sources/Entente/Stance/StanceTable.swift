import DocumentModel
public import Foundation

/// Sentences with the stance of one predicate each, from a tab-separated table.
///
/// Columns: `sentence`, with the predicate in braces or named by a column `predicate`; `polarity`,
/// `modality`, `tense` (`?` is not judged), `speakers` (outermost first, ` | ` between).
public struct StanceTable: Sendable {
  public let examples: [StanceExample]

  public init(contentsOf url: URL) throws {
    try self.init(bytes: [UInt8](Data(contentsOf: url)), path: url.lastPathComponent)
  }

  /// - Throws: `StanceTableError` for a row that is no example.
  public init(bytes: [UInt8], path: String) throws {
    var rows = try DelimitedRows(bytes: bytes, commentMark: "#")
    var columns: [String]?
    var examples: [StanceExample] = []
    while let row = try rows.next() {
      if row.isComment || row.cells.allSatisfy({ $0.text.isEmpty }) { continue }
      let cells = row.cells.map(\.text)
      guard let names = columns else {
        columns = cells
        continue
      }
      guard let example = Self.example(zip(names, cells)) else {
        throw StanceTableError(path: path, line: row.line)
      }
      examples.append(example)
    }
    self.examples = examples
  }

  private static func example(_ cells: Zip2Sequence<[String], [String]>) -> StanceExample? {
    let cells = Dictionary(cells, uniquingKeysWith: { first, _ in first })
    guard var sentence = cells["sentence"],
      let polarity = cells["polarity"].flatMap(Stance.Polarity.init(rawValue:)),
      let modality = cells["modality"].flatMap(Stance.Modality.init(rawValue:))
    else { return nil }
    if !sentence.contains("{"), let word = cells["predicate"], let range = sentence.range(of: word)
    {
      sentence.replaceSubrange(range, with: "{\(word)}")
    }
    let speakers = (cells["speakers"] ?? "").split(separator: "|").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    return StanceExample(
      sentence,
      expectation: StanceExpectation(
        polarity: polarity, modality: modality,
        tense: cells["tense"].flatMap(Stance.Tense.init(rawValue:)), speakers: speakers))
  }
}

/// A row of a stance table that is no example.
public struct StanceTableError: Error, CustomStringConvertible {
  public var path: String
  public var line: Int

  public var description: String {
    "\(path):\(line): not an example; write a sentence with its predicate in braces, a polarity "
      + "(\(Stance.Polarity.allCases.map(\.rawValue).joined(separator: ", "))) and a modality "
      + "(\(Stance.Modality.allCases.map(\.rawValue).joined(separator: ", ")))"
  }
}
