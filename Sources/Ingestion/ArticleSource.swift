import DocumentModel

/// The articles that a run is asked to read: files, folders and standard input.
///
/// Folders are walked to the bottom; names that begin with a dot are passed over. Links are
/// followed after everything else, so that a file has the id of its own name, and a file that
/// can be reached in several ways is listed once. Pipes, sockets and devices are never opened.
public struct ArticleSource: Sendable {
  private let paths: [String]
  private let options: IngestionOptions

  /// - Parameter paths: files and folders; `-` is standard input.
  public init(paths: [String], options: IngestionOptions = IngestionOptions()) {
    self.paths = paths
    self.options = options
  }

  /// Lists what there is to read, without reading it.
  ///
  /// The result depends on the names alone, neither on the order in which the file system lists
  /// them nor on that of `paths`. Article ids are relative to the folder that was named; a file
  /// named directly has its last component. Where that makes two alike, the name of the folder
  /// goes before them, and if they are still alike, `~2`, `~3`, … behind the later ones.
  public func inventory() -> Inventory {
    var walk = FolderWalk()
    if let table = options.metadata?.path { walk.pass(over: table) }
    walk.visit(paths.filter { $0 != ArticleFile.standardInputName }.map(NativePath.init))
    var files = ArticleIDs.files(for: walk.found)
    if paths.contains(ArticleFile.standardInputName) {
      files.append(.standardInput(besides: files))
    }
    let containers = Set(files.filter(\.mayHoldSeveral).map(\.id))
    let matches = options.metadata?.matches(for: files.map(\.id), containers: containers)
    for index in files.indices { files[index].metadata = matches?.metadata[files[index].id] }
    return Inventory(
      files: files.sorted { ArticleIDs.precedes($0.id, $1.id) },
      refusals: walk.refusals.sorted { ArticleIDs.precedes($0.path, $1.path) },
      diagnostics: walk.diagnostics + (matches?.diagnostics ?? []))
  }
}

/// What an article source holds.
public struct Inventory: Sendable {
  /// In the byte order of their ids.
  public var files: [ArticleFile]
  /// What cannot be an article, in the byte order of the paths.
  public var refusals: [Refusal]
  /// Second names of files, rows of the metadata table that fit no file.
  public var diagnostics: [Diagnostic]
}

/// One file that is to be read.
public struct ArticleFile: Sendable {
  /// The id of the article in it; unique in its inventory.
  public let id: String
  /// Where it lies, as the user named it; for messages.
  public var path: String {
    switch place {
    case .file(let path): path.text
    case .standardInput: "standard input"
    }
  }
  /// For the hints that it gives about what is in the file.
  var name: FileName {
    switch place {
    case .file(let path): FileName(path.text)
    case .standardInput: FileName("")
    }
  }
  /// By its name: an archive, records, a table; standard input may be anything.
  var mayHoldSeveral: Bool {
    if case .standardInput = place { return true }
    switch name.format {
    case .json, .table, .xml, .zip, .tar, .gzip, .zstandard, .bzip2, .xz: return true
    default: return false
    }
  }

  let place: Place
  /// What the metadata table says about it.
  var metadata: ArticleMetadata?

  enum Place: Sendable {
    case file(NativePath)
    case standardInput
  }

  static let standardInputName = "-"

  static func standardInput(besides others: [ArticleFile]) -> ArticleFile {
    let id = ArticleIDs.unused("stdin", in: Set(others.map(\.id)))
    return ArticleFile(id: id, place: .standardInput)
  }
}
