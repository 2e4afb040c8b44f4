import DocumentModel

/// The header of a pack, 64 bytes in the order of the machine:
///
/// | bytes | what |
/// |-|-|
/// | 0–7 | `magic` |
/// | 8–15 | `fingerprint` of what this build reads and writes |
/// | 16–23 | length of the file |
/// | 24–31 | checksum of everything from byte 32 on |
/// | 32–39 | stamp: what the pack was made from |
/// | 40–47 | number of sections |
///
/// Then the directory, 16 bytes a section: first byte and length. Sections begin at multiples of 64.
enum PackFormat {
  /// "ENTPACK\n"; on a machine of the other byte order it reads differently.
  static let magic: UInt64 = 0x0A4B_4341_5054_4E45
  static let fileExtension = "gazetteer"
  static let headerLength = 64
  static let entryLength = 16
  static let checked = 32

  /// To be counted up whenever sections or records change.
  private static let version = 3

  /// The version, and the lists in code that records point into: packs made by a build with other
  /// types, categories or word classes are not read.
  static let fingerprint: UInt64 = {
    var hash = StableHash(seed: UInt64(version))
    for type in EntityType.allCases { hash.add("\(type.rawValue) ".utf8) }
    for category in Category.allCases { hash.add("\(category.rawValue) ".utf8) }
    for (name, classes) in WordClasses.named.sorted(by: { $0.key < $1.key }) {
      hash.add("\(name) \(classes.rawValue) ".utf8)
    }
    return hash.value
  }()
}

/// Why bytes are not taken for a pack.
enum PackFault: Error {
  /// Something else altogether, or of a machine of another kind.
  case foreign
  /// A pack of another version of the program.
  case otherVersion
  case truncated
  case damaged
}
