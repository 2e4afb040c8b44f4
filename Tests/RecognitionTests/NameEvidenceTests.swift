import DocumentModel
import Gazetteers
import Segmentation
import Testing

@testable import Recognition

/// What the scorer sums from parts that a worker remembers is what training lists.
@Suite struct NameEvidenceTests {
  @Test(arguments: [
    "Mr Karvel met Said, Bank and the US on Monday.", "said Will of Jordan ; 3M & iPhone - A.",
  ]) func singleWordsAgreeWithWholeNames(_ text: String) throws {
    let gazetteer = try GazetteerLoader().load(folders: []).gazetteer
    let document = Segmenter().document(for: Article(id: "test", text: text)).withForms()
    var forms = WordForms()
    let words = DocumentWords(
      document: document, wordIDs: PhraseMatcher(gazetteer: gazetteer).wordIDs(in: document),
      vocabulary: gazetteer.vocabulary, clusters: nil, syntax: nil, forms: &forms)
    let index = MatchIndex([], tokens: document.tokens.count, labels: [])
    let tokens = NameTokens(words: words, runs: [], cover: index.cover)
    let features = NameFeatures(
      tokens: tokens, titles: TitleIndex(titles: gazetteer.titles), matches: index)
    for token in document.tokens.indices {
      var whole: [UInt64] = []
      features.addWhole(token..<token + 1, to: &whole)
      var parts: [UInt64] = []
      features.addWhole(token, to: &parts)
      words.word(token).addEvidence(at: .whole, to: &parts)
      #expect(whole.sorted() == parts.sorted())
    }
  }

  /// The cutter that uses its room again finds what a search through all cuts finds.
  @Test(arguments: 0..<20) func bestCutIsTheBestOfAll(seed: Int) {
    var state = UInt64(seed) &+ 0x5EED
    func draw() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      return StableHash.mixed(state)
    }
    var cutter = LatticeCutter()
    for _ in 0..<20 {
      let start = Int(draw() % 50)
      let tokens = start..<start + 1 + Int(draw() % 6)
      var pieces: [NameLattice.Piece] = []
      for first in tokens {
        for end in first + 1...tokens.upperBound where end == first + 1 || draw() % 2 == 0 {
          var scores = LabelScores.zero
          for label in NameLabel.all { scores[label.rawValue] = Float(draw() % 1000) - 500 }
          pieces.append(NameLattice.Piece(tokens: first..<end, scores: scores))
        }
      }
      var cuts: [NameLattice.Cut] = []
      cutter.addBest(of: pieces, pieces.indices, tokens: tokens, to: &cuts)
      let sum = cuts.reduce(Float(0)) { $0 + pieces[$1.piece].scores[$1.label.rawValue] }
      #expect(sum == best(from: tokens.lowerBound, to: tokens.upperBound, pieces))
      var place = tokens.lowerBound
      for cut in cuts {
        #expect(pieces[cut.piece].tokens.lowerBound == place)
        place = pieces[cut.piece].tokens.upperBound
      }
      #expect(place == tokens.upperBound)
    }
  }

  private func best(from start: Int, to end: Int, _ pieces: [NameLattice.Piece]) -> Float {
    guard start < end else { return 0 }
    return pieces.filter { $0.tokens.lowerBound == start }.map { piece in
      let label = NameLabel.all.map { piece.scores[$0.rawValue] }.max() ?? 0
      return label + best(from: piece.tokens.upperBound, to: end, pieces)
    }.max() ?? -.infinity
  }
}
