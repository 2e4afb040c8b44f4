import DocumentModel
import Evaluation
import Foundation
import Gazetteers
import Recognition
import Segmentation
import SyntaxParsing

/// Reads annotated texts and finds in them what the name model sees.
struct NameTextReader {
  /// The runs of one text.
  struct Text {
    var file: String
    var runs: [Run]
  }

  /// A run with the labels that each piece may have.
  struct Run {
    var count: Int
    var pieces: [Piece]
  }

  struct Piece {
    /// Offsets from the start of the run.
    var tokens: Range<Int>
    var features: [UInt64]
    /// The labels that agree with the annotation.
    var allowed: Set<NameLabel>
  }

  private let clusters: WordClusters
  private let segmenter = Segmenter(options: SegmentationOptions(parts: .bodyOnly))
  private let matcher: PhraseMatcher
  private let parser: SyntaxParser
  private let recognizer: MentionRecognizer

  init(data: URL, clusters: WordClusters) throws {
    let (gazetteer, _) = try GazetteerLoader().load(
      folders: [data.appending(path: "Gazetteers").resolvingSymlinksInPath()])
    self.clusters = clusters
    matcher = PhraseMatcher(gazetteer: gazetteer)
    parser = try SyntaxParser(contentsOf: data.appending(path: "Models/english.entente").path)
    recognizer = MentionRecognizer(gazetteer: gazetteer)
  }

  func texts(of path: String) throws -> [Text] {
    let workspace = parser.makeWorkspace()
    return try LabelledText.texts(of: path).map {
      Text(file: URL(filePath: path).lastPathComponent, runs: runs(of: $0, using: workspace))
    }
  }

  private func runs(of text: LabelledText, using workspace: SyntaxWorkspace) -> [Run] {
    let document = segmenter.document(for: Article(id: text.id, text: text.text))
    let words = matcher.words(in: document)
    let examples = recognizer.examples(
      in: document, matches: matcher.matches(in: words), wordIDs: words.ids,
      syntax: parser.trees(for: document, using: workspace), clusters: clusters)
    return examples.compactMap { run(of: $0, in: document, gold: text) }
  }

  /// Nil for a run that cannot be cut as the annotation has it.
  private func run(
    of example: MentionRecognizer.Example, in document: Document, gold: LabelledText
  ) -> Run? {
    let span = document.span(of: example.tokens).range
    let names = gold.names.filter { $0.range.overlaps(span) }
    var labels: [Range<Int>: NameLabel] = [:]
    for name in names {
      let inside = example.tokens.filter {
        name.range.overlaps(document.tokens[$0].span.range)
      }
      guard let first = inside.first, let last = inside.last,
        document.span(of: first..<last + 1).range == name.range,
        example.pieces.contains(where: { $0.tokens == first..<last + 1 })
      else { return nil }
      labels[first..<last + 1] = NameLabel(annotation: name.label)
    }
    let named = Set(labels.keys.joined())
    let start = example.tokens.lowerBound
    let pieces = example.pieces.map { piece in
      var allowed: Set<NameLabel> = []
      if let label = labels[piece.tokens] { allowed.insert(label) }
      if let label = labels[piece.tokens.dropFirst()],
        document.smallForm(of: piece.tokens.lowerBound) == "the",
        example.entries.contains(piece.tokens)
      {
        allowed.insert(label)
      }
      if named.isDisjoint(with: piece.tokens) {
        if piece.tokens.count == 1 { allowed.insert(.none) }
        if !gold.labelsOthers, example.others.contains(piece.tokens) { allowed.insert(.other) }
      }
      return Piece(
        tokens: piece.tokens.lowerBound - start..<piece.tokens.upperBound - start,
        features: piece.features, allowed: allowed)
    }
    return Run(count: example.tokens.count, pieces: pieces)
  }
}

extension NameLabel {
  /// The label for what annotations call a name.
  init(annotation label: String) {
    self =
      switch NameKind(label: label) {
      case .person: .person
      case .organisation: .organisation
      case .place: .place
      case nil: .other
      }
  }
}
