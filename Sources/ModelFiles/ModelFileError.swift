/// Why a model file cannot be used.
public struct ModelFileError: Error, Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// The file is missing or may not be read; with the system's words.
    case unreadable(String)
    /// No model file at all: the first bytes are others.
    case foreign
    /// Written by a newer build, with the version of its format.
    case newer(UInt32)
    /// Written by an older build, with the version of its format.
    case older(UInt32)
    case truncated(expected: UInt64, found: Int)
    /// The content is not what was written, or contradicts itself.
    case corrupt(String)
    case missingSection(String)
  }

  /// The path or other name of the model.
  public var origin: String
  public var kind: Kind

  public init(_ origin: String, _ kind: Kind) {
    self.origin = origin
    self.kind = kind
  }
}

extension ModelFileError: CustomStringConvertible {
  public var description: String {
    switch kind {
    case .unreadable(let reason): "\(origin): the model cannot be read: \(reason)"
    case .foreign: "\(origin): not a model file of Entente"
    case .newer(let version):
      "\(origin): model format \(version) is newer than this program (\(ModelFile.version)); "
        + "update the program"
    case .older(let version):
      "\(origin): model format \(version) is older than this program (\(ModelFile.version)); "
        + "train the model again or take the one that came with the program"
    case .truncated(let expected, let found):
      "\(origin): the model is cut off or padded: \(expected) bytes expected, \(found) found"
    case .corrupt(let reason): "\(origin): the model is damaged: \(reason)"
    case .missingSection(let name): "\(origin): the model has no section \(name)"
    }
  }
}
