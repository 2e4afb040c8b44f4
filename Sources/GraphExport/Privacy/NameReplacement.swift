import GraphModel

/// Replaces names in running text: full names and, where nobody else's name has them, their words.
struct NameReplacement {
  /// Names as folded words, by their first word, the longest first.
  private var patterns: [Substring: [(words: [Substring], replacement: String)]] = [:]

  init(hidden: [Node], of graph: Graph, by replacement: (Node) -> String) {
    let hiddenIDs = Set(hidden.map(\.id))
    let taken = Set(
      graph.nodes.filter { !hiddenIDs.contains($0.id) }
        .flatMap { [$0.label] + $0.aliases }.flatMap(Self.words))
    for node in hidden {
      let text = replacement(node)
      for name in [node.label] + node.aliases {
        let words = Self.words(name)
        add(words, text)
        for word in words where word.count > 2 && !taken.contains(word) { add([word], text) }
      }
    }
    for key in patterns.keys { patterns[key]?.sort { $0.words.count > $1.words.count } }
  }

  private mutating func add(_ words: [Substring], _ replacement: String) {
    guard let first = words.first else { return }
    guard patterns[first]?.contains(where: { $0.words == words }) != true else { return }
    patterns[first, default: []].append((words, replacement))
  }

  func replaced(_ text: String) -> String {
    let ranges = Self.ranges(of: text)
    let words = ranges.map { text[$0] }
    var (result, copied, index) = ("", text.startIndex, 0)
    while index < words.count {
      let found = patterns[words[index]]?.first { words[index...].starts(with: $0.words) }
      guard let found else {
        index += 1
        continue
      }
      result += text[copied..<ranges[index].lowerBound] + found.replacement
      index += found.words.count
      copied = ranges[index - 1].upperBound
    }
    return result + text[copied...]
  }

  private static func words(_ text: String) -> [Substring] { ranges(of: text).map { text[$0] } }

  /// Runs of letters and digits.
  private static func ranges(of text: String) -> [Range<String.Index>] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.startIndex..<$0.endIndex }
  }
}
