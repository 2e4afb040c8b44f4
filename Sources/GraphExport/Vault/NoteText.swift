/// A note as it stands: properties, what the user wrote, and the block that is ours.
struct NoteText {
  static let begin = "<!-- entente:begin, written anew in every run -->"
  static let end = "<!-- entente:end -->"

  let original: String
  /// The lines between the first two `---`.
  private var properties: [Substring] = []
  private var before = ""
  private var after = ""

  init(_ text: String?) {
    original = text ?? ""
    var lines = original.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.first == "---", let close = lines.dropFirst().firstIndex(of: "---") {
      properties = Array(lines[1..<close])
      lines = lines[(close + 1)...]
    }
    guard let first = lines.firstIndex(where: { $0.hasPrefix("<!-- entente:begin") }) else {
      before = lines.joined(separator: "\n")
      return
    }
    before = lines[..<first].map { $0 + "\n" }.joined()
    // Without an end nothing tells whose the rest is: it stays.
    let last = lines[first...].firstIndex { $0.hasPrefix(Self.end) }
    after = lines[((last ?? first) + 1)...].joined(separator: "\n")
  }

  /// The id of the node that the note is of.
  var id: String? {
    let line = properties.first { $0.hasPrefix("entente-id:") }
    return line.map { $0.dropFirst("entente-id:".count).filter { $0 != "\"" && $0 != " " } }
  }

  /// The note with properties and block of ours replaced.
  func replaced(properties own: [String], block: String) -> String {
    let kept = usersProperties(besides: Set(own.map(Self.key) + NotePage.keys))
    let body = before.isEmpty || before.hasSuffix("\n") ? before : before + "\n"
    let rest = after.isEmpty || after.hasSuffix("\n") ? after : after + "\n"
    return (["---"] + own + kept + ["---"]).map { $0 + "\n" }.joined()
      + body + Self.begin + "\n" + block + Self.end + "\n" + rest
  }

  /// A property and the indented lines or list items that belong to it.
  private func usersProperties(besides ours: Set<String>) -> [String] {
    var isOurs = false
    return properties.filter { line in
      let continues = line.isEmpty || line.hasPrefix(" ") || line.hasPrefix("-")
      if !continues { isOurs = ours.contains(Self.key(String(line))) }
      return !isOurs
    }.map(String.init)
  }

  private static func key(_ line: String) -> String {
    String(line.prefix { $0 != ":" })
  }
}
