import DocumentModel

/// An entry of another tool's dictionary in our terms, before it has an id of its own.
struct ImportedEntry {
  /// The id it has in the dictionary, if any; one is made of the name otherwise.
  var id: String?
  var type: EntityType
  var subtype: String?
  var name: String
  var aliases: [ImportedAlias] = []
  /// The id of what it belongs to.
  var container: String?
  /// `scheme:value`.
  var identifiers: [String] = []
  var note: String?
  /// Columns that tables do not know, kept as attributes of the node.
  var attributes: [String: String] = [:]
}

/// A form of an entry.
struct ImportedAlias: Hashable {
  var surface: String
  /// What stands in brackets behind it: `=`, `~`, `met`.
  var marks: [String] = []

  init(_ surface: String, _ marks: String...) {
    self.surface = surface
    self.marks = marks
  }
}

/// An office or function in our terms.
struct ImportedRole {
  var person: String
  var role: String
  var of: String?
  var from = ""
  var to = ""
  var source: String
  /// The code it has in the dictionary.
  var code: String?
}

/// A relation that stands between two entries.
struct ImportedTie {
  var subject: String
  var predicate: String
  var object: String
  var from = ""
  var to = ""
  var source: String
}

/// Something in a dictionary that has no counterpart here, or that could not be read.
public struct ImportLoss: Sendable, Hashable {
  public let file: String
  /// From 1.
  public let line: Int
  /// One of few: losses are counted by it.
  public let reason: String
  /// What was lost.
  public let text: String
}
