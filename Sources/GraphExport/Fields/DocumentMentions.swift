import GraphModel

/// Which entities each article names: the ends of the edges that it shows.
struct DocumentMentions {
  private let graph: Graph
  private let groups: EvidenceGroups

  init(_ graph: Graph) {
    self.graph = graph
    let articles = IDPlaces(graph.articles)
    groups = EvidenceGroups(graph) { edge, piece in
      Int32(articles[graph.edges.span[edge].evidence[piece].article] ?? -1)
    }
  }

  /// Calls `body` with the id of each article and those of its entities, both in byte order, each
  /// once. An article that the graph does not hold is left out.
  func forEach(_ body: (_ article: String, _ nodes: [String]) throws -> Void) rethrows {
    var ids = SortedIDs()
    for (index, article) in groups.keys.enumerated() where article >= 0 {
      try body(graph.articles[Int(article)].id, ids.sorted(ends(of: groups.places(at: index))))
    }
  }

  /// Edges are looked at where they lie; a copy of one would count a reference for each of its
  /// fields.
  private func ends(of places: ArraySlice<EvidenceGroups.Place>) -> [String] {
    let edges = graph.edges.span
    var ids: [String] = []
    ids.reserveCapacity(2 * places.count)
    for place in places {
      ids.append(edges[Int(place.edge)].source)
      ids.append(edges[Int(place.edge)].target)
    }
    return ids
  }
}

/// Puts a few ids at a time into byte order, and keeps its memory for the next ones.
///
/// Ids are long and begin alike. Numbers made of the eight bytes behind what all of them begin with
/// are compared first, so that few pairs need a look at the ids themselves.
private struct SortedIDs {
  private struct Entry {
    var head: UInt64
    var place: Int
  }

  private var entries: [Entry] = []

  /// Each once.
  mutating func sorted(_ ids: [String]) -> [String] {
    let start = Self.sharedCount(of: ids)
    entries.removeAll(keepingCapacity: true)
    for place in ids.indices {
      entries.append(Entry(head: ids[place].head(from: start), place: place))
    }
    entries.sort {
      $0.head != $1.head ? $0.head < $1.head : precedes(ids[$0.place], ids[$1.place])
    }
    var result: [String] = []
    result.reserveCapacity(ids.count)
    for (index, entry) in entries.enumerated() {
      let isRepeated =
        index > 0 && entry.head == entries[index - 1].head && result.last == ids[entry.place]
      if !isRepeated { result.append(ids[entry.place]) }
    }
    return result
  }

  /// With how many bytes all of `ids` begin alike.
  private static func sharedCount(of ids: [String]) -> Int {
    guard let first = ids.first else { return 0 }
    return first.withUTF8Bytes { first in
      ids.reduce(first.count) { shared, id in
        id.withUTF8Bytes { bytes in
          var count = 0
          while count < min(shared, bytes.count), first[count] == bytes[count] { count += 1 }
          return count
        }
      }
    }
  }
}

extension String {
  /// Eight bytes from `start` on as a number that sorts as they do, zeros behind the end.
  fileprivate func head(from start: Int) -> UInt64 {
    withUTF8Bytes { bytes in
      if start + 8 <= bytes.count { return ByteScan.word(bytes, at: start).byteSwapped }
      return (start..<start + 8).reduce(0) { head, index in
        head << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0)
      }
    }
  }
}
