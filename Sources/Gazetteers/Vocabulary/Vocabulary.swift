/// The words of all tables, frozen: from a word to its id and from the id to its classes.
///
/// Words are alike whatever their case, accents, full stops and apostrophes: "Türkiye" and
/// "turkiye", "U.S." and "US". Ids never leave the process.
public struct Vocabulary: Sendable {
  let table: WordTable
  private let classesOfWord: PackColumn<UInt64>
  private let classesByName: [String: WordClasses]

  init(from pack: inout PackReader, classesByName: [String: WordClasses]) throws(PackFault) {
    table = try WordTable(from: &pack)
    classesOfWord = try pack.column()
    self.classesByName = classesByName
  }

  /// One more than the highest id; the lowest is 1.
  public var count: Int { classesOfWord.count }

  /// The id of a word, -1 when no table has it.
  public func id(of word: String) -> Int32 {
    var word = word
    if let key = word.withUTF8({ WordHasher.key(ofLetters: $0.span) }) { return table.id(of: key) }
    let atoms = AtomScanner.atoms(of: word)
    return atoms.isEmpty ? -1 : table.id(of: Self.key(of: atoms))
  }

  /// What is known of a word; nothing for the id -1.
  public func classes(of id: Int32) -> WordClasses {
    id < 0 ? [] : WordClasses(rawValue: classesOfWord[Int(id)])
  }

  /// The class that tables and rules call `name`, nil when there is none.
  public func wordClass(named name: String) -> WordClasses? { classesByName[name] }

  /// The id of all numbers in digits that no table has.
  static let number: Int32 = 1

  /// The key of a word of several atoms, such as "vice-president".
  static func key(of atoms: [Atom]) -> UInt64 {
    guard atoms.count != 1 else { return atoms[0].key }
    return atoms.reduce(1) { WordHasher.combined($0, $1.key) } | 1 << 63
  }
}

/// Collects words and their classes.
struct VocabularyBuilder {
  private var table: WordTableBuilder
  private var classes: [WordClasses] = [[]]
  private(set) var classesByName = WordClasses.named
  private var scanner = AtomScanner()

  init(capacity: Int) {
    table = WordTableBuilder(capacity: capacity)
    classes[Int(id(of: WordHasher.numberKey))] = .number
    for letter in "bcdefghjklmnopqrstuvwxyz" { add(.initial, to: String(letter)) }
  }

  /// One more than the highest id.
  var count: Int { classes.count }

  func write(to pack: inout PackWriter) {
    table.write(to: &pack)
    pack.add(column: classes.map(\.rawValue))
  }

  /// The id of a word, a new one if need be.
  mutating func id(of key: UInt64) -> Int32 {
    let id = table.insert(key)
    if Int(id) == classes.count { classes.append(WordHasher.isNumber(key) ? .number : []) }
    return id
  }

  func classes(of id: Int32) -> WordClasses { classes[Int(id)] }

  /// Gives a word classes; one of several parts gets them as a whole.
  mutating func add(_ added: WordClasses, to word: String) {
    scanner.scan(word)
    guard !scanner.atoms.isEmpty else { return }
    classes[Int(id(of: Vocabulary.key(of: scanner.atoms)))].formUnion(added)
  }

  /// Gives classes to the parts of a word or name: to each, or to the last one only.
  mutating func add(_ added: WordClasses, toParts parts: Parts, of word: String) {
    scanner.scan(word)
    for atom in parts == .each ? scanner.atoms[...] : scanner.atoms.suffix(1) {
      classes[Int(id(of: atom.key))].formUnion(added)
    }
    if scanner.atoms.count > 1 { add(added, to: word) }
  }

  enum Parts { case each, last }

  /// Takes classes away from a word and its last part.
  mutating func remove(_ removed: WordClasses, from word: String) {
    scanner.scan(word)
    guard let last = scanner.atoms.last else { return }
    classes[Int(id(of: last.key))].subtract(removed)
    classes[Int(id(of: Vocabulary.key(of: scanner.atoms)))].subtract(removed)
  }

  /// The bits of a class, of a new one if need be; nil when there are no more.
  mutating func wordClass(named name: String) -> WordClasses? {
    if let known = classesByName[name] { return known }
    let used = classesByName.count - WordClasses.named.count
    guard used < WordClasses.free.count else { return nil }
    classesByName[name] = WordClasses.free[used]
    return WordClasses.free[used]
  }
}
