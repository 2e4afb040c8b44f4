import DocumentModel
import Gazetteers

/// The names of an article that stand where capitals mean something, for the places where they do
/// not or where nothing else speaks for a name: "Vale agreed", "phoned Zapatero".
///
/// One sense a name in an article: a second pass over the same lattices, with the first as evidence
/// (after Krishnan and Manning 2006).
struct NameMemory {
  private var entries: [Entry] = []
  /// Entries by the hashes of names' words.
  private var table = KeyTable()
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

  private let words: DocumentWords

  init(features: NameFeatures) {
    self.features = features
    words = features.tokens.words
  }

  var isEmpty: Bool { entries.isEmpty }

  /// Takes up the names that a run is cut into.
  /// - Parameter index: of the run in the lattices.
  mutating func add(_ lattices: NameLattices, _ index: Int, of run: NameRun) {
    guard !words.capitalisedSentences[run.sentence] else { return }
    let sentence = words.document.sentences[run.sentence].tokens
    guard let small = sentence.first(where: { words.shapes[$0] == .lower }) else { return }
    for (index, label) in lattices.cut(index) where label.type != nil {
      let piece = lattices.pieces[index].tokens
      guard piece.count > 1 || piece.lowerBound > small || !isOrdinary(piece.lowerBound) else {
        continue
      }
      remember(piece, label, Self.wholeName)
      if piece.count > 1 { rememberParts(of: piece, label) }
    }
  }

  /// What is to be added to the scores of a piece that is a name elsewhere.
  func bonus(of tokens: Range<Int>) -> LabelScores? {
    guard words.shapes[tokens.lowerBound].isUpper, let entry = table[key(of: tokens)],
      entries[entry].onlyPlace != tokens
    else { return nil }
    return entries[entry].bonus
  }

  private mutating func remember(_ piece: Range<Int>, _ label: NameLabel, _ weight: Float) {
    let (entry, isNew) = table.number(of: key(of: piece))
    if isNew { entries.append(Entry(bonus: .zero, onlyPlace: piece)) }
    entries[entry].bonus[label.rawValue] = max(entries[entry].bonus[label.rawValue], weight)
    if entries[entry].onlyPlace != piece { entries[entry].onlyPlace = nil }
  }

  /// The words of a longer name that may stand for it: a person's last, a body's first or last.
  private mutating func rememberParts(of piece: Range<Int>, _ label: NameLabel) {
    let (first, last) = (piece.lowerBound, piece.upperBound - 1)
    switch label {
    case .person where words.shapes[last] == .capitalised:
      remember(last..<last + 1, label, Self.partOfName)
    case .organisation:
      for token in [first, last] where isDistinctive(token) {
        remember(token..<token + 1, label, Self.partOfName)
      }
    default: break
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
    StableHash.mixed(
      piece.reduce(UInt64(piece.count)) { ($0 &* 0x9e37_79b9_7f4a_7c15) ^ words.word($1).hash })
  }
}
