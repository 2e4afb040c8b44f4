/// A sentence of a CoNLL-U file (universaldependencies.org/format), as it stands there.
public struct CoNLLUSentence: Sendable, Equatable {
  /// The ten columns of a syntactic word; `_` where a column is empty.
  public struct Word: Sendable, Equatable {
    /// 1, 2, 3, … within the sentence.
    public var id: Int
    public var form: String
    public var lemma: String
    public var upos: String
    public var xpos: String
    public var feats: String
    /// The id of the head, 0 for the root; nil where the column is empty.
    public var head: Int?
    public var deprel: String
    public var deps: String
    public var misc: String

    public init(
      id: Int, form: String, lemma: String = "_", upos: String = "_", xpos: String = "_",
      feats: String = "_", head: Int? = nil, deprel: String = "_", deps: String = "_",
      misc: String = "_"
    ) {
      self.id = id
      self.form = form
      self.lemma = lemma
      self.upos = upos
      self.xpos = xpos
      self.feats = feats
      self.head = head
      self.deprel = deprel
      self.deps = deps
      self.misc = misc
    }

    public var hasSpaceAfter: Bool {
      !misc.split(separator: "|").contains("SpaceAfter=No")
    }
  }

  /// A token of the text that is several words: `3-4 doesn't`.
  public struct MultiwordToken: Sendable, Equatable {
    /// The ids of its first and last word.
    public var ids: ClosedRange<Int>
    public var form: String
    public var misc: String

    public init(ids: ClosedRange<Int>, form: String, misc: String = "_") {
      self.ids = ids
      self.form = form
      self.misc = misc
    }

    public var hasSpaceAfter: Bool {
      !misc.split(separator: "|").contains("SpaceAfter=No")
    }
  }

  /// Comment lines without their `#`.
  public var comments: [String]
  public var words: [Word]
  /// In the order of their ids.
  public var multiwordTokens: [MultiwordToken]
  /// Lines of empty nodes (`8.1`), kept as they are, by the id of the word they follow.
  public var emptyNodes: [Int: [String]]
  /// The line of the file after the sentence, for messages; 0 for one that was not read.
  public var line: Int

  public init(
    comments: [String] = [], words: [Word], multiwordTokens: [MultiwordToken] = [],
    emptyNodes: [Int: [String]] = [:], line: Int = 0
  ) {
    self.comments = comments
    self.words = words
    self.multiwordTokens = multiwordTokens
    self.emptyNodes = emptyNodes
    self.line = line
  }

  /// The value of a comment `key = value`.
  public func comment(_ key: String) -> String? {
    for comment in comments {
      let parts = comment.split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0].trimmed == key { return String(parts[1].trimmed) }
    }
    return nil
  }
}

extension Substring {
  /// Without blanks at either end.
  var trimmed: Substring {
    var result = self
    while result.first == " " { result.removeFirst() }
    while result.last == " " { result.removeLast() }
    return result
  }
}
