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
    /// Recognised, and nothing that articles are read out of.
    case notReadable(FileFormat)
    /// Not what its format prescribes; `detail` says where and what.
    case malformed(FileFormat, _ detail: String)
    /// A page without running text.
    case noArticle(FileFormat)
    /// A record or table without the field that holds the text; it has `fields`.
    case noTextField(fields: [String])
    /// So many records in a row could not be read that the rest was left.
    case noRecords(refused: Int)
    /// Elements or brackets within each other, more than `limit`.
    case nestedTooDeep(limit: Int)
    /// Archives within archives, more than `limit`.
    case tooManyLayers(limit: Int)
    /// Unpacked it is `ratio` times as long as it lies there.
    case bomb(ratio: Int, limit: Int)
    /// An entry of an archive that takes a password.
    case encrypted
    /// The program that would turn it into text is not installed.
    case noConverter(FileFormat, program: String)
    /// The program that would turn it into text gave up.
    case notConverted(program: String, _ detail: String)
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

extension Refusal.Reason {
  /// Why decoded text, such as JSON can hold, is none: NUL characters; nil without any.
  public static func nul(in text: String) -> Refusal.Reason? {
    guard text.utf8.contains(0) else { return nil }
    let first = text.utf8.prefix { $0 != 0 }.count
    return .nul(count: text.utf8.count { $0 == 0 }, offset: first)
  }
}
