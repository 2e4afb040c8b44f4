/// What two forms of names have in common when the matcher takes them for alike: case, accents, full
/// stops, apostrophes and hyphens do not matter ("U.S." and "us", "Al-Qaida" and "al Qaida").
public struct SurfaceKey: Sendable, Hashable {
  private let key: UInt64
  /// The number of words; 0 for a form without a letter or digit, which nothing matches.
  public let wordCount: Int

  public init(_ surface: String) {
    let atoms = AtomScanner.atoms(of: surface)
    key = atoms.reduce(1) { WordHasher.combined($0, $1.key) }
    wordCount = atoms.count
  }
}
