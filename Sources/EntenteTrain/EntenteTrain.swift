import ArgumentParser
import DocumentModel
import Evaluation
import Foundation
import ModelFiles
import SyntaxParsing

@main
struct EntenteTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-train",
    abstract: "Trains the models that Entente ships.",
    subcommands: [TrainParser.self, TrainNames.self, TrainPronouns.self],
    defaultSubcommand: TrainParser.self)
}

/// `entente-train parser`, which `entente-train` means.
struct TrainParser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parser",
    abstract: "Trains a tagger, lemmatiser and parser from CoNLL-U treebanks.",
    discussion: """
      The same files, options and seed give the same model, byte for byte. Development scores \
      (gold tokens) are printed as it runs.
      """)

  @Option(name: .customLong("train"), help: "A treebank to train on; may be repeated.")
  var train: [String] = []

  @Option(
    name: .customLong("split"),
    help: "A treebank of which every tenth document is kept for tuning; may be repeated.")
  var split: [String] = []

  @Option(name: .customLong("dev"), help: "A treebank to tune on; may be repeated.")
  var development: [String] = []

  @Option(help: "Word vectors, a word and its numbers a line, the commonest word first.")
  var vectors: String?

  @Option(help: "How many word vectors to take.")
  var vectorWords = 60_000

  @Option(help: "The seed of all random numbers.")
  var seed: UInt64 = 1

  @Option(help: "Passes over the training text.")
  var epochs = 18

  @Option(help: "Layers of the encoder: c for a convolution, r for a recurrent one.")
  var layers = "crr"

  @Option(help: "Width of the encoder, a multiple of 16.")
  var width = 112

  @Option(help: "Width of the space in which heads and dependents are compared.")
  var arcWidth = 56

  @Option(help: "Hidden units of the label classifier.")
  var labelWidth = 48

  @Option(help: "Numbers a trained feature row has.")
  var rowWidth = 80

  @Option(help: "Hidden units between a word's features and the encoder.")
  var hidden = 112

  @Option(help: "Rows for hashed features.")
  var buckets = 8_192

  @Option(help: "Tokens a batch.")
  var batch = 300

  @Option(help: "The highest learning rate.")
  var rate: Float = 0.003

  @Option(help: "Share of activations left out at random.")
  var dropout: Float = 0.06

  @Option(help: "A word's own row is left out with probability a / (a + frequency).")
  var wordDropout: Float = 1

  @Option(help: "Print development scores every so many epochs.")
  var report = 5

  @Flag(help: "Compare the gradients of a tiny network with differences of its loss, and stop.")
  var checkGradients = false

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output = "model.entente"

  func run() throws {
    if checkGradients {
      print("relative error: \(GradientCheck.error(seed: seed, draws: 400))")
      return
    }
    let text = try readText()
    let wordVectors = try WordVectors(path: vectors, limit: vectorWords)
    let set = TrainingSet(text.training, vectors: wordVectors, minimum: 2, buckets: buckets)
    let lemmas = LemmaTrainer(text.training)
    let layers = text.training.map(\.layer)
    let trainer = Trainer(
      set, vectors: wordVectors, shape: try shape(set, wordVectors), options: options)
    func model() -> [UInt8] {
      ModelAssembler(
        parameters: trainer.parameters, extractor: set.extractor, vectors: wordVectors,
        lemmas: lemmas, layers: layers
      ).bytes()
    }
    let start = ContinuousClock.now
    for epoch in 1...max(1, epochs) {
      progress(epoch, trainer.runEpoch(epoch), ContinuousClock.now - start)
      if epoch % report == 0 || epoch == epochs {
        try DevelopmentScores(text.tuning).print(ModelFile(bytes: model()))
      }
    }
    let bytes = model()
    try Data(bytes).write(to: URL(filePath: output), options: .atomic)
    Progress.note("wrote \(output): \(bytes.count) bytes")
  }

  private func readText() throws -> TrainingText {
    var text = TrainingText()
    for path in train { try text.add(path, isSplit: false) }
    for path in split { try text.add(path, isSplit: true) }
    for path in development { try text.addTuningFile(path) }
    guard !text.training.isEmpty else {
      throw ValidationError("No sentences to train on: name at least one file with --train.")
    }
    return text
  }

  private func shape(_ set: TrainingSet, _ vectors: WordVectors) throws -> NetworkShape {
    var shape = NetworkShape()
    shape.rowWidth = rowWidth
    shape.vectorWidth = vectors.rows.columns
    shape.hidden = hidden
    shape.width = width
    shape.arc = arcWidth
    shape.label = labelWidth
    shape.buckets = buckets
    shape.auxiliaryTags = set.auxiliaryTags.count
    shape.layers = try layers.map { letter in
      switch letter {
      case "c": .convolution
      case "r": .recurrent
      default: throw ValidationError("--layers takes the letters c and r only.")
      }
    }
    guard NetworkShape(shape.numbers) == shape else {
      throw ValidationError("Widths must be multiples of 8 (--width of 16), up to 4096.")
    }
    return shape
  }

  private var options: TrainingOptions {
    var options = TrainingOptions()
    options.seed = seed
    options.epochs = epochs
    options.batch = batch
    options.rate = rate
    options.dropout = Dropout(rate: dropout)
    options.dropout.word = wordDropout
    return options
  }

  private func progress(_ epoch: Int, _ loss: LossParts, _ elapsed: Duration) {
    let tokens = Double(max(1, loss.tokens))
    let parts = [loss.tag, loss.arc, loss.label].map { String(format: "%.3f", $0 / tokens) }
    Progress.note(
      "epoch \(epoch): loss tag \(parts[0]), arc \(parts[1]), label \(parts[2]); "
        + "\(elapsed.components.seconds) s")
  }
}
