import DocumentModel
public import Foundation
import Gazetteers

/// The tables of gazetteer folders as sheets, read when they are asked for.
public final class TableFolders {
  public let folders: [URL]
  /// Per folder its tables, by their paths in it.
  public let names: [[String]]
  private var sheets: [String: Sheet?] = [:]

  public init(_ folders: [URL]) {
    self.folders = folders
    names = folders.map { (try? GazetteerLoader.tables(in: $0)) ?? [] }
  }

  /// Every table that can be read, in the order in which the loader takes them.
  public var all: [Sheet] {
    folders.indices.flatMap { folder in names[folder].compactMap { sheet($0, inFolder: folder) } }
  }

  /// The path as messages name it: the folder as it was given, then the file.
  public func path(_ name: String, inFolder folder: Int) -> String {
    let root = folders[folder].relativePath
    return root.hasSuffix("/") ? root + name : "\(root)/\(name)"
  }

  /// A table; nil when it cannot be read or holds only comments.
  public func sheet(_ name: String, inFolder folder: Int) -> Sheet? {
    let path = path(name, inFolder: folder)
    if let known = sheets[path] { return known }
    let data = try? Data(contentsOf: folders[folder].appending(path: name))
    let sheet = data.flatMap { try? Sheet(path: path, bytes: [UInt8]($0)) } ?? nil
    sheets[path] = .some(sheet)
    return sheet
  }

  /// Where a row that the gazetteer cites stands: the cell of `column`, which holds `text`. Several
  /// folders may have a file of that name; the one whose row has the text is meant.
  func place(of origin: Origin, column: String, holding text: String) -> TablePlace {
    var fallback = TablePlace(file: origin.file, line: origin.line, column: 1)
    for folder in folders.indices.reversed() where names[folder].contains(origin.file) {
      fallback = TablePlace(
        file: path(origin.file, inFolder: folder), line: origin.line, column: 1)
      guard let sheet = sheet(origin.file, inFolder: folder), let index = sheet.column(column),
        let row = sheet.rows.first(where: { $0.line == origin.line }), index < row.cells.count,
        let range = row.cells[index].firstRange(of: text)
      else { continue }
      let before = row.cells[index][..<range.lowerBound].unicodeScalars.count
      return TablePlace(
        file: sheet.path, line: origin.line, column: row.starts[index] + before)
    }
    return fallback
  }
}
