import Gazetteers

/// Finds rules for ambiguous forms that can never decide anything.
struct RuleCheck {
  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  func findings() -> [CheckFinding] {
    let known = Set(context.gazetteer.aliases.map { SurfaceKey($0.surface) })
    var findings: [CheckFinding] = []
    var seen: Set<SurfaceKey> = []
    for sheet in context.tables.all where sheet.kind == .ambiguous {
      let column = sheet.column("surface")
      for row in sheet.rows {
        let surface = row.text(column)
        let key = SurfaceKey(surface)
        guard seen.insert(key).inserted else { continue }
        if !known.contains(key) {
          findings.append(
            finding(sheet, row.line, surface, "no entry has the form \"\(surface)\"; drop the rule")
          )
        } else {
          findings += unreached(context.gazetteer.ambiguityRules(for: surface), surface)
        }
      }
    }
    return findings
  }

  /// Rules behind a default of the same folder.
  private func unreached(_ rules: [AmbiguityRule], _ surface: String) -> [CheckFinding] {
    guard let position = rules.firstIndex(where: \.isDefault) else { return [] }
    return rules[(position + 1)...].filter { $0.origin.file == rules[position].origin.file }.map {
      let place = context.tables.place(of: $0.origin, column: "surface", holding: $0.surface)
      return CheckFinding(
        place: place, code: .idleRule, subject: surface,
        message: "the rule \"\($0.text)\" is never reached: \"default\" of \"\(surface)\" stands "
          + "before it; move it up")
    }
  }

  private func finding(
    _ sheet: Sheet, _ line: Int, _ surface: String, _ message: String
  ) -> CheckFinding {
    CheckFinding(
      place: TablePlace(file: sheet.path, line: line, column: 1), code: .idleRule,
      subject: surface, message: message)
  }
}
