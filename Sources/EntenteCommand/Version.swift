import Entente

/// What `--version` prints: the version and the digests of the data in use.
enum Version {
  static let number = "0.1.0"

  /// Digests are read off the files, so only when they are asked for.
  static var text: String {
    guard CommandLine.arguments.contains("--version") else { return number }
    guard let folder = try? DataFolder.locate() else { return "entente \(number) (no data found)" }
    return """
      entente \(number)
      gazetteers \(folder.gazetteersDigest)
      model \(folder.modelDigest)
      """
  }
}
