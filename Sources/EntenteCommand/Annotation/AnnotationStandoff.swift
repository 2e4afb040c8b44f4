import DocumentModel
import Entente

/// One article's annotation in brat's standoff format (brat.nlplab.org/standoff.html): mentions and
/// triggers as text-bound annotations, relations as events, stance as their attributes. Offsets are
/// Unicode code points.
struct AnnotationStandoff {
  let text: String
  let annotations: String

  init(_ analysis: DocumentAnalysis) {
    text = analysis.document.article.text
    var writer = Writer(analysis)
    writer.write()
    annotations = writer.lines.map { $0 + "\n" }.joined()
  }

  /// The configuration that brat wants in the folder of the collection.
  static let configuration: String = {
    let roles = "Source:<ENTITY>, Target:<ENTITY>"
    let modalities = Stance.Modality.allCases.map(\.rawValue).joined(separator: "|")
    let entities = EntityType.allCases.map(\.rawValue)
    let events = Category.allCases.map { "\($0.rawValue)\t\(roles)" }
    return
      (["[entities]"] + entities + ["", "[relations]", "", "[events]"] + events + [
        "", "[attributes]", "Negated\tArg:<EVENT>", "Modality\tArg:<EVENT>, Value:\(modalities)",
        "",
      ]).joined(separator: "\n")
  }()

  private struct Writer {
    let analysis: DocumentAnalysis
    var lines: [String] = []
    private let codePoints: CodePointOffsets
    private var counts: [Character: Int] = [:]
    private var mentionAt: [Int: String] = [:]

    init(_ analysis: DocumentAnalysis) {
      self.analysis = analysis
      codePoints = CodePointOffsets(analysis.document.article.text)
    }

    mutating func write() {
      for mention in analysis.entities.mentions {
        let span = analysis.document.span(of: mention.tokens)
        let id = bound(mention.type.rawValue, span)
        for token in mention.tokens { mentionAt[analysis.document.tokens[token].span.start] = id }
      }
      for relation in analysis.relations { write(relation) }
    }

    private mutating func write(_ relation: Relation) {
      let type = relation.predicate.category.rawValue
      let source = argument(relation.evidence.source, of: relation.source)
      let target = argument(relation.evidence.target, of: relation.target)
      let trigger = bound(type, relation.evidence.trigger)
      let id = next("E")
      lines.append("\(id)\t\(type):\(trigger) Source:\(source) Target:\(target)")
      if relation.stance.polarity == .negated { lines.append("\(next("A"))\tNegated \(id)") }
      if relation.stance.modality != .asserted {
        lines.append("\(next("A"))\tModality \(id) \(relation.stance.modality.rawValue)")
      }
      let words = RelationWords(relation, analysis: analysis)
      let note = ([words.label] + words.notes).joined(separator: "; ")
      lines.append("\(next("#"))\tAnnotatorNotes \(id)\t\(oneLine(note))")
    }

    /// The mention at a span, or an annotation of its own where the text only refers.
    private mutating func argument(_ span: TextSpan, of chain: Int) -> String {
      mentionAt[span.start] ?? bound(analysis.entities.chains[chain].type.rawValue, span)
    }

    private mutating func bound(_ type: String, _ span: TextSpan) -> String {
      let id = next("T")
      let text = String(analysis.document.article.text(in: span))
      lines.append("\(id)\t\(type) \(fragments(span))\t\(oneLine(text))")
      return id
    }

    /// brat wants a span that runs over a line end in pieces.
    private func fragments(_ span: TextSpan) -> String {
      var pieces: [String] = []
      var start = span.start
      for piece in analysis.document.article.text(in: span).split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        let end = start + piece.utf8.count
        if end > start { pieces.append("\(codePoints[start]) \(codePoints[end])") }
        start = end + 1
      }
      return pieces.joined(separator: ";")
    }

    private func oneLine(_ text: String) -> String {
      printable(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    }

    private mutating func next(_ kind: Character) -> String {
      counts[kind, default: 0] += 1
      return "\(kind)\(counts[kind] ?? 0)"
    }
  }
}

/// From UTF-8 byte offsets to code points.
struct CodePointOffsets {
  /// The number of code points that begin before each byte.
  private let before: [Int32]

  init(_ text: String) {
    var before: [Int32] = []
    before.reserveCapacity(text.utf8.count + 1)
    var count: Int32 = 0
    for byte in text.utf8 {
      before.append(count)
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    before.append(count)
    self.before = before
  }

  subscript(byte: Int) -> Int { Int(before[byte]) }
}
