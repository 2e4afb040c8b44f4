import DocumentModel
import GraphModel

/// Nodes, edges and articles as JSON objects, with the same names in every JSON format.
struct JSONRecords {
  let json: JSONText
  let evidence: EvidenceDetail
  private let scratch = TextScratch(capacity: 64)
  private let nodeFields = NodeField.allCases
  private let edgeFields = EdgeField.allCases.filter { $0 != .eid }

  init(to output: OutputBuffer, evidence: EvidenceDetail, cleansText: Bool) {
    json = JSONText(output: output, cleansText: cleansText)
    self.evidence = evidence
  }

  func write(_ node: borrowing Node) {
    json.raw("{")
    json.name("id", isFirst: true)
    json.token(node.id)
    for field in nodeFields {
      let isRaw = field == .label && !json.cleansText
      member(field.name, isRaw ? .text(node.label) : field.value(in: node))
    }
    member("attributes", .pairs(node.attributes))
    json.raw("}")
  }

  /// `hasKey` adds NetworkX's `key`, which tells parallel edges apart.
  func write(_ edge: borrowing Edge, hasKey: Bool = false) {
    json.raw("{")
    json.name("source", isFirst: true)
    json.token(edge.source)
    json.name("target")
    json.token(edge.target)
    if hasKey {
      json.name("key")
      json.token(edge.id)
    }
    json.name("id")
    json.token(edge.id)
    for field in edgeFields { member(field.name, field.value(in: edge)) }
    json.raw("}")
  }

  func write(_ article: borrowing ArticleRecord) {
    json.raw("{")
    json.name("id", isFirst: true)
    json.string(article.id)
    member("content_hash", .text(article.contentHash))
    if evidence.hasQuotes { member("title", .text(article.title)) }
    member("date", .date(article.date?.date))
    member("date_source", .token(article.date?.source.rawValue))
    member("source", .text(article.source))
    member("url", .text(article.url))
    member("attributes", .pairs(article.attributes))
    json.raw("}")
  }

  /// What is absent or an empty list is left out.
  func member(_ name: StaticString, _ value: FieldValue) {
    switch value {
    case .absent: return
    case .list(let items) where items.isEmpty: return
    case .speakers(let speakers) where speakers.isEmpty: return
    case .evidence(let pieces) where pieces.isEmpty || evidence == .none: return
    default: break
    }
    json.name(name)
    write(value)
  }

  private func write(_ value: FieldValue) {
    switch value {
    case .absent: json.raw("null")
    case .text(let text): json.string(text)
    case .token(let text): json.token(text)
    case .list(let items): json.strings(items)
    case .pairs(let pairs): json.strings(pairs)
    case .speakers(let speakers): json.array(speakers, write)
    case .evidence(let pieces): json.array(count: pieces.count) { write(pieces.span[$0]) }
    case .flag(let flag): json.raw(flag ? "true" : "false")
    case .integer(let number): json.integer(number)
    case .real(let number): digits { $0.append(number) }
    case .date(let date):
      json.raw("\"")
      digits { $0.append(date) }
      json.raw("\"")
    }
  }

  private func write(_ speaker: SpeakerCount) {
    json.raw("{")
    json.name("name", isFirst: true)
    json.string(speaker.name)
    json.name("count")
    json.integer(speaker.count)
    json.raw("}")
  }

  private func write(_ piece: borrowing EdgeEvidence) {
    json.raw("{")
    json.name("article", isFirst: true)
    json.string(piece.article)
    member("date", .date(piece.date))
    member("date_source", .token(piece.dateSource?.rawValue))
    member("grade", .token(piece.grade.rawValue))
    member("tense", .token(piece.tense?.rawValue))
    member("speakers", .list(piece.speakers))
    member("via", .text(piece.via))
    member("theme", .text(piece.theme))
    if evidence.hasQuotes { member("quote", .text(piece.quote)) }
    member("sentence", .integer(piece.spans.sentence))
    if evidence.hasSpans {
      write("sentence_span", piece.spans.sentenceSpan)
      write("trigger", piece.spans.trigger)
      write("source", piece.spans.source)
      write("target", piece.spans.target)
    }
    json.raw("}")
  }

  /// `"name":[start,end]`, in bytes.
  func write(_ name: StaticString, _ span: TextSpan) {
    json.name(name)
    json.raw("[")
    json.integer(span.start)
    json.raw(",")
    json.integer(span.end)
    json.raw("]")
  }

  func digits(_ body: (TextScratch) -> Void) {
    scratch.removeAll()
    body(scratch)
    json.output.append(scratch.bytes)
  }
}
