import Coreference
import DocumentModel
import Evaluation
import Foundation
import Gazetteers
import Recognition
import Segmentation
import SyntaxParsing

/// Reads texts with coreference clusters and finds in them what the pronoun model sees.
struct PronounTextReader {
  /// A pronoun, which of its options are right, and whether a name stands for it.
  struct Example {
    var pronoun: PronounCase
    var right: [Int]
    var isNamed: Bool
  }

  private let segmenter = Segmenter(options: SegmentationOptions(parts: .bodyOnly))
  private let matcher: PhraseMatcher
  private let parser: SyntaxParser
  private let recognizer: MentionRecognizer
  private let resolver: ChainResolver

  init(data: URL) throws {
    let (gazetteer, _) = try GazetteerLoader().load(
      folders: [data.appending(path: "Gazetteers").resolvingSymlinksInPath()])
    matcher = PhraseMatcher(gazetteer: gazetteer)
    parser = try SyntaxParser(contentsOf: data.appending(path: "Models/english.entente").path)
    let names = try NameModel(contentsOf: data.appending(path: "Models/names.entente").path)
    recognizer = MentionRecognizer(gazetteer: gazetteer, names: names)
    resolver = ChainResolver(gazetteer: gazetteer)
  }

  /// The pronouns of each document.
  func examples(of path: String) throws -> [[Example]] {
    let content = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    let file = URL(filePath: path).lastPathComponent
    let workspace = parser.makeWorkspace()
    let texts =
      path.hasSuffix(".conllu")
      ? EntityTreebank().texts(of: try CoNLLU.read(content), file: file)
      : BracketedText.texts(in: content, file: file)
    return texts.map { examples(in: $0, using: workspace) }
  }

  private func examples(in text: LabelledText, using workspace: SyntaxWorkspace) -> [Example] {
    let document = segmenter.document(for: Article(id: text.id, text: text.text))
    let words = matcher.words(in: document)
    let syntax = parser.trees(for: document, using: workspace)
    let mentions = recognizer.mentions(
      in: document, matches: matcher.matches(in: words), wordIDs: words.ids, syntax: syntax)
    let gold = PronounGold(text)
    var examples: [Example] = []
    _ = resolver.entities(for: mentions, syntax: syntax, in: document) { pronoun, layer in
      let right = Self.right(options: pronoun, in: layer, document: document, gold: gold)
      let span = document.tokens[pronoun.token].span
      examples.append(
        Example(pronoun: pronoun, right: right, isNamed: gold.named.contains(span)))
      return right.map { pronoun.options[$0].chains }.first { !$0.isEmpty } ?? []
    }
    return examples
  }

  /// The options that agree with the annotation; "nothing" when no other does.
  private static func right(
    options pronoun: PronounCase, in layer: EntityLayer, document: Document, gold: PronounGold
  ) -> [Int] {
    let span = document.tokens[pronoun.token].span
    let right = pronoun.options.indices.filter { index in
      let option = pronoun.options[index]
      guard let token = option.token else { return false }
      guard !option.chains.isEmpty else {
        return gold.isHead(document.tokens[token].span, of: span)
      }
      let names = option.chains.map { chain in
        layer.chains[chain].mentions.map { layer.mentions[$0] }
          .filter { $0.kind != .pronoun && $0.kind != .nominal }
          .map { document.span(of: $0.tokens) }
      }
      return gold.isRight(PronounScorer.Answer(pronoun: span, antecedents: names))
    }
    return right.isEmpty ? [pronoun.options.count - 1] : right
  }
}
