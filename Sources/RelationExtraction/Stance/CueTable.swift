import DocumentModel
import Gazetteers

/// The stance cues of all tables, by lemma.
struct CueTable: Sendable {
  /// Those with more words first, so that the more particular one wins.
  private let rows: [String: [StanceCue]]

  init(_ cues: [StanceCue]) {
    var rows: [String: [StanceCue]] = [:]
    for cue in cues { rows[cue.words[0], default: []].append(cue) }
    self.rows = rows.mapValues { cues in
      cues.enumerated().sorted {
        ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
      }
      .map(\.element)
    }
  }

  /// The rows that begin with a lemma.
  func cues(_ lemma: String) -> [StanceCue] { rows[lemma] ?? [] }
}

extension StanceCue.PartOfSpeech {
  /// Whether a word with that tag can be such a cue; taggers waver between participle and adjective.
  func fits(_ tag: UniversalTag) -> Bool {
    switch self {
    case .verb: tag == .verb || tag == .aux || tag == .adj
    case .noun: tag == .noun || tag == .propn
    case .adjective: tag == .adj || tag == .verb || tag == .adv || tag == .noun
    case .adverb: tag == .adv || tag == .part || tag == .cconj || tag == .adj || tag == .adp
    case .auxiliary: tag == .aux || tag == .verb
    case .mark: [.sconj, .adp, .adv, .verb, .cconj].contains(tag)
    case .determiner: [.det, .pron, .adj, .cconj, .noun, .adv].contains(tag)
    }
  }
}
