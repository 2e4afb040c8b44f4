import DocumentModel
import Gazetteers

/// Finds offices with two holders at a time, and roles that are written as held but are not.
struct RoleCheck {
  private let context: CheckContext
  private let soleOffices: Set<String>

  init(_ context: CheckContext) {
    self.context = context
    soleOffices = Set(
      context.gazetteer.titles.filter(\.isHeldByOne).flatMap { title in
        title.forms.map { $0.text.lowercased() } + [title.title.lowercased()]
      }.filter { !Self.isDeputy($0) })
  }

  /// A form such as "deputy foreign minister" may stand beside that of the office itself.
  private static func isDeputy(_ office: String) -> Bool {
    ["deputy ", "vice", "assistant ", "junior "].contains { office.hasPrefix($0) }
  }

  func findings() -> [CheckFinding] { overlaps() + undatedTables() }

  // MARK: Two holders

  private func overlaps() -> [CheckFinding] {
    var holders: [Office: [Role]] = [:]
    for role in context.gazetteer.roles where soleOffices.contains(role.role) {
      if let body = role.of { holders[Office(role: role.role, of: body), default: []].append(role) }
    }
    return holders.values.flatMap { overlaps(among: $0) }
  }

  private struct Office: Hashable {
    let role: String
    let of: EntityIndex
  }

  /// Each role with the first one it overlaps, in the order in which they began.
  private func overlaps(among roles: [Role]) -> [CheckFinding] {
    let roles = roles.filter { $0.from != .unknown && $0.to != .unknown }
      .sorted { ($0.startsBy, $0.endsFrom) < ($1.startsBy, $1.endsFrom) }
    var findings: [CheckFinding] = []
    for (index, later) in roles.enumerated() {
      let earlier = roles[..<index].first { $0.person != later.person && $0.overlaps(later) }
      if let earlier { findings.append(overlap(of: earlier, and: later)) }
    }
    return findings
  }

  private func overlap(of earlier: Role, and later: Role) -> CheckFinding {
    let office = "\(earlier.role) of \(later.of.map { context.entity($0).id } ?? "?")"
    guard earlier.to == .open, case .known(let start) = later.from else {
      return CheckFinding(
        place: place(of: later), code: .overlappingHolders, subject: office,
        message: "\(id(later)) and \(id(earlier)), at \(place(of: earlier)), are both \(office) at "
          + "a time; correct the dates, or write ? for one that is not sure",
        other: place(of: earlier))
    }
    return CheckFinding(
      place: place(of: earlier), code: .staleRole, subject: "\(id(earlier)) \(office)",
      message: "\(id(earlier)) is written as \(office) to this day, but \(id(later)), at "
        + "\(place(of: later)), is since \(start); fill in \"to\", or write ?",
      other: place(of: later))
  }

  // MARK: Tables of no day

  /// One finding a table whose roles without an end were true on a day that is not told or is more
  /// than a year before the day the tables are to be good for.
  private func undatedTables() -> [CheckFinding] {
    context.tables.all.compactMap { sheet in
      guard sheet.kind == .roles else { return nil }
      let column = sheet.column("to")
      let open = sheet.rows.filter { $0.text(column).isEmpty }
      guard let first = open.first else { return nil }
      return finding(on: sheet, first: first.line, open: open.count)
    }
  }

  private func finding(on sheet: Sheet, first line: Int, open: Int) -> CheckFinding? {
    let place = TablePlace(file: sheet.path, line: line, column: 1)
    guard let asOf = sheet.asOf else {
      return CheckFinding(
        place: place, code: .asOfDate, subject: "",
        message: "roles without an end (\(open) in this table) count as held for ever; say of what "
          + "day they are with a line \"# as-of: YYYY-MM-DD\"")
    }
    guard let date = context.date, date.firstDay - asOf.lastDay > 366 else { return nil }
    return CheckFinding(
      place: place, code: .asOfDate, subject: "\(asOf)",
      message: "roles without an end (\(open) in this table) were true on \(asOf), more than a "
        + "year before \(date); look through them and change the line \"# as-of:\"")
  }

  // MARK: Words

  private func id(_ role: Role) -> String { context.entity(role.person).id }

  private func place(of role: Role) -> TablePlace {
    context.tables.place(of: role.origin, column: "person", holding: id(role))
  }
}

extension Role {
  /// The last day on which it can have begun.
  fileprivate var startsBy: Int {
    if case .known(let date) = self.from { date.lastDay } else { .min }
  }

  /// The first day on which it can have ended.
  fileprivate var endsFrom: Int {
    if case .known(let date) = self.to { date.firstDay } else { .max }
  }

  /// Whether both are held on some day, whatever the dates leave open.
  fileprivate func overlaps(_ other: Role) -> Bool {
    max(startsBy, other.startsBy) < min(endsFrom, other.endsFrom)
  }
}
