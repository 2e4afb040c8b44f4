import Dispatch
import DocumentModel
import ModelFiles
import SyntaxParsing

/// Settings of a training run.
struct TrainingOptions {
  var seed: UInt64 = 1
  var epochs = 18
  /// Tokens a batch.
  var batch = 300
  var rate: Float = 0.003
  var dropout = Dropout(rate: 0.06)
  var weights = LossWeights()
}

/// Runs Adam over shuffled batches, each cut into two shards that run side by side.
///
/// The result depends on the seed alone: every shard has its own random numbers, and gradients
/// are added in the order of the shards.
final class Trainer {
  static let shardCount = 2

  let parameters: Parameters
  private let set: TrainingSet
  private let options: TrainingOptions
  private let shards: [Shard]
  private let adam: Adam
  private var step = 0
  private let stepCount: Int

  init(_ set: TrainingSet, vectors: WordVectors, shape: NetworkShape, options: TrainingOptions) {
    self.set = set
    self.options = options
    let parameters = Parameters(shape, rowCount: set.extractor.rowCount, seed: options.seed)
    self.parameters = parameters
    shards = (0..<Self.shardCount).map { _ in
      Shard(parameters, types: set.types, vectors: vectors.rows, weights: options.weights)
    }
    for shard in shards { shard.dropout = options.dropout }
    adam = Adam(parameters)
    let tokens = set.sentences.reduce(0) { $0 + $1.count }
    stepCount = max(1, tokens / options.batch * options.epochs)
  }

  /// One pass over all sentences; returns the sums of the losses.
  func runEpoch(_ epoch: Int) -> LossParts {
    var generator = SeededGenerator(StableHash.mixed(options.seed &* 1_000_003 &+ UInt64(epoch)))
    var batch: [TrainingSentence] = []
    var tokens = 0
    for index in set.sentences.indices.shuffled(using: &generator) {
      let sentence = set.varied(index, &generator)
      batch.append(sentence)
      tokens += sentence.count
      if tokens >= options.batch {
        run(batch, tokens: tokens)
        batch.removeAll(keepingCapacity: true)
        tokens = 0
      }
    }
    if tokens > 0 { run(batch, tokens: tokens) }
    var loss = LossParts()
    for shard in shards {
      loss += shard.loss
      shard.loss = LossParts()
    }
    return loss
  }

  private func run(_ batch: [TrainingSentence], tokens: Int) {
    let parts = Self.split(batch)
    let scale = 1 / Float(tokens)
    for (index, shard) in shards.enumerated() {
      let seed = options.seed &* 7_919 &+ UInt64(step) &* 31 &+ UInt64(index)
      shard.generator = SeededGenerator(StableHash.mixed(seed))
    }
    let shards = shards
    DispatchQueue.concurrentPerform(iterations: shards.count) { index in
      shards[index].run(parts[index], scale: scale)
    }
    for shard in shards.dropFirst() { shards[0].gradients.take(shard.gradients) }
    adam.update(shards[0].gradients, rate: currentRate, limit: 2)
    step += 1
  }

  /// Rises over the first 300 steps, then falls in a line to nothing.
  private var currentRate: Float {
    let progress = min(1, Float(step) / Float(stepCount))
    return options.rate * min(1, Float(step + 1) / 300) * max(0.002, 1 - progress)
  }

  /// Deals sentences to the shards, each to the one with the fewest tokens so far.
  private static func split(_ batch: [TrainingSentence]) -> [[TrainingSentence]] {
    var parts = [[TrainingSentence]](repeating: [], count: shardCount)
    var counts = [Int](repeating: 0, count: shardCount)
    for sentence in batch {
      var target = 0
      for index in 1..<shardCount where counts[index] < counts[target] { target = index }
      parts[target].append(sentence)
      counts[target] += sentence.count
    }
    return parts
  }
}
