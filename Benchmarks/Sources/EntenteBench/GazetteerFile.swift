import ArticleGenerator
import Foundation

/// Writes known names as a table of entities that the gazetteer loader reads.
enum GazetteerFile {
  static func write(_ names: KnownNames, to folder: URL) throws {
    let rows = names.entities.map { entity in
      let aliases = entity.aliases.dropFirst().joined(separator: " | ")
      return "\(entity.id)\t\(entity.kind.rawValue)\t\(entity.aliases[0])\t\(aliases)\n"
    }
    let table = "# Generated names; no licence needed.\nid\ttype\tname\taliases\n" + rows.joined()
    try Data(table.utf8).write(to: folder.appendingPathComponent("entities.tsv"))
  }
}
