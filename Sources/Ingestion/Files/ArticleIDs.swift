/// Gives each file the shortest id that sets it apart.
enum ArticleIDs {
  /// The files with unique ids, in the order of `found`.
  static func files(for found: [FoundFile]) -> [ArticleFile] {
    let plain = found.map { String(decoding: $0.relative, as: UTF8.self) }
    var roots: [String: Set<NativePath>] = [:]
    for (file, id) in zip(found, plain) { roots[id, default: []].insert(file.root) }
    let proposed = zip(found, plain).map { roots[$1]?.count == 1 ? $1 : prefixed($0) }
    return zip(found, unique(proposed, found)).map { ArticleFile(id: $1, place: .file($0.path)) }
  }

  /// In byte order, which is the same everywhere.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// `id`, or with the first of `~2`, `~3`, … that makes it new.
  static func unused(_ id: String, in used: Set<String>) -> String {
    var (candidate, number) = (id, 1)
    while used.contains(candidate) {
      number += 1
      candidate = "\(id)~\(number)"
    }
    return candidate
  }

  private static func prefixed(_ file: FoundFile) -> String {
    let folder = file.folderName.isEmpty ? [] : file.folderName + [NativePath.slash]
    return String(decoding: folder + file.relative, as: UTF8.self)
  }

  /// Numbers what is still alike, in the order of the names that the user gave.
  private static func unique(_ ids: [String], _ found: [FoundFile]) -> [String] {
    var (result, used) = (ids, Set<String>())
    let order = ids.indices.sorted {
      found[$0].path.bytes.lexicographicallyPrecedes(found[$1].path.bytes)
    }
    for index in order {
      result[index] = unused(ids[index], in: used)
      used.insert(result[index])
    }
    return result
  }
}
