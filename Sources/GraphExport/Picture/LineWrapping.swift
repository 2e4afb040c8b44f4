/// Breaks a label into lines of about a given width.
enum LineWrapping {
  /// At most `limit` lines, broken at spaces; what does not fit ends in an ellipsis.
  static func lines(of text: String, width: Int, limit: Int = 3) -> [String] {
    var lines: [String] = []
    for word in TextCleaning.cleaned(text).split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    guard lines.count > limit else { return lines.map { cut($0, width) } }
    var shown = lines.prefix(limit).map { cut($0, width) }
    if let last = shown.last, !last.hasSuffix("…") { shown[limit - 1] = last + " …" }
    return shown
  }

  /// A word without a place to break it is cut, though not for a letter or two.
  private static func cut(_ line: String, _ width: Int) -> String {
    line.count <= width + 6 ? line : line.prefix(width) + "…"
  }
}
