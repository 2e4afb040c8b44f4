import DocumentModel
import ModelFiles

/// Tags, lemmatises and parses sentences: a part of speech, features, a lemma, a head and a
/// relation for every token, always as one well-formed tree a sentence.
///
/// The parser itself is immutable and may be used from any number of threads at once. Each call
/// needs a workspace of its own; making one and passing it along from document to document keeps
/// its cache of word states warm. Time is linear in the length of a sentence.
public struct SyntaxParser: Sendable {
  /// The checksum of the model in use.
  public let modelDigest: UInt64
  let network: SyntaxNetwork
  let lemmatizer: Lemmatizer

  /// Reads the model file at `path`.
  public init(contentsOf path: String) throws(ModelFileError) {
    try self.init(model: ModelFile(contentsOf: path))
  }

  public init(model: ModelFile) throws(ModelFileError) {
    modelDigest = model.digest
    network = try SyntaxNetwork(model)
    lemmatizer = try Lemmatizer(model)
  }

  /// Memory for one thread's calls; about three megabytes once warm.
  public func makeWorkspace() -> SyntaxWorkspace {
    SyntaxWorkspace(network.shape)
  }

  /// The layer of `document`: one tree a sentence, heads as indices into `document.tokens`.
  public func trees(for document: Document) -> SyntaxLayer {
    trees(for: document, using: makeWorkspace())
  }

  /// The layer of `document`, computed in `workspace`, which no other call may use meanwhile.
  public func trees(for document: Document, using workspace: SyntaxWorkspace) -> SyntaxLayer {
    var layer = SyntaxLayer.unparsed(count: document.tokens.count)
    let text = Array(document.article.text.utf8)
    for sentence in document.sentences {
      workspace.begin(count: sentence.tokens.count)
      for (row, token) in sentence.tokens.enumerated() {
        if let form = document.normalForms[token] {
          workspace.setWord(row, Array(form.utf8)[...])
        } else {
          workspace.setWord(row, text[document.tokens[token].span.range])
        }
      }
      parse(workspace, at: sentence.tokens.lowerBound, into: &layer)
    }
    return layer
  }

  /// The tree of one sentence given as words; heads are indices into `words`.
  public func tree(of words: [String]) -> SyntaxLayer {
    tree(of: words, using: makeWorkspace())
  }

  /// The tree of one sentence given as words, computed in `workspace`.
  public func tree(of words: [String], using workspace: SyntaxWorkspace) -> SyntaxLayer {
    var layer = SyntaxLayer.unparsed(count: words.count)
    guard !words.isEmpty else { return layer }
    workspace.begin(count: words.count)
    for (row, word) in words.enumerated() { workspace.setWord(row, Array(word.utf8)[...]) }
    parse(workspace, at: 0, into: &layer)
    return layer
  }

  /// Parses the words in `workspace` into the rows of `layer` from `first` on.
  private func parse(_ workspace: SyntaxWorkspace, at first: Int, into layer: inout SyntaxLayer) {
    network.run(workspace)
    let isUpperCase = workspace.isUpperCase
    for row in 0..<workspace.count {
      let scores = workspace.tagScores + row * network.shape.tagColumns
      let tag = TagLayout.tag(scores)
      let features = TagLayout.features(scores)
      let head = workspace.heads[row]
      layer.tags[first + row] = tag
      layer.features[first + row] = features
      layer.heads[first + row] = head < 0 ? -1 : Int32(first) + head
      layer.relations[first + row] =
        head < 0 ? .root : DependencyLabels.all[Int(workspace.labels[row])]
      layer.lemmas[first + row] = lemmatizer.lemma(
        of: workspace.word(row), hash: workspace.hashes[row], tag: tag, features: features,
        inUpperCase: isUpperCase, cache: &workspace.lemmas)
    }
  }
}

extension SyntaxLayer {
  /// A layer of `count` tokens that says nothing yet: each its own root.
  static func unparsed(count: Int) -> SyntaxLayer {
    SyntaxLayer(
      tags: Array(repeating: .x, count: count),
      features: Array(repeating: MorphologicalFeatures(), count: count),
      lemmas: Array(repeating: "", count: count), heads: Array(repeating: -1, count: count),
      relations: Array(repeating: .root, count: count))
  }
}
