import ArgumentParser
import Entente
import Foundation
import GraphExport
import Ingestion
import Segmentation

/// `entente worker`: a filter from articles to analyses, for engines that spread work over machines.
struct Worker: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read articles as JSON lines, write their analyses as JSON lines.",
    discussion: """
      A line of the input is an object with "text" and, where known, "id", "title", "date", "source",
      "url" and "authors"; other members become attributes of the article. Each line gives one line, in
      order, as soon as it is done: {"analysis": …}, {"skipped": …} or {"failed": …}.

      EXAMPLES
        entente worker < articles.jsonl > analyses.jsonl
        entente merge analyses-*.jsonl -o graph.graphml

      Exit code 0 at the end of the input, however many lines failed: they are in the output.
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var job: JobOptions
  @OptionGroup var log: LogOptions

  @Option(help: ArgumentHelp("Pass over lines longer than this many megabytes.", valueName: "MB"))
  var maxSize: Int = 20

  @Flag(help: "Keep the gazetteer's names of articles that are not in English.")
  var namesOnly = false

  func validate() throws {
    guard maxSize > 0 else {
      throw ValidationError("--max-size takes a number of megabytes from 1")
    }
  }

  func run() throws {
    let console = Console(log)
    let pipeline = try Session.pipeline(
      data, segmentation: SegmentationOptions(otherLanguages: namesOnly ? .keep : .skip),
      console: console)
    let runner = BatchRunner(pipeline: pipeline, reader: ArticleReader(), options: job.options)
    let worker = ArticleWorker(runner: runner, limit: maxSize * 1_000_000)
    let signals = StopSignals()
    let counts = try Session.failing {
      try worker.run(
        reading: STDIN_FILENO, writing: DescriptorSink.standardOutput(), stop: signals.stop)
    }
    if counts.failed > 0 { console.note("\(counts.failed) lines failed") }
    try signals.check()
  }
}
