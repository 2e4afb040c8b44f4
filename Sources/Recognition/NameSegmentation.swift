import DocumentModel
import Gazetteers

/// A piece of a name run.
struct NameSegment {
  enum Kind: Equatable {
    /// Index into the phrase matches.
    case gazetteer(Int)
    /// Index into `Gazetteer.titles`.
    case title(Int)
    case person, organisation
    /// A name that nothing is known of.
    case unknown
    /// Not part of a name.
    case gap
  }

  var kind: Kind
  var tokens: Range<Int>
  /// What the name model says, where there is one.
  var reading: NameReading?
}

/// Cuts a name run into titles, gazetteer entries and new names: the cut with the highest sum of
/// scores, found by dynamic programming over the positions of the run.
///
/// Scores grow with length, so that "Bank of Georgia" beats "Georgia", and every segment pays its
/// way, so that two names are not made of one.
struct NameSegmentation {
  let words: DocumentWords
  let matches: [PhraseMatch]
  let strengths: [MatchStrength]
  /// Indices of `matches` by first token.
  let matchesByStart: [Int: [Int]]
  let titles: TitleIndex

  private static let longestName = 9

  /// The segments of `run` in order; they tile it.
  func segments(of run: NameRun) -> [NameSegment] {
    let start = run.tokens.lowerBound
    let count = run.tokens.count
    var best = [Float](repeating: -.infinity, count: count + 1)
    var choice = [NameSegment?](repeating: nil, count: count + 1)
    best[0] = 0
    for position in 0..<count where best[position] > -.infinity {
      for (segment, score) in candidates(at: start + position, in: run) {
        let end = segment.tokens.upperBound - start
        if best[position] + score > best[end] {
          best[end] = best[position] + score
          choice[end] = segment
        }
      }
    }
    return unwind(choice)
  }

  private func unwind(_ choice: [NameSegment?]) -> [NameSegment] {
    var segments: [NameSegment] = []
    var position = choice.count - 1
    while position > 0, let segment = choice[position] {
      segments.append(segment)
      position -= segment.tokens.count
    }
    return segments.reversed()
  }

  private func candidates(at start: Int, in run: NameRun) -> [(NameSegment, Float)] {
    var result: [(NameSegment, Float)] = [gap(at: start, in: run)]
    let end = run.tokens.upperBound
    for index in matchesByStart[start] ?? [] where matches[index].tokens.upperBound <= end {
      result.append(gazetteerSegment(index))
    }
    if words.classes[start].contains(.titleWord),
      let title = titles.match(at: start, before: end, in: words)
    {
      let segment = NameSegment(kind: .title(title.title), tokens: title.tokens)
      result.append((segment, 1.9 * Float(title.tokens.count) - 0.2))
    }
    if words.shapes[start].isUpper { result += newNames(at: start, in: run) }
    return result
  }

  private func gap(at token: Int, in run: NameRun) -> (NameSegment, Float) {
    (NameSegment(kind: .gap, tokens: token..<token + 1), 0)
  }

  private func gazetteerSegment(_ index: Int) -> (NameSegment, Float) {
    let tokens = matches[index].tokens
    let score: Float =
      switch strengths[index] {
      case .strong, .inContext: 2.2 * Float(tokens.count) - 0.2
      case .adjective: 1.8 * Float(tokens.count) - 0.1
      case .weak: 1.4 * Float(tokens.count) - 0.3
      }
    return (NameSegment(kind: .gazetteer(index), tokens: tokens), score)
  }

  private func newNames(at start: Int, in run: NameRun) -> [(NameSegment, Float)] {
    guard canBeginName(start, in: run) else { return [] }
    var result: [(NameSegment, Float)] = []
    let limit = min(run.tokens.upperBound, start + Self.longestName)
    for end in (start + 1)...limit where canEndName(end - 1) {
      let tokens = start..<end
      let shape = NameShape(of: tokens, in: words)
      guard !shape.hasLooseJoint || shape.hasOrganisationHead else { continue }
      if let score = shape.personScore {
        result.append((NameSegment(kind: .person, tokens: tokens), score))
      }
      if let score = shape.organisationScore {
        result.append((NameSegment(kind: .organisation, tokens: tokens), score))
      }
      if let score = shape.unknownScore {
        result.append((NameSegment(kind: .unknown, tokens: tokens), score))
      }
    }
    return result
  }

  /// A capital at the start of a sentence means nothing by itself; nor does one in a title-case
  /// headline, where only gazetteer names and names seen elsewhere count.
  private func canBeginName(_ token: Int, in run: NameRun) -> Bool {
    let classes = words.classes[token]
    if classes.contains(.temporal) || (classes.contains(.functionWord) && !words.isProper(token)) {
      return false
    }
    if words.capitalisedSentences[run.sentence] {
      return words.isProper(token)
        && (!classes.contains(.commonWord) || classes.contains(.givenName))
    }
    let isFirst = token == words.document.sentences[run.sentence].tokens.lowerBound
    guard isFirst || followsOpening(token) else { return true }
    if words.isProper(token) { return !classes.contains(.functionWord) }
    return false
  }

  /// After an opening quotation mark, a colon or a dash a sentence begins anew.
  private func followsOpening(_ token: Int) -> Bool {
    guard token > 0, words.shapes[token - 1] == .other else { return false }
    return ["\"", "“", "‘", "'", ":", "—", "…", "(", "``"].contains(words.form(token - 1))
  }

  private func canEndName(_ token: Int) -> Bool {
    words.shapes[token].isUpper || words.shapes[token] == .number
      || (words.shapes[token] == .lower && !words.classes[token].contains(.nameJoint)
        && !words.classes[token].contains(.particle) && words.classes[token].contains(.surname))
  }
}

/// How much a gazetteer match is worth by itself.
enum MatchStrength {
  /// A form that counts only beside another entity, which stands in the article: "the North".
  case inContext
  /// A full name.
  case strong
  /// An adjective or demonym.
  case adjective
  /// A form that needs other evidence.
  case weak
}
