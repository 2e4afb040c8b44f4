import DocumentModel
import Gazetteers

/// Puts together names that the model cuts in two, where the writing leaves no doubt: "Pratt |&|
/// Whitney Canada", "Citrus Growers |'| Association", "Civil Aviation Authority | of | Nepal", and
/// whatever an acronym behind it spells.
struct NameJoining {
  let words: DocumentWords
  let matches: MatchIndex
  /// Whether a match is of a country.
  let isCountry: (Int) -> Bool

  /// The segments of a run, which tile it, with those joined that make one name.
  func joined(_ segments: [NameSegment], in run: NameRun) -> [NameSegment] {
    guard segments.count > 1 else { return withSyllables(withDay(segments)) }
    return spelled(
      withTails(
        withHeads(withPairs(withNicknames(withSyllables(withHyphens(withDay(segments))))))),
      in: run)
  }

  // MARK: Small words between hyphens

  /// "Komsomolsk | - | on | - | Amur": one name, of the kind of its first part.
  private func withHyphens(_ segments: [NameSegment]) -> [NameSegment] {
    var segments = segments
    var index = 1
    while index + 3 < segments.count {
      guard let label = segments[index - 1].reading?.label, label != .none,
        let last = segments[index...].firstIndex(where: {
          $0.reading.map { $0.label != .none } ?? false
        }),
        isHyphenated(segments[index].tokens.lowerBound..<segments[last].tokens.lowerBound)
      else {
        index += 1
        continue
      }
      let parts = index - 1..<last + 1
      let tokens = segments[index - 1].tokens.lowerBound..<segments[last].tokens.upperBound
      segments.replaceSubrange(parts, with: [name(tokens, label, of: segments[parts])])
    }
    return segments
  }

  /// Whether hyphens and small words take turns, a hyphen first and last.
  private func isHyphenated(_ tokens: Range<Int>) -> Bool {
    tokens.count > 2 && tokens.count % 2 == 1
      && tokens.allSatisfy {
        ($0 - tokens.lowerBound) % 2 == 0 ? words.isTightHyphen($0) : words.shapes[$0] == .lower
      }
  }

  // MARK: What an acronym spells

  /// "South African Transport and Allied Workers Union, or Satawu,": the words that the acronym behind
  /// the run spells are one name.
  private func spelled(_ segments: [NameSegment], in run: NameRun) -> [NameSegment] {
    guard segments.count > 1, let acronym = acronym(behind: run.tokens.upperBound),
      let start = start(of: acronym, in: run)
    else { return segments }
    let name = start..<run.tokens.upperBound
    guard let first = segments.firstIndex(where: { $0.tokens.lowerBound == start }) else {
      return segments
    }
    return segments[..<first] + [self.name(name, .organisation, of: segments[first...])]
  }

  /// The letters, in small, of an acronym that stands in brackets or behind "or".
  private func acronym(behind end: Int) -> [Character]? {
    guard end + 2 < words.document.tokens.count else { return nil }
    let opening = words.form(end)
    let token: Int
    if opening == "(", words.form(end + 2) == ")" {
      token = end + 1
    } else if opening == ",", words.sign(end + 1) == .or {
      token = end + 2
    } else {
      return nil
    }
    guard words.shapes[token] == .allCaps || words.shapes[token] == .capitalised else { return nil }
    let letters = words.form(token).lowercased().filter { $0.isLetter }
    return (3...9).contains(letters.count) ? Array(letters) : nil
  }

  /// Where the words begin whose initials are the letters: every capital counts, small words may.
  private func start(of letters: [Character], in run: NameRun) -> Int? {
    var left = letters[...]
    var token = run.tokens.upperBound - 1
    while token >= run.tokens.lowerBound, let letter = left.last {
      let initial = words.form(token).lowercased().first
      if initial == letter {
        left.removeLast()
      } else if words.shapes[token].isUpper {
        return nil
      }
      if left.isEmpty { return words.shapes[token].isUpper ? token : nil }
      token -= 1
    }
    return nil
  }

  // MARK: Days

  /// "June 5 | Movement", "5 | June | Movement": named after a day.
  private func withDay(_ segments: [NameSegment]) -> [NameSegment] {
    guard
      let head = segments.firstIndex(where: { $0.kind != .gap || !isMonth($0.tokens.lowerBound) }),
      head < 2, isName(segments[head]),
      let start = startOfDay(before: segments[head].tokens.lowerBound),
      Self.movements.contains(words.form(segments[head].tokens.upperBound - 1))
    else { return segments }
    let tokens = start..<segments[head].tokens.upperBound
    return [name(tokens, .organisation, of: [segments[head]])] + segments[(head + 1)...]
  }

  private static let movements: Set<String> = ["Movement", "Front", "Brigade", "Brigades"]

  /// Whether a day stands before a word that a name may begin with.
  func isBehindDay(_ token: Int) -> Bool { startOfDay(before: token) != nil }

  private func startOfDay(before token: Int) -> Int? {
    guard token >= 2 else { return nil }
    let (first, second) = (token - 2, token - 1)
    let isDay =
      isMonth(first) && words.shapes[second] == .number
      || words.shapes[first] == .number && isMonth(second)
    return isDay ? first : nil
  }

  private func isMonth(_ token: Int) -> Bool {
    words.classes[token].contains(.temporal) && words.shapes[token] == .capitalised
  }

  // MARK: Names of two syllables

  /// "Song Kang | - | ho", "Soo | - | jin | Park": a surname with a given name that has a hyphen.
  private func withSyllables(_ segments: [NameSegment]) -> [NameSegment] {
    let names = SyllableName(words: words)
    var segments = segments
    for (index, segment) in segments.enumerated()
    where segment.kind == .unknown && names.isWhole(segment.tokens) {
      segments[index] = name(segment.tokens, .person, of: [segment])
    }
    var index = 0
    while let hyphen = segments[index...].firstIndex(where: {
      $0.kind == .gap && names.end(withHyphenAt: $0.tokens.lowerBound) != nil
    }) {
      index = hyphen + 1
      guard let parts = parts(ofNameAround: hyphen, in: segments, names) else { continue }
      let tokens =
        segments[parts.lowerBound].tokens
        .lowerBound..<segments[parts.upperBound - 1]
        .tokens.upperBound
      segments.replaceSubrange(parts, with: [name(tokens, .person, of: segments[parts])])
      index = parts.lowerBound + 1
    }
    return segments
  }

  /// The segments of the name whose hyphen is `segments[hyphen]`.
  private func parts(
    ofNameAround hyphen: Int, in segments: [NameSegment], _ names: SyllableName
  ) -> Range<Int>? {
    guard hyphen > 0, hyphen + 1 < segments.count, segments[hyphen + 1].tokens.count == 1 else {
      return nil
    }
    let before = segments[hyphen - 1].tokens
    guard before.count < 3, !isPlaceOrBody(segments[hyphen - 1]) else { return nil }
    if before.count == 2 {
      return names.isSurname(before.lowerBound) ? hyphen - 1..<hyphen + 2 : nil
    }
    if hyphen > 1, segments[hyphen - 2].tokens.count == 1, !isPlaceOrBody(segments[hyphen - 2]),
      names.isSurname(segments[hyphen - 2].tokens.lowerBound)
    {
      return hyphen - 2..<hyphen + 2
    }
    guard hyphen + 2 < segments.count, segments[hyphen + 2].tokens.count == 1,
      names.isSurname(segments[hyphen + 2].tokens.lowerBound),
      !names.isOrdinary(withHyphenAt: segments[hyphen].tokens.lowerBound)
    else { return nil }
    return hyphen - 1..<hyphen + 3
  }

  /// "Hong Kong-run".
  private func isPlaceOrBody(_ segment: NameSegment) -> Bool {
    guard case .gazetteer = segment.kind else { return false }
    return segment.tokens.count > 1 || segment.reading.map { $0.label != .person } ?? true
  }

  // MARK: Nicknames

  /// `Ronald | " | Bato | " | dela | Rosa`: one person.
  private func withNicknames(_ segments: [NameSegment]) -> [NameSegment] {
    guard let opening = segments.firstIndex(where: isQuotationMark), opening > 0,
      let closing = segments[(opening + 1)...].firstIndex(where: isQuotationMark),
      isGivenName(segments[opening - 1])
    else { return segments }
    var last = closing + 1
    while last < segments.count, isParticle(segments[last]) { last += 1 }
    guard last < segments.count, isName(segments[last]) else { return segments }
    let parts = segments[(opening - 1)...last]
    let tokens = segments[opening - 1].tokens.lowerBound..<segments[last].tokens.upperBound
    return segments[..<(opening - 1)] + [name(tokens, .person, of: parts)] + segments[(last + 1)...]
  }

  private func isQuotationMark(_ segment: NameSegment) -> Bool {
    segment.kind == .gap && words.isQuotationMark(segment.tokens.lowerBound)
  }

  private func isParticle(_ segment: NameSegment) -> Bool {
    segment.kind == .gap && words.classes[segment.tokens.lowerBound].contains(.particle)
  }

  private func isGivenName(_ segment: NameSegment) -> Bool {
    isName(segment)
      && (segment.reading?.label == .person
        || words.classes[segment.tokens.upperBound - 1].contains(.givenName))
  }

  // MARK: What small words join

  /// "National Commission | on | Human | Rights": capitals that the model takes for no name belong to
  /// the body before them when small words join them to it.
  private func withTails(_ segments: [NameSegment]) -> [NameSegment] {
    guard segments.count > 2 else { return segments }
    var result: [NameSegment] = []
    var index = 0
    while index < segments.count {
      let segment = segments[index]
      index += 1
      let tail = tail(of: segment, in: segments[index...])
      guard tail > 0 else {
        result.append(segment)
        continue
      }
      let tokens = segment.tokens.lowerBound..<segments[index + tail - 1].tokens.upperBound
      result.append(name(tokens, .organisation, of: [segment]))
      index += tail
    }
    return result
  }

  /// How many of the segments behind a new body's name belong to it.
  private func tail(of segment: NameSegment, in rest: ArraySlice<NameSegment>) -> Int {
    guard segment.kind == .unknown, segment.reading?.label == .organisation,
      NameShape(of: segment.tokens, in: words).hasOrganisationHead
    else { return 0 }
    var length = 0
    while let group = group(in: rest.dropFirst(length)) { length += group }
    return length
  }

  /// Small words and the capitals behind them: "for the Salvation", "of Nepal".
  private func group(in rest: ArraySlice<NameSegment>) -> Int? {
    let joints = rest.prefix { $0.kind == .gap && isTailJoint($0.tokens.lowerBound) }
    guard let first = joints.first, words.sign(first.tokens.lowerBound) != .the else { return nil }
    let behind = rest.dropFirst(joints.count)
    if joints.count == 1, words.sign(first.tokens.lowerBound) == .of, let next = behind.first,
      case .gazetteer(let match) = next.kind, isCountry(match), next.reading?.label != .other
    {
      return 2
    }
    let capitals = behind.prefix(while: isPlainCapital)
    return capitals.isEmpty ? nil : joints.count + capitals.count
  }

  private func isTailJoint(_ token: Int) -> Bool {
    switch words.sign(token) {
    case .of, .for, .on, .the: true
    default: false
    }
  }

  /// Words with capitals that make no name of their own.
  private func isPlainCapital(_ segment: NameSegment) -> Bool {
    let start = segment.tokens.lowerBound
    guard words.shapes[start] == .capitalised,
      words.classes[start].isDisjoint(with: [.temporal, .titleWord])
    else { return false }
    switch segment.kind {
    case .gap: return true
    case .unknown:
      return segment.reading?.label == .other
        || isOrdinary(segment.tokens)
          && !NameShape(of: segment.tokens, in: words).hasOrganisationHead
    default: return false
    }
  }

  private func isOrdinary(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { words.shapes[$0] == .lower || words.classes[$0].contains(.commonWord) }
  }

  /// "the Accounting | and | Financial Reporting Council": an ordinary word behind "the" that "and"
  /// joins to the name of a body.
  private func withHeads(_ segments: [NameSegment]) -> [NameSegment] {
    guard
      let index = segments.indices.dropLast(2).first(where: { index in
        isLooseHead(segments[index]) && words.sign(segments[index + 1].tokens.lowerBound) == .and
          && segments[index + 2].kind == .unknown
          && NameShape(of: segments[index + 2].tokens, in: words).hasOrganisationHead
      })
    else { return segments }
    let parts = segments[index...(index + 2)]
    let tokens = segments[index].tokens.lowerBound..<segments[index + 2].tokens.upperBound
    return segments[..<index] + [name(tokens, .organisation, of: parts)] + segments[(index + 3)...]
  }

  private func isLooseHead(_ segment: NameSegment) -> Bool {
    let start = segment.tokens.lowerBound
    guard segment.tokens.count == 1, words.shapes[start] == .capitalised, start > 0,
      words.sign(start - 1) == .the, words.classes[start].contains(.commonWord)
    else { return false }
    switch segment.kind {
    case .gap: return true
    case .unknown:
      return segment.reading?.label == .other || segment.reading?.label == .organisation
    default: return false
    }
  }

  // MARK: What signs join

  /// "Johnson | & | Johnson", "Citrus Growers | ' | Association".
  private func withPairs(_ segments: [NameSegment]) -> [NameSegment] {
    guard segments.count > 1 else { return segments }
    var result: [NameSegment] = []
    var index = 0
    while index < segments.count {
      let segment = segments[index]
      if let last = result.last, isName(last), segment.tokens.count == 1,
        words.isClubSign(segment.tokens.lowerBound)
      {
        let tokens = last.tokens.lowerBound..<segment.tokens.upperBound
        result[result.count - 1] = name(tokens, .organisation, of: [last, segment])
        index += 1
      } else if index + 1 < segments.count, let last = result.last, isName(last),
        isPairing(segment, between: last, and: segments[index + 1])
      {
        let tokens = last.tokens.lowerBound..<segments[index + 1].tokens.upperBound
        result[result.count - 1] = name(tokens, .organisation, of: [last, segments[index + 1]])
        index += 2
      } else {
        result.append(segment)
        index += 1
      }
    }
    return result
  }

  private func isPairing(
    _ sign: NameSegment, between last: NameSegment, and next: NameSegment
  ) -> Bool {
    guard sign.kind == .gap else { return false }
    let mark = words.sign(sign.tokens.lowerBound)
    if mark == .ampersand { return isName(next) }
    if mark == .hyphen { return isHalf(next) && isHalf(last) && (isNew(next) || isNew(last)) }
    guard mark.isApostrophe else { return false }
    return words.shapes[next.tokens.lowerBound].isUpper
      && NameShape(of: next.tokens, in: words).hasOrganisationHead
  }

  /// "Mitchelton" and "Scott": a single word with a capital.
  private func isHalf(_ segment: NameSegment) -> Bool {
    segment.tokens.count == 1 && words.shapes[segment.tokens.lowerBound] == .capitalised
      && isName(segment) && segment.reading?.label != .other
      && !words.classes[segment.tokens.lowerBound].contains(.titleWord)
  }

  /// A word that no table has as a name of its own.
  private func isNew(_ segment: NameSegment) -> Bool {
    guard segment.kind == .unknown || segment.kind == .gap, segment.reading?.label != .person else {
      return false
    }
    return words.classes[segment.tokens.lowerBound]
      .isDisjoint(with: [.commonWord, .temporal, .surname, .givenName])
  }

  private func isName(_ segment: NameSegment) -> Bool {
    switch segment.kind {
    case .gap: words.shapes[segment.tokens.lowerBound].isUpper
    case .title: false
    case .gazetteer, .person, .organisation, .unknown: true
    }
  }

  /// A name of that kind, or the entry of the gazetteer with those words.
  private func name(
    _ tokens: Range<Int>, _ label: NameLabel, of parts: some Sequence<NameSegment>
  ) -> NameSegment {
    var scores = LabelScores.zero
    for case let reading? in parts.map(\.reading) {
      scores.replace(with: reading.scores, where: reading.scores .> scores)
    }
    scores[label.rawValue] = max(scores.max(), 0) + Self.certainty
    let reading = NameReading(label: label, scores: scores)
    let kind = matches.match(of: tokens).map { NameSegment.Kind.gazetteer($0) } ?? .unknown
    return NameSegment(kind: kind, tokens: tokens, reading: reading)
  }

  /// How much likelier than all else the kind of a joined name is, in nats.
  private static let certainty: Float = 3
}
