import DocumentModel
import Foundation
import ModelFiles
import SyntaxParsing

/// A sentence of a treebank with the layer its columns stand for.
struct TreebankSentence {
  var source: CoNLLUSentence
  var layer: SyntaxLayer
}

/// The sentences a model is trained on and those it is tuned on.
struct TrainingText {
  var training: [TreebankSentence] = []
  /// By name of the file.
  var tuning: [(name: String, sentences: [TreebankSentence])] = []

  /// Adds a file: all of it to the training sentences, or every tenth document (`# newdoc`) to the
  /// tuning ones when `isSplit`.
  mutating func add(_ path: String, isSplit: Bool) throws {
    let documents = Self.documents(try Self.read(path))
    for (index, document) in documents.enumerated() {
      if isSplit, index % 10 == 9 {
        addTuning(document, name: "held out")
      } else {
        training += document
      }
    }
  }

  mutating func addTuningFile(_ path: String) throws {
    addTuning(try Self.read(path), name: URL(filePath: path).lastPathComponent)
  }

  private mutating func addTuning(_ sentences: [TreebankSentence], name: String) {
    if let index = tuning.firstIndex(where: { $0.name == name }) {
      tuning[index].sentences += sentences
    } else {
      tuning.append((name, sentences))
    }
  }

  private static func documents(_ sentences: [TreebankSentence]) -> [[TreebankSentence]] {
    var result: [[TreebankSentence]] = []
    for sentence in sentences {
      if result.isEmpty || sentence.source.comment("newdoc id") != nil { result.append([]) }
      result[result.count - 1].append(sentence)
    }
    return result
  }

  static func read(_ path: String) throws -> [TreebankSentence] {
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    return try CoNLLU.read(text).map { TreebankSentence(source: $0, layer: try $0.layer()) }
  }
}

/// Pretrained word vectors read from lines `word number number …`.
struct WordVectors {
  let vocabulary: HashedVocabulary
  /// Rows in the order of the vocabulary, padded with zeros to a multiple of eight columns.
  let rows: Grid

  /// Reads the first `limit` lines of the file at `path`; no vectors when `path` is nil.
  init(path: String?, limit: Int) throws {
    guard let path else {
      vocabulary = HashedVocabulary([])
      rows = Grid(0, 8)
      return
    }
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    let lines = text.utf8.split(separator: 10).prefix(limit).map {
      String(Substring($0)).split(separator: " ")
    }
    let keys = lines.map { WordFeatureExtractor.vectorKey(Array($0[0].utf8)) }
    vocabulary = HashedVocabulary(keys)
    let columns = paddedColumns(max(1, (lines.first?.count ?? 2) - 1))
    rows = Grid(vocabulary.count, columns)
    for (line, key) in zip(lines, keys).reversed() {
      let target = rows.row(vocabulary.row(key))
      for (column, number) in line.dropFirst().prefix(columns).enumerated() {
        target[column] = (Float(number) ?? 0) * Self.scale
      }
    }
  }

  /// Brings the numbers near those of the trained rows.
  private static let scale: Float = 0.5
}
