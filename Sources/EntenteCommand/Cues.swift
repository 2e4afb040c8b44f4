import ArgumentParser
import DocumentModel
import Entente
import Foundation
import Gazetteers
import Segmentation

/// `entente cues`: runs the examples of the stance cues.
struct Cues: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the examples of the stance cues as tests.",
    discussion: """
      Every row of cues.tsv has an example with its predicate in braces; each is read and compared
      with what the row gives. Exit code 1 when one is read otherwise.

      EXAMPLES
        entente cues
        entente cues --gazetteers my-field/
        entente cues --table sentences.tsv --errors
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var log: LogOptions

  @Option(
    help: ArgumentHelp(
      "Score a table of sentences instead: sentence, polarity, modality, tense, speakers.",
      valueName: "file"), completion: .file(extensions: ["tsv", "csv"]))
  var table: String?

  @Flag(help: "With --table: list the sentences that are read otherwise.")
  var errors = false

  func run() throws {
    let pipeline = try Session.pipeline(
      data, segmentation: SegmentationOptions(), console: Console(log))
    if let table { return try score(table, pipeline) }
    var failures = 0
    for cue in pipeline.gazetteer.cues {
      for line in findings(on: cue, pipeline) {
        failures += 1
        print(printable("\(cue.origin.file):\(cue.origin.line): \(line)"))
      }
    }
    print("\(pipeline.gazetteer.cues.count) cues, \(failures) read otherwise than their rows say")
    if failures > 0 { throw ExitCode(1) }
  }

  private func findings(on cue: StanceCue, _ pipeline: Pipeline) -> [String] {
    let words = cue.words.joined(separator: " ")
    guard let example = StanceExample(of: cue) else {
      return ["\"\(words)\" has no example; write a sentence with its predicate in braces"]
    }
    guard let reading = pipeline.reading(of: example) else { return [] }
    return example.expectation.findings(on: reading).map {
      "\"\(words)\": \($0.field.rawValue) is \($0.found), the row gives \($0.expected): \(cue.example)"
    }
  }

  private func score(_ path: String, _ pipeline: Pipeline) throws {
    let table = try Session.failing { try StanceTable(contentsOf: URL(filePath: path)) }
    let scores = StanceScores(of: table, by: pipeline)
    if errors { show(scores.rows) }
    print("field        accuracy  macro-F1")
    for field in [StanceFinding.Field.polarity, .modality, .tense, .attribution] {
      print(
        "\(field.rawValue.padding(toLength: 13, withPad: " ", startingAt: 0))"
          + String(format: "%.3f     %.3f", scores.accuracy(field), scores.macroF1(field)))
    }
    print(String(format: "\(scores.rows.count) sentences, all right in %.3f", scores.wholeRows))
  }

  private func show(_ rows: [StanceScores.Row]) {
    for row in rows where !row.findings.isEmpty {
      let findings = row.findings.map {
        "\($0.field.rawValue) \($0.found), expected \($0.expected)"
      }
      print(printable("\(row.example.text)\n    \(findings.joined(separator: "; "))"))
    }
  }
}
