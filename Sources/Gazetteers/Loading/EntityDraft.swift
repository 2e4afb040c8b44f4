import DocumentModel

/// An entity while tables are being read: what its rows in several folders make of it.
struct EntityDraft {
  let id: String
  var type: EntityType
  var subtype: String?
  var name: String
  var container: Reference?
  var ids: [String: String] = [:]
  var note: String?
  var attributes: [String: String] = [:]
  let origin: Origin
  var aliases = AliasDrafts()
  /// Where it was last defined, and in which folder.
  var place: TablePlace
  var folder: Int
  var isOff = false
}

/// An id that some cell names.
struct Reference {
  var id: String
  var place: TablePlace
}

/// An alias of a draft.
struct AliasDraft {
  var surface: String
  var marks: AliasMarks
  var onlyWith: Reference?
  var origin: Origin
}

/// The aliases of one entity: each form once, the marks given last count.
struct AliasDrafts {
  private var items: [AliasDraft?] = []
  /// Kept for entities with many aliases only.
  private var positions: [String: Int] = [:]

  private static let few = 12

  var all: some Sequence<AliasDraft> { items.lazy.compactMap { $0 } }

  func contains(_ surface: String) -> Bool { position(of: surface) != nil }

  mutating func add(_ alias: AliasDraft) {
    if let position = position(of: alias.surface) {
      items[position] = alias
      return
    }
    items.append(alias)
    if !positions.isEmpty {
      positions[alias.surface] = items.count - 1
    } else if items.count > Self.few {
      for (index, item) in items.enumerated() {
        if let item { positions[item.surface] = index }
      }
    }
  }

  /// Whether there was such an alias.
  mutating func remove(_ surface: String) -> Bool {
    guard let position = position(of: surface) else { return false }
    items[position] = nil
    positions[surface] = nil
    return true
  }

  private func position(of surface: String) -> Int? {
    items.count > Self.few
      ? positions[surface] : items.firstIndex { $0?.surface == surface }
  }
}
