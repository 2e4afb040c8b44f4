import DictionaryImport

/// What an import kept and lost, for people.
struct ImportReportText {
  let report: ImportReport
  let folder: String

  init(_ report: ImportReport, folder: String) {
    self.report = report
    self.folder = folder
  }

  var text: String {
    var lines = report.kept.map { "kept  \($0.count) rows  \(folder)/\($0.name)" }
    for count in report.lost {
      lines.append("lost  \(count.count)  \(count.name)")
      for loss in report.examples where loss.reason == count.name {
        lines.append("        \(loss.file):\(loss.line)  \(loss.text)")
      }
    }
    lines.append(report.lost.isEmpty ? "nothing was lost" : "all losses: \(report.path)")
    return lines.map { printable($0) + "\n" }.joined()
  }
}
