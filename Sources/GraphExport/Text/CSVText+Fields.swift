import DocumentModel
import GraphModel

extension CSVText {
  /// One field. Text from outside is guarded against spreadsheets, our own values are not.
  func field(_ value: FieldValue, _ scratch: TextScratch, evidence: EvidenceDetail = .quote) {
    switch value {
    case .absent: return
    case .token(let token): return token.withUTF8Bytes { self.value($0) }
    case .text(let text):
      let isDone = text.withUTF8Bytes { bytes in
        guard TextCleaning.isSurelyClean(bytes) else { return false }
        self.text(bytes)
        return true
      }
      if isDone { return }
    default: break
    }
    scratch.set(value, evidence: evidence)
    switch value {
    case .text, .list, .pairs, .speakers, .evidence: text(scratch.bytes)
    default: self.value(scratch.bytes)
    }
  }

  /// Two more fields: the first day that one date can mean and the last that the other can, for
  /// readers that know only days.
  func days(_ first: CalendarDate?, _ last: CalendarDate?, _ scratch: TextScratch) {
    separator()
    scratch.removeAll()
    if let first { scratch.append(firstDayOf: first) }
    value(scratch.bytes)
    separator()
    scratch.removeAll()
    if let last { scratch.append(lastDayOf: last) }
    value(scratch.bytes)
  }
}
