import ArgumentParser
import Entente
import Foundation

/// `entente paths`: which data is used, and why.
struct Paths: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say which data folders are used and why.")

  @OptionGroup var options: DataOptions

  func run() throws {
    let folder = try Session.failing { try DataFolder.locate(option: options.data) }
    print("data        \(folder.url.path)  (\(folder.origin.rawValue))")
    print("gazetteers  \(folder.gazetteers.path)")
    for path in options.gazetteers { print("gazetteers  \(path)  (--gazetteers)") }
    print("model       \(folder.model.path)")
    print("names       \(folder.names.path)")
  }
}
