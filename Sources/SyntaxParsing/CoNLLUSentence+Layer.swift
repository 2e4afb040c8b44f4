import DocumentModel

extension CoNLLUSentence {
  /// The words' forms.
  public var forms: [String] { words.map(\.form) }

  /// The same sentence and ids with tags, features, lemmas, heads and relations of `layer`, whose
  /// token `first` is the first word. Language-specific tags and enhanced graphs are emptied.
  public func annotated(with layer: SyntaxLayer, from first: Int = 0) -> CoNLLUSentence {
    var result = self
    result.emptyNodes = [:]
    for row in words.indices {
      let token = first + row
      result.words[row].lemma = layer.lemmas[token].isEmpty ? "_" : layer.lemmas[token]
      result.words[row].upos = layer.tags[token].label
      result.words[row].xpos = "_"
      result.words[row].feats = layer.features[token].conllu
      let head = layer.heads[token]
      result.words[row].head = head < 0 ? 0 : Int(head) - first + 1
      result.words[row].deprel = layer.relations[token].rawValue
      result.words[row].deps = "_"
    }
    return result
  }

  /// What the columns say, as a layer of the sentence's own tokens. An unknown feature is left
  /// out.
  public func layer() throws(CoNLLUError) -> SyntaxLayer {
    guard isTree else { throw CoNLLUError(line: line, kind: .tree) }
    var layer = SyntaxLayer.unparsed(count: words.count)
    for (row, word) in words.enumerated() {
      guard let tag = UniversalTag(label: word.upos) else {
        throw CoNLLUError(line: line, kind: .label(word.upos))
      }
      guard let relation = DependencyRelation(label: word.deprel) else {
        throw CoNLLUError(line: line, kind: .label(word.deprel))
      }
      layer.tags[row] = tag
      layer.features[row] = MorphologicalFeatures(conllu: word.feats)
      layer.lemmas[row] = word.lemma
      layer.heads[row] = Int32((word.head ?? 0) - 1)
      layer.relations[row] = relation
    }
    return layer
  }

  /// Whether the heads make a tree with one root.
  public var isTree: Bool {
    let heads = words.map { Int32(($0.head ?? -1) - 1) }
    return heads.allSatisfy { $0 >= -1 } && heads.filter { $0 == -1 }.count == 1
      && TreeDecoder.cycles(in: heads).isEmpty
  }
}
