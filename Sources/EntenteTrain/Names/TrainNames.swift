import ArgumentParser
import Foundation
import Gazetteers
import ModelFiles
import Recognition
import SyntaxParsing

/// `entente-train names`: the model of names.
struct TrainNames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Trains the model of names from annotated text.",
    discussion: """
      The texts are read as in a run: with the gazetteer, the word lists and the parser's trees, \
      which are evidence for the model. The same files, options and seed give the same model, byte \
      for byte. Every tenth document is held out and scored as it runs; with --all it is trained on \
      too.
      """)

  @Option(help: "The folder that holds Gazetteers and Models.")
  var data = "."

  @Option(
    name: .customLong("train"),
    help: "BIO columns, .conllu, or .txt with names in brackets; may be repeated.")
  var train: [String] = []

  @Option(
    help: "Word clusters: word, number and path, tabs between; or a model file.")
  var clusters: String?

  @Option(help: "The seed of all random numbers.")
  var seed: UInt64 = 1

  @Option(help: "Passes over the training text.")
  var epochs = 12

  @Option(help: "The learning rate.")
  var rate: Float = 0.08

  @Option(help: "Share of features left out at random.")
  var dropout: Float = 0.15

  @Option(help: "How strongly weights are drawn to zero.")
  var decay: Float = 0.02

  @Option(help: "Weights smaller than this are left out of the file.")
  var prune: Float = 0.02

  @Flag(help: "Train on all documents, those held out for scores too.")
  var all = false

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output = "names.entente"

  func validate() throws {
    guard !train.isEmpty else { throw ValidationError("name at least one file with --train") }
  }

  func run() throws {
    let wordClusters = try WordClusters(path: clusters)
    let reader = try NameTextReader(
      data: URL(filePath: data, directoryHint: .isDirectory), clusters: wordClusters)
    let files = try train.map { try reader.texts(of: $0) }
    let set = NameTrainingSet(files, includesAll: all)
    Progress.note("\(set.training.count) runs, \(set.featureCount) features")
    var trainer = NameTrainer(set, seed: seed, rate: rate, dropout: dropout, decay: decay)
    for epoch in 1...max(1, epochs) {
      let loss = trainer.runEpoch()
      Progress.note("epoch \(epoch): loss \(loss)")
    }
    for score in trainer.scores() { print(score) }
    let weights = NameWeights(trainer.weights(above: prune))
    let bytes = NameModel.bytes(clusters: wordClusters, weights: weights)
    try Data(bytes).write(to: URL(filePath: output), options: .atomic)
    Progress.note("wrote \(output): \(bytes.count) bytes")
  }
}

extension WordClusters {
  /// Reads the lines of the file at `path`, or the clusters of a model; none when it is nil.
  init(path: String?) throws {
    guard let path else {
      self.init(paths: [:])
      return
    }
    if path.hasSuffix(".entente") {
      try self.init(ModelFile(contentsOf: path))
      return
    }
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    var paths: [String: String] = [:]
    for line in text.utf8.split(separator: 10) {
      let columns = Substring(line).split(separator: "\t")
      guard columns.count == 3, columns[2].allSatisfy({ $0 == "0" || $0 == "1" }) else { continue }
      paths[String(columns[0])] = String(columns[2])
    }
    self.init(paths: paths)
  }
}
