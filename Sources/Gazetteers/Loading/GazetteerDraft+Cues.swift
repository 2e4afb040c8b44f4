import DocumentModel

extension GazetteerDraft {
  /// Reads a table of stance cues. A hyphen before the words takes out all rows of those words.
  mutating func readCues(_ table: inout TableFile) {
    let columns = (
      cue: table.column("cue"), pos: table.column("pos"), reach: table.column("reach"),
      gives: table.column("gives"), example: table.column("example")
    )
    let file = table.name
    forEachRow(of: &table) { (draft, row) throws(GazetteerError) in
      let text = try row.required(columns.cue, named: "cue")
      if text.utf8.first == UInt8(ascii: "-"), text.utf8.count > 1 {
        let words = text.dropFirst().split(separator: " ").map(String.init)
        draft.cues.removeAll { $0.words == words }
        return
      }
      let effect = try CueEffect(row, columns.gives)
      draft.cues.append(
        StanceCue(
          words: text.split(separator: " ").map(String.init),
          partOfSpeech: try row.cuePartOfSpeech(columns.pos),
          reach: try row.cueReach(columns.reach),
          modality: effect.modality, negation: effect.negation, completion: effect.completion,
          isSpeech: effect.isSpeech, isFactive: effect.isFactive,
          example: row.text(columns.example), origin: Origin(file: file, line: row.line)))
    }
  }
}

/// What the words of a `gives` cell add up to.
private struct CueEffect {
  var modality: Stance.Modality?
  var negation = StanceCue.Negation.none
  var completion: Stance.Completion?
  var isSpeech = false
  var isFactive = false

  init(_ row: TableRow, _ column: Int?) throws(GazetteerError) {
    for word in row.text(column).split(separator: " ").map(String.init) {
      if let modality = Stance.Modality(rawValue: word) {
        self.modality = modality
      } else if let negation = StanceCue.Negation(rawValue: word) {
        self.negation = negation
      } else if let completion = Stance.Completion(rawValue: word) {
        self.completion = completion
      } else if word == "says" {
        isSpeech = true
      } else if word == "fact" {
        isFactive = true
      } else {
        throw row.error(column, .unknownCueWord(word, known: Self.names))
      }
    }
    if negation == .stopped { completion = .finished }
  }

  private static let names =
    Stance.Modality.allCases.map(\.rawValue) + ["negated", "rejected", "stopped"]
    + Stance.Completion.allCases.map(\.rawValue) + ["says", "fact"]
}

extension TableRow {
  fileprivate func cuePartOfSpeech(_ column: Int?) throws(GazetteerError)
    -> StanceCue.PartOfSpeech
  {
    let text = text(column)
    guard let part = StanceCue.PartOfSpeech(rawValue: text) else {
      throw error(
        column,
        .unknownCueWord(text, known: StanceCue.PartOfSpeech.allCases.map(\.rawValue)))
    }
    return part
  }

  fileprivate func cueReach(_ column: Int?) throws(GazetteerError) -> StanceCue.Reach {
    var reach: StanceCue.Reach = []
    for word in text(column).split(separator: " ") {
      guard let named = StanceCue.Reach.names.first(where: { $0.name == word }) else {
        throw error(
          column, .unknownCueWord(String(word), known: StanceCue.Reach.names.map(\.name)))
      }
      reach.formUnion(named.reach)
    }
    return reach
  }
}
