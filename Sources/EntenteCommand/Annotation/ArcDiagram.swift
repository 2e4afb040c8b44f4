import GraphExport

/// Words on a line with labelled arcs above them, as SVG.
///
/// Widths follow from the number of characters: the text is monospaced and its length is fixed, so
/// that the picture needs no script and no font metrics.
struct ArcDiagram {
  struct Arc {
    var from: Int
    var to: Int
    var label: String
    /// Classes of the style sheet: `denied`, `negated`.
    var style: String
  }

  let words: [String]
  let arcs: [Arc]

  private static let advance = 8.5
  private static let gap = 10.0
  private static let step = 24.0

  var svg: String {
    let placed = placed
    let levels = (placed.map(\.level).max() ?? 0) + 1
    let base = Double(levels) * Self.step + 18
    let width = (centres.last ?? 0) + Double(words.last?.count ?? 0) * Self.advance / 2 + 8
    var parts = [
      "<svg class=\"arcs\" width=\"\(number(width))\" height=\"\(number(base + 26))\" role=\"img\">"
    ]
    for (index, word) in words.enumerated() {
      parts.append(text(word, x: centres[index], y: base + 14, style: "word"))
    }
    for (arc, level) in placed { parts += drawing(of: arc, level: level, base: base) }
    return parts.joined(separator: "\n") + "\n</svg>"
  }

  /// The middle of each word.
  private var centres: [Double] {
    var x = 4.0
    return words.map { word in
      let width = Double(word.count) * Self.advance
      defer { x += width + Self.gap }
      return x + width / 2
    }
  }

  /// Short arcs lie low; arcs that overlap lie on different levels.
  private var placed: [(arc: Arc, level: Int)] {
    var used: [[ClosedRange<Int>]] = []
    let ordered = arcs.enumerated().sorted {
      (abs($0.element.to - $0.element.from), $0.offset)
        < (abs($1.element.to - $1.element.from), $1.offset)
    }
    return ordered.map { _, arc in
      let range = min(arc.from, arc.to)...max(arc.from, arc.to)
      let level = used.firstIndex { !$0.contains { $0.overlaps(range) } } ?? used.count
      if level == used.count { used.append([]) }
      used[level].append(range)
      return (arc, level)
    }
  }

  private func drawing(of arc: Arc, level: Int, base: Double) -> [String] {
    let (start, end) = (centres[arc.from], centres[arc.to])
    let top = base - Double(level + 1) * Self.step
    let shift = start < end ? 4.0 : -4.0
    let path =
      "M\(number(start + shift)) \(number(base)) V\(number(top)) H\(number(end - shift)) V\(number(base))"
    let tip =
      "M\(number(end - shift - 3)) \(number(base - 6)) L\(number(end - shift)) \(number(base)) "
      + "L\(number(end - shift + 3)) \(number(base - 6))"
    return [
      "<path class=\"arc \(arc.style)\" d=\"\(path)\"/><path class=\"tip\" d=\"\(tip)\"/>",
      text(arc.label, x: (start + end) / 2, y: top - 4, style: "label \(arc.style)"),
    ]
  }

  private func text(_ words: String, x: Double, y: Double, style: String) -> String {
    "<text class=\"\(style)\" x=\"\(number(x))\" y=\"\(number(y))\">\(escaped(words))</text>"
  }

  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}

/// Text for HTML: marks that mean something there are written as entities, control characters are
/// shown.
func escaped(_ text: String) -> String { XMLText.escapingMarks(in: printable(text)) }
