import DocumentModel
import Gazetteers

/// The evidence of the name model, as hashes of what holds at a token, beside it or for a whole
/// would-be name. Training and recognition share it, so that a feature means the same in both.
///
/// A class as `DocumentWords` is.
final class NameFeatures {
  let tokens: NameTokens
  let syntax: SyntaxLayer?
  let titles: TitleIndex
  let matches: MatchIndex

  private let words: DocumentWords

  init(tokens: NameTokens, syntax: SyntaxLayer?, titles: TitleIndex, matches: MatchIndex) {
    self.tokens = tokens
    self.syntax = syntax
    self.titles = titles
    self.matches = matches
    words = tokens.words
  }

  /// Where in a name a token stands.
  enum Position: UInt64, CaseIterable {
    case single, first, inner, last

    init(of token: Int, in name: Range<Int>) {
      if name.count == 1 {
        self = .single
      } else if token == name.lowerBound {
        self = .first
      } else {
        self = token == name.upperBound - 1 ? .last : .inner
      }
    }

    var bit: UInt8 { 1 << UInt8(rawValue) }
    /// Made once: `allCases` makes an array each time.
    static let all = allCases
  }

  /// A kind of evidence.
  private enum Template: UInt64 {
    case word = 1, cluster15, cluster4, cluster6, cluster8, cluster10, shape, suffix3, prefix3
    case suffix2, classes, nameClasses, tag, tagShape, cover, clusterClasses, writing, bias
    case leftWord, leftCluster, leftCoarse, leftClasses, leftTag, leftPair, leftFar, leftFarCluster
    case leftTitle, leftStart
    case rightWord, rightCluster, rightCoarse, rightClasses, rightTag, rightPair, rightFar
    case rightFarCluster
    case exact, exactLength, length, wholeForm, classPattern, shapePattern, head, relation
    case governor, governorCluster, person, ends, seen
    case leftCover, leftFarCover, rightCover, rightFarCover, split, prefix, suffix
  }

  private func feature(_ template: Template, _ value: UInt64, _ other: UInt64 = 0) -> UInt64 {
    mixed(
      value &* 0x9e37_79b9_7f4a_7c15 ^ other &* 0xc2b2_ae3d_27d4_eb4f
        &+ template.rawValue &* 0x1656_67b1_9e37_79f9)
  }

  /// The same evidence at another place of the name.
  func placed(_ feature: UInt64, at position: Position) -> UInt64 {
    mixed(feature &+ (position.rawValue + 1) &* 0xd6e8_feb8_6659_fd93)
  }

  private func mixed(_ value: UInt64) -> UInt64 {
    let z = (value ^ value &>> 32) &* 0xd6e8_feb8_6659_fd93
    return z ^ z &>> 32
  }

  // MARK: A token in a name

  func addToken(_ token: Int, to list: inout [UInt64]) {
    let classes = classBits(token)
    let nameClasses = classes & 7
    let tag = tag(token)
    list.append(feature(.bias, 0))
    list.append(feature(.word, tokens.hashes[token]))
    list.append(feature(.cluster15, tokens.cluster(token, bits: 15)))
    list.append(feature(.cluster10, tokens.cluster(token, bits: 9)))
    list.append(feature(.cluster8, tokens.cluster(token, bits: 7)))
    list.append(feature(.cluster6, tokens.cluster(token, bits: 5)))
    list.append(feature(.shape, tokens.shape(token)))
    list.append(feature(.suffix3, tokens.affix(token, first: false, count: 3)))
    list.append(feature(.suffix2, tokens.affix(token, first: false, count: 2)))
    list.append(feature(.prefix3, tokens.affix(token, first: true, count: 3)))
    list.append(feature(.classes, classes))
    list.append(feature(.nameClasses, nameClasses))
    list.append(feature(.clusterClasses, tokens.cluster(token, bits: 6), nameClasses))
    list.append(feature(.tagShape, tag, UInt64(words.shapes[token].rawValue)))
    list.append(feature(.cover, UInt64(tokens.cover[token])))
    list.append(feature(.writing, writing(token), nameClasses))
  }

  /// How much the capital of a token means.
  private func writing(_ token: Int) -> UInt64 {
    var bits: UInt64 = 0
    if tokens.isSeenSmall(token) { bits |= 1 }
    if tokens.isSeenAsSurname(token) { bits |= 2 }
    if token == 0 || !words.shapes[token - 1].isWord { bits |= 4 }
    return bits << 3 | tag(token) << 8
  }

  // MARK: Beside a name

  func addLeft(of start: Int, in run: NameRun, to list: inout [UInt64]) {
    let first = words.document.sentences[run.sentence].tokens.lowerBound
    let isCapitalised: UInt64 = words.capitalisedSentences[run.sentence] ? 1 : 0
    list.append(feature(.leftStart, start == first ? 1 : 0, isCapitalised))
    guard start > first else { return }
    let one = start - 1
    list.append(feature(.leftWord, tokens.hashes[one]))
    list.append(feature(.leftCluster, tokens.cluster(one, bits: 10)))
    list.append(feature(.leftCoarse, tokens.cluster(one, bits: 6)))
    list.append(feature(.leftClasses, classBits(one)))
    list.append(feature(.leftTag, tag(one), UInt64(words.shapes[one].rawValue)))
    list.append(feature(.leftCover, UInt64(tokens.cover[one])))
    list.append(feature(.leftTitle, isTitle(endingAt: start, from: first) ? 1 : 0))
    guard one > first else { return }
    list.append(feature(.leftPair, tokens.hashes[one], tokens.hashes[one - 1]))
    list.append(feature(.leftFar, tokens.hashes[one - 1]))
    list.append(feature(.leftFarCover, UInt64(tokens.cover[one - 1]), tokens.hashes[one]))
    list.append(feature(.leftFarCluster, tokens.cluster(one - 1, bits: 8)))
  }

  private func isTitle(endingAt end: Int, from first: Int) -> Bool {
    for start in stride(from: end - 1, through: max(first, end - 3), by: -1)
    where words.classes[start].contains(.titleWord) {
      if titles.match(at: start, before: end, in: words)?.tokens.upperBound == end { return true }
    }
    return false
  }

  func addRight(of end: Int, in run: NameRun, to list: inout [UInt64]) {
    let limit = words.document.sentences[run.sentence].tokens.upperBound
    guard end < limit else {
      list.append(feature(.rightWord, 0))
      return
    }
    list.append(feature(.rightWord, tokens.hashes[end]))
    list.append(feature(.rightCluster, tokens.cluster(end, bits: 10)))
    list.append(feature(.rightCoarse, tokens.cluster(end, bits: 6)))
    list.append(feature(.rightClasses, classBits(end)))
    list.append(feature(.rightCover, UInt64(tokens.cover[end])))
    list.append(feature(.rightTag, tag(end), UInt64(words.shapes[end].rawValue)))
    guard end + 1 < limit else { return }
    let far = words.shapes[end + 1] == .number ? 1 : tokens.hashes[end + 1]
    list.append(feature(.rightPair, tokens.hashes[end], far))
    list.append(feature(.rightFar, far))
    list.append(feature(.rightFarCover, UInt64(tokens.cover[end + 1]), tokens.hashes[end]))
    list.append(feature(.rightFarCluster, tokens.cluster(end + 1, bits: 8)))
  }

  // MARK: A whole name

  func addWhole(_ name: Range<Int>, to list: inout [UInt64]) {
    let length = UInt64(min(6, name.count))
    let exact = UInt64(matches.labels(of: name) ?? 0)
    list.append(feature(.exact, exact))
    list.append(feature(.exactLength, exact, length))
    list.append(feature(.length, length))
    var (form, classPattern, shapePattern) = (UInt64(0), UInt64(1), UInt64(1))
    var isSeen: UInt64 = 0
    for token in name {
      form = mixed(form &+ tokens.hashes[token])
      classPattern = classPattern << 5 | classBits(token) & 31
      shapePattern = shapePattern << 3 | UInt64(words.shapes[token].rawValue)
      if tokens.isSeenAsSurname(token) { isSeen |= token == name.upperBound - 1 ? 2 : 1 }
    }
    list.append(feature(.wholeForm, form))
    list.append(feature(.classPattern, classPattern))
    list.append(feature(.shapePattern, shapePattern))
    list.append(feature(.seen, isSeen, length))
    addShape(NameShape(of: name, in: words), length: length, to: &list)
    if name.count > 1 {
      let (first, last) = (name.lowerBound, name.upperBound - 1)
      list.append(
        feature(.ends, tokens.cluster(first, bits: 6), tokens.cluster(last, bits: 6)))
    }
    if name.count > 1 { addParts(of: name, exact: exact, to: &list) }
    addGovernor(of: name, to: &list)
  }

  /// Entries of the gazetteer inside a longer name: "Bank | of | Georgia", "House | and | Senate".
  private func addParts(of name: Range<Int>, exact: UInt64, to list: inout [UInt64]) {
    let (start, end) = (name.lowerBound, name.upperBound)
    var (prefix, suffix) = (UInt64(0), UInt64(0))
    for cut in start + 1..<end {
      if let mask = matches.labels(of: start..<cut) {
        prefix = UInt64(mask) << 3 | UInt64(end - cut) & 7
      }
      if suffix == 0, let mask = matches.labels(of: cut..<end) {
        suffix = UInt64(mask) << 3 | UInt64(cut - start) & 7
      }
    }
    let isBody: UInt64 = words.classes[end - 1].contains(.orgNoun) ? 1 : 0
    list.append(feature(.prefix, prefix << 1 | isBody, exact))
    list.append(feature(.suffix, suffix, exact))
    for joint in name.dropFirst().dropLast() where words.classes[joint].contains(.nameJoint) {
      let left = UInt64(matches.labels(of: start..<joint) ?? 0)
      let right = UInt64(matches.labels(of: joint + 1..<end) ?? 0)
      list.append(feature(.split, left << 8 | right, tokens.hashes[joint]))
    }
  }

  private func addShape(_ shape: NameShape, length: UInt64, to list: inout [UInt64]) {
    let joint: UInt64 = shape.hasLooseJoint ? 1 : 0
    list.append(feature(.head, shape.hasOrganisationHead ? 2 | joint : joint, min(2, length)))
    let person: UInt64 =
      (shape.personScore == nil ? 0 : 1) | (shape.isGivenFirst ? 2 : 0)
      | (shape.looksLikePerson ? 4 : 0) | (shape.isOrdinary ? 8 : 0)
    list.append(feature(.person, person))
  }

  private func addGovernor(of name: Range<Int>, to list: inout [UInt64]) {
    guard let syntax,
      let head = name.first(where: { !name.contains(Int(syntax.heads[$0])) })
    else { return }
    let relation = syntax.relations[head].index
    list.append(feature(.relation, relation))
    let governor = Int(syntax.heads[head])
    guard governor >= 0 else { return }
    list.append(feature(.governor, relation, tokens.hashes[governor]))
    let isSpeech: UInt64 = words.classes[governor].contains(.speechVerb) ? 1 : 0
    list.append(
      feature(.governorCluster, relation, tokens.cluster(governor, bits: 7) << 1 | isSpeech))
  }

  // MARK: Classes

  private func tag(_ token: Int) -> UInt64 { words.tags.map { UInt64($0[token].rawValue) } ?? 31 }

  /// The classes that say something about names, packed; the lowest three are those of names of
  /// persons.
  private func classBits(_ token: Int) -> UInt64 {
    let classes = words.classes[token].rawValue
    var bits: UInt64 = 0
    for (index, place) in Self.classPlaces.enumerated() {
      bits |= (classes &>> place & 1) &<< UInt64(index)
    }
    return bits
  }

  /// The bit of each class.
  private static let classPlaces = classes.map { UInt64($0.rawValue.trailingZeroBitCount) }

  private static let classes: [WordClasses] = [
    .givenName, .surname, .commonWord, .orgNoun, .placeNoun, .titleWord, .roleNoun, .particle,
    .nameJoint, .temporal, .functionWord, .honorific, .locative, .speechVerb, .eventNoun,
    .memberNoun,
  ]
}

extension TokenShape {
  /// Whether it holds letters or digits.
  var isWord: Bool { self != .other }
}

extension DependencyRelation {
  /// A number for each relation that says something about names.
  fileprivate var index: UInt64 {
    switch self {
    case .nsubj: 1
    case .nsubjPass: 2
    case .obj, .iobj: 3
    case .obl, .oblAgent, .oblUnmarked: 4
    case .nmod, .nmodDesc, .nmodUnmarked: 5
    case .nmodPoss: 6
    case .appos: 7
    case .compound: 8
    case .conj: 9
    case .flat: 10
    case .root: 11
    case .amod: 12
    default: 0
    }
  }
}
