#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension OutputError: CustomStringConvertible {
  public var description: String {
    step == .markup
      ? "\(path): the XML writer failed with code \(code)"
      : "\(path): \(reason)"
  }

  private var reason: String {
    switch code {
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file grew larger than the system allows"
    case EACCES, EPERM: "no permission to write in this folder"
    case EROFS: "the file system is read-only"
    case ENOENT: "there is no such folder"
    case EEXIST: "a file of this name is there already"
    case ENOTDIR: "a part of the path is a file, not a folder"
    case EISDIR: "this is a folder; name a file"
    case ENAMETOOLONG: "the file name is too long"
    case EPIPE: "the reader of the pipe has gone"
    case EMFILE, ENFILE: "too many open files"
    default: "cannot \(step.rawValue) it: \(String(cString: strerror(code)))"
    }
  }
}
