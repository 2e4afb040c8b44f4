import DocumentModel
import Gazetteers

/// Cuts name runs as the name model finds best, and says what stands in each piece: an entry of the
/// gazetteer, a new name, or a title before one.
struct LearnedSegmentation {
  let maker: NameLatticeMaker
  let model: NameModel
  let matches: [PhraseMatch]
  let strengths: [MatchStrength]
  /// Indices of `matches` by their tokens.
  let matchOf: [Range<Int>: Int]
  let titles: TitleIndex

  private var words: DocumentWords { maker.features.tokens.words }

  /// What an entry of the gazetteer weighs against the model, in nats.
  private static let matchBonus: [MatchStrength: Float] = [
    .inContext: 6, .strong: 0.7, .adjective: 0.7, .weak: 0,
  ]

  /// The segments of each run in order; they tile it.
  func segments(of runs: [NameRun]) -> [[NameSegment]] {
    let lattices = runs.map { weighed(maker.lattice(of: $0, weights: model.weights), $0) }
    let cuts = lattices.map { $0.best() }
    var memory = NameMemory(features: maker.features)
    for (index, run) in runs.enumerated() { memory.add(cuts[index], of: lattices[index], in: run) }
    return runs.indices.map { index in
      guard let raised = memory.raised(lattices[index], of: runs[index]) else {
        return segments(of: runs[index], cut: cuts[index], from: lattices[index])
      }
      return segments(of: runs[index], cut: raised.best(), from: raised)
    }
  }

  private func segments(
    of run: NameRun, cut: [(piece: Int, label: NameLabel)], from lattice: NameLattice
  ) -> [NameSegment] {
    var segments: [NameSegment] = []
    for (index, label) in cut {
      let piece = lattice.pieces[index]
      let start = run.tokens.lowerBound + piece.tokens.lowerBound
      segments.append(
        segment(start..<start + piece.tokens.count, label: label, scores: piece.scores))
    }
    return withTitles(withTails(withMatches(parts(of: segments))))
  }

  /// "National Commission | on | Human | Rights": capitals that the model takes for no name belong to
  /// the body before them when a small word joins them to it.
  private func withTails(_ segments: [NameSegment]) -> [NameSegment] {
    var result: [NameSegment] = []
    var index = 0
    while index < segments.count {
      var segment = segments[index]
      index += 1
      let tail = tail(of: segment, in: segments[index...])
      if tail > 0 {
        segment.tokens = segment.tokens.lowerBound..<segments[index + tail - 1].tokens.upperBound
        index += tail
        if let match = matchOf[segment.tokens] { segment.kind = .gazetteer(match) }
      }
      result.append(segment)
    }
    return result
  }

  /// How many of the segments behind a new body's name belong to it.
  private func tail(of segment: NameSegment, in rest: ArraySlice<NameSegment>) -> Int {
    guard segment.kind == .unknown, segment.reading?.label == .organisation,
      words.classes[segment.tokens.upperBound - 1].contains(.orgNoun),
      let joint = rest.first, joint.kind == .gap, isTailJoint(joint.tokens.lowerBound)
    else { return 0 }
    let capitals = rest.dropFirst().prefix {
      ($0.kind == .gap || $0.kind == .unknown && $0.reading?.label == .other)
        && words.shapes[$0.tokens.lowerBound] == .capitalised
        && words.classes[$0.tokens.lowerBound].isDisjoint(with: [.temporal, .titleWord])
    }
    return capitals.isEmpty ? 0 : capitals.count + 1
  }

  private func isTailJoint(_ token: Int) -> Bool {
    ["of", "for", "on"].contains(words.form(token))
  }

  /// A person's title belongs before the name: "Mr | Le Drian".
  private func parts(of segments: [NameSegment]) -> [NameSegment] {
    segments.flatMap { segment -> [NameSegment] in
      let (start, end) = (segment.tokens.lowerBound, segment.tokens.upperBound)
      guard segment.kind == .unknown, segment.reading?.label == .person, segment.tokens.count > 1,
        words.classes[start].contains(.titleWord),
        let title = titles.match(at: start, before: end - 1, in: words)
      else { return [segment] }
      var name = segment
      name.tokens = title.tokens.upperBound..<end
      if let match = matchOf[name.tokens] { name.kind = .gazetteer(match) }
      return [NameSegment(kind: .title(title.title), tokens: title.tokens), name]
    }
  }

  /// Entries of the gazetteer that the model takes for no names, if they are sure enough.
  private func withMatches(_ segments: [NameSegment]) -> [NameSegment] {
    var result: [NameSegment] = []
    var index = 0
    while index < segments.count {
      let start = segments[index].tokens.lowerBound
      let gaps = segments[index...].prefix { $0.kind == .gap }
      let match = (0..<gaps.count).reversed().lazy.map { start..<start + $0 + 1 }
        .first { isSure($0) }
      if let match, let entry = matchOf[match] {
        result.append(NameSegment(kind: .gazetteer(entry), tokens: match))
        index += match.count
      } else {
        result.append(segments[index])
        index += 1
      }
    }
    return result
  }

  /// A full name or an adjective that is no ordinary word.
  private func isSure(_ tokens: Range<Int>) -> Bool {
    guard let match = matchOf[tokens], strengths[match] != .weak else { return false }
    return tokens.count > 1
      || !words.classes[tokens.lowerBound].contains(.commonWord)
        && !words.classes[tokens.lowerBound].contains(.functionWord)
  }

  /// Raises the pieces that are entries of the gazetteer.
  private func weighed(_ lattice: NameLattice, _ run: NameRun) -> NameLattice {
    let start = run.tokens.lowerBound
    let pieces = lattice.pieces.map { piece in
      let tokens = start + piece.tokens.lowerBound..<start + piece.tokens.upperBound
      guard let match = matchOf[tokens], let bonus = bonus(of: match, tokens) else { return piece }
      var result = piece
      let mask = maker.features.exactMatches[tokens] ?? 0
      for label in NameLabel.allCases.dropLast() where mask.has(label) {
        result.scores[label.rawValue] += bonus
      }
      return result
    }
    return NameLattice(count: lattice.count, pieces: pieces)
  }

  /// The model was trained on runs of capitals: of "Bush administration" it knows only the half, so
  /// there the entry counts as much as one that its context asks for.
  private func bonus(of match: Int, _ tokens: Range<Int>) -> Float? {
    let goesOnSmall = tokens.count > 1 && words.shapes[tokens.upperBound - 1] == .lower
    let strength = strengths[match] == .strong && goesOnSmall ? .inContext : strengths[match]
    return Self.matchBonus[strength]
  }

  private func segment(_ tokens: Range<Int>, label: NameLabel, scores: LabelScores) -> NameSegment {
    let reading = NameReading(label: label, scores: scores)
    guard label != .none else { return NameSegment(kind: .gap, tokens: tokens) }
    if let match = matchOf[tokens] {
      return NameSegment(kind: .gazetteer(match), tokens: tokens, reading: reading)
    }
    return NameSegment(kind: .unknown, tokens: tokens, reading: reading)
  }

  /// Joins the gaps before a name that make a title.
  private func withTitles(_ segments: [NameSegment]) -> [NameSegment] {
    var result: [NameSegment] = []
    var index = 0
    while index < segments.count {
      let segment = segments[index]
      guard segment.kind == .gap, words.classes[segment.tokens.lowerBound].contains(.titleWord),
        let name = segments[index...].first(where: { $0.kind != .gap }),
        let title = titles.match(
          at: segment.tokens.lowerBound, before: name.tokens.lowerBound, in: words)
      else {
        result.append(segment)
        index += 1
        continue
      }
      result.append(NameSegment(kind: .title(title.title), tokens: title.tokens))
      index += title.tokens.count
    }
    return result
  }
}

/// What the name model makes of a piece.
struct NameReading: Equatable {
  var label: NameLabel
  /// By `NameLabel`, in nats.
  var scores: LabelScores

  /// How much likelier `label` is than the next of the others.
  var margin: Float {
    let others = NameLabel.allCases.filter { $0 != label }.map { scores[$0.rawValue] }
    return scores[label.rawValue] - (others.max() ?? 0)
  }
}

extension UInt8 {
  /// Whether a mask of gazetteer matches holds the label, needing evidence or not.
  func has(_ label: NameLabel) -> Bool {
    self & (0b1_0001 << UInt8(label.rawValue)) != 0
  }
}
