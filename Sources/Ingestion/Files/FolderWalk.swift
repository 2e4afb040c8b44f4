import DocumentModel

/// Finds the files in what the user named, each once.
///
/// Identity is the canonical path, since inode numbers are not unique on every network file
/// system. Folders and files come first and links last, so that which name of a file counts does
/// not depend on the order of anything.
struct FolderWalk {
  private(set) var found: [FoundFile] = []
  private(set) var refusals: [Refusal] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var visited: Set<NativePath> = []
  private var links: [Entry] = []
  private var passedOver: NativePath?

  /// A file that is known and is no article.
  mutating func pass(over file: String) {
    passedOver = try? FileSystem.canonical(NativePath(file))
  }

  /// Visits what the user named, outer folders before what lies in them.
  mutating func visit(_ paths: [NativePath]) {
    var roots: [(path: NativePath, canonical: NativePath)] = []
    for path in paths {
      do throws(SystemError) {
        roots.append((path, try FileSystem.canonical(path)))
      } catch {
        refuse(path, relative: path.lastComponent, unresolved(path, error))
      }
    }
    roots.sort { left, right in
      left.canonical == right.canonical
        ? left.path.bytes.lexicographicallyPrecedes(right.path.bytes)
        : left.canonical.bytes.lexicographicallyPrecedes(right.canonical.bytes)
    }
    for root in roots { visit(root.path, canonical: root.canonical) }
    followLinks()
  }

  private mutating func visit(_ path: NativePath, canonical: NativePath) {
    let isFolder = FileSystem.isFolder(canonical)
    let named = isFolder ? canonical : canonical.parent
    let entry = Entry(
      path: path, canonical: canonical, root: path, folderName: Array(named.lastComponent),
      relative: isFolder ? [] : Array(path.lastComponent))
    visit(entry)
  }

  private mutating func visit(_ entry: Entry) {
    do throws(SystemError) {
      switch try FileSystem.kind(of: entry.canonical) {
      case .file: list(entry)
      case .folder: try open(entry)
      case .link: links.append(entry)
      case .special(let kind):
        guard visited.insert(entry.canonical).inserted else { return }
        refuse(entry.path, relative: entry.relative[...], .special(kind))
      }
    } catch {
      refuse(entry.path, relative: entry.relative[...], error.reason(ofMissing: .vanished))
    }
  }

  private mutating func list(_ entry: Entry) {
    if entry.canonical == passedOver { return }
    guard visited.insert(entry.canonical).inserted else { return noteSecondName(entry) }
    found.append(
      FoundFile(
        path: entry.path, root: entry.root, folderName: entry.folderName, relative: entry.relative))
  }

  private mutating func open(_ folder: Entry) throws(SystemError) {
    guard visited.insert(folder.canonical).inserted else { return noteSecondName(folder) }
    for name in try FileSystem.names(in: folder.canonical) where name.first != UInt8(ascii: ".") {
      visit(folder.appending(name))
    }
  }

  /// Links may lead to folders with more links; `links` grows on the way.
  private mutating func followLinks() {
    var next = 0
    while next < links.count {
      follow(links[next])
      next += 1
    }
  }

  private mutating func follow(_ link: Entry) {
    do throws(SystemError) {
      let target = try FileSystem.canonical(link.canonical)
      if target.encloses(link.canonical) {
        let words = FileSystem.target(ofLink: link.canonical)
        refuse(link.path, relative: link.relative[...], .linkLoop(target: words))
      } else {
        visit(link.leading(to: target))
      }
    } catch {
      refuse(link.path, relative: link.relative[...], unresolved(link.canonical, error))
    }
  }

  /// Why a path has no canonical form.
  private func unresolved(_ path: NativePath, _ error: SystemError) -> Refusal.Reason {
    guard case .link? = try? FileSystem.kind(of: path) else {
      return error.reason(ofMissing: .missing)
    }
    let target = FileSystem.target(ofLink: path)
    if error.isLoop { return .linkLoop(target: target) }
    return error.reason(ofMissing: .danglingLink(target: target))
  }

  private mutating func refuse(
    _ path: NativePath, relative: ArraySlice<UInt8>, _ reason: Refusal.Reason
  ) {
    let id = String(decoding: relative.isEmpty ? path.lastComponent : relative, as: UTF8.self)
    refusals.append(Refusal(id: id, path: path.text, reason: reason))
  }

  private mutating func noteSecondName(_ entry: Entry) {
    diagnostics.append(
      Diagnostic(
        .note, code: "second-name",
        "\(entry.path.text) is another name of what is read already; it is read once"))
  }
}

/// A file that the walk found.
struct FoundFile {
  /// As the user would name it.
  let path: NativePath
  /// What the user named.
  let root: NativePath
  /// The last component of the folder that was named, or of the one that holds the file named.
  let folderName: [UInt8]
  /// The path from the folder that was named.
  let relative: [UInt8]
}

/// Something the walk comes by.
private struct Entry {
  var path: NativePath
  /// Canonical but for the last component, which may be a link.
  var canonical: NativePath
  var root: NativePath
  var folderName: [UInt8]
  var relative: [UInt8]

  func appending(_ name: [UInt8]) -> Entry {
    var entry = self
    entry.path = path.appending(name)
    entry.canonical = canonical.appending(name)
    entry.relative = relative.isEmpty ? name : relative + [NativePath.slash] + name
    return entry
  }

  func leading(to target: NativePath) -> Entry {
    var entry = self
    entry.canonical = target
    return entry
  }
}
