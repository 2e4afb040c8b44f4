import GraphModel

/// The attributes that nodes of a graph have beyond the fields of every graph: the further columns of
/// gazetteers, under names that every reader takes.
struct NodeAttributes {
  /// In byte order of the columns' names.
  let names: [(column: String, written: String)]

  init(_ graph: Graph) {
    var columns: Set<String> = []
    for index in graph.nodes.indices where !graph.nodes[index].attributes.isEmpty {
      columns.formUnion(graph.nodes[index].attributes.keys)
    }
    var used = Self.reserved
    names = columns.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { column in
      var written = Self.name(column)
      while !used.insert(written).inserted { written = "x_" + written }
      return (column, written)
    }
  }

  /// The attributes a node has, in the order of the names.
  func values(of node: borrowing Node) -> [(name: String, value: FieldValue)] {
    guard !node.attributes.isEmpty else { return [] }
    let attributes = node.attributes
    return names.compactMap { name in attributes[name.column].map { (name.written, .text($0)) } }
  }

  /// A value a name, absent ones included.
  func row(of node: borrowing Node) -> [FieldValue] {
    let attributes = node.attributes
    return names.map { .text(attributes[$0.column]) }
  }

  /// Small letters, digits and underscores, a letter first.
  private static func name(_ column: String) -> String {
    var name = ""
    for scalar in column.lowercased().unicodeScalars {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
      if isPlain {
        name.unicodeScalars.append(scalar)
      } else if !name.hasSuffix("_") {
        name += "_"
      }
    }
    return name.first?.isLetter == true ? name : "x_" + name
  }

  /// Names of fields, and what some reader keeps for itself (CONTRACT §0.9, Gephi, Graphviz, Neo4j).
  private static let reserved: Set<String> = Set(NodeField.allCases.map { "\($0.name)" }).union([
    "id", "key", "source", "target", "timeset", "interval", "timestamp", "suid", "selected",
    "shared_name", "weight", "kind", "labels", "start", "end", "color", "colour", "size",
    "attributes",
    "shape", "style", "fillcolor", "fontname", "fontsize", "fontcolor", "tooltip", "url", "href",
    "pos",
    "width", "height", "penwidth", "group", "image", "rank", "class", "comment", "layer", "margin",
    "peripheries", "regular", "sides", "skew", "distortion", "orientation", "ordering", "pin",
    "root",
    "samplepoints", "shapefile", "showboxes", "sortv", "vertices", "xlabel", "z", "fixedsize",
    "gradientangle", "imagepos", "imagescale", "labelloc", "nojustify", "area", "colorscheme",
  ])
}
