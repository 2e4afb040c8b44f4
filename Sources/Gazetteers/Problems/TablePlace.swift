/// A place in a table file.
public struct TablePlace: Sendable, Hashable {
  /// The path of the file, beginning with the folder as the user named it.
  public let file: String
  /// From 1.
  public let line: Int
  /// From 1, in Unicode scalars of the line.
  public let column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension TablePlace: CustomStringConvertible {
  public var description: String { "\(file):\(line):\(column)" }
}

extension TablePlace: Comparable {
  public static func < (left: TablePlace, right: TablePlace) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
