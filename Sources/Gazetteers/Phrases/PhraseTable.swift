/// The aliases as sequences of words, in flat columns: what the trie of phrases is built from.
///
/// Most aliases are one phrase. An alias with initials has two ("J.K. Rowling", "J. K. Rowling"),
/// a demonym one more for its plural.
struct PhraseTable {
  /// The words of all phrases, one after the other.
  private(set) var words: [Int32] = []
  /// For each word the letters that must be capitals, see `isExact`.
  private(set) var capitals: [UInt32] = []
  /// Where each phrase begins in `words`; one more at the end.
  private(set) var starts: [Int32] = [0]
  /// The alias each phrase stands for.
  private(set) var aliases: [Int32] = []
  /// Whether capitals must be exactly those given, rather than the first letter at least.
  private(set) var isExact: [Bool] = []

  /// The number of phrases.
  var count: Int { aliases.count }

  /// Where the words of a phrase stand.
  func range(of phrase: Int) -> Range<Int> { Int(starts[phrase])..<Int(starts[phrase + 1]) }

  /// Room for so many aliases of about three words.
  init(aliases count: Int) {
    words.reserveCapacity(count * 3)
    capitals.reserveCapacity(count * 3)
    starts.reserveCapacity(count + 1)
    aliases.reserveCapacity(count)
    isExact.reserveCapacity(count)
  }

  /// Adds the phrases of an alias; whether it has any.
  mutating func add(
    _ alias: Alias, at index: Int32, words vocabulary: inout VocabularyBuilder,
    scanner: inout AtomScanner
  ) -> Bool {
    scanner.scan(alias.surface)
    let atoms = scanner.atoms
    guard !atoms.isEmpty, alias.surface.contains(where: { $0.isLetter || $0.isNumber }) else {
      return false
    }
    append(atoms, of: alias, at: index, &vocabulary)
    if atoms.contains(where: { $0.initials > 0 }), let variant = Self.initialsVariant(atoms) {
      append(variant, of: alias, at: index, &vocabulary)
    }
    if alias.marks.demonym, let plural = Self.plural(of: alias.surface) {
      append(AtomScanner.atoms(of: plural), of: alias, at: index, &vocabulary)
    }
    return true
  }

  private mutating func append(
    _ atoms: [Atom], of alias: Alias, at index: Int32, _ vocabulary: inout VocabularyBuilder
  ) {
    let first = words.count
    for atom in atoms {
      words.append(vocabulary.id(of: atom.key))
      capitals.append(alias.marks.exactCase ? atom.capitals : atom.capitals & 1)
    }
    if !alias.marks.exactCase { releaseSmallWords(from: first, vocabulary) }
    starts.append(Int32(words.count))
    aliases.append(index)
    isExact.append(alias.marks.exactCase)
  }

  /// "Al" of "Al-Qaida" and "The" of "The Hague" may be small, as long as another word is not.
  private mutating func releaseSmallWords(from first: Int, _ vocabulary: VocabularyBuilder) {
    let range = first..<words.count
    func isSmall(_ position: Int) -> Bool {
      !vocabulary.classes(of: words[position]).isDisjoint(with: [.particle, .nameJoint])
    }
    guard range.contains(where: { capitals[$0] != 0 && !isSmall($0) }) else { return }
    for position in range where isSmall(position) { capitals[position] = 0 }
  }

  private static func plural(of demonym: String) -> String? {
    guard let last = demonym.last, last.isLetter, last != "s", last != "S" else { return nil }
    return demonym + "s"
  }

  /// "J.K." parted where it stands together, and joined where it stands apart.
  private static func initialsVariant(_ atoms: [Atom]) -> [Atom]? {
    var variant: [Atom] = []
    var isJoining = false
    for atom in atoms {
      if atom.initials > 1 {
        guard let parts = parted(atom) else { return nil }
        variant += parts
        isJoining = false
      } else if atom.initials == 1, isJoining, let last = variant.popLast() {
        variant.append(joined(last, atom))
      } else {
        variant.append(atom)
        isJoining = atom.initials == 1
      }
    }
    return variant == atoms ? nil : variant
  }

  /// The letters of initials as atoms of their own; nil for long ones and other scripts, whose
  /// letters the key does not show.
  private static func parted(_ atom: Atom) -> [Atom]? {
    guard atom.key >> 63 == 0 else { return nil }
    return (0..<UInt64(atom.initials)).map { position in
      Atom(
        key: atom.key >> (8 * position) & 0xFF, capitals: atom.capitals >> UInt32(position) & 1,
        followsHyphen: false, initials: 1)
    }
  }

  private static func joined(_ left: Atom, _ right: Atom) -> Atom {
    let length = UInt64(left.initials)
    guard length < 8, left.key >> 63 == 0, right.key < 0x80 else { return left }
    return Atom(
      key: left.key | right.key << (8 * length),
      capitals: left.capitals | right.capitals << UInt32(length), followsHyphen: false,
      initials: left.initials + 1)
  }
}
