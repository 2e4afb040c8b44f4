import DocumentModel
import ModelFiles
import SyntaxParsing

/// How the words of a sentence are written when training varies them: headlines and shouting are
/// rare in treebanks.
enum Writing: Int, CaseIterable {
  case asIs, upper, title, lower

  /// Writes `form` this way; `isFunctionWord` keeps words such as "of" small in titles.
  func apply(to form: String, isFunctionWord: Bool) -> String {
    switch self {
    case .asIs: form
    case .upper: form.uppercased()
    case .title: isFunctionWord ? form : form.prefix(1).uppercased() + form.dropFirst()
    case .lower: form.lowercased()
    }
  }
}

/// The treebank as numbers: word types with features, sentences in every writing.
struct TrainingSet {
  private(set) var types: [WordType] = []
  private(set) var sentences: [TrainingSentence] = []
  /// Types of each sentence's words by writing.
  private var variants: [[[Int32]]] = []
  let auxiliaryTags: [String]
  let extractor: WordFeatureExtractor
  private var grafts = Grafts([], comma: -1)
  private var crops = Crops([])

  init(_ sentences: [TreebankSentence], vectors: WordVectors, minimum: Int, buckets: Int) {
    var frequencies: [UInt64: Int] = [:]
    for sentence in sentences {
      for word in sentence.source.words {
        frequencies[WordFeatureExtractor.wordKey(Array(word.form.utf8)), default: 0] += 1
      }
    }
    let known = frequencies.filter { $0.value >= minimum }.keys
    extractor = WordFeatureExtractor(
      words: HashedVocabulary(known), vectors: vectors.vocabulary, buckets: buckets)
    let xpos = sentences.flatMap { $0.source.words.map(\.xpos) }
    auxiliaryTags = Set(xpos).subtracting(["_"]).sorted()
    let tagIndices = Dictionary(
      uniqueKeysWithValues: auxiliaryTags.enumerated().map { ($1, Int32($0)) })
    var indices: [String: Int32] = [:]
    for sentence in sentences {
      add(sentence, frequencies: frequencies, tagIndices, &indices)
    }
    crops = Crops(self.sentences)
    grafts = Grafts(self.sentences, comma: indices[","] ?? -1)
  }

  private mutating func add(
    _ sentence: TreebankSentence, frequencies: [UInt64: Int], _ tagIndices: [String: Int32],
    _ indices: inout [String: Int32]
  ) {
    let layer = sentence.layer
    let words = sentence.source.words
    var written: [[Int32]] = []
    for writing in Writing.allCases {
      written.append(
        words.indices.map { row in
          let isSmall = [.adp, .det, .cconj, .part, .sconj].contains(layer.tags[row])
          let form = writing.apply(to: words[row].form, isFunctionWord: isSmall)
          return type(of: form, frequencies, &indices)
        })
    }
    variants.append(written)
    sentences.append(
      TrainingSentence(
        types: written[0],
        tags: words.indices.map { row in
          TagLayout.choices(layer.tags[row], layer.features[row]).map(Int32.init)
            + [tagIndices[words[row].xpos] ?? -1]
        },
        heads: layer.heads,
        labels: layer.relations.map { Int32(DependencyLabels.indices[$0] ?? -1) }))
  }

  private mutating func type(
    of form: String, _ frequencies: [UInt64: Int], _ indices: inout [String: Int32]
  ) -> Int32 {
    if let index = indices[form] { return index }
    let bytes = Array(form.utf8)
    let frequency = frequencies[WordFeatureExtractor.wordKey(bytes)] ?? 0
    types.append(WordType(features: extractor.features(of: bytes), frequency: frequency))
    indices[form] = Int32(types.count - 1)
    return Int32(types.count - 1)
  }

  /// Sentence `index`, now and then written like a headline, grown, cropped or without its last
  /// full stop.
  func varied(_ index: Int, _ generator: inout SeededGenerator) -> TrainingSentence {
    var sentence = sentences[index]
    let draw = generator.unit()
    let writing: Writing =
      draw < 0.015 ? .upper : draw < 0.03 ? .title : draw < 0.035 ? .lower : .asIs
    sentence.types = variants[index][writing.rawValue]
    let change = writing == .asIs ? generator.unit() : 1
    if change < 0.1 {
      sentence = grafts.grown(sentence, &generator)
    } else if change < 0.18 {
      sentence = crops.crop(sentence, &generator)
    }
    let dropsStop = generator.unit() < (writing == .asIs ? 0.06 : 0.6)
    if dropsStop { Self.dropLastPunctuation(&sentence) }
    return sentence
  }

  private static func dropLastPunctuation(_ sentence: inout TrainingSentence) {
    let last = sentence.count - 1
    guard last >= 2, sentence.tags[last][0] == Int32(UniversalTag.punct.rawValue),
      !sentence.heads.contains(Int32(last))
    else { return }
    sentence.types.removeLast()
    sentence.tags.removeLast()
    sentence.heads.removeLast()
    sentence.labels.removeLast()
  }
}
