import ArgumentParser
import DocumentModel
import Entente
import Evaluation
import Foundation
import Segmentation

/// `entente evaluate names`: names, and pronouns where the gold has clusters.
struct EvaluateNames: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Score names of people, organisations and places, and pronouns, against annotation.",
    discussion: """
      Reads CoNLL columns (a token a line, its BIO tag last); from files ending in .conllu, \
      entities and coreference clusters as GUM writes them; from files ending in .txt, running \
      text with names in brackets ("[Siemens]org"; a line with # begins a text). Typed spans are \
      compared exactly and by overlap; pronouns count as right when their cluster holds a name they were resolved to.

      EXAMPLES
        entente evaluate names newswire.bio
        entente evaluate names gum-interview.conllu --every 10 --errors
        entente evaluate names Scripts/training/news-names/europe.txt
      """)

  @Argument(help: "Files of CoNLL columns, CoNLL-U or text with brackets.", completion: .file())
  var files: [String]

  @OptionGroup var data: DataOptions
  @OptionGroup var log: LogOptions

  @Option(help: "Take only every so manyth document, the one training leaves out.")
  var every: Int = 1

  @Flag(help: "Also print what was missed and what was wrong.")
  var errors = false

  func validate() throws {
    guard every > 0 else { throw ValidationError("--every takes a number from 1") }
  }

  func run() async throws {
    let console = Console(log)
    let pipeline = try Session.pipeline(
      data, segmentation: SegmentationOptions(parts: .bodyOnly), console: console)
    let workspace = pipeline.makeWorkspace()
    var total = AnnotationScores()
    for path in files {
      var scores = AnnotationScores()
      let texts = try Session.failing { try LabelledText.texts(of: path) }
      for (index, text) in texts.enumerated() where index % every == every - 1 {
        let article = Article(id: text.id, text: text.text)
        let answer = AnnotationAnswer(pipeline.analysis(of: article, using: workspace))
        scores = scores + AnnotationScores(answer, text)
        if errors { answer.findings(against: text).forEach { print($0) } }
      }
      print(scores.lines(URL(filePath: path).lastPathComponent), terminator: "")
      total = total + scores
    }
    if files.count > 1 { print(total.lines("all"), terminator: "") }
  }
}

/// Names and resolved pronouns of one text.
private struct AnnotationAnswer {
  private(set) var names: [LabelledSpan] = []
  private(set) var pronouns: [PronounScorer.Answer] = []

  init(_ analysis: DocumentAnalysis) {
    let layer = analysis.entities
    func span(_ mention: Int) -> TextSpan {
      analysis.document.span(of: layer.mentions[mention].tokens)
    }
    for (index, mention) in layer.mentions.enumerated() {
      switch mention.kind {
      case .nominal: break
      case .pronoun:
        pronouns.append(
          PronounScorer.Answer(
            pronoun: span(index),
            antecedents: layer.chainsOfMention[index].map { chain in
              layer.chains[chain].mentions.filter {
                layer.mentions[$0].kind != .pronoun && layer.mentions[$0].kind != .nominal
              }.map(span)
            }))
      default:
        let type = layer.chainsOfMention[index].first.map { layer.chains[$0].type }
        let isPeople = mention.candidates[0].reasons.contains { $0.code == "demonym" }
        if !mention.isAdjective, !isPeople, let kind = NameKind(type ?? mention.type) {
          names.append(LabelledSpan(span(index).range, kind.rawValue))
        }
      }
    }
  }

  func findings(against text: LabelledText) -> [String] {
    NameScorer().findings(names, against: text)
      + (text.references.isEmpty
        ? [] : PronounScorer().findings(pronouns, against: text).map { "pronoun \($0)" })
  }
}

private struct AnnotationScores {
  private var names = NameScores()
  private var pronouns = PrecisionRecall()

  init() {}

  init(_ answer: AnnotationAnswer, _ text: LabelledText) {
    names = NameScorer().score(answer.names, against: text)
    if !text.references.isEmpty {
      pronouns = PronounScorer().score(answer.pronouns, against: text)
    }
  }

  static func + (left: Self, right: Self) -> Self {
    var sum = Self()
    sum.names = left.names + right.names
    sum.pronouns = left.pronouns + right.pronouns
    return sum
  }

  func lines(_ title: String) -> String {
    var rows = [
      ("typed spans", names.spans.exact), ("  article forgiven", names.withoutArticle),
      ("  any type", names.spans.exactUntyped), ("  overlapping", names.spans.overlap),
      ("  overlapping, any type", names.spans.overlapUntyped),
    ]
    rows += names.spans.exactByLabel.sorted { $0.key < $1.key }.map { ("  " + $0.key, $0.value) }
    if pronouns.expected > 0 { rows.append(("pronouns", pronouns)) }
    return "\(title)\n" + rows.map { line($0.0, $0.1) }.joined()
  }

  private func line(_ name: String, _ figure: PrecisionRecall) -> String {
    let padded = name.padding(toLength: 26, withPad: " ", startingAt: 0)
    let numbers = [figure.precision, figure.recall, figure.f1].map { String(format: "%.3f", $0) }
    return "\(padded) P \(numbers[0])  R \(numbers[1])  F1 \(numbers[2])"
      + "  (\(figure.found) of \(figure.expected) found)\n"
  }
}
