import DocumentModel
import Gazetteers
import Testing

@Suite("Lexicon tables")
struct LexiconTests {
  @Test func tables() throws {
    let (gazetteer, warnings) = try GazetteerLoader().load(layers: [
      [
        "r.tsv":
          "relation\tcategory\tmode\tcameo\tgoldstein\tflags\nMEET\tCONSULT\tin person\tc040\t1.0\tsymmetric\nVOW\t\t\t\t\tspeech intent\n",
        "p.tsv":
          "relation\thead\tpos\tpattern\texample\nMEET\tmeet\tv\tWHO meet WITH\t[WHO A] met [WITH B]\nNONE\tx\tv\tWHO x\t\n",
        "f.tsv": "lemma\ts\tpast\tparticiple\ting\nmeet\tmeets\tmet\tmet\tmeeting\n",
        "cues.tsv": "cue\tpos\nmay\taux\n",
      ],
      ["r.tsv": "relation\tcategory\nVOW\tother\n"],
    ])
    let lexicon = gazetteer.lexicon
    #expect(lexicon.relations.map(\.id) == ["MEET", "VOW"])
    #expect(lexicon.relations[0].cameo == "040" && lexicon.relations[0].isSymmetric)
    #expect(lexicon.relations[0].goldstein == 1 && lexicon.relations[1].category == .other)
    #expect(
      lexicon.patterns.map(\.text) == ["WHO meet WITH"] && lexicon.patterns[0].partOfSpeech == "v")
    #expect(lexicon.irregularForms.map(\.past) == ["met"])
    #expect(warnings.map(\.kind) == [.deadReference("NONE")])
  }

  /// A row of patterns may bring its relation's category with it; a relations table has the last word.
  @Test func aPatternMayDefineItsRelation() throws {
    let (gazetteer, warnings) = try GazetteerLoader().load(layers: [
      ["r.tsv": "relation\tcategory\nMEET\tCONSULT\n"],
      [
        "p.tsv":
          "relation\thead\tpattern\texample\tcategory\nGAZUMP\tgazump\tWHO gazump WHOM\t\tREJECT\nMEET\tmeet\tWHO meet WITH\t\tother\n"
      ],
    ])
    #expect(gazetteer.lexicon.relations.map(\.id) == ["MEET", "GAZUMP"])
    #expect(gazetteer.lexicon.relations.map(\.category) == [.consult, .reject])
    #expect(gazetteer.lexicon.patterns.count == 2 && warnings.isEmpty)
  }
}
