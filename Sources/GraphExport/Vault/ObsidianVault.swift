import Foundation
import GraphModel

/// A folder of notes for Obsidian: one a node, with properties, and its edges as links to other
/// notes with their evidence.
///
/// Between two marks and in the properties it owns a note is written anew in every run; all else that
/// a user wrote, renamed or moved stays. A note whose node is gone keeps what the user wrote.
struct ObsidianVault {
  private let graph: Graph
  private let evidence: EvidenceDetail

  init(_ graph: Graph, evidence: EvidenceDetail) {
    self.graph = graph
    self.evidence = evidence
  }

  /// Makes the folder when it is missing; files that would not change are not touched.
  func write(to folder: String) throws {
    try OutputFolder(folder).create()
    let present = VaultNotes(folder: folder)
    let names = NoteNames(graph.nodes, present: present)
    let attributes = NodeAttributes(graph)
    var outgoing: [String: [Edge]] = [:]
    var incoming: [String: [Edge]] = [:]
    for edge in graph.edges {
      outgoing[edge.source, default: []].append(edge)
      incoming[edge.target, default: []].append(edge)
    }
    for node in graph.nodes {
      let page = NotePage(
        node: node, names: names, evidence: evidence, attributes: attributes)
      let block = page.block(outgoing: outgoing[node.id] ?? [], incoming: incoming[node.id] ?? [])
      let path = "\(folder)/\(names.path(of: node.id))"
      try write(NoteText(present.text(of: node.id)), page.properties, block, to: path)
    }
    try clearNotes(of: present, in: folder)
  }

  /// Notes of nodes that are in the graph no more say so.
  private func clearNotes(of present: VaultNotes, in folder: String) throws {
    let ids = Set(graph.nodes.map(\.id))
    for (id, path) in present.paths.sorted(by: { $0.key < $1.key }) where !ids.contains(id) {
      let note = NoteText(present.text(of: id))
      let words = "Not in the graph that was written last.\n"
      try write(note, ["entente-id: \(NotePage.quoted(id))"], words, to: "\(folder)/\(path)")
    }
  }

  private func write(_ note: NoteText, _ properties: [String], _ block: String, to path: String)
    throws
  {
    let text = note.replaced(properties: properties, block: block)
    guard text != note.original else { return }
    try AtomicFile(path).write { $0.append(text) }
  }
}

/// The notes of earlier runs in a folder, by the id among their properties, wherever they were moved.
struct VaultNotes {
  /// Paths within the folder.
  private(set) var paths: [String: String] = [:]
  private var texts: [String: String] = [:]
  /// All notes' paths, the user's own included.
  private(set) var all: Set<String> = []

  init(folder: String) {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for path in found.sorted() where path.hasSuffix(".md") && !path.hasPrefix(".") {
      all.insert(path)
      guard let text = try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8),
        let id = NoteText(text).id, paths[id] == nil
      else { continue }
      paths[id] = path
      texts[id] = text
    }
  }

  func text(of id: String) -> String? { texts[id] }
}

/// What the notes are called: by their nodes' labels, made fit for every file system.
struct NoteNames {
  private var paths: [String: String] = [:]
  private let labels: [String: String]

  init(_ nodes: [Node], present: VaultNotes) {
    labels = Dictionary(nodes.map { ($0.id, $0.shownLabel) }) { first, _ in first }
    var taken = Set(present.all.map { $0.lowercased() })
    for node in nodes {
      if let path = present.paths[node.id] {
        paths[node.id] = path
        continue
      }
      let name = Self.fileName(node.shownLabel)
      let candidates = [name, "\(name) (\(node.id))", node.id].filter { !$0.isEmpty }
      let free = candidates.first { !taken.contains("\($0).md".lowercased()) } ?? node.id
      taken.insert("\(free).md".lowercased())
      paths[node.id] = "\(free).md"
    }
  }

  func path(of id: String) -> String { paths[id] ?? "\(id).md" }

  /// `[[name|label]]`.
  func link(to id: String) -> String {
    let path = path(of: id).dropLast(3)
    let name = String(path.split(separator: "/").last ?? path)
    let label = Self.fileName(labels[id] ?? id)
    return name == label || label.isEmpty ? "[[\(name)]]" : "[[\(name)|\(label)]]"
  }

  /// Without what links or file systems give a meaning to, and not too long.
  static func fileName(_ label: String) -> String {
    let forbidden: Set<Character> = [
      "[", "]", "#", "^", "|", "\\", "/", ":", "*", "\"", "<", ">", "?", "%", "`", "\u{FFFD}",
    ]
    var name = TextCleaning.cleaned(String(label.filter { !forbidden.contains($0) }))
    while name.utf8.count > 120 { name.removeLast() }
    name = String(name.drop { $0 == "." || $0 == " " || $0 == "-" })
    while let last = name.last, last == "." || last == " " { name.removeLast() }
    return isReserved(name) ? name + "_" : name
  }

  /// Names that Windows keeps for devices.
  private static func isReserved(_ name: String) -> Bool {
    let stem = name.split(separator: ".").first.map { $0.uppercased() } ?? ""
    return ["CON", "PRN", "AUX", "NUL"].contains(stem)
      || (stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
        && stem.last?.isNumber == true)
  }
}
