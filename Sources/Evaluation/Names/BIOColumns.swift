/// A labelled run of tokens of one sentence, or of any other units counted from 0.
public struct LabelledSpan: Hashable, Sendable, Codable {
  /// Never empty.
  public var range: Range<Int>
  public var label: String

  public init(_ range: Range<Int>, _ label: String) {
    self.range = range
    self.label = label
  }
}

/// A sentence with its names marked.
public struct LabelledSentence: Hashable, Sendable, Codable {
  public var tokens: [String]
  /// In text order, not overlapping.
  public var spans: [LabelledSpan]

  public init(tokens: [String], spans: [LabelledSpan]) {
    self.tokens = tokens
    self.spans = spans
  }
}

/// Reads CoNLL columns: a token a line, the token first, its tag (`B-PER`, `I-PER`, `O`) last, a
/// blank line between sentences.
///
/// A line that begins with `#` and ends in no tag is a comment; `-DOCSTART-` lines and comments with `doc` begin a document.
/// An `I-` that continues nothing begins a name, as in CoNLL-2003's scorer.
public struct BIOColumns: Sendable {
  public init() {}

  /// The sentences of `text`; `file` is what errors call it. Throws `BIOColumnsError`.
  public func sentences(in text: String, file: String) throws -> [LabelledSentence] {
    try documents(in: text, file: file).flatMap { $0 }
  }

  /// The same as texts that a recogniser can read: a document each, a long one in parts.
  public func texts(in text: String, file: String) throws -> [LabelledText] {
    LabelledText.texts(of: try documents(in: text, file: file), file: file)
  }

  /// The sentences by document; `-DOCSTART-` and comments such as `# newdoc` or `# doc=1` begin one.
  public func documents(in text: String, file: String) throws -> [[LabelledSentence]] {
    var documents: [[LabelledSentence]] = [[]]
    var rows: [(token: String, tag: BIOTag)] = []
    func endSentence() {
      if !rows.isEmpty { documents[documents.count - 1].append(LabelledSentence(rows)) }
      rows = []
    }
    func beginDocument() {
      endSentence()
      if documents.last?.isEmpty == false { documents.append([]) }
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let columns = line.split(whereSeparator: \.isWhitespace)
      guard let token = columns.first, let last = columns.last else {
        endSentence()
        continue
      }
      if token == "-DOCSTART-" {
        beginDocument()
      } else if columns.count > 1, let tag = BIOTag(last) {
        rows.append((String(token), tag))
      } else if token.hasPrefix("#") {
        if line.contains("doc") { beginDocument() }
      } else {
        throw BIOColumnsError(file: file, line: index + 1, found: String(line))
      }
    }
    endSentence()
    return documents.filter { !$0.isEmpty }
  }
}

/// A line that is neither a token with its tag nor a comment.
public struct BIOColumnsError: Error, Equatable, Sendable, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var found: String

  public var description: String {
    "\(file):\(line): \"\(found)\" is no token with a tag; write the token, a tab, and O, B-TYPE "
      + "or I-TYPE"
  }
}

/// Whether a token begins a name, continues one, or is outside.
enum BIOTag: Equatable {
  case outside
  case begin(String)
  case inside(String)

  /// Nil for what is no tag.
  init?(_ text: Substring) {
    if text == "O" {
      self = .outside
    } else if text.hasPrefix("B-"), text.count > 2 {
      self = .begin(String(text.dropFirst(2)))
    } else if text.hasPrefix("I-"), text.count > 2 {
      self = .inside(String(text.dropFirst(2)))
    } else {
      return nil
    }
  }
}

extension LabelledSentence {
  fileprivate init(_ rows: [(token: String, tag: BIOTag)]) {
    tokens = rows.map(\.token)
    spans = []
    for (index, row) in rows.enumerated() { extend(by: row.tag, at: index) }
  }

  private mutating func extend(by tag: BIOTag, at index: Int) {
    switch tag {
    case .outside: break
    case .begin(let label): spans.append(LabelledSpan(index..<index + 1, label))
    case .inside(let label):
      if let last = spans.last, last.label == label, last.range.upperBound == index {
        spans[spans.count - 1].range = last.range.lowerBound..<index + 1
      } else {
        spans.append(LabelledSpan(index..<index + 1, label))
      }
    }
  }
}
