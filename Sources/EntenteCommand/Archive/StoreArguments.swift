import ArgumentParser

/// A store to bring up to date.
struct StoreArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep the analyses in this file, and next time read only what is new or changed.",
      valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var store: String?

  @Flag(help: "With --store: keep its articles that this run is not given.")
  var keepOthers = false

  func validate() throws {
    if keepOthers, store == nil { throw ValidationError("--keep-others goes with --store") }
  }
}
