import DocumentModel
public import Gazetteers

/// The patterns of the lexicon by the word that anchors them.
final class FrameTable: Sendable {
  private let frames: HeadTable<[Frame]>
  /// For a noun, the verbs that patterns let govern it: "impose" for "sanction".
  private let governors: [String: Set<String>]
  /// For a verb, the nouns that its patterns spell out: "aid" of `end aid to WHOM`.
  private let spelled: [String: Set<String>]
  private let ditransitive: Set<String>

  /// Patterns that do not parse are reported where the lexicon is checked; here they are left out.
  init(lexicon: Lexicon) {
    var frames = HeadTable<[Frame]>()
    var governors: [String: Set<String>] = [:]
    var spelled: [String: Set<String>] = [:]
    for pattern in lexicon.patterns {
      guard let frame = try? PatternParser.frame(for: pattern) else { continue }
      for frame in [frame] + Self.unsplit(frame) {
        frames[frame.partOfSpeech][frame.anchor, default: []].append(frame)
      }
      governors[frame.anchor, default: []].formUnion(frame.governors)
      if frame.partOfSpeech == .verb {
        spelled[frame.anchor, default: []].formUnion(frame.requirements.joined())
      }
    }
    self.spelled = spelled
    ditransitive = Set(frames[.verb].values.joined().filter(\.isDitransitive).map(\.anchor))
    self.frames = frames
    self.governors = governors
  }

  /// "co-found" is one token, "de-escalate" three: a head with a hyphen is anchored by either.
  private static func unsplit(_ frame: Frame) -> [Frame] {
    guard frame.head.contains("-"), !frame.head.contains(" ") else { return [] }
    var whole = frame
    let parts = Set(frame.head.split(separator: "-").map(String.init))
    whole.anchor = frame.head
    whole.requirements.removeAll { $0.count == 1 && parts.contains($0[0]) }
    return [whole]
  }

  /// In the order of the file.
  func frames(anchor: String, as partOfSpeech: ArgumentStructure.PartOfSpeech) -> [Frame] {
    frames[partOfSpeech][anchor] ?? []
  }

  func isAnchor(_ lemma: String, as partOfSpeech: ArgumentStructure.PartOfSpeech) -> Bool {
    frames[partOfSpeech][lemma] != nil
  }

  /// Whether a pattern of the noun has the subject of a clause: `claim that WHOM TOPIC:clause`.
  func wantsClause(_ noun: String) -> Bool {
    frames(anchor: noun, as: .noun).contains { frame in
      frame.slots.contains { $0.functions.contains(.clauseSubject) }
    }
  }

  /// Whether the verb may have a receiver and a thing, both without preposition: "give".
  func isDitransitive(_ verb: String) -> Bool { ditransitive.contains(verb) }

  /// Whether a pattern of the verb spells out that noun.
  func spells(_ noun: String, verb: String) -> Bool { spelled[verb]?.contains(noun) == true }

  /// The anchors that are nouns.
  var nouns: Set<String> { Set(frames[.noun].keys) }

  /// The anchors that are verbs, and the verbs that govern nouns.
  var verbs: Set<String> {
    var result = Set(frames[.verb].keys)
    for verbs in governors.values { result.formUnion(verbs) }
    return result
  }

  func governs(_ verb: String, noun: String) -> Bool { governors[noun]?.contains(verb) == true }
}

/// Why a pattern of the lexicon cannot be read.
public struct PatternProblem: Sendable {
  /// In characters from the start of the pattern, from 1.
  public let column: Int
  public let message: String

  /// Nil when the pattern can be read.
  public init?(in pattern: LexiconPattern) {
    do {
      _ = try PatternParser.frame(for: pattern)
      return nil
    } catch {
      column = error.column
      message = error.message
    }
  }
}
