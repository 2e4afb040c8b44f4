/// Reading and writing CoNLL-U (universaldependencies.org/format).
public enum CoNLLU {
  /// The sentences of a file's text; the last one need not end with an empty line.
  public static func read(_ text: String) throws(CoNLLUError) -> [CoNLLUSentence] {
    var reader = Reader()
    var number = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == 13 ? line.dropLast() : line
      try reader.take(String(Substring(line)), at: number)
    }
    try reader.endSentence(at: number)
    return reader.sentences
  }

  /// The text of a file with `sentences`.
  public static func write(_ sentences: [CoNLLUSentence]) -> String {
    var result = ""
    for sentence in sentences { append(sentence, to: &result) }
    return result
  }

  private static func append(_ sentence: CoNLLUSentence, to text: inout String) {
    for comment in sentence.comments { text += "#\(comment)\n" }
    for line in sentence.emptyNodes[0] ?? [] { text += line + "\n" }
    var tokens = sentence.multiwordTokens[...]
    for word in sentence.words {
      if let token = tokens.first, token.ids.lowerBound == word.id {
        text += "\(token.ids.lowerBound)-\(token.ids.upperBound)\t\(token.form)"
        text += "\t_\t_\t_\t_\t_\t_\t_\t\(token.misc)\n"
        tokens.removeFirst()
      }
      text += "\(word.id)\t\(word.form)\t\(word.lemma)\t\(word.upos)\t\(word.xpos)\t\(word.feats)\t"
      text += (word.head.map(String.init) ?? "_") + "\t"
      text += "\(word.deprel)\t\(word.deps)\t\(word.misc)\n"
      for line in sentence.emptyNodes[word.id] ?? [] { text += line + "\n" }
    }
    text += "\n"
  }

  /// Collects lines into sentences.
  private struct Reader {
    var sentences: [CoNLLUSentence] = []
    private var current = CoNLLUSentence(words: [])

    mutating func take(_ line: String, at number: Int) throws(CoNLLUError) {
      if line.isEmpty {
        try endSentence(at: number)
      } else if line.hasPrefix("#") {
        current.comments.append(String(line.dropFirst()))
      } else {
        try takeColumns(line, at: number)
      }
    }

    private mutating func takeColumns(_ line: String, at number: Int) throws(CoNLLUError) {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 10 else {
        throw CoNLLUError(line: number, kind: .columns(columns.count))
      }
      if columns[0].contains(".") {
        current.emptyNodes[current.words.count, default: []].append(line)
      } else if columns[0].contains("-") {
        try takeMultiword(columns, at: number)
      } else {
        try takeWord(columns, at: number)
      }
    }

    private mutating func takeMultiword(
      _ columns: [String], at number: Int
    ) throws(CoNLLUError) {
      let ends = columns[0].split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] == current.words.count + 1, ends[0] <= ends[1] else {
        throw CoNLLUError(line: number, kind: .id(columns[0]))
      }
      current.multiwordTokens.append(
        .init(ids: ends[0]...ends[1], form: columns[1], misc: columns[9]))
    }

    private mutating func takeWord(_ columns: [String], at number: Int) throws(CoNLLUError) {
      guard let id = Int(columns[0]), id == current.words.count + 1 else {
        throw CoNLLUError(line: number, kind: .id(columns[0]))
      }
      let head = Int(columns[6])
      guard columns[6] == "_" || (head.map { $0 >= 0 && $0 != id } ?? false) else {
        throw CoNLLUError(line: number, kind: .head(columns[6]))
      }
      guard !columns[1].isEmpty else { throw CoNLLUError(line: number, kind: .form) }
      current.words.append(
        .init(
          id: id, form: columns[1], lemma: columns[2], upos: columns[3], xpos: columns[4],
          feats: columns[5], head: head, deprel: columns[7], deps: columns[8],
          misc: columns[9]))
    }

    mutating func endSentence(at number: Int) throws(CoNLLUError) {
      defer { current = CoNLLUSentence(words: []) }
      guard !current.words.isEmpty else { return }
      let count = current.words.count
      for word in current.words where (word.head ?? 0) > count {
        throw CoNLLUError(line: number, kind: .head(String(word.head ?? 0)))
      }
      if let last = current.multiwordTokens.last, last.ids.upperBound > count {
        throw CoNLLUError(
          line: number, kind: .id("\(last.ids.lowerBound)-\(last.ids.upperBound)"))
      }
      current.line = number
      sentences.append(current)
    }
  }
}

/// What is wrong with a CoNLL-U file, and where.
public struct CoNLLUError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Kind: Equatable, Sendable {
    /// Not ten columns but so many.
    case columns(Int)
    /// An id out of order.
    case id(String)
    /// A head that is no word of the sentence.
    case head(String)
    /// An empty form.
    case form
    /// Heads that make no tree with one root, or none at all.
    case tree
    /// A tag or relation that Universal Dependencies does not have.
    case label(String)
    /// A word that the article does not go on with.
    case text(String)
    /// A sentence before any comment that names its document.
    case noDocument
  }

  /// Counted from one; of a sentence as a whole, the line after it.
  public var line: Int
  public var kind: Kind

  public init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }

  public var description: String {
    switch kind {
    case .columns(let count): "line \(line): \(count) columns; CoNLL-U has 10, separated by tabs"
    case .id(let id): "line \(line): the id \(id) is out of order"
    case .head(let head): "line \(line): the head \(head) is no word of the sentence"
    case .form: "line \(line): the form is empty"
    case .tree: "line \(line): the heads make no tree with one root"
    case .label(let label): "line \(line): \(label) is no label of Universal Dependencies"
    case .text(let form):
      "line \(line): the sentence before it does not fit the article, which does not go on with "
        + "\(form)"
    case .noDocument:
      "line \(line): no comment '# newdoc id = …' says to which article the sentence belongs"
    }
  }
}
