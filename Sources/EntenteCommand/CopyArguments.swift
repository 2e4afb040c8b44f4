import ArgumentParser
import GraphBuilding

/// Whether copies of one story weigh as one article.
struct CopyArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Articles that share this part of their wording, from 0.1 to 1, are copies of one story and count once.",
      valueName: "share"))
  var copyThreshold: Double = CopyOptions().threshold

  @Flag(help: "Count every article, also copies of one story.")
  var countCopies = false

  func validate() throws {
    guard (0.1...1).contains(copyThreshold) else {
      throw ValidationError("--copy-threshold takes a number from 0.1 to 1")
    }
  }

  var options: CopyOptions? { countCopies ? nil : CopyOptions(threshold: copyThreshold) }
}
