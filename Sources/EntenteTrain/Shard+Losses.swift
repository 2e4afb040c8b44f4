import ModelFiles
import SyntaxParsing

/// The parts of the loss, summed over tokens.
struct LossParts {
  var tag = 0.0
  var arc = 0.0
  var label = 0.0
  var tokens = 0

  static func += (left: inout LossParts, right: LossParts) {
    left.tag += right.tag
    left.arc += right.arc
    left.label += right.label
    left.tokens += right.tokens
  }
}

/// Activations of the output layers.
final class HeadBuffers {
  let tags = Grid()
  let arcs = Grid()
  let arcMask = Grid()
  let arcGradient = Grid()
  let dependents = Grid()
  let dependentGradient = Grid()
  let scores = Grid()
  let panels = Grid()
  let distances = Grid()
  let labels = Grid()
  let labelGradient = Grid()
  let labelHidden = Grid()
  let labelMask = Grid()
  let labelHiddenGradient = Grid()
  let labelScores = Grid()
}

extension Shard {
  /// Cross-entropy of every tag range; scores turn into gradients in place.
  func tagLoss(scale: Float) {
    let tags = heads.tags
    affine(output, layout.tags, layout.tagBias, into: tags)
    var token = 0
    for sentence in sentences {
      for choices in sentence.tags {
        tagLoss(tags.row(token), choices, scale: scale)
        token += 1
      }
    }
    affineBack(output, layout.tags, layout.tagBias, tags, into: outputGradient, adding: true)
    loss.tokens += count
  }

  /// The tagger's ranges, with the auxiliary one if there is any.
  var tagRanges: [Range<Int>] {
    guard shape.auxiliaryTags > 0 else { return TagLayout.ranges }
    return TagLayout.ranges + [shape.tagColumns..<shape.tagColumns + shape.auxiliaryTags]
  }

  private func tagLoss(
    _ scores: UnsafeMutablePointer<Float>, _ choices: [Int32], scale: Float
  ) {
    var used = 0
    for (index, range) in tagRanges.enumerated() {
      for column in used..<range.lowerBound { scores[column] = 0 }
      used = range.upperBound
      let weight =
        index == 0
        ? weights.tag : index < TagLayout.ranges.count ? weights.feature : weights.auxiliary
      let choice = Int(choices[index])
      let part = crossEntropy(scores + range.lowerBound, range.count, choice, weight * scale)
      if index == 0 { loss.tag += Double(part) }
    }
    for column in used..<layout.tags.columns { scores[column] = 0 }
  }

  /// Turns scores into the gradient of -log p(choice), times `scale`; returns the loss unscaled.
  /// A negative choice is unknown and costs nothing.
  private func crossEntropy(
    _ scores: UnsafeMutablePointer<Float>, _ count: Int, _ choice: Int, _ scale: Float
  ) -> Float {
    guard choice >= 0 else {
      for index in 0..<count { scores[index] = 0 }
      return 0
    }
    let right = scores[choice]
    let logSum = softmax(scores, count: count)
    scores[choice] -= 1
    for index in 0..<count { scores[index] *= scale }
    totalLoss += Double((logSum - right) * scale)
    return logSum - right
  }

  /// Cross-entropy of each token's head among all other tokens and the root.
  func arcLoss(scale: Float) {
    let arc = shape.arc
    affine(output, layout.arcs, layout.arcBias, into: heads.arcs)
    for row in 0..<count { rectify(heads.arcs.row(row), count: arc) }
    mask(heads.arcs, with: heads.arcMask, rate: dropout.arc)
    heads.arcGradient.reshape(count, 2 * arc)
    heads.arcGradient.clear()
    for (sentence, start) in zip(sentences, starts) { arcLoss(sentence, start, scale) }
    for row in 0..<count {
      let activation = heads.arcs.row(row)
      for index in 0..<arc where activation[index] <= 0 {
        heads.arcGradient.row(row)[index] = 0
      }
    }
    mask(heads.arcGradient, again: heads.arcMask)
    affineBack(
      output, layout.arcs, layout.arcBias, heads.arcGradient, into: outputGradient, adding: true)
  }

  private func arcLoss(_ sentence: TrainingSentence, _ start: Int, _ scale: Float) {
    let length = sentence.count
    scoreArcs(start, length)
    for row in 0..<length {
      let scores = heads.scores.row(row)
      let head = Int(sentence.heads[row])
      let choice = head < 0 ? length : head
      loss.arc += Double(crossEntropy(scores, length + 1, choice, weights.arc * scale))
      for column in (length + 1)..<max(heads.scores.columns, length + 1) { scores[column] = 0 }
    }
    arcGradients(start, length)
  }

  /// Scores every token of a sentence as the head of every other, and last the root.
  private func scoreArcs(_ start: Int, _ length: Int) {
    let arc = shape.arc
    let stride = paddedColumns(length + 1)
    heads.dependents.reshape(length, arc)
    for row in 0..<length {
      heads.dependents.row(row).update(from: heads.arcs.row(start + row), count: arc)
    }
    addBias(
      dense + layout.headBias.offset, to: heads.dependents.pointer, rows: length, width: arc,
      stride: arc)
    heads.scores.reshape(length, stride)
    heads.panels.reshape(arc, stride)
    packPanels(
      heads.arcs.row(start) + arc, rowStride: 1, columnStride: 2 * arc, inner: arc,
      columns: length, into: heads.panels.pointer)
    multiply(
      heads.dependents.pointer, rowStride: arc, panels: heads.panels.pointer, rows: length,
      inner: arc, columns: length, into: heads.scores.pointer, stride: stride)
    addDistances(length)
    for row in 0..<length {
      heads.scores.row(row)[row] = -1e9
      heads.scores.row(row)[length] = dot(
        heads.dependents.row(row), dense + layout.arcRoot.offset, arc)
    }
  }

  private func addDistances(_ length: Int) {
    let buckets = NetworkShape.distanceBuckets
    let arc = shape.arc
    heads.distances.reshape(length, buckets)
    for row in 0..<length {
      for bucket in 0..<buckets {
        heads.distances.row(row)[bucket] = dot(
          heads.dependents.row(row), dense + layout.arcDistance.offset + bucket * arc, arc)
      }
      for head in 0..<length {
        heads.scores.row(row)[head] +=
          heads.distances.row(row)[NetworkShape.distanceBucket(head - row)]
      }
    }
  }

  private func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
    var sums = SIMD8<Float>()
    for index in stride(from: 0, to: count, by: 8) {
      sums +=
        UnsafeRawPointer(a + index).loadUnaligned(as: SIMD8<Float>.self)
        * UnsafeRawPointer(b + index).loadUnaligned(as: SIMD8<Float>.self)
    }
    return sums.sum()
  }

  /// From the gradients in `heads.scores` to those of dependents, heads, distances and root.
  private func arcGradients(_ start: Int, _ length: Int) {
    let arc = shape.arc
    let headRows = heads.arcs.row(start) + arc
    let stride = heads.scores.columns
    let gradient = heads.dependentGradient
    gradient.reshape(length, arc)
    heads.panels.reshape(length, arc)
    packPanels(
      headRows, rowStride: 2 * arc, columnStride: 1, inner: length, columns: arc,
      into: heads.panels.pointer)
    multiply(
      heads.scores.pointer, rowStride: stride, panels: heads.panels.pointer, rows: length,
      inner: length, columns: arc, into: gradient.pointer, stride: arc)
    packPanels(
      heads.dependents.pointer, rowStride: arc, columnStride: 1, inner: length, columns: arc,
      into: heads.panels.pointer)
    multiply(
      heads.scores.pointer, rowStride: 1, columnStride: stride, panels: heads.panels.pointer,
      rows: length, inner: length, columns: arc, into: heads.arcGradient.row(start) + arc,
      stride: 2 * arc, adding: true)
    for row in 0..<length { distanceGradients(row, length) }
    for row in 0..<length {
      addScaled(gradient.row(row), 1, to: denseGradient + layout.headBias.offset, count: arc)
      addScaled(gradient.row(row), 1, to: heads.arcGradient.row(start + row), count: arc)
    }
  }

  private func distanceGradients(_ row: Int, _ length: Int) {
    let arc = shape.arc
    let sums = heads.distances.row(row)
    for bucket in 0..<NetworkShape.distanceBuckets { sums[bucket] = 0 }
    let scores = heads.scores.row(row)
    for head in 0..<length where head != row {
      sums[NetworkShape.distanceBucket(head - row)] += scores[head]
    }
    let target = heads.dependentGradient.row(row)
    let dependent = heads.dependents.row(row)
    for bucket in 0..<NetworkShape.distanceBuckets where sums[bucket] != 0 {
      let offset = layout.arcDistance.offset + bucket * arc
      addScaled(dense + offset, sums[bucket], to: target, count: arc)
      addScaled(dependent, sums[bucket], to: denseGradient + offset, count: arc)
    }
    addScaled(dense + layout.arcRoot.offset, scores[length], to: target, count: arc)
    addScaled(dependent, scores[length], to: denseGradient + layout.arcRoot.offset, count: arc)
  }

  /// Cross-entropy of each token's label, given its right head.
  func labelLoss(scale: Float) {
    scoreLabels()
    forEachArc { token, _, _, label in
      let scores = heads.labelScores.row(token)
      let part = crossEntropy(scores, DependencyLabels.count, label, weights.label * scale)
      loss.label += Double(part)
      for column in DependencyLabels.count..<shape.labelColumns { scores[column] = 0 }
    }
    labelGradients()
  }

  private func scoreLabels() {
    let width = shape.label
    affine(output, layout.labels, layout.labelBias, into: heads.labels)
    heads.labelHidden.reshape(count, width)
    forEachArc { token, head, bucket, _ in
      let target = heads.labelHidden.row(token)
      target.update(from: heads.labels.row(token), count: width)
      guard let head else { return }
      addScaled(heads.labels.row(head) + width, 1, to: target, count: width)
      addScaled(
        dense + layout.labelDistance.offset + bucket * width, 1, to: target, count: width)
    }
    rectify(heads.labelHidden.pointer, count: heads.labelHidden.count)
    mask(heads.labelHidden, with: heads.labelMask, rate: dropout.arc)
    affine(heads.labelHidden, layout.labelOut, layout.labelOutBias, into: heads.labelScores)
  }

  private func labelGradients() {
    let width = shape.label
    affineBack(
      heads.labelHidden, layout.labelOut, layout.labelOutBias, heads.labelScores,
      into: heads.labelHiddenGradient)
    mask(heads.labelHiddenGradient, again: heads.labelMask)
    rectifyBack(heads.labelHiddenGradient, heads.labelHidden)
    heads.labelGradient.reshape(count, 2 * width)
    heads.labelGradient.clear()
    forEachArc { token, head, bucket, _ in
      let gradient = heads.labelHiddenGradient.row(token)
      addScaled(gradient, 1, to: heads.labelGradient.row(token), count: width)
      guard let head else { return }
      addScaled(gradient, 1, to: heads.labelGradient.row(head) + width, count: width)
      addScaled(
        gradient, 1, to: denseGradient + layout.labelDistance.offset + bucket * width,
        count: width)
    }
    affineBack(
      output, layout.labels, layout.labelBias, heads.labelGradient, into: outputGradient,
      adding: true)
  }

  /// Calls `body` with each token, its head, the distance bucket and the label (-1 for a root).
  private func forEachArc(_ body: (Int, Int?, Int, Int) -> Void) {
    for (sentence, start) in zip(sentences, starts) {
      for row in 0..<sentence.count {
        let head = Int(sentence.heads[row])
        let label = Int(sentence.labels[row])
        if head < 0 {
          body(start + row, nil, 0, label)
        } else {
          body(start + row, start + head, NetworkShape.distanceBucket(head - row), label)
        }
      }
    }
  }
}
