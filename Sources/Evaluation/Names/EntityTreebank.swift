import DocumentModel
public import SyntaxParsing

/// Reads names and coreference clusters from CoNLL-U with `Entity=` in its last column, as GUM and
/// CorefUD write them.
///
/// A name is a span whose head is a proper noun, cut down to the words of the name: without
/// determiners and small words at its ends. Of nested names the outermost counts.
public struct EntityTreebank: Sendable {
  public init() {}

  /// A text for each document of `sentences`; `file` is what a document without an id is called.
  public func texts(of sentences: [CoNLLUSentence], file: String) -> [LabelledText] {
    var texts: [LabelledText] = []
    var builder = LabelledTextBuilder(id: file)
    for sentence in sentences {
      if let id = sentence.comment("newdoc id") {
        if !builder.isEmpty { texts.append(builder.text) }
        builder = LabelledTextBuilder(id: id)
      }
      builder.add(sentence)
    }
    if !builder.isEmpty { texts.append(builder.text) }
    return texts
  }
}

/// Puts the sentences of one document together.
private struct LabelledTextBuilder {
  private(set) var text: LabelledText
  private var clusters: [String: Int] = [:]

  /// Of other names the treebank has too few to say that the rest are none.
  init(id: String) { text = LabelledText(id: id, text: "", names: [], labelsOthers: false) }

  var isEmpty: Bool { text.text.isEmpty }

  mutating func add(_ sentence: CoNLLUSentence) {
    let spans = appendWords(of: sentence)
    var nameEnd = 0
    for entity in EntityBrackets(sentence).entities {
      let head = head(of: entity.words, in: sentence)
      let core = nameHead(at: head, in: entity.words, of: sentence)
      let isName = sentence.words[core].isProper
      let cluster = clusters[entity.id] ?? clusters.count
      clusters[entity.id] = cluster
      text.references.append(
        .init(
          span: spans[entity.words.lowerBound].union(spans[entity.words.upperBound - 1]),
          head: spans[core], cluster: cluster, isName: isName))
      guard isName, let name = name(in: entity.words, around: core, of: sentence),
        name.lowerBound >= nameEnd
      else { continue }
      let bytes = spans[name.lowerBound].union(spans[name.upperBound - 1])
      text.names.append(LabelledSpan(bytes.range, entity.type))
      nameEnd = name.upperBound
    }
  }

  /// Appends the text of a sentence and returns where its words stand.
  private mutating func appendWords(of sentence: CoNLLUSentence) -> [TextSpan] {
    if !text.text.isEmpty {
      let isParagraph = sentence.comments.contains { $0.contains("newpar") }
      text.text += isParagraph ? "\n\n" : " "
    }
    var spans: [TextSpan] = []
    var start = text.text.utf8.count
    let multiwords = Dictionary(
      sentence.multiwordTokens.map { ($0.ids.upperBound, $0) }, uniquingKeysWith: { $1 })
    let insideMultiword = Set(
      sentence.multiwordTokens.flatMap { $0.ids.lowerBound..<$0.ids.upperBound })
    for word in sentence.words {
      text.text += word.form
      let end = text.text.utf8.count
      spans.append(TextSpan(start, end))
      let hasSpace = multiwords[word.id]?.hasSpaceAfter ?? word.hasSpaceAfter
      if hasSpace, !insideMultiword.contains(word.id), word.id < sentence.words.count {
        text.text += " "
      }
      start = text.text.utf8.count
    }
    return spans
  }

  /// The word of a span that depends on none of it.
  private func head(of words: Range<Int>, in sentence: CoNLLUSentence) -> Int {
    words.first { index in
      guard let head = sentence.words[index].head else { return false }
      return !words.contains(head - 1)
    } ?? words.lowerBound
  }

  /// The head, or the name behind it: "biologist Nick Bos", "President Obama".
  private func nameHead(at head: Int, in words: Range<Int>, of sentence: CoNLLUSentence) -> Int {
    let isTitle =
      sentence.words[head].upos == "NOUN" || Self.titles.contains(sentence.words[head].form)
    guard isTitle else { return head }
    return words.first {
      $0 > head && sentence.words[$0].head == head + 1 && sentence.words[$0].isProper
        && sentence.words[$0].deprel == "flat"
    } ?? head
  }

  private static let titles: Set<String> = [
    "President", "Senator", "Representative", "Governor", "Mayor", "Minister", "Secretary",
    "Justice", "Judge", "General", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.",
    "Professor", "Prof.", "Sir", "Captain", "Prime", "King", "Queen", "Prince", "Princess", "Pope",
  ]

  /// The run of proper nouns around `head`, small words between them included.
  private func name(
    in words: Range<Int>, around head: Int, of sentence: CoNLLUSentence
  ) -> Range<Int>? {
    func isProper(_ index: Int) -> Bool {
      sentence.words[index].isProper
    }
    func isJoint(_ index: Int) -> Bool {
      ["of", "-", "for", "the", "and", "de", "van", "von", "&", "'s"].contains(
        sentence.words[index].form)
    }
    var first = head
    var last = head
    var index = head - 1
    while words.contains(index), isProper(index) || isJoint(index),
      !Self.titles.contains(sentence.words[index].form)
    {
      if isProper(index) { first = index }
      index -= 1
    }
    index = head + 1
    while words.contains(index), isProper(index) || isJoint(index) {
      if isProper(index) { last = index }
      index += 1
    }
    return first..<last + 1
  }
}

extension CoNLLUSentence.Word {
  /// A proper noun, or an adjective or participle as part of a name: "United".
  fileprivate var isProper: Bool { upos == "PROPN" || xpos.hasPrefix("NNP") }
}

/// The entity brackets of a sentence.
struct EntityBrackets {
  struct Entity {
    var id: String
    var type: String
    /// Indices into the words of the sentence.
    var words: Range<Int>
  }

  /// By first word, of those that begin together the longest first.
  private(set) var entities: [Entity] = []
  private var open: [(id: String, type: String, start: Int)] = []

  init(_ sentence: CoNLLUSentence) {
    for (index, word) in sentence.words.enumerated() {
      let field = word.misc.split(separator: "|").first { $0.hasPrefix("Entity=") }
      if let field { read(field.dropFirst("Entity=".count), at: index) }
    }
    entities.sort {
      ($0.words.lowerBound, -$0.words.count) < ($1.words.lowerBound, -$1.words.count)
    }
  }

  private mutating func read(_ field: Substring, at index: Int) {
    var rest = field
    while let first = rest.first {
      if first == "(" {
        rest.removeFirst()
        let end = rest.firstIndex { $0 == "(" || $0 == ")" } ?? rest.endIndex
        let parts = rest[..<end].split(separator: "-", omittingEmptySubsequences: false)
        open.append((String(parts[0]), parts.count > 1 ? String(parts[1]) : "", index))
        rest = rest[end...]
        if rest.first == ")" {
          close(String(parts[0]), at: index)
          rest.removeFirst()
        }
      } else {
        let end = rest.firstIndex(of: ")") ?? rest.endIndex
        close(String(rest[..<end]), at: index)
        rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
      }
    }
  }

  private mutating func close(_ id: String, at index: Int) {
    guard let position = open.lastIndex(where: { $0.id == id }) else { return }
    let entity = open.remove(at: position)
    entities.append(Entity(id: id, type: entity.type, words: entity.start..<index + 1))
  }
}
