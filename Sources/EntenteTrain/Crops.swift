import DocumentModel
import SyntaxParsing

/// Cuts sentences down to a verb with its subject, its objects and what stands close to it, and
/// puts names where pronouns stood: "Iran denied the report." Treebanks of web text have few such
/// sentences, and hardly a name in them (cropping, Şahin and Steedman 2018; nonce words, Gulordava
/// et al. 2018).
struct Crops {
  /// A name of one word.
  private struct Name {
    var type: Int32
    var tags: [Int32]
  }

  private static let longestPart = 7
  private static let namedShare: Float = 0.7
  private var names: [Name] = []

  /// Collects names from `sentences`.
  init(_ sentences: [TrainingSentence]) {
    for sentence in sentences {
      for row in 0..<sentence.count
      where sentence.tags[row][0] == Int32(UniversalTag.propn.rawValue)
        && Self.nameLabels.contains(sentence.labels[row])
        && !sentence.heads.contains(Int32(row))
      {
        names.append(Name(type: sentence.types[row], tags: sentence.tags[row]))
      }
    }
  }

  /// What `cropped` makes of the sentence, most often with names in place of pronouns.
  func crop(
    _ sentence: TrainingSentence, _ generator: inout SeededGenerator
  ) -> TrainingSentence {
    var result = Self.cropped(sentence)
    guard generator.unit() < Self.namedShare, !names.isEmpty else { return result }
    for row in 0..<result.count where Self.isReplaceable(row, in: result) {
      let name = names[Int(generator.next() % UInt64(names.count))]
      result.types[row] = name.type
      result.tags[row] = name.tags
    }
    return result
  }

  /// Whether a bare pronoun stands at `row` that a name can take the place of: an object, or the
  /// subject of a verb in the third person.
  private static func isReplaceable(_ row: Int, in sentence: TrainingSentence) -> Bool {
    guard sentence.tags[row][0] == Int32(UniversalTag.pron.rawValue),
      argumentLabels.contains(sentence.labels[row]), !sentence.heads.contains(Int32(row))
    else { return false }
    guard subjects.contains(sentence.labels[row]) else { return true }
    let head = Int(sentence.heads[row])
    let finite = sentence.heads.indices.filter {
      $0 == head || (Int(sentence.heads[$0]) == head && auxiliaries.contains(sentence.labels[$0]))
    }
    return finite.allSatisfy { [0, 3].contains(sentence.tags[$0][TagLayout.person]) }
  }

  private static let nameLabels = labels(.nsubj, .obj, .nsubjPass, .oblAgent, .iobj, .conj)
  private static let argumentLabels = labels(.nsubj, .nsubjPass, .obj, .oblAgent)
  private static let auxiliaries = labels(.aux, .auxPass)

  /// The sentence that the root and its core arguments make, or `sentence` itself where there is
  /// no subject or nothing to leave out.
  private static func cropped(_ sentence: TrainingSentence) -> TrainingSentence {
    guard let root = sentence.heads.firstIndex(of: -1),
      sentence.tags[root][0] == Int32(UniversalTag.verb.rawValue)
    else { return sentence }
    let parts = sentence.parts(under: root)
    var isKept = [Bool](repeating: false, count: sentence.count)
    isKept[root] = true
    var hasSubject = false
    for (row, part) in parts {
      let label = sentence.labels[row]
      let isLast = part == [sentence.count - 1] && label == punctuation
      guard isLast || (kept.contains(label) && part.count <= longestPart) else { continue }
      hasSubject = hasSubject || subjects.contains(label)
      for token in part { isKept[token] = true }
    }
    let rows = sentence.heads.indices.filter { isKept[$0] }
    guard hasSubject, rows.count < sentence.count else { return sentence }
    return sentence.keeping(rows)
  }

  private static let subjects = labels(.nsubj, .nsubjPass)
  private static let kept = labels(
    .nsubj, .nsubjPass, .obj, .iobj, .aux, .auxPass, .oblAgent, .compoundPrt)
  private static let punctuation = Int32(DependencyLabels.indices[.punct] ?? 0)

  private static func labels(_ relations: DependencyRelation...) -> Set<Int32> {
    Set(relations.compactMap { DependencyLabels.indices[$0].map(Int32.init) })
  }
}

extension TrainingSentence {
  /// The dependents of `root`, each with all rows under it.
  fileprivate func parts(under root: Int) -> [(row: Int, part: [Int])] {
    var parts: [Int: [Int]] = [:]
    for row in heads.indices where row != root {
      var node = row
      while Int(heads[node]) != root { node = Int(heads[node]) }
      parts[node, default: []].append(row)
    }
    return parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The sentence of `rows` alone, which are in order and hold each other's heads.
  fileprivate func keeping(_ rows: [Int]) -> TrainingSentence {
    var places = [Int32](repeating: -1, count: count)
    for (place, row) in rows.enumerated() { places[row] = Int32(place) }
    return TrainingSentence(
      types: rows.map { types[$0] }, tags: rows.map { tags[$0] },
      heads: rows.map { heads[$0] < 0 ? -1 : places[Int(heads[$0])] },
      labels: rows.map { labels[$0] })
  }
}
