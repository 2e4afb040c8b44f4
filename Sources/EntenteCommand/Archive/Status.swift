import ArgumentParser
import Entente
import Foundation
import GraphBuilding
import RunStorage

/// `entente status`: what a store holds.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a store holds and what its last run could not read.",
    discussion: """
      EXAMPLES
        entente status --store news.sqlite
        entente status --store news.sqlite --copies     the groups of copies of one story
        entente status --store news.sqlite --check      look at every page and every article
      """)

  @Option(help: ArgumentHelp("A store of entente build --store.", valueName: "file"))
  var store: String

  @Flag(help: "Look at every page and every article; exit code 2 when anything is damaged.")
  var check = false

  @Flag(name: .customLong("copies"), help: "List the articles that are copies of one story.")
  var listsCopies = false

  @OptionGroup var copies: CopyArguments

  func run() throws {
    let store = try Session.failing { try ArticleStore.reading(self.store) }
    try Session.failing {
      for line in StoreStatusText(try store.status()).lines { print(printable(line)) }
      if listsCopies {
        let labels = CopyLabels(try store.snapshot { try $0.records() }, copies.options)
        for line in CopyGroupText(labels.groups).lines { print(printable(line)) }
      }
    }
    guard check else { return }
    let findings = try Session.failing { try store.findings() }
    for finding in findings { print(printable("damaged: \(finding)")) }
    if !findings.isEmpty { throw ExitCode(2) }
    print("checked: every page and every article is whole")
  }
}

/// A status as lines of text.
struct StoreStatusText {
  let status: StoreStatus

  init(_ status: StoreStatus) { self.status = status }

  var lines: [String] {
    var lines = ["articles    \(status.articles)"]
    if status.skipped > 0 { lines.append("skipped     \(status.skipped)") }
    lines.append("runs        \(status.runs)")
    if let setup = status.setup {
      lines += [
        "version     \(setup.version)", "gazetteers  \(setup.gazetteers)",
        "model       \(setup.model)", "names       \(setup.names)",
      ]
      lines += setup.options.sorted { $0.key < $1.key }.map { "option      \($0.key) \($0.value)" }
    }
    if status.waiting > 0 {
      lines.append(
        "waiting     \(status.waiting) analyses of a run that has not come to its end; entente build goes on from there"
      )
    }
    return lines + status.failures.map { "failed      \($0.id): \($0.message)" }
  }
}

/// Groups of copies as lines: the first article, and below it the others with what speaks for them.
struct CopyGroupText {
  let groups: [CopyGroup]

  init(_ groups: [CopyGroup]) { self.groups = groups }

  var lines: [String] {
    groups.flatMap { group in
      ["story       \(line(group.members[0]))"]
        + group.members.dropFirst().map { member in
          "  copy      \(line(member)) \(Int((100 * member.resemblance).rounded())) % in common"
        }
    }
  }

  private func line(_ member: CopyGroup.Member) -> String {
    ([member.id] + [member.date?.description, member.source].compactMap { $0 })
      .joined(separator: "  ")
  }
}
