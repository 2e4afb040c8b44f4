import Foundation
import GRDB

/// A store could not be used.
public struct StoreError: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case missing
    /// Some other file.
    case notAStore
    case older
    case newer
    /// Another process writes to it.
    case inUse
    /// It holds no archive yet.
    case unfinished(waiting: Int)
    case noPermission(String)
    case full
    /// The system could not read or write.
    case refused(String)
    case damaged(String)
    case other(String)
  }

  public var path: String
  public var kind: Kind

  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// Runs `body` with what SQLite throws in our words.
  static func wording<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(path: path, kind: kind(of: error))
    } catch PackError.damaged {
      throw StoreError(path: path, kind: .damaged("an analysis has other bytes than were written"))
    }
  }

  private static func kind(of error: DatabaseError) -> Kind {
    let message = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB: return .notAStore
    case .SQLITE_CORRUPT: return .damaged(message)
    case .SQLITE_FULL: return .full
    case .SQLITE_IOERR: return .refused(message)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .inUse
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: return .noPermission(message)
    default: return .other(message)
    }
  }
}

extension StoreError: CustomStringConvertible {
  public var description: String { "\(path): \(message)" }

  private var message: String {
    switch kind {
    case .missing: "there is no such store; entente build ARCHIVE --store makes it"
    case .notAStore: "this is no store of entente, and is left as it is; name another file"
    case .older:
      "an older version of entente wrote it; entente build ARCHIVE --store brings it up to date"
    case .newer: "a newer version of entente wrote it; use that, or another file"
    case .inUse: "another entente writes to it; wait until it is done"
    case .unfinished(let waiting):
      "no run has come to its end yet (\(waiting) analyses are kept); run entente build ARCHIVE --store again"
    case .noPermission(let reason):
      "it cannot be opened or written: \(reason); the file and its folder must be writable"
    case .full: "the disk is full; what was there before is kept; make room and run it again"
    case .refused(let reason):
      "the system could not read or write it (\(reason)); what was there before is kept; see whether the disk is full"
    case .damaged(let reason):
      "it is damaged: \(reason); remove it and run entente build ARCHIVE --store"
    case .other(let reason): reason
    }
  }
}
