@testable import Gazetteers

/// Loads one table of rows, see `table`.
func loaded(_ rows: String..., also tables: [String: String] = [:]) throws -> Gazetteer {
  try GazetteerLoader().load(layers: [tables.merging(["table.tsv": table(rows)]) { $1 }]).gazetteer
}

/// A table of rows whose cells are parted by two blanks or more; a lone `.` is an empty cell.
func table(_ rows: [String]) -> String {
  rows.map { row in
    let cells = row.split(separator: #/ {2,}/#).map { $0 == "." ? "" : $0 }
    return cells.joined(separator: "\t") + "\n"
  }.joined()
}

/// The errors that loading one table gives, as `line:column kind`.
func errors(in text: String, named name: String = "table.tsv") -> [String] {
  do {
    _ = try GazetteerLoader().load(layers: [[name: text]])
    return []
  } catch {
    return error.errors.map { "\($0.place) \($0.kind)" }
  }
}

/// Aliases as `surface=entity`, in order.
func forms(_ gazetteer: Gazetteer) -> [String] {
  gazetteer.aliases.map { "\($0.surface)=\(gazetteer.entities[Int($0.entity)].id)" }
}
