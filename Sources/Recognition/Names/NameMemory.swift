import DocumentModel
import Gazetteers

/// The names of an article that stand where capitals mean something, for the places where they do
/// not or where nothing else speaks for a name: "Vale agreed", "phoned Zapatero".
///
/// One sense a name in an article: a second pass over the same lattices, with the first as evidence
/// (after Krishnan and Manning 2006).
struct NameMemory {
  /// By the hash of a name's words.
  private var entries: [UInt64: Entry] = [:]
  private let features: NameFeatures

  /// What a name weighs elsewhere in the article, in nats.
  private struct Entry {
    var bonus: LabelScores
    /// Where it stands, if only once: no name speaks for itself.
    var onlyPlace: Range<Int>?
  }

  private static let wholeName: Float = 2.5
  /// "Zapatero" of "José Luis Rodríguez Zapatero", "Novo" of "Novo Nordisk".
  private static let partOfName: Float = 1.5

  init(features: NameFeatures) { self.features = features }

  private var words: DocumentWords { features.tokens.words }

  /// Takes up the names that `lattice` is cut into.
  mutating func add(
    _ cut: [(piece: Int, label: NameLabel)], of lattice: NameLattice, in run: NameRun
  ) {
    guard !words.capitalisedSentences[run.sentence] else { return }
    let sentence = words.document.sentences[run.sentence].tokens
    guard let small = sentence.first(where: { words.shapes[$0] == .lower }) else { return }
    for (index, label) in cut where label.type != nil {
      let piece = lattice.pieces[index].tokens.moved(by: run.tokens.lowerBound)
      guard piece.count > 1 || piece.lowerBound > small || !isOrdinary(piece.lowerBound) else {
        continue
      }
      remember(piece, label, Self.wholeName)
      guard piece.count > 1 else { continue }
      for part in shortNames(of: piece, label) { remember(part, label, Self.partOfName) }
    }
  }

  /// The lattice with its pieces raised that are names elsewhere; nil when none is.
  func raised(_ lattice: NameLattice, of run: NameRun) -> NameLattice? {
    guard !entries.isEmpty else { return nil }
    var isRaised = false
    let pieces = lattice.pieces.map { piece in
      let tokens = piece.tokens.moved(by: run.tokens.lowerBound)
      guard words.shapes[tokens.lowerBound].isUpper,
        let entry = entries[key(of: tokens)], entry.onlyPlace != tokens
      else { return piece }
      isRaised = true
      return NameLattice.Piece(tokens: piece.tokens, scores: piece.scores + entry.bonus)
    }
    return isRaised ? NameLattice(count: lattice.count, pieces: pieces) : nil
  }

  private mutating func remember(_ piece: Range<Int>, _ label: NameLabel, _ weight: Float) {
    let key = key(of: piece)
    var entry = entries[key] ?? Entry(bonus: .zero, onlyPlace: piece)
    entry.bonus[label.rawValue] = max(entry.bonus[label.rawValue], weight)
    if entry.onlyPlace != piece { entry.onlyPlace = nil }
    entries[key] = entry
  }

  /// The words of a longer name that may stand for it: a person's last, a body's first or last.
  private func shortNames(of piece: Range<Int>, _ label: NameLabel) -> [Range<Int>] {
    switch label {
    case .person:
      [piece.upperBound - 1].filter { words.shapes[$0] == .capitalised }.map { $0..<$0 + 1 }
    case .organisation:
      [piece.lowerBound, piece.upperBound - 1].filter(isDistinctive).map { $0..<$0 + 1 }
    default: []
    }
  }

  /// A word of its own, whose capital at the start of a sentence says nothing.
  private func isOrdinary(_ token: Int) -> Bool {
    !words.classes[token].isDisjoint(with: [.commonWord, .functionWord, .orgNoun, .roleNoun])
  }

  private func isDistinctive(_ token: Int) -> Bool {
    words.shapes[token] == .capitalised
      && words.classes[token].isDisjoint(with: [.orgNoun, .functionWord, .givenName, .placeNoun])
      && features.matches.labels(of: token..<token + 1) == nil
  }

  private func key(of piece: Range<Int>) -> UInt64 {
    piece.reduce(UInt64(piece.count)) { ($0 &* 0x9e37_79b9_7f4a_7c15) ^ words.word($1).hash }
  }
}

extension Range<Int> {
  func moved(by offset: Int) -> Range<Int> {
    lowerBound + offset..<upperBound + offset
  }
}
