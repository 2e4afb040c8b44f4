public import DocumentModel
public import Gazetteers

/// A sentence with a predicate in braces, and how that predicate is meant.
public struct StanceExample: Sendable {
  public var text: String
  public var predicate: TextSpan
  public var expectation: StanceExpectation

  /// Nil when `marked` has no predicate in braces.
  public init?(_ marked: String, expectation: StanceExpectation) {
    let utf8 = Array(marked.utf8)
    guard let open = utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = utf8.firstIndex(of: UInt8(ascii: "}")), open + 1 < close
    else { return nil }
    text = String(decoding: utf8.filter { $0 != 0x7B && $0 != 0x7D }, as: UTF8.self)
    predicate = TextSpan(open, close - 1)
    self.expectation = expectation
  }

  /// The example of a cue and what the cue's row says of it; nil for a row without one.
  public init?(of cue: StanceCue) {
    var polarity = Stance.Polarity.affirmed
    if cue.negation == .negated { polarity = .negated }
    let modality = cue.modality ?? (cue.negation == .rejected ? nil : .asserted)
    self.init(
      cue.example,
      expectation: StanceExpectation(
        polarity: cue.negation == .rejected ? nil : polarity, modality: modality))
  }
}

/// What is expected of a stance; nil and empty values expect nothing.
public struct StanceExpectation: Sendable {
  public var polarity: Stance.Polarity?
  public var modality: Stance.Modality?
  public var tense: Stance.Tense?
  /// Names or words of the speakers, outermost first.
  public var speakers: [String]?

  public init(
    polarity: Stance.Polarity? = nil, modality: Stance.Modality? = nil,
    tense: Stance.Tense? = nil, speakers: [String]? = nil
  ) {
    self.polarity = polarity
    self.modality = modality
    self.tense = tense
    self.speakers = speakers
  }

  /// Where a reading differs.
  public func findings(on reading: StanceExample.Reading) -> [StanceFinding] {
    var findings: [StanceFinding] = []
    func compare(_ field: StanceFinding.Field, _ expected: String?, _ found: String) {
      guard let expected, expected != found else { return }
      findings.append(StanceFinding(field: field, expected: expected, found: found))
    }
    compare(.polarity, polarity?.rawValue, reading.stance.polarity.rawValue)
    compare(.modality, modality?.rawValue, reading.stance.modality.rawValue)
    compare(.tense, tense?.rawValue, reading.stance.tense?.rawValue ?? "none")
    if let speakers, !fits(speakers, reading) {
      compare(
        .attribution, speakers.joined(separator: " | ") + " ",
        reading.speakers.map(\.first).map { $0 ?? "" }.joined(separator: " | "))
    }
    return findings
  }

  func fits(_ names: [String], _ reading: StanceExample.Reading) -> Bool {
    names.count == reading.speakers.count && reading.matches(of: names) == names.count
  }
}

extension StanceExample {
  /// How the pipeline read the predicate.
  public struct Reading: Sendable {
    public var stance: Stance
    /// For each speaker the entity's name and the words that name it.
    public var speakers: [[String]]

    init(stance: Stance, chains: [Chain]) {
      self.stance = stance
      speakers = stance.attribution.map { speaker in
        [speaker.entity.map { chains[$0].name }, speaker.words].compactMap { $0 }
      }
    }

    /// How many of `names` stand in order among the speakers. A name is right when it is the
    /// entity's, or the speaker's words begin or end with it.
    func matches(of names: [String]) -> Int {
      var rest = speakers[...]
      return names.count { name in
        guard let index = rest.firstIndex(where: { Self.isNamed(name, by: $0) }) else {
          return false
        }
        rest = rest[(index + 1)...]
        return true
      }
    }

    private static func isNamed(_ name: String, by words: [String]) -> Bool {
      let name = name.lowercased()
      return words.contains { words in
        let words = words.lowercased()
        return words.hasSuffix(name) || words.hasPrefix(name) || name.hasSuffix(words)
      }
    }
  }
}

/// A difference between a stance and what was expected of it.
public struct StanceFinding: Sendable, Hashable {
  public enum Field: String, Sendable, CaseIterable {
    case predicate, polarity, modality, tense, attribution
  }

  public var field: Field
  public var expected: String
  public var found: String
}
