import Foundation

/// Results as lines of a Markdown table, ready for the README.
struct ResultTable {
  private var rows: [[String]]

  init(_ columns: [String]) {
    rows = [columns]
  }

  mutating func add(_ cells: [String]) {
    rows.append(cells)
  }

  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) + "|" }.joined()
    let lines = rows.map { line($0, widths) }
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
    return "| " + cells.joined(separator: " | ") + " |"
  }
}

/// Figures as the tables write them.
enum Figure {
  static func seconds(_ value: Double) -> String { String(format: "%.3f s", value) }
  static func milliseconds(_ value: Double) -> String { String(format: "%.1f ms", value * 1e3) }
  static func megabytes(_ bytes: Int) -> String { String(format: "%.0f MB", Double(bytes) / 1e6) }
  static func ratio(_ value: Double) -> String { String(format: "%.2f", value) }

  static func rate(_ count: Int, in seconds: Double) -> String {
    String(format: "%.0f", Double(count) / seconds)
  }

  static func speed(_ bytes: Int, in seconds: Double) -> String {
    String(format: "%.1f MB/s", Double(bytes) / 1e6 / seconds)
  }
}
