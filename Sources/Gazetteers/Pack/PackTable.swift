/// A table of a gazetteer: rows that are read from the pack when they are asked for.
///
/// To open one costs nothing, however many rows it has; to read a row costs what its strings cost.
public struct PackTable<Element: Sendable>: Sendable, RandomAccessCollection {
  private let starts: PackColumn<UInt32>
  private let records: PackRecords
  private let read: @Sendable (inout FieldReader) -> Element

  init(starts: PackColumn<UInt32>, records: PackRecords) where Element: PackRecord {
    self.starts = starts
    self.records = records
    read = { Element(from: &$0) }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { starts.count }

  public subscript(position: Int) -> Element {
    var fields = fields(at: position)
    return read(&fields)
  }

  /// A reader of the fields of one row.
  func fields(at position: Int) -> FieldReader {
    FieldReader(records, at: Int(starts[position]))
  }
}
