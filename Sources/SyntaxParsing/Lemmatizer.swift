import DocumentModel
import ModelFiles

/// Finds the dictionary form of a word from its spelling, part of speech and features.
///
/// A word of the treebank has its rule by form and features, else by form and tag; any other word
/// takes the rule of its longest known ending (edit rules as in UDPipe, Straka et al. 2016), or of
/// a shorter one when only that makes a known word: "shelled" is of "shell", not of "shel".
struct Lemmatizer: Sendable {
  private let rules: [LemmaRule]
  private let words: HashedVocabulary
  private let wordRules: [UInt16]
  private let endings: HashedVocabulary
  private let endingRules: [UInt16]
  private let dictionary: WordFeatureExtractor

  /// `dictionary` knows which words exist.
  init(_ file: ModelFile, dictionary: WordFeatureExtractor) throws(ModelFileError) {
    self.dictionary = dictionary
    rules = try file.lines("lemma.rules").compactMap(LemmaRule.init)
    words = try HashedVocabulary(file, "lemmaw")
    wordRules = try file.array("lemmaw.rules", of: UInt16.self)
    endings = try HashedVocabulary(file, "lemmae")
    endingRules = try file.array("lemmae.rules", of: UInt16.self)
    let last = max(wordRules.max() ?? 0, endingRules.max() ?? 0)
    guard wordRules.count == words.count, endingRules.count == endings.count,
      Int(last) < rules.count
    else { throw ModelFileError(file.origin, .corrupt("the lemma tables do not fit together")) }
  }

  /// The lemma of `word`, whose bytes have the hash `hash`. In text all in capitals the letters'
  /// case says nothing.
  func lemma(
    of word: ArraySlice<UInt8>, hash: UInt64, _ context: LemmaContext, inUpperCase: Bool,
    cache: inout LemmaCache
  ) -> String {
    let key = StableHash.mixed(hash ^ context.key) ^ (inUpperCase ? 1 : 0)
    if let known = cache[key] { return known }
    let form = Array(word)
    let lemma = rule(for: form, context, inUpperCase: inUpperCase).apply(to: form)
    cache[key] = lemma
    return lemma
  }

  private func rule(
    for form: [UInt8], _ context: LemmaContext, inUpperCase: Bool
  ) -> LemmaRule {
    let lower = WordFeatureExtractor.lowercased(form)
    let isAcronym = !inUpperCase && LemmaContext.isAcronym(form)
    for key in context.wordKeys(lower, isAcronym: isAcronym) {
      let row = words.row(key)
      if row >= 0 { return rules[Int(wordRules[row])] }
    }
    let known = context.endingKeys(lower, isAcronym: isAcronym).map(endings.row)
      .filter { $0 >= 0 }.map { rules[Int(endingRules[$0])] }
    guard let first = known.first else {
      return LemmaRule(context.tag == .propn ? .kept : .lower, stripped: 0, appended: [])
    }
    guard first.isEdit else { return first }
    let edits = known.filter(\.isEdit).map { (rule: $0, lemma: Array($0.apply(to: form).utf8)) }
    let best =
      edits.first { dictionary.words.row(WordFeatureExtractor.wordKey($0.lemma)) >= 0 }
      ?? edits.first { dictionary.vectors.row(WordFeatureExtractor.vectorKey($0.lemma)) >= 0 }
    return best?.rule ?? first
  }
}

/// An edit that turns a form into its lemma.
package struct LemmaRule: Hashable, Sendable {
  /// What becomes of the letters' case before the edit.
  package enum Casing: Character, Sendable, CaseIterable {
    case lower = "l"
    case kept = "k"
    /// The first letter large, the others small.
    case capitalized = "c"

    func apply(to form: [UInt8]) -> [UInt8] {
      guard self != .kept else { return form }
      var result = WordFeatureExtractor.lowercased(form)
      if self == .capitalized, let first = result.first, first >= 97, first <= 122 {
        result[0] = first - 32
      }
      return result
    }
  }

  package var casing: Casing
  /// Bytes cut from the end; all of them when nil.
  package var stripped: Int?
  package var appended: [UInt8]

  package init(_ casing: Casing, stripped: Int?, appended: [UInt8]) {
    self.casing = casing
    self.stripped = stripped
    self.appended = appended
  }

  /// The shortest edit from `form` to `lemma`; of equal ones that which keeps the case for a
  /// proper noun, which lowers it for any other word.
  package init(from form: [UInt8], to lemma: [UInt8], isProperNoun: Bool) {
    let order: [Casing] =
      isProperNoun ? [.kept, .capitalized, .lower] : [.lower, .kept, .capitalized]
    var best = (casing: order[0], common: -1)
    for casing in order {
      let common = zip(casing.apply(to: form), lemma).prefix { $0 == $1 }.count
      if common > best.common { best = (casing, common) }
    }
    casing = best.casing
    stripped = best.common == 0 ? nil : form.count - best.common
    appended = Array(lemma[best.common...])
  }

  /// Whether letters change.
  var isEdit: Bool { stripped != 0 || !appended.isEmpty }

  /// The lemma; the form itself where the edit would leave nothing or cut a character in two.
  package func apply(to form: [UInt8]) -> String {
    let base = casing.apply(to: form)
    let kept = max(0, form.count - (stripped ?? form.count))
    let lemma = Array(base[..<kept]) + appended
    guard !lemma.isEmpty, let text = String(validating: lemma, as: UTF8.self) else {
      return String(decoding: form, as: UTF8.self)
    }
    return text
  }

  /// One line of the model's section: a letter for the case, `*` or the bytes cut, the ending.
  package var line: String {
    String(casing.rawValue) + (stripped.map(String.init) ?? "*") + ":"
      + String(decoding: appended, as: UTF8.self)
  }

  package init?(_ line: String) {
    guard let colon = line.firstIndex(of: ":"),
      let casing = line.first.flatMap(Casing.init(rawValue:))
    else { return nil }
    let count = line[line.index(after: line.startIndex)..<colon]
    self.casing = casing
    stripped = Int(count)
    appended = Array(line[line.index(after: colon)...].utf8)
    guard stripped != nil || count == "*" else { return nil }
  }
}

/// What, beside the spelling, decides a lemma: the tag, tense, verb form and number, whether a
/// pronoun is a possessor ("her"), and whether a word is written against its kind: with a capital
/// within a sentence, or a name without one.
package struct LemmaContext: Hashable, Sendable {
  package static let longestEnding = 6

  package let tag: UniversalTag
  package let number: UInt64
  private let isMarked: Bool

  /// The context of `form`, the word at `row` of its sentence.
  package init(
    _ tag: UniversalTag, _ features: MorphologicalFeatures, _ relation: DependencyRelation,
    form: some Collection<UInt8>, row: Int
  ) {
    self.tag = tag
    isMarked =
      tag == .propn ? Self.isSmall(form) : row > 0 && Self.isCapitalized(form)
    let isPossessor = tag == .pron && relation == .nmodPoss
    // Nibbles 0 (tense), 1 (verb form) and 4 (number).
    number =
      UInt64(features.bits & 0xF_00FF) << 8 | UInt64(tag.rawValue) | (isPossessor ? 1 << 40 : 0)
  }

  /// Whether a word begins with a capital and goes on small.
  private static func isCapitalized(_ form: some Collection<UInt8>) -> Bool {
    guard let first = form.first, first >= 65, first <= 90 else { return false }
    return form.dropFirst().contains { $0 >= 97 && $0 <= 122 }
  }

  private static func isSmall(_ form: some Collection<UInt8>) -> Bool {
    form.first.map { $0 >= 97 && $0 <= 122 } ?? false
  }

  /// Whether a sentence has no lower-case letter and at least three words of capitals.
  package static func isUpperCase(_ words: some Sequence<some Collection<UInt8>>) -> Bool {
    var count = 0
    for word in words {
      if word.contains(where: { $0 >= 97 && $0 <= 122 }) { return false }
      if word.count > 1, word.allSatisfy({ $0 >= 65 && $0 <= 90 }) { count += 1 }
    }
    return count >= 3
  }

  /// Whether capitals follow the first letter, as in acronyms and brands.
  package static func isAcronym(_ form: [UInt8]) -> Bool {
    form.dropFirst().contains { $0 >= 65 && $0 <= 90 }
  }

  /// The number with the mark.
  private var fullNumber: UInt64 { number | (isMarked ? 1 << 41 : 0) }

  /// Tells contexts apart.
  var key: UInt64 { StableHash.mixed(fullNumber &+ 1) }

  /// Keys of a known word, the most specific first.
  package func wordKeys(_ lower: [UInt8], isAcronym: Bool) -> [UInt64] {
    var hash = StableHash(seed: isAcronym ? 2 : 1)
    hash.add(lower)
    let value = hash.value
    let loose = [
      StableHash.mixed(value ^ StableHash.mixed(number &+ 1)),
      StableHash.mixed(value ^ UInt64(tag.rawValue)),
    ]
    return isMarked ? [StableHash.mixed(value ^ key)] + loose : loose
  }

  /// Keys of a word's endings, the longest first, down to the empty one.
  package func endingKeys(_ lower: [UInt8], isAcronym: Bool) -> [UInt64] {
    (0...min(Self.longestEnding, lower.count)).reversed().map { length in
      var hash = StableHash(seed: isAcronym ? 4 : 3)
      hash.add(lower.suffix(length))
      return StableHash.mixed(hash.value ^ StableHash.mixed(fullNumber &+ UInt64(length) << 48))
    }
  }
}

/// Lemmas found before, in slots by key.
struct LemmaCache {
  private static let slotCount = 8192
  private var keys = [UInt64](repeating: 0, count: slotCount)
  private var values = [String](repeating: "", count: slotCount)

  subscript(key: UInt64) -> String? {
    get {
      let slot = Int(key % UInt64(Self.slotCount))
      return keys[slot] == key && key != 0 ? values[slot] : nil
    }
    set {
      let slot = Int(key % UInt64(Self.slotCount))
      keys[slot] = key
      values[slot] = newValue ?? ""
    }
  }
}
