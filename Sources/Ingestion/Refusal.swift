/// A file that no article could be made of, and why.
public struct Refusal: Error, Sendable, Hashable {
  /// The id its article would have had.
  public let id: String
  /// Where it lies, as the user named it.
  public let path: String
  public let reason: Reason

  public init(id: String, path: String, reason: Reason) {
    self.id = id
    self.path = path
    self.reason = reason
  }

  public enum Reason: Error, Sendable, Hashable {
    /// No bytes, or nothing but white space.
    case empty
    /// Recognised, and not a text that can be read yet.
    case notReadable(FileFormat)
    /// NUL bytes where UTF-16 is ruled out; `offset` is the first one's.
    case nul(count: Int, offset: Int)
    /// More control characters than a text has.
    case binary
    /// `bytes` is nil when reading stopped at the limit.
    case tooLong(bytes: Int?, limit: Int)
    case special(SpecialFile)
    /// The user named something that is not there.
    case missing
    /// It was there when the folder was listed.
    case vanished
    case noPermission
    case danglingLink(target: String)
    /// A link to itself, by way of others or to a folder that it lies in.
    case linkLoop(target: String)
    /// Anything else, with the system's `errno`.
    case system(code: Int32)
  }

  /// What is neither file, folder nor link.
  public enum SpecialFile: String, Sendable, Hashable {
    case pipe, socket, device
  }
}
