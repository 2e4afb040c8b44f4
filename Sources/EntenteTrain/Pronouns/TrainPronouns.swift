import ArgumentParser
import Coreference
import Evaluation
import Foundation

/// `entente-train pronouns`: the model of pronouns.
struct TrainPronouns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pronouns",
    abstract: "Trains the model of pronouns from texts with coreference clusters.",
    discussion: """
      The texts are read as in a run. The same files, options and seed give the same model, byte \
      for byte. Every tenth document is held out; the others are judged in turn by models of the \
      rest, which sets how likely an antecedent must be.
      """)

  @Option(help: "The folder that holds Gazetteers and Models.")
  var data = "."

  @Option(
    name: .customLong("train"),
    help: "A .conllu file with Entity= columns or a text with brackets; may be repeated.")
  var train: [String] = []

  @Option(help: "The seed of all random numbers.")
  var seed: UInt64 = 1

  @Option(help: "Passes over the training text.")
  var epochs = 30

  @Option(help: "The learning rate.")
  var rate: Float = 0.05

  @Option(help: "How strongly weights are drawn to zero.")
  var decay: Float = 0.01

  @Option(help: "The precision that answers of each kind must reach.")
  var precision = 0.88

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output = "pronouns.entente"

  func validate() throws {
    guard !train.isEmpty else { throw ValidationError("name at least one file with --train") }
  }

  func run() throws {
    let reader = try PronounTextReader(data: URL(filePath: data, directoryHint: .isDirectory))
    var training: [[PronounTextReader.Example]] = []
    var heldOut: [PronounTextReader.Example] = []
    for path in train {
      for (index, document) in try reader.examples(of: path).enumerated() {
        if index % 10 == 9 { heldOut += document } else { training.append(document) }
      }
    }
    let trainer = PronounTrainer(seed: seed, epochs: epochs, rate: rate, decay: decay)
    let judged = trainer.judged(training, folds: 10)
    let thresholds = PronounJudgement.thresholds(judged, precision: precision)
    let weights = trainer.weights(for: training.flatMap(\.self))
    print("least probabilities: \(thresholds)")
    report("in turn", judged, thresholds)
    report("held out", heldOut.map { PronounJudgement($0, weights: weights) }, thresholds)
    let bytes = PronounModel.bytes(weights: weights, thresholds: thresholds)
    try Data(bytes).write(to: URL(filePath: output), options: .atomic)
    Progress.note("wrote \(output): \(bytes.count) bytes")
  }

  private func report(_ name: String, _ judged: [PronounJudgement], _ thresholds: [Float]) {
    for agreement in 0..<PronounModel.agreements {
      let own = judged.filter { $0.agreement == agreement }
      line("\(name), \(PronounModel.agreementNames[agreement])", own, thresholds)
    }
    line("\(name), all", judged, thresholds)
  }

  private func line(_ name: String, _ judged: [PronounJudgement], _ thresholds: [Float]) {
    let score = PronounJudgement.score(judged, thresholds: thresholds)
    let figures = [score.precision, score.recall, score.f1].map { String(format: "%.3f", $0) }
    print(
      "\(name): P \(figures[0]) R \(figures[1]) F1 \(figures[2]) "
        + "(\(judged.count) pronouns, \(score.expected) with a name)")
  }
}
