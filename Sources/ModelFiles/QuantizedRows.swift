import CKernels

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A table of vectors, eight bits a number, with one scale a row taken from its maximum.
///
/// It reads from the mapped file: only the pages of rows that a text needs are ever loaded.
public struct QuantizedRows: Sendable {
  public let count: Int
  /// Numbers a row.
  public let width: Int
  private let scales: [Float]
  private let data: Data
  private let start: Int

  /// Reads the sections `NAME.scales` (Float a row) and `NAME.rows` (Int8, row by row).
  public init(_ file: ModelFile, _ name: String, width: Int) throws(ModelFileError) {
    scales = try file.array(name + ".scales", of: Float.self)
    let range = try file.range(of: name + ".rows")
    guard range.count == scales.count * width else {
      throw ModelFileError(file.origin, .corrupt("table \(name) has the wrong size"))
    }
    count = scales.count
    self.width = width
    data = file.data
    start = range.lowerBound
  }

  /// Adds row `row` to `sum`, which has `width` numbers or more.
  public func add(_ row: Int, to sum: UnsafeMutablePointer<Float>) {
    precondition(row >= 0 && row < count, "no such row")
    data.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let numbers = (base + start + row * width).assumingMemoryBound(to: Int8.self)
      entente_add_row(numbers, scales[row], sum, width)
    }
  }

  /// Writes `values`, `width` numbers a row, rounded to 127 steps either side of zero.
  public static func write(
    _ values: [Float], width: Int, to writer: inout ModelFileWriter, as name: String
  ) {
    var scales: [Float] = []
    var rows: [Int8] = []
    rows.reserveCapacity(values.count)
    for start in stride(from: 0, to: values.count, by: width) {
      let row = values[start..<start + width]
      let peak = row.reduce(0) { max($0, abs($1)) }
      scales.append(peak / 127)
      for value in row { rows.append(peak == 0 ? 0 : Int8((value / peak * 127).rounded())) }
    }
    writer.add(name + ".scales", scales)
    writer.add(name + ".rows", rows)
  }
}
