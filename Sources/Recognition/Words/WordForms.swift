import DocumentModel
import Gazetteers

/// The words that a worker has met, numbered, each with what is known of it alone and what the name model
/// makes of that: found out once a word in place of once a place.
///
/// Nothing of it depends on an article, so what is in it shows in no result.
struct WordForms {
  private(set) var forms: [WordForm] = []
  /// Numbers of forms by the hashes of their bytes and the vocabulary's ids, of lower-case forms by theirs.
  private var numbers = KeyTable(capacity: 1 << 12)
  private var smallNumbers = KeyTable(capacity: 1 << 12)
  /// By form and place, 1 behind the labels where it is known.
  private var sums: [LabelSums] = []
  /// What forms say as governors, by form and relation.
  private var governors = KeyTable()
  private var governorSums: [LabelSums] = []

  /// So many words are kept; an article with more has them all, and the next begins anew.
  private static let most = 1 << 16

  /// How many lower-case forms there are.
  var smallCount: Int { smallNumbers.count }

  /// The number of each token's form.
  mutating func numbers(
    of document: Document, ids: [Int32], vocabulary: Vocabulary, clusters: WordClusters?
  ) -> [Int32] {
    if forms.count > Self.most { self = WordForms() }
    var text = document.article.text
    return text.withUTF8 { text in
      document.tokens.indices.map { token in
        let bytes = document.tokens[token].span.range
        let normal = document.normalForms.isEmpty ? nil : document.normalForms[token]
        let key = Self.key(bytes, in: text.span, ids[token], normal)
        let (number, isNew) = numbers.number(of: key)
        if isNew {
          let classes = vocabulary.classes(of: ids[token])
          add(text.span.extracting(bytes), normal, classes: classes, clusters: clusters)
        }
        return Int32(number)
      }
    }
  }

  /// Different for different words, as far as 64 bits tell.
  private static func key(
    _ word: Range<Int>, in text: Span<UInt8>, _ id: Int32, _ normal: String?
  ) -> UInt64 {
    var key = StableHash.mixed(UInt64(word.count) &<< 32 | UInt64(UInt32(bitPattern: id)))
    if let normal { key = StableHash.mixed(key ^ StableHash.value(of: normal)) }
    var place = word.lowerBound
    while place &+ 8 <= word.upperBound {
      key = StableHash.mixed(key ^ text.eightBytes(at: place))
      place &+= 8
    }
    guard place < word.upperBound else { return key }
    let rest = UInt64(8 &* (word.upperBound &- place))
    return StableHash.mixed(key ^ text.eightBytes(at: place) & (1 &<< rest &- 1))
  }

  private mutating func add(
    _ word: Span<UInt8>, _ normal: String?, classes: WordClasses, clusters: WordClusters?
  ) {
    let lower = Self.lowerHash(word)
    forms.append(
      WordForm(
        word, normal: normal, hash: lower, small: Int32(smallNumbers.number(of: lower).number),
        classes: classes, path: clusters?.path(lower) ?? 0))
    for _ in WordPlace.allCases { sums.append(.zero) }
  }

  /// ASCII and Latin-1 letters in lower case, hashed.
  private static func lowerHash(_ word: Span<UInt8>) -> UInt64 {
    var hash = StableHash()
    var previous: UInt8 = 0
    for index in word.indices {
      let byte = word[index]
      let isUpper =
        (0x41...0x5A).contains(byte) || (previous == 0xC3 && (0x80...0x9E).contains(byte))
      hash.add(isUpper ? byte + 32 : byte)
      previous = byte
    }
    return hash.value
  }

  /// A column behind those of the labels.
  private static let mark = 7

  /// What the name model makes of a form by itself at a place.
  mutating func sum(of form: Int32, at place: WordPlace, _ weights: inout WeightSum) -> LabelSums {
    let index = Int(form) * WordPlace.count + place.rawValue
    var sum = sums[index]
    if sum[Self.mark] == 0 {
      forms[Int(form)].addEvidence(at: place, to: &weights)
      sum = weights.take()
      sum[Self.mark] = 1
      sums[index] = sum
    }
    sum[Self.mark] = 0
    return sum
  }

  /// What it makes of a form on which a name depends.
  mutating func sum(
    ofGovernor form: Int32, _ relation: NameRelation, _ weights: inout WeightSum
  ) -> LabelSums {
    let key = StableHash.mixed(UInt64(UInt32(bitPattern: form)) << 8 | UInt64(relation.rawValue))
    let (number, isNew) = governors.number(of: key)
    guard isNew else { return governorSums[number] }
    forms[Int(form)].addEvidence(asGovernor: relation, to: &weights)
    governorSums.append(weights.take())
    return governorSums[number]
  }
}
