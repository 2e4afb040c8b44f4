import Curation
import Foundation

/// Writes one table row by row to a temporary file, which takes its place at the end.
final class TableWriter {
  let name: String
  private(set) var rows = 0
  private let columns: [String]
  private let head: [String]
  private var buffer: [UInt8] = []
  private let handle: FileHandle
  private let file: URL

  /// - Parameter head: comments, with their `#`.
  init(_ name: String, columns: [String], head: [String], in folder: URL) throws {
    self.name = name
    self.columns = columns
    self.head = head
    file = folder.appending(path: name)
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    handle = try FileHandle(forWritingTo: file)
    let lines = head + [columns.joined(separator: "\t")]
    buffer = Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// Appends a row of cells by column.
  func write(_ values: [String: String]) throws {
    rows += 1
    for (index, column) in columns.enumerated() {
      if index > 0 { buffer.append(0x09) }
      append(values[column] ?? "")
    }
    buffer.append(0x0A)
    if buffer.count > 1 << 18 { try flush() }
  }

  func close() throws {
    try flush()
    try handle.close()
  }

  private func flush() throws {
    try handle.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// A cell has no tab and no line end; a first cell that begins with # would be a comment.
  private func append(_ text: String) {
    for byte in text.utf8 { buffer.append(byte < 0x20 ? 0x20 : byte) }
  }
}
