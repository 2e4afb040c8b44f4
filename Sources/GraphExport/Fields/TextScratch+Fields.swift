import DocumentModel
import GraphModel

extension TextScratch {
  /// Replaces the content by `value` as one line of clean text, as formats without lists need it:
  /// items joined by ` | `, evidence by ` ¶ `. Nothing for an absent or empty value.
  func set(_ value: FieldValue, evidence detail: EvidenceDetail) {
    removeAll()
    switch value {
    case .absent: break
    case .text(let text): append(cleaned: text)
    case .token(let text): append(text)
    case .list(let items): for item in items { appendItem { $0.append(item: item) } }
    case .pairs(let pairs): for pair in pairs { appendItem { $0.append(pair: pair) } }
    case .speakers(let speakers): for speaker in speakers { appendItem { $0.append(speaker) } }
    case .evidence(let evidence): append(evidence, detail)
    case .date(let date): append(date)
    case .integer(let number): append(number)
    case .real(let number): append(number)
    case .flag(let flag): append(flag ? "true" : "false")
    }
  }

  /// An item of a list joined by `|`, which it therefore must not contain.
  func append(item: String) {
    append(cleaned: item, replacing: UInt8(ascii: "|"), by: UInt8(ascii: "/"))
  }

  /// `scheme:value`; nothing when either is empty.
  func append(pair: (name: String, value: String)) {
    let start = count
    append(item: pair.name)
    let colon = count
    append(":")
    append(item: pair.value)
    if colon == start || count == colon + 1 { truncate(to: start) }
  }

  /// `Seoul (3)`; nothing for a nameless one.
  func append(_ speaker: SpeakerCount) {
    let start = count
    append(item: speaker.name)
    guard count > start else { return }
    append(" (")
    append(speaker.count)
    append(")")
  }

  private func append(_ evidence: [EdgeEvidence], _ detail: EvidenceDetail) {
    guard detail != .none else { return }
    for piece in evidence {
      appendItem(separator: " ¶ ") { $0.append(piece, detail) }
    }
  }

  /// `quote — article id`, with the hash of the article's text and the bytes of the sentence behind
  /// it when spans are wanted: `a.txt #00ff [12..80]`.
  func append(_ piece: EdgeEvidence, _ detail: EvidenceDetail) {
    if detail.hasQuotes {
      let start = count
      append(withoutPilcrow: piece.quote)
      if count > start { append(" — ") }
    }
    append(withoutPilcrow: piece.article)
    guard detail.hasSpans else { return }
    if let hash = hashes[piece.article], !hash.isEmpty {
      append(" #")
      append(withoutPilcrow: hash)
    }
    append(byteRange: piece.spans.sentenceSpan)
  }

  private func append(byteRange span: TextSpan) {
    append(" [")
    append(span.start)
    append("..")
    append(span.end)
    append("]")
  }

  private func append(withoutPilcrow text: String) {
    let start = count
    append(cleaned: text)
    replacePilcrows(from: start)
  }

  /// Puts the separator before what `body` appends, unless one of the two sides is empty.
  private func appendItem(separator: StaticString = " | ", _ body: (TextScratch) -> Void) {
    let start = count
    if start > 0 { append(separator) }
    let bodyStart = count
    body(self)
    if count == bodyStart { truncate(to: start) }
  }
}
