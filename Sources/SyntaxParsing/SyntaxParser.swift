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
  let bundles: FeatureBundles
  let lemmatizer: Lemmatizer

  /// Reads the model file at `path`.
  public init(contentsOf path: String) throws(ModelFileError) {
    try self.init(model: ModelFile(contentsOf: path))
  }

  public init(model: ModelFile) throws(ModelFileError) {
    modelDigest = model.digest
    network = try SyntaxNetwork(model)
    bundles = try FeatureBundles(model)
    lemmatizer = try Lemmatizer(model, dictionary: network.extractor)
  }

  /// Memory for one thread's calls; some fifteen megabytes once warm.
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
    workspace.begin()
    for sentence in document.sentences {
      for token in sentence.tokens {
        if let form = document.normalForms[token] {
          workspace.add(word: Array(form.utf8)[...])
        } else {
          workspace.add(word: text[document.tokens[token].span.range])
        }
      }
      workspace.endSentence(at: sentence.tokens.lowerBound)
      if workspace.count >= Self.batchSize { parse(workspace, into: &layer) }
    }
    parse(workspace, into: &layer)
    return layer
  }

  /// Short sentences are run together up to about so many tokens, which keeps the kernels busy.
  private static let batchSize = 64

  /// The tree of one sentence given as words; heads are indices into `words`.
  public func tree(of words: [String]) -> SyntaxLayer {
    tree(of: words, using: makeWorkspace())
  }

  /// The tree of one sentence given as words, computed in `workspace`.
  public func tree(of words: [String], using workspace: SyntaxWorkspace) -> SyntaxLayer {
    var layer = SyntaxLayer.unparsed(count: words.count)
    workspace.begin()
    for word in words { workspace.add(word: Array(word.utf8)[...]) }
    workspace.endSentence(at: 0)
    parse(workspace, into: &layer)
    return layer
  }

  /// Parses the sentences in `workspace` into `layer` and empties the workspace.
  private func parse(_ workspace: SyntaxWorkspace, into layer: inout SyntaxLayer) {
    network.run(workspace)
    for sentence in workspace.sentences {
      let isUpperCase = LemmaContext.isUpperCase(sentence.rows.lazy.map { workspace.word($0) })
      for row in sentence.rows {
        write(workspace, row, sentence, isUpperCase: isUpperCase, into: &layer)
      }
    }
    workspace.begin()
  }

  /// Writes what was found out about the word at `row` into its place in `layer`.
  private func write(
    _ workspace: SyntaxWorkspace, _ row: Int, _ sentence: SyntaxWorkspace.Sentence,
    isUpperCase: Bool, into layer: inout SyntaxLayer
  ) {
    let token = sentence.firstToken + row - sentence.rows.lowerBound
    let scores = workspace.tagScores + row * network.shape.tagColumns
    let tag = TagLayout.tag(scores)
    let features = bundles.features(of: tag, scores)
    let head = Int(workspace.heads[row])
    let relation = head < 0 ? .root : DependencyLabels.all[Int(workspace.labels[row])]
    let word = workspace.word(row)
    let context = LemmaContext(
      tag, features, relation, form: word, row: row - sentence.rows.lowerBound)
    layer.tags[token] = tag
    layer.features[token] = features
    layer.heads[token] = head < 0 ? -1 : Int32(token + head - row)
    layer.relations[token] = relation
    layer.lemmas[token] = lemmatizer.lemma(
      of: word, hash: workspace.hashes[row], context, inUpperCase: isUpperCase,
      cache: &workspace.lemmas)
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
