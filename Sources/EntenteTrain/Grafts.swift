import DocumentModel
import SyntaxParsing

/// Appositions and clauses between commas, cut out of some training sentences to be set behind
/// the subjects of others: "The minister, who visited Ankara, promised help". Newspapers are full
/// of them, treebanks of web text are not (grafting as in nonce treebanks, Gulordava et al. 2018).
struct Grafts {
  /// The comma and what follows it, without the closing comma.
  private struct Graft {
    var sentence: TrainingSentence
    /// The row that is hung on the subject.
    var top: Int
  }

  private static let longest = 14
  private var grafts: [Graft] = []
  private let comma: Int32

  /// Collects from `sentences`; `comma` is the word type of ",".
  init(_ sentences: [TrainingSentence], comma: Int32) {
    self.comma = comma
    for sentence in sentences {
      for row in 0..<sentence.count where Self.isGraft(sentence.labels[row]) {
        if let graft = graft(sentence, at: row) { grafts.append(graft) }
      }
    }
  }

  private static func isGraft(_ label: Int32) -> Bool { graftLabels.contains(label) }

  private static let graftLabels = labels(.appos, .aclRelcl, .acl)
  private static let subjectLabels = labels(.nsubj, .nsubjPass)
  private static let nouns: Set<Int32> = [
    Int32(UniversalTag.noun.rawValue), Int32(UniversalTag.propn.rawValue),
  ]
  private static let punctuation = Int32(DependencyLabels.indices[.punct] ?? 0)

  private static func labels(_ relations: DependencyRelation...) -> Set<Int32> {
    Set(relations.compactMap { DependencyLabels.indices[$0].map(Int32.init) })
  }

  private func graft(_ sentence: TrainingSentence, at top: Int) -> Graft? {
    guard sentence.heads[top] < top, var rows = Self.subtree(of: top, in: sentence),
      sentence.types[rows.lowerBound] == comma,
      Int(sentence.heads[rows.lowerBound]) == top
    else { return nil }
    if sentence.types[rows.upperBound - 1] == comma { rows = rows.dropLast() }
    guard (3...Self.longest).contains(rows.count) else { return nil }
    var part = sentence.part(rows)
    part.heads[top - rows.lowerBound] = -1
    guard part.heads.allSatisfy({ $0 >= -1 && Int($0) < part.count }) else { return nil }
    return Graft(sentence: part, top: top - rows.lowerBound)
  }

  /// `sentence` with a random graft behind its first subject, or as it is where none fits.
  func grown(
    _ sentence: TrainingSentence, _ generator: inout SeededGenerator
  ) -> TrainingSentence {
    guard !grafts.isEmpty, let (subject, end) = Self.place(in: sentence) else { return sentence }
    let graft = grafts[Int(generator.next() % UInt64(grafts.count))]
    var inserted = graft.sentence
    inserted.append(firstOf: graft.sentence, head: graft.top)
    return sentence.inserting(inserted, under: subject, at: end)
  }

  /// The first subject that stands before its verb with no mark in it or behind it, and its end.
  private static func place(in sentence: TrainingSentence) -> (subject: Int, end: Int)? {
    for row in 0..<sentence.count where subjectLabels.contains(sentence.labels[row]) {
      guard nouns.contains(sentence.tags[row][0]), let rows = subtree(of: row, in: sentence),
        rows.count <= 8, Int(sentence.heads[row]) >= rows.upperBound,
        rows.upperBound < sentence.count,
        (rows.lowerBound...rows.upperBound).allSatisfy({ sentence.labels[$0] != punctuation })
      else { continue }
      return (row, rows.upperBound)
    }
    return nil
  }

  /// The rows of the tree under `top`, if they follow one another without a gap.
  private static func subtree(of top: Int, in sentence: TrainingSentence) -> Range<Int>? {
    var first = top
    var last = top
    var count = 0
    for row in 0..<sentence.count where sentence.isRow(row, under: top) {
      first = min(first, row)
      last = max(last, row)
      count += 1
    }
    return count == last - first + 1 ? first..<last + 1 : nil
  }
}

extension TrainingSentence {
  fileprivate func isRow(_ row: Int, under top: Int) -> Bool {
    var node = row
    while node >= 0 {
      if node == top { return true }
      node = Int(heads[node])
    }
    return false
  }

  /// The rows `rows` as a sentence of their own; heads count from its start.
  fileprivate func part(_ rows: Range<Int>) -> TrainingSentence {
    let start = Int32(rows.lowerBound)
    return TrainingSentence(
      types: Array(types[rows]), tags: Array(tags[rows]),
      heads: heads[rows].map { $0 - start }, labels: Array(labels[rows]))
  }

  /// Adds a copy of the first row of `other`, hung on `head`.
  fileprivate mutating func append(firstOf other: TrainingSentence, head: Int) {
    types.append(other.types[0])
    tags.append(other.tags[0])
    heads.append(Int32(head))
    labels.append(other.labels[0])
  }

  /// The sentence with `other` between the rows before and from `place` on, its top row hung on
  /// `head`, which stands before.
  fileprivate func inserting(
    _ other: TrainingSentence, under head: Int, at place: Int
  ) -> TrainingSentence {
    let shift = Int32(other.count)
    let moved = heads.map { Int($0) >= place ? $0 + shift : $0 }
    let inner = other.heads.map { $0 < 0 ? Int32(head) : $0 + Int32(place) }
    return TrainingSentence(
      types: types[..<place] + other.types + types[place...],
      tags: tags[..<place] + other.tags + tags[place...],
      heads: moved[..<place] + inner + moved[place...],
      labels: labels[..<place] + other.labels + labels[place...])
  }
}
