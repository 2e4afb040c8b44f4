import DocumentModel
import Gazetteers

/// Cuts name runs as the name model finds best, and says what stands in each piece: an entry of the
/// gazetteer, a new name, or a title before one.
///
/// A class as `DocumentWords` is.
final class LearnedSegmentation {
  private let maker: NameLatticeMaker
  private let model: NameModel
  /// By match.
  private let strengths: [MatchStrength]
  private let titles: TitleIndex
  private let joining: NameJoining
  private let prior: NamePrior

  private let words: DocumentWords
  private let matches: MatchIndex

  init(
    maker: NameLatticeMaker, model: NameModel, strengths: [MatchStrength], titles: TitleIndex,
    joining: NameJoining
  ) {
    self.maker = maker
    self.model = model
    self.strengths = strengths
    self.titles = titles
    self.joining = joining
    words = maker.features.tokens.words
    matches = maker.features.matches
    prior = NamePrior(words: words, tokens: maker.features.tokens)
  }

  /// What an entry of the gazetteer weighs against the model, in nats.
  private static func bonus(of strength: MatchStrength) -> Float {
    switch strength {
    case .inContext: 6
    case .strong, .adjective: 0.7
    case .weak: 0
    }
  }
  /// A full name of several words: "Supreme Court of Kenya".
  private static let fullNameBonus: Float = 4

  /// The segments of each run in order; they tile it, but there are none in one word that is no name.
  func segments(of runs: [NameRun], _ forms: inout WordForms) -> [[NameSegment]] {
    var lattices = lattices(of: runs, &forms)
    var memory = NameMemory(features: maker.features)
    for (index, run) in runs.enumerated() { memory.add(lattices, index, of: run) }
    return runs.indices.map { index in
      if !memory.isEmpty { lattices.raise(index) { memory.bonus(of: $0) } }
      return segments(of: runs[index], lattices.cut(index), lattices.pieces)
    }
  }

  /// The runs with the score of each piece.
  private func lattices(of runs: [NameRun], _ forms: inout WordForms) -> NameLattices {
    var scorer = NameScorer(features: maker.features, weights: model.weights)
    var lattices = NameLattices(runs)
    for run in runs {
      scorer.begin(run, &forms)
      maker.forEachPiece(of: run) { tokens in
        lattices.add(tokens, weighed(scorer.score(of: tokens, &forms), of: tokens, in: run))
      }
      lattices.cutNext()
    }
    return lattices
  }

  private func segments(
    of run: NameRun, _ cut: ArraySlice<NameLattice.Cut>, _ pieces: [NameLattice.Piece]
  ) -> [NameSegment] {
    if isNoName(run, cut) { return [] }
    let segments = cut.map { index, label in
      segment(pieces[index].tokens, label: label, scores: pieces[index].scores)
    }
    return withTitles(joining.joined(withMatches(parts(of: segments, in: run)), in: run))
  }

  /// One word that nothing takes for a name.
  private func isNoName(_ run: NameRun, _ cut: ArraySlice<NameLattice.Cut>) -> Bool {
    run.tokens.count == 1 && cut.first?.label == NameLabel.none
      && matches.match(of: run.tokens) == nil && !joining.isBehindDay(run.tokens.lowerBound)
  }

  /// What describes a name belongs before it: "Mr | Le Drian", "Striker | Olivier Giroud".
  private func parts(of segments: [NameSegment], in run: NameRun) -> [NameSegment] {
    guard segments.contains(where: { $0.kind == .unknown && $0.tokens.count > 1 }) else {
      return segments
    }
    var result: [NameSegment] = []
    result.reserveCapacity(segments.count + 1)
    for segment in segments {
      guard let head = head(of: segment, in: run) else {
        result.append(segment)
        continue
      }
      result.append(head)
      result.append(named(segment, from: head.tokens.upperBound))
    }
    return result
  }

  /// What describes the name with whose first words the model took it together.
  private func head(of segment: NameSegment, in run: NameRun) -> NameSegment? {
    guard segment.kind == .unknown, segment.tokens.count > 1 else { return nil }
    if let title = title(of: segment) {
      return NameSegment(kind: .title(title.title), tokens: title.tokens)
    }
    let start = segment.tokens.lowerBound
    guard start == words.document.sentences[run.sentence].tokens.lowerBound,
      isDescriptor(start, of: segment)
    else { return nil }
    return NameSegment(kind: .gap, tokens: start..<start + 1)
  }

  private func title(of segment: NameSegment) -> TitleIndex.Match? {
    let start = segment.tokens.lowerBound
    guard segment.reading?.label == .person, words.classes[start].contains(.titleWord) else {
      return nil
    }
    return titles.match(at: start, before: segment.tokens.upperBound - 1, in: words)
  }

  /// A noun that a sentence begins with and that no name does.
  private func isDescriptor(_ token: Int, of segment: NameSegment) -> Bool {
    guard words.shapes[token] == .capitalised, words.shapes[token + 1].isUpper else { return false }
    if words.isFirmNoun(token) { return true }
    return words.classes[token].contains(.roleNoun) && segment.reading?.label == .person
      && words.classes[token].isDisjoint(with: [.givenName, .titleWord])
      && (words.classes[token].isDisjoint(with: .surname)
        || segment.tokens.count > 2 && words.classes[token + 1].contains(.givenName))
  }

  private func named(_ segment: NameSegment, from start: Int) -> NameSegment {
    var name = segment
    name.tokens = start..<segment.tokens.upperBound
    if let match = matches.match(of: name.tokens) { name.kind = .gazetteer(match) }
    return name
  }

  /// Entries of the gazetteer that the model takes for no names, if they are sure enough.
  private func withMatches(_ segments: [NameSegment]) -> [NameSegment] {
    guard segments.contains(where: { $0.kind == .gap }) else { return segments }
    var result: [NameSegment] = []
    var index = 0
    while index < segments.count {
      let start = segments[index].tokens.lowerBound
      let gaps = segments[index...].prefix { $0.kind == .gap }
      let match = (0..<gaps.count).reversed().lazy.map { start..<start + $0 + 1 }
        .first { isSure($0) }
      if let match, let entry = matches.match(of: match) {
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
    guard let match = matches.match(of: tokens), strengths[match] != .weak else { return false }
    return tokens.count > 1 || words.shapes[tokens.lowerBound] == .allCaps
      || !words.classes[tokens.lowerBound].contains(.commonWord)
        && !words.classes[tokens.lowerBound].contains(.functionWord)
  }

  /// The scores of a piece with what speaks beside the model: its entry in the gazetteer, or how new
  /// names are written.
  private func weighed(
    _ scores: LabelScores, of tokens: Range<Int>, in run: NameRun
  ) -> LabelScores {
    var scores = scores
    // Words that are no name are taken one by one.
    if tokens.count > 1 { scores[NameLabel.none.rawValue] = -.infinity }
    guard let match = matches.match(of: tokens) else {
      return scores + prior.scores(of: tokens, in: run)
    }
    let bonus = bonus(of: match, tokens)
    let mask = matches.labels(of: tokens) ?? 0
    for label in NameLabel.all.dropLast() where mask.has(label) { scores[label.rawValue] += bonus }
    return scores
  }

  /// The model was trained on runs of capitals: of "Bush administration" it knows only the half, so
  /// there the entry counts as much as one that its context asks for; so it does in "Air France-KLM".
  private func bonus(of match: Int, _ tokens: Range<Int>) -> Float {
    let goesOnSmall = tokens.count > 1 && words.shapes[tokens.upperBound - 1] == .lower
    let hasHyphen = tokens.count > 3 && tokens.contains { words.sign($0) == .hyphen }
    let isWhole = strengths[match] == .strong && (goesOnSmall || hasHyphen)
    if isWhole { return Self.bonus(of: .inContext) }
    if tokens.count > 2, strengths[match] == .strong { return Self.fullNameBonus }
    return Self.bonus(of: strengths[match])
  }

  private func segment(_ tokens: Range<Int>, label: NameLabel, scores: LabelScores) -> NameSegment {
    let reading = NameReading(label: label, scores: scores)
    guard label != .none else { return NameSegment(kind: .gap, tokens: tokens) }
    if let match = matches.match(of: tokens) {
      return NameSegment(kind: .gazetteer(match), tokens: tokens, reading: reading)
    }
    return NameSegment(kind: .unknown, tokens: tokens, reading: reading)
  }

  /// Joins the gaps before a name that make a title.
  private func withTitles(_ segments: [NameSegment]) -> [NameSegment] {
    guard segments.contains(where: { $0.kind == .gap }) else { return segments }
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
    var others = scores
    others[label.rawValue] = -.infinity
    let next = NameLabel.all.reduce(-Float.infinity) { max($0, others[$1.rawValue]) }
    return scores[label.rawValue] - next
  }
}

extension UInt8 {
  /// Whether a mask of gazetteer matches holds the label, needing evidence or not.
  func has(_ label: NameLabel) -> Bool {
    self & (0b1_0001 << UInt8(label.rawValue)) != 0
  }
}
