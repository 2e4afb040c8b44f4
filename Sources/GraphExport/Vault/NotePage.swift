import DocumentModel
import GraphModel

/// Our part of one node's note.
struct NotePage {
  let node: Node
  let names: NoteNames
  let evidence: EvidenceDetail
  let attributes: NodeAttributes

  /// The properties that are ours.
  static let keys = [
    "entente-id", "type", "subtype", "aliases", "roles", "iso3", "qid", "first_seen", "last_seen",
    "mentions", "articles",
  ]

  var properties: [String] {
    let texts: [(String, String?)] = [
      ("entente-id", node.id), ("type", node.type.rawValue), ("subtype", node.subtype),
      ("iso3", node.iso3), ("qid", node.qid), ("first_seen", node.firstSeen?.description),
      ("last_seen", node.lastSeen?.description),
    ]
    let further = attributes.names.map { ($0.written, node.attributes[$0.column]) }
    let lists = [("aliases", node.aliases.filter { $0 != node.label }), ("roles", node.roles)]
    return (texts + further).compactMap { key, text in
      text.flatMap { TextCleaning.cleaned($0).isEmpty ? nil : "\(key): \(Self.quoted($0))" }
    }
      + lists.compactMap { key, items in
        items.isEmpty ? nil : "\(key): [\(items.map(Self.quoted).joined(separator: ", "))]"
      } + ["mentions: \(node.mentions)", "articles: \(node.articles)"]
  }

  func block(outgoing: [Edge], incoming: [Edge]) -> String {
    let about = [node.subtype ?? node.type.rawValue] + node.roles
    var lines = [Self.escaped(about.joined(separator: "; ")), ""]
    if !outgoing.isEmpty {
      lines += ["## What \(Self.escaped(node.shownLabel)) does", ""]
      for edge in outgoing { lines += entry(edge, other: edge.target, arrow: "→") + quotes(edge) }
      lines.append("")
    }
    if !incoming.isEmpty {
      lines += ["## What is done to \(Self.escaped(node.shownLabel))", ""]
      for edge in incoming { lines += entry(edge, other: edge.source, arrow: "←") }
      lines.append("")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func entry(_ edge: Edge, other: String, arrow: String) -> [String] {
    let arrow = edge.predicate.isSymmetric ? "↔" : arrow
    var notes = [edge.predicate.category.rawValue, articles(edge.weight)]
    if let first = edge.firstDate, let last = edge.lastDate {
      notes.append(first == last ? "\(first)" : "\(first) to \(last)")
    }
    if !edge.attribution.isEmpty {
      notes.append("says " + edge.attribution.joined(separator: ", "))
    }
    return [
      "- **\(Self.escaped(edge.label))** \(arrow) \(names.link(to: other)) (\(Self.escaped(notes.joined(separator: "; "))))"
    ]
  }

  private func articles(_ weight: Double) -> String {
    let scratch = TextScratch(capacity: 16)
    scratch.append(weight)
    let count = scratch.text.hasSuffix(".0") ? String(scratch.text.dropLast(2)) : scratch.text
    return count == "1" ? "1 article" : "\(count) articles"
  }

  private func quotes(_ edge: Edge) -> [String] {
    guard evidence != .none else { return [] }
    let piece = TextScratch(capacity: 256)
    return edge.evidence.map { evidenceOf in
      piece.removeAll()
      piece.append(evidenceOf, evidence)
      return "    - " + Self.escaped(piece.text)
    }
  }

  /// A YAML string in double quotes, which are those of JSON.
  static func quoted(_ text: String) -> String {
    let sink = MemorySink()
    let output = OutputBuffer(sink)
    JSONText(output: output).string(text)
    try? output.flush()
    return sink.text
  }

  /// Text that Markdown, HTML and Obsidian's plug-ins take for nothing but text.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TextCleaning.cleaned(text).unicodeScalars {
      if "\\`*_[]#|~=$%<>!&^{}".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
