import DocumentModel
import ModelFiles
import SyntaxParsing

/// Learns the lemmatiser's tables: the commonest edit of each known word, and of each ending.
struct LemmaTrainer {
  private var ruleIndices: [LemmaRule: UInt16] = [:]
  private var rules: [LemmaRule] = []
  /// For each key how often each rule was right.
  private var words: [UInt64: [UInt16: Int]] = [:]
  private var endings: [UInt64: [UInt16: Int]] = [:]
  private var seen: Set<UInt64> = []

  init(_ sentences: [TreebankSentence]) {
    for sentence in sentences {
      let isUpperCase = LemmaContext.isUpperCase(sentence.source.words.map { Array($0.form.utf8) })
      for (row, word) in sentence.source.words.enumerated() where word.lemma != "_" {
        add(word, row, sentence.layer, inUpperCase: isUpperCase)
      }
    }
  }

  private mutating func add(
    _ word: CoNLLUSentence.Word, _ row: Int, _ layer: SyntaxLayer, inUpperCase: Bool
  ) {
    guard word.deprel != "goeswith" else { return }
    let form = Array(word.form.utf8)
    let tag = layer.tags[row]
    let context = LemmaContext(
      tag, layer.features[row], layer.relations[row], form: form, row: row)
    let lemma = Array(word.lemma.utf8)
    let rule = LemmaRule(from: form, to: lemma, isProperNoun: tag == .propn)
    let lower = WordFeatureExtractor.lowercased(form)
    let isAcronym = !inUpperCase && LemmaContext.isAcronym(form)
    let keys = context.wordKeys(lower, isAcronym: isAcronym)
    // The lemma of a function word does not depend on how it is written: "i" is "I".
    let wordRule =
      Self.closed.contains(tag)
      ? LemmaRule(.lower, stripped: nil, appended: lemma) : rule
    if let index = index(of: wordRule) {
      for key in keys { words[key, default: [:]][index, default: 0] += 1 }
    }
    guard !word.feats.contains("Typo=Yes"), rule.stripped != nil, let index = index(of: rule)
    else { return }
    // Endings are learnt from types, so that frequent irregular words do not drown the rest.
    guard seen.insert(StableHash.mixed(keys[0] &+ UInt64(index))).inserted else { return }
    for key in context.endingKeys(lower, isAcronym: isAcronym) {
      endings[key, default: [:]][index, default: 0] += 1
    }
  }

  private static let closed: Set<UniversalTag> = [
    .adp, .aux, .cconj, .det, .part, .pron, .sconj,
  ]

  private mutating func index(of rule: LemmaRule) -> UInt16? {
    if let index = ruleIndices[rule] { return index }
    guard rules.count < Int(UInt16.max) else { return nil }
    ruleIndices[rule] = UInt16(rules.count)
    rules.append(rule)
    return UInt16(rules.count - 1)
  }

  func write(to writer: inout ModelFileWriter) {
    writer.add("lemma.rules", lines: rules.map(\.line))
    Self.write(words, minimum: 1, to: &writer, as: "lemmaw")
    Self.write(endings, minimum: 2, to: &writer, as: "lemmae")
  }

  /// Writes the commonest rule of each key seen `minimum` times; of equals the first learnt.
  private static func write(
    _ table: [UInt64: [UInt16: Int]], minimum: Int, to writer: inout ModelFileWriter,
    as name: String
  ) {
    let kept = table.filter { $0.value.values.reduce(0, +) >= minimum }
    let vocabulary = HashedVocabulary(kept.keys)
    var rules = [UInt16](repeating: 0, count: vocabulary.count)
    for key in kept.keys.sorted() {
      let counts = kept[key] ?? [:]
      let best = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }
      rules[vocabulary.row(key)] = best?.key ?? 0
    }
    vocabulary.write(to: &writer, as: name)
    writer.add(name + ".rules", rules)
  }
}
