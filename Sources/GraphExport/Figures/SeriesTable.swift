import DocumentModel
public import GraphAnalysis
import GraphModel

/// A series as CSV: one row a period.
public struct SeriesTable {
  private let series: PairSeries
  private let scratch = TextScratch()

  public init(_ series: PairSeries) { self.series = series }

  public func write(to output: OutputBuffer) {
    let csv = CSVText(output: output, dialect: .plain)
    writeHeader(to: output)
    for row in series.rows {
      csv.field(.token(row.label), scratch)
      next(csv, .integer(row.articles))
      next(csv, .real(row.total.events))
      next(csv, .real(row.total.goldstein))
      for quad in QuadClass.allCases { next(csv, .real(row.total.byClass[quad] ?? 0)) }
      for tally in [row.forward, row.backward, row.mutual] {
        next(csv, .real(tally.events))
        next(csv, .real(tally.goldstein))
      }
      csv.endRow()
    }
  }

  private func next(_ csv: CSVText, _ value: FieldValue) {
    csv.separator()
    csv.field(value, scratch)
  }

  /// The ids of the two name the columns of what each did to the other.
  private func writeHeader(to output: OutputBuffer) {
    let (a, b) = (series.first.id, series.second.id)
    let fixed = [
      "period", "articles", "events", "goldstein", "verbal_cooperation", "material_cooperation",
      "verbal_conflict", "material_conflict",
    ]
    let directed = ["\(a)_to_\(b)", "\(b)_to_\(a)", "mutual"].flatMap {
      ["events_\($0)", "goldstein_\($0)"]
    }
    output.append((fixed + directed).joined(separator: ",") + "\n")
  }
}
