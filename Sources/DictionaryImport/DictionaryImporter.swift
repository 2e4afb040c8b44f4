public import DocumentModel
public import Foundation
public import Gazetteers

/// Brings the dictionaries of other tools along: writes them as tables, and a report of what could
/// not be kept, by line and reason.
public struct DictionaryImporter: Sendable {
  public let format: DictionaryFormat
  public var options: ImportOptions

  public init(_ format: DictionaryFormat, options: ImportOptions = ImportOptions()) {
    self.format = format
    self.options = options
  }

  /// Imports `files` into a folder of tables, which is made if need be. Tables of an earlier import
  /// there are replaced.
  /// - Throws: when a file cannot be read or a table cannot be written; nothing is replaced then.
  public func run(_ files: [URL], into folder: URL) throws -> ImportReport {
    let tables = try ImportTables(folder: folder, format: format, options: options)
    do {
      var reader = format.reader
      for file in files { try reader.read(DictionaryFile(file), into: tables) }
      try reader.finish(tables)
      return try tables.finish()
    } catch {
      tables.discard()
      throw error
    }
  }
}

/// What a dictionary does not say and its user must.
public struct ImportOptions: Sendable {
  /// The type of entries whose format does not tell it; nil loses them.
  public var type: EntityType?
  /// Types by label of the dictionary, for labels of one's own.
  public var types: [String: EntityType]
  /// The day that the tables are of: roles without an end are held on it.
  public var day: String?
  /// The tables that the import is for: their words tell people from bodies, and their countries
  /// have the codes that formats use.
  public var gazetteer: Gazetteer?

  public init(
    type: EntityType? = nil, types: [String: EntityType] = [:], day: String? = nil,
    gazetteer: Gazetteer? = nil
  ) {
    self.type = type
    self.types = types
    self.day = day
    self.gazetteer = gazetteer
  }
}

/// What an import kept and what it lost.
public struct ImportReport: Sendable {
  public struct Count: Sendable {
    public let name: String
    public let count: Int
  }

  /// Rows by table.
  public let kept: [Count]
  /// Losses by reason, most first.
  public let lost: [Count]
  /// The first losses of each reason.
  public let examples: [ImportLoss]
  /// Where all losses are listed.
  public let path: String
}
