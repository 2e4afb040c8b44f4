import DocumentModel
public import GraphAnalysis
import GraphModel

/// A series as a chart: cooperation above the line, conflict below, Goldstein sums as a line, and the
/// number of articles under each period.
public struct SeriesPicture {
  private let series: PairSeries
  private let left = 56.0
  private let top = 64.0
  private let height = 260.0
  private let width: Double
  private let step: Double

  public init(_ series: PairSeries) {
    self.series = series
    width = min(1400, max(420, Double(series.rows.count) * 34))
    step = width / Double(max(series.rows.count, 1))
  }

  public func write(to output: OutputBuffer) {
    output.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(left + width + 24)) \(number(top + height + 84))" font-family="Helvetica,Arial,sans-serif" font-size="11">
      <rect width="100%" height="100%" fill="white"/>
      <text x="\(number(left))" y="22" font-size="15" font-weight="bold">\(title)</text>
      \(legend)

      """)
    writeGrid(to: output)
    for index in series.rows.indices { write(series.rows[index], at: index, to: output) }
    writeLine(to: output)
    output.append("</svg>\n")
  }

  private var title: String {
    let names = [series.first, series.second].map { XMLText.escaped($0.shownLabel) }
    return "\(names[0]) and \(names[1]), by \(series.period.rawValue)"
  }

  private var legend: String {
    let entries: [(String, EdgeStyle.Tone)] = [
      ("cooperation in words", .verbalCooperation), ("in deeds", .materialCooperation),
      ("conflict in words", .verbalConflict), ("in deeds", .materialConflict),
    ]
    var x = left
    var parts: [String] = []
    for (words, tone) in entries {
      parts.append(
        "<rect x=\"\(number(x))\" y=\"34\" width=\"10\" height=\"10\" fill=\"\(tone.line.hex)\"/><text x=\"\(number(x + 14))\" y=\"43\">\(words)</text>"
      )
      x += 30 + Double(words.count) * 5.6
    }
    parts.append("<text x=\"\(number(x))\" y=\"43\">● Goldstein sum (right)</text>")
    return parts.joined(separator: "\n")
  }

  /// The greatest height of a bar, or value of the line, on either side.
  private var scale: Double {
    let bars = series.rows.flatMap { [$0.total.cooperation, $0.total.conflict] }.max() ?? 0
    return max(bars, 1)
  }

  private var goldsteinScale: Double {
    max(series.rows.map { abs($0.total.goldstein) }.max() ?? 0, 1)
  }

  private var middle: Double { top + height / 2 }

  private func writeGrid(to output: OutputBuffer) {
    for (value, y) in [(scale, top), (0, middle), (scale, top + height)] {
      output.append(
        "<line x1=\"\(number(left))\" x2=\"\(number(left + width))\" y1=\"\(number(y))\" y2=\"\(number(y))\" stroke=\"\(value == 0 ? "#333" : "#ddd")\"/><text x=\"\(number(left - 6))\" y=\"\(number(y + 4))\" text-anchor=\"end\" fill=\"#555\">\(number(value))</text>\n"
      )
    }
    for (value, y) in [(goldsteinScale, top), (-goldsteinScale, top + height)] {
      output.append(
        "<text x=\"\(number(left + width + 6))\" y=\"\(number(y + 4))\" fill=\"#555\">\(value > 0 ? "+" : "")\(number(value))</text>\n"
      )
    }
    output.append(
      "<text x=\"\(number(left - 6))\" y=\"\(number(top + height + 44))\" text-anchor=\"end\" fill=\"#555\">articles</text>\n"
    )
  }

  private func write(_ row: PairSeries.Row, at index: Int, to output: OutputBuffer) {
    let x = left + Double(index) * step + step * 0.15
    var (up, down) = (middle, middle)
    for quad in QuadClass.allCases {
      let count = row.total.byClass[quad] ?? 0
      guard count > 0 else { continue }
      let size = count / scale * height / 2
      if quad.isCooperation { up -= size }
      output.append(
        "<rect x=\"\(number(x))\" y=\"\(number(quad.isCooperation ? up : down))\" width=\"\(number(step * 0.7))\" height=\"\(number(size))\" fill=\"\(EdgeStyle.Tone(quad).line.hex)\"><title>\(row.label): \(number(count)) \(EdgeStyle.Tone(quad).words)</title></rect>\n"
      )
      if !quad.isCooperation { down += size }
    }
    writeLabels(of: row, at: index, to: output)
  }

  /// Not more labels than can be read.
  private func writeLabels(of row: PairSeries.Row, at index: Int, to output: OutputBuffer) {
    let every = max(1, Int((52 / step).rounded(.up)))
    guard index.isMultiple(of: every) else { return }
    let x = number(left + (Double(index) + 0.5) * step)
    output.append(
      "<text x=\"\(x)\" y=\"\(number(top + height + 24))\" text-anchor=\"middle\">\(row.label)</text><text x=\"\(x)\" y=\"\(number(top + height + 44))\" text-anchor=\"middle\" fill=\"#555\">\(row.articles)</text>\n"
    )
  }

  private func writeLine(to output: OutputBuffer) {
    let points = series.rows.indices.map { index in
      (
        left + (Double(index) + 0.5) * step,
        middle - series.rows[index].total.goldstein / goldsteinScale * height / 2
      )
    }
    let path = points.map { "\(number($0.0)),\(number($0.1))" }.joined(separator: " ")
    output.append("<polyline points=\"\(path)\" fill=\"none\" stroke=\"#222\"/>\n")
    for (point, row) in zip(points, series.rows) {
      output.append(
        "<circle cx=\"\(number(point.0))\" cy=\"\(number(point.1))\" r=\"3\" fill=\"#222\"><title>\(row.label): Goldstein \(number(row.total.goldstein))</title></circle>\n"
      )
    }
  }

  private func number(_ value: Double) -> String {
    let scratch = TextScratch(capacity: 24)
    scratch.append(value, places: 1)
    let text = scratch.text
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
