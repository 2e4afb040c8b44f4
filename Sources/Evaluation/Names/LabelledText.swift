public import DocumentModel

/// A text whose names, and where the source has them whose coreference clusters, are marked by hand.
public struct LabelledText: Sendable, Equatable {
  /// A span that refers to something.
  public struct Reference: Sendable, Equatable {
    public var span: TextSpan
    /// The word it is about: "minister" of "the minister from Seoul".
    public var head: TextSpan
    /// Spans with the same number refer to the same thing.
    public var cluster: Int
    /// Whether its head is a proper noun.
    public var isName: Bool

    public init(span: TextSpan, head: TextSpan, cluster: Int, isName: Bool) {
      self.span = span
      self.head = head
      self.cluster = cluster
      self.isName = isName
    }
  }

  public var id: String
  public var text: String
  /// In text order, not overlapping; ranges are UTF-8 bytes of `text`.
  public var names: [LabelledSpan]
  public var references: [Reference]
  /// Whether names of other kinds than `NameKind` are labelled too.
  public var labelsOthers: Bool

  public init(
    id: String, text: String, names: [LabelledSpan], references: [Reference] = [],
    labelsOthers: Bool = true
  ) {
    self.id = id
    self.text = text
    self.names = names
    self.references = references
    self.labelsOthers = labelsOthers
  }
}

extension LabelledText {
  /// Texts of sentences in BIO columns, each a paragraph. Sentences that follow one another without
  /// a mark of a new document are taken together up to `length`: newspapers rarely run longer.
  static func texts(
    of documents: [[LabelledSentence]], file: String, length: Int = 25
  ) -> [LabelledText] {
    let labels = Set(documents.joined().flatMap(\.spans).map(\.label))
    let labelsOthers = labels.contains { NameKind(label: $0) == nil }
    var texts: [LabelledText] = []
    for document in documents {
      for start in stride(from: 0, to: document.count, by: length) {
        let part = document[start..<min(document.count, start + length)]
        var text = LabelledText(id: "\(file)#\(texts.count + 1)", text: "", names: [])
        text.labelsOthers = labelsOthers
        for sentence in part { text.append(sentence) }
        texts.append(text)
      }
    }
    return texts
  }

  private mutating func append(_ sentence: LabelledSentence) {
    if !text.isEmpty { text += "\n\n" }
    let start = text.utf8.count
    names += sentence.textSpans.map {
      LabelledSpan(start + $0.range.lowerBound..<start + $0.range.upperBound, $0.label)
    }
    text += sentence.text
  }
}
