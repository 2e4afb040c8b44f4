/// Values by the head of a pattern and its part of speech.
struct HeadTable<Value> {
  private var verbs: [String: Value] = [:]
  private var nouns: [String: Value] = [:]
  private var adjectives: [String: Value] = [:]

  /// The values of all heads of a part of speech.
  subscript(partOfSpeech: ArgumentStructure.PartOfSpeech) -> [String: Value] {
    get {
      switch partOfSpeech {
      case .verb: verbs
      case .noun: nouns
      case .adjective: adjectives
      }
    }
    _modify {
      switch partOfSpeech {
      case .verb: yield &verbs
      case .noun: yield &nouns
      case .adjective: yield &adjectives
      }
    }
  }
}

extension HeadTable: Sendable where Value: Sendable {}
