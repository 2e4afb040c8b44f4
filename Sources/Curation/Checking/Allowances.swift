import Gazetteers

/// The lines `# allow: CODE SUBJECT` of tables: warnings that their authors have looked at.
struct Allowances {
  private struct Allowance {
    let place: TablePlace
    let code: CheckFinding.Code?
    let subject: String
  }

  private let allowances: [Allowance]

  init(_ sheets: [Sheet]) {
    allowances = sheets.flatMap { sheet in
      sheet.comments.compactMap { comment in
        guard let text = Sheet.value(of: "allow", in: comment) else { return nil }
        let parts = text.split(separator: " ", maxSplits: 1)
        return Allowance(
          place: TablePlace(file: sheet.path, line: 1, column: 1),
          code: parts.first.flatMap { CheckFinding.Code(rawValue: String($0)) },
          subject: parts.count > 1 ? String(parts[1]) : "")
      }
    }
  }

  /// The findings that are not allowed, and the allowances that allow nothing.
  func applied(to findings: [CheckFinding]) -> [CheckFinding] {
    let allowed = Dictionary(grouping: allowances) { Key(code: $0.code, subject: $0.subject) }
    var used: Set<Key> = []
    let rest = findings.filter { finding in
      let key = Key(code: finding.code, subject: finding.subject)
      guard allowed[key] != nil else { return true }
      used.insert(key)
      return false
    }
    let idle = allowances.filter { !used.contains(Key(code: $0.code, subject: $0.subject)) }
    return rest + idle.map(finding)
  }

  private struct Key: Hashable {
    let code: CheckFinding.Code?
    let subject: String
  }

  private func finding(_ allowance: Allowance) -> CheckFinding {
    let codes = CheckFinding.Code.allCases.map(\.rawValue).joined(separator: ", ")
    let message =
      allowance.code == nil
      ? "\"# allow:\" names no kind of warning; write one of \(codes), and its subject"
      : "\"# allow: \(allowance.code?.rawValue ?? "") \(allowance.subject)\" allows nothing; "
        + "take it out"
    return CheckFinding(
      place: allowance.place, code: .idleAllowance, subject: allowance.subject, message: message)
  }
}
