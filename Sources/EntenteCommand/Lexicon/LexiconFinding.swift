import ArgumentParser
import DocumentModel
import Gazetteers

/// `entente lexicon find`: the patterns of a verb or noun.
struct LexiconFinding: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Show the patterns of a verb, a noun or a relation.",
    discussion: "Exit code 1 when there are none.")

  @Argument(help: "A dictionary form, part of a head, or the id of a relation.")
  var word: String

  @OptionGroup var data: DataOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let lexicon = try Session.gazetteer(data, console: Console(log)).lexicon
    let relations = Dictionary(lexicon.relations.map { ($0.id, $0) }) { first, _ in first }
    let found = lexicon.patterns.filter {
      $0.relation == word || $0.head.split(separator: " ").contains { $0 == word }
    }
    for pattern in found {
      let relation = relations[pattern.relation]
      let facts = [relation?.category?.rawValue, relation?.mode, relation?.cameo].compactMap { $0 }
      print(
        "\(pattern.origin.file):\(pattern.origin.line)  \(pattern.relation)"
          + " [\(facts.joined(separator: " "))]  \(pattern.partOfSpeech)  \(pattern.text)\n"
          + "    \(pattern.example)")
    }
    if found.isEmpty { throw ExitCode(1) }
  }
}
