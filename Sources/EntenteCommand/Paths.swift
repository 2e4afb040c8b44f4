import ArgumentParser
import Entente
import Foundation

/// `entente paths`: which data is used, and why.
struct Paths: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say which data folders are used and why.")

  @OptionGroup var options: DataOptions

  func run() throws {
    let folder = try options.dataFolder()
    let project = try options.project()
    print("data        \(folder.url.path)  (\(folder.origin.rawValue))")
    print("gazetteers  \(folder.gazetteers.path)")
    for url in project?.gazetteers ?? [] { print("gazetteers  \(url.path)  (project)") }
    for path in options.gazetteers { print("gazetteers  \(path)  (--gazetteers)") }
    print("model       \(folder.model.path)")
    if let project {
      print("project     \(project.url.path)")
      print("corrections \(project.corrections.path)")
    }
    print("names       \(folder.names.path)")
    print("pronouns    \(folder.pronouns.path)")
  }
}
