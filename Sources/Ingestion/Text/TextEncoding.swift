/// The encodings that articles are read in.
public enum TextEncoding: String, Sendable, Codable, CaseIterable {
  case utf8 = "utf-8"
  /// The byte order is told by a mark or by where the NUL bytes stand; else little-endian.
  case utf16 = "utf-16"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
  case latin9 = "iso-8859-15"

  /// The encoding of that name, in any case, with or without its hyphens.
  ///
  /// `iso-8859-1` and `ascii` mean Windows-1252, which contains them and is what files so
  /// labelled are written in (encoding.spec.whatwg.org).
  public init?(label: some StringProtocol) {
    let key = label.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    if let encoding = Self.allCases.first(where: { $0.key == key }) {
      self = encoding
    } else if Self.namesOfWindows1252.contains(key) {
      self = .windows1252
    } else {
      return nil
    }
  }

  /// Whether its units have two bytes.
  var isWide: Bool { self == .utf16 || self == .utf16LittleEndian || self == .utf16BigEndian }

  private var key: String { rawValue.filter { $0 != "-" } }

  private static let namesOfWindows1252: Set = [
    "cp1252", "iso88591", "latin1", "ascii", "usascii", "ansi",
  ]
}
