public import DocumentModel
public import Foundation
import Gazetteers

/// Looks through gazetteer folders for errors and for what loads but is hardly meant.
///
/// A table lets a warning pass with a comment `# allow: CODE SUBJECT`, such as
/// `# allow: overlapping-holders president of CIV`; one that allows nothing is itself a warning.
public struct GazetteerCheck {
  /// The day on which the tables are to be up to date; nil takes the latest day a table names.
  public var date: CalendarDate?

  public init(date: CalendarDate? = nil) { self.date = date }

  /// Checks the tables of `folders`, the shipped one first, as they are loaded together.
  public func report(on folders: [URL]) -> CheckReport {
    let inspection = GazetteerLoader().inspection(of: folders)
    let context = CheckContext(
      gazetteer: inspection.gazetteer, tables: TableFolders(folders),
      date: date ?? inspection.gazetteer.asOf)
    var findings = inspection.warnings.compactMap {
      Self.finding($0, hasErrors: !inspection.errors.isEmpty)
    }
    findings += AliasCheck(context).findings()
    findings += RoleCheck(context).findings()
    findings += RuleCheck(context).findings()
    findings += ColumnCheck(context).findings()
    findings += CellCheck(context).findings()
    let warnings = Allowances(context.tables.all).applied(to: findings)
    return CheckReport(errors: inspection.errors, warnings: warnings.sorted())
  }

  /// A row with errors defines nothing, so that what it should define seems dead: left out then.
  private static func finding(_ warning: GazetteerWarning, hasErrors: Bool) -> CheckFinding? {
    if case .deadReference(let id) = warning.kind {
      guard !hasErrors else { return nil }
      return CheckFinding(
        place: warning.place, code: .deadReference, subject: id, message: warning.kind.words)
    }
    return CheckFinding(
      place: warning.place, code: .oddRow, subject: "", message: warning.kind.words)
  }
}

/// What every part of a check looks at.
struct CheckContext {
  let gazetteer: Gazetteer
  let tables: TableFolders
  let date: CalendarDate?

  func entity(_ index: EntityIndex) -> GazetteerEntity { gazetteer.entities[Int(index)] }

  /// Where an alias stands; a name that is no alias of its own stands in the column `name`.
  func place(of alias: Alias) -> TablePlace {
    let column = entity(alias.entity).name == alias.surface ? "name" : "aliases"
    return tables.place(of: alias.origin, column: column, holding: alias.surface)
  }
}
