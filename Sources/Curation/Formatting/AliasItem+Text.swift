import DocumentModel
package import Gazetteers

extension AliasItem {
  /// A cell of aliases in its one form: items parted by ` | `, marks in the order of the grammar,
  /// each form once with the marks that count. A cell with an error stays as it is.
  static func canonical(_ cell: String) -> String {
    guard let items = try? AliasCell.items(cell) else { return cell }
    var kept: [AliasItem] = []
    for item in items {
      let earlier = kept.firstIndex {
        $0.surface == item.surface && $0.isRemoval == item.isRemoval
      }
      if let earlier { kept[earlier] = item } else { kept.append(item) }
    }
    return kept.map(\.text).joined(separator: " | ")
  }

  /// The item as tables write it.
  var text: String {
    let marks = markTexts
    return (isRemoval ? "-" : "") + Self.escaped(surface, isFirst: !isRemoval)
      + (marks.isEmpty ? "" : "[\(marks.joined(separator: ","))]")
  }

  private var markTexts: [String] {
    var texts: [String] = []
    if marks.exactCase { texts.append("=") }
    if marks.needsEvidence { texts.append("~") }
    if marks.afterFullForm { texts.append("+") }
    if marks.adjective { texts.append("adj") }
    if marks.demonym { texts.append("dem") }
    if marks.metonym { texts.append("met") }
    if let onlyWith { texts.append("@" + onlyWith.id) }
    return texts
      + marks.dates.map { range in
        (range.from.map { "\($0)" } ?? "") + ".." + (range.to.map { "\($0)" } ?? "")
      }
  }

  /// A name as a cell of aliases writes it.
  package static func escaped(_ surface: String, isFirst: Bool = true) -> String {
    var text = ""
    for (index, character) in surface.enumerated() {
      let isSpecial =
        character == "|" || character == "[" || character == "\\"
        || (character == "-" && index == 0 && isFirst)
      if isSpecial { text.append("\\") }
      text.append(character)
    }
    return text
  }
}
