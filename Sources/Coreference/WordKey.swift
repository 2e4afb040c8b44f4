import DocumentModel
import Foundation

/// Tells words and names apart by a hash: equal keys count as equal words, as they do where the
/// gazetteer is matched.
typealias WordKey = UInt64

extension WordKey {
  /// The key of a word, folded, see `folded(_:)`.
  init(_ word: String) {
    var hash = StableHash()
    for byte in word.utf8 {
      guard byte < 0x80 else {
        self = Self.ofWide(word)
        return
      }
      hash.add(small: byte)
    }
    self = hash.value
  }

  /// Of a word with letters beyond ASCII.
  private static func ofWide(_ word: String) -> WordKey {
    var hash = StableHash()
    for byte in folded(word).utf8 { hash.add(byte) }
    return hash.value
  }

  /// The key of words that stand one behind the other.
  init(_ words: some Sequence<WordKey>) {
    self = words.reduce(0) { $0.followed(by: $1) }
  }

  func followed(by word: WordKey) -> WordKey {
    StableHash.mixed(self &* 0x9e37_79b9_7f4a_7c15 &+ word)
  }
}

extension WordKey {
  /// The words of a name or title, parted by spaces.
  static func words(of name: String) -> [WordKey] {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
      return name.split(separator: " ").map { WordKey(String($0)) }
    }
    var words: [WordKey] = []
    words.reserveCapacity(4)
    var hash = StableHash()
    var isInWord = false
    for byte in name.utf8 {
      if byte != UInt8(ascii: " ") {
        hash.add(small: byte)
        isInWord = true
      } else if isInWord {
        words.append(hash.value)
        (hash, isInWord) = (StableHash(), false)
      }
    }
    if isInWord { words.append(hash.value) }
    return words
  }
}

/// Lower case without diacritics, curly apostrophes straight.
func folded(_ word: String) -> String {
  if word.utf8.allSatisfy({ $0 < 0x80 && ($0 &- 0x41) >= 26 }) { return word }
  if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
  var result = ""
  for scalar in word.inSmallLetters.decomposedStringWithCanonicalMapping.unicodeScalars
  where scalar.properties.canonicalCombiningClass == .notReordered {
    result.unicodeScalars.append(scalar == "’" ? "'" : scalar)
  }
  return result
}

extension StableHash {
  /// Adds a byte of ASCII as a small letter, if it is one.
  fileprivate mutating func add(small byte: UInt8) {
    add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
  }
}

extension KeyTable {
  /// A set of words.
  init(words: [String]) {
    self.init(capacity: words.count)
    for word in words { self[WordKey(word)] = 0 }
  }
}

/// Lists of numbers by key, each in the order in which they were added.
struct KeyLists {
  private var table: KeyTable
  private var lists: [(first: Int32, last: Int32, count: Int32)] = []
  private var links: [(value: Int32, next: Int32)] = []

  /// - Parameter capacity: how many keys are likely.
  init(capacity: Int = 0) {
    table = KeyTable(capacity: capacity)
    lists.reserveCapacity(capacity)
    links.reserveCapacity(capacity)
  }

  var isEmpty: Bool { lists.isEmpty }

  func count(_ key: WordKey) -> Int { table[key].map { Int(lists[$0].count) } ?? 0 }

  mutating func add(_ value: Int, to key: WordKey) {
    let link = Int32(links.count)
    links.append((Int32(value), -1))
    guard let list = table[key] else {
      table[key] = lists.count
      lists.append((link, link, 1))
      return
    }
    links[Int(lists[list].last)].next = link
    lists[list].last = link
    lists[list].count += 1
  }

  /// The numbers that a key has.
  subscript(key: WordKey) -> Values {
    Values(links: links, place: table[key].map { lists[$0].first } ?? -1)
  }

  struct Values: Sequence, IteratorProtocol {
    fileprivate let links: [(value: Int32, next: Int32)]
    fileprivate var place: Int32

    mutating func next() -> Int? {
      guard place >= 0 else { return nil }
      let link = links[Int(place)]
      place = link.next
      return Int(link.value)
    }
  }
}
