import DocumentModel
import Entente

/// An article's sentences with mentions marked, and the relations under each.
struct AnnotatedText {
  enum Style {
    /// Terminal colours, one a type.
    case colour
    /// `[Angela Merkel]official`
    case brackets
  }

  let analysis: DocumentAnalysis
  let style: Style
  let showsReasons: Bool

  var text: String {
    let document = analysis.document
    var lines = [
      strong(printable(document.article.id)) + (document.date.map { "  \($0.date)" } ?? "")
    ]
    let mentions = Dictionary(grouping: analysis.entities.mentions.indices) {
      analysis.entities.mentions[$0].sentence
    }
    let relations = Dictionary(grouping: analysis.relations) { $0.evidence.sentence }
    for index in document.sentences.indices {
      lines.append(marked(index, mentions: mentions[index] ?? []))
      if showsReasons { lines += (mentions[index] ?? []).map(reasons) }
      lines += (relations[index] ?? []).map(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func marked(_ sentence: Int, mentions: [Int]) -> String {
    let document = analysis.document
    let starts = Dictionary(
      mentions.map { (analysis.entities.mentions[$0].tokens.lowerBound, $0) },
      uniquingKeysWith: { first, _ in first })
    var result = ""
    var token = document.sentences[sentence].tokens.lowerBound
    let end = document.sentences[sentence].tokens.upperBound
    while token < end {
      if !result.isEmpty, hasGap(before: token) { result += " " }
      if let index = starts[token] {
        let mention = analysis.entities.mentions[index]
        result += mark(printable(document.form(of: mention.tokens)), mention: index)
        token = mention.tokens.upperBound
      } else {
        result += printable(document.form(of: token))
        token += 1
      }
    }
    return result
  }

  private func hasGap(before token: Int) -> Bool {
    let tokens = analysis.document.tokens
    return token > 0 && tokens[token - 1].span.end < tokens[token].span.start
  }

  private func mark(_ form: String, mention index: Int) -> String {
    let mention = analysis.entities.mentions[index]
    let chains = analysis.entities.chainsOfMention[index].map { analysis.entities.chains[$0] }
    let type = chains.first?.type ?? mention.type
    let names =
      mention.kind == .pronoun || mention.kind == .nominal
      ? "=" + chains.map { printable($0.name) }.joined(separator: "+") : ""
    switch style {
    case .brackets: return "[\(form)]\(type.rawValue)\(names)"
    case .colour:
      return "\u{1B}[1;\(colour(of: type))m\(form)\u{1B}[0m" + (names.isEmpty ? "" : dim(names))
    }
  }

  private func colour(of type: EntityType) -> Int {
    switch type {
    case .person: 36
    case .official: 35
    case .country: 34
    case .organisation: 33
    case .place: 32
    case .group: 31
    case .event: 95
    }
  }

  private func line(_ relation: Relation) -> String {
    let words = RelationWords(relation, analysis: analysis)
    let line = "    \(words.source) —\(words.label)→ \(words.target)  [\(words.category)]"
    return dim(printable(([line] + words.notes).joined(separator: "  ")))
  }

  private func reasons(_ index: Int) -> String {
    let mention = analysis.entities.mentions[index]
    let form = printable(analysis.document.form(of: mention.tokens))
    let candidates = mention.candidates.map { candidate in
      let reasons = candidate.reasons.map {
        $0.detail.isEmpty ? $0.code : "\($0.code) \($0.detail)"
      }
      return "\(candidate.type.rawValue) \(candidate.score): \(reasons.joined(separator: "; "))"
    }
    return dim(
      "    \(form): \(mention.kind.rawValue) | \(printable(candidates.joined(separator: " | ")))")
  }

  private func strong(_ text: String) -> String {
    style == .colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
  private func dim(_ text: String) -> String {
    style == .colour ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }
}
