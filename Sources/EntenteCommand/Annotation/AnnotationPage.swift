import DocumentModel
import Entente

/// Articles with what was found in them, as one page of HTML that needs nothing else: no script, no
/// font, no network.
struct AnnotationPage {
  static let head = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Entente</title>
    <style>
    \(style)</style>
    </head>
    <body>
    """

  static let foot = "</body>\n</html>"

  let analysis: DocumentAnalysis

  /// The part of the page that shows one article.
  var section: String {
    let document = analysis.document
    let date = document.date.map { " <time>\(escaped("\($0.date)"))</time>" } ?? ""
    var lines = ["<section>", "<h1>\(escaped(document.article.id))\(date)</h1>", legend]
    let mentions = Dictionary(grouping: analysis.entities.mentions.indices) {
      analysis.entities.mentions[$0].sentence
    }
    let relations = Dictionary(grouping: analysis.relations) { $0.evidence.sentence }
    for index in document.sentences.indices {
      let found = relations[index] ?? []
      lines.append("<article><p>\(marked(index, mentions: mentions[index] ?? [], found))</p>")
      lines += list(of: found)
      lines += diagrams(of: index, found)
      lines.append("</article>")
    }
    return (lines + ["</section>"]).joined(separator: "\n")
  }

  private var legend: String {
    let types = EntityType.allCases.map {
      "<mark class=\"\($0.rawValue)\">\($0.rawValue)</mark>"
    }
    return "<p class=\"legend\">\(types.joined(separator: " ")) <u>trigger</u></p>"
  }

  // MARK: Text

  private func marked(_ sentence: Int, mentions: [Int], _ relations: [Relation]) -> String {
    let document = analysis.document
    let tokens = document.sentences[sentence].tokens
    let starts = Dictionary(
      mentions.map { (analysis.entities.mentions[$0].tokens.lowerBound, $0) },
      uniquingKeysWith: { first, _ in first })
    var result = ""
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      if token > tokens.lowerBound, hasGap(before: token) { result += " " }
      if let index = starts[token] {
        result += mark(index)
        token = analysis.entities.mentions[index].tokens.upperBound
      } else {
        let form = escaped(document.form(of: token))
        result += isTrigger(token, of: relations) ? "<u>\(form)</u>" : form
        token += 1
      }
    }
    return result
  }

  private func isTrigger(_ token: Int, of relations: [Relation]) -> Bool {
    relations.contains { $0.evidence.trigger.contains(analysis.document.tokens[token].span) }
  }

  private func hasGap(before token: Int) -> Bool {
    let tokens = analysis.document.tokens
    return token > 0 && tokens[token - 1].span.end < tokens[token].span.start
  }

  private func mark(_ index: Int) -> String {
    let mention = analysis.entities.mentions[index]
    let chains = analysis.entities.chainsOfMention[index].map { analysis.entities.chains[$0] }
    let type = chains.first?.type ?? mention.type
    let names = chains.map(\.name).joined(separator: " + ")
    let reasons = mention.candidates.first?.reasons.map { "\($0.code) \($0.detail)" } ?? []
    let title =
      "\(names): \(type.rawValue), \(mention.kind.rawValue). \(reasons.joined(separator: "; "))"
    return "<mark class=\"\(type.rawValue)\" title=\"\(escaped(title))\">"
      + "\(escaped(analysis.document.form(of: mention.tokens)))</mark>"
  }

  // MARK: Relations

  private func list(of relations: [Relation]) -> [String] {
    guard !relations.isEmpty else { return [] }
    return ["<ul>"] + relations.map { "<li class=\"\(style(of: $0))\">\(line($0))</li>" } + [
      "</ul>"
    ]
  }

  private func line(_ relation: Relation) -> String {
    let words = RelationWords(relation, analysis: analysis)
    let notes = ([words.category] + words.notes).joined(separator: "; ")
    return "<b>\(escaped(words.source))</b> <i>\(escaped(words.label))</i> "
      + "<b>\(escaped(words.target))</b> <small>\(escaped(notes))</small>"
  }

  private func style(of relation: Relation) -> String {
    relation.stance.polarity == .negated
      ? "negated \(relation.stance.modality.rawValue)" : relation.stance.modality.rawValue
  }

  // MARK: Pictures

  private func diagrams(of sentence: Int, _ relations: [Relation]) -> [String] {
    let tokens = analysis.document.sentences[sentence].tokens
    let words = tokens.map { analysis.document.form(of: $0) }
    var parts: [String] = []
    if !relations.isEmpty {
      let arcs = relations.compactMap { arc(of: $0, in: tokens) }
      parts.append(details("arcs", ArcDiagram(words: words, arcs: arcs).svg))
    }
    let arcs = tokens.compactMap { token -> ArcDiagram.Arc? in
      let head = Int(analysis.syntax.heads[token])
      guard tokens.contains(head) else { return nil }
      return ArcDiagram.Arc(
        from: head - tokens.lowerBound, to: token - tokens.lowerBound,
        label: analysis.syntax.relations[token].rawValue, style: "syntax")
    }
    parts.append(details("tree", ArcDiagram(words: words, arcs: arcs).svg))
    return parts
  }

  private func arc(of relation: Relation, in tokens: Range<Int>) -> ArcDiagram.Arc? {
    func index(_ span: TextSpan) -> Int? {
      tokens.first { analysis.document.tokens[$0].span.overlaps(span) }.map {
        $0 - tokens.lowerBound
      }
    }
    guard let source = index(relation.evidence.source),
      let target = index(relation.evidence.target), source != target
    else { return nil }
    return ArcDiagram.Arc(
      from: source, to: target, label: RelationWords(relation, analysis: analysis).label,
      style: style(of: relation))
  }

  private func details(_ title: String, _ content: String) -> String {
    "<details><summary>\(title)</summary><div>\(content)</div></details>"
  }

  private static let style = """
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
      color: #222; background: #fff }
    h1 { font-size: 1.1rem } time { font-weight: normal; color: #666 }
    article { border-top: 1px solid #ddd; padding: .3rem 0 } article p { margin: .3rem 0 }
    mark { padding: 0 .15em; border-radius: .2em; color: inherit; background: #eee }
    mark.person { background: #cdeff2 } mark.official { background: #ead5f3 }
    mark.country { background: #d3e3fb } mark.organisation { background: #fbeac0 }
    mark.place { background: #d5f0d2 } mark.group { background: #fbd9d3 }
    mark.event { background: #f6d6e6 } .legend { font-size: .8rem }
    u { text-decoration: underline 2px; text-underline-offset: .2em }
    ul { margin: .2rem 0; padding-left: 1.2rem; font-size: .9rem } small { color: #666 }
    li.negated i, li.denied i { color: #b3261e }
    li.possible i, li.planned i, li.demanded i, li.conditional i, li.hypothetical i { color: #7a5c00 }
    details { font-size: .8rem; color: #666 } details div { overflow-x: auto }
    svg text { text-anchor: middle; font-family: ui-monospace, monospace }
    svg .word { font-size: 14px; fill: #222 } svg .label { font-size: 11px; fill: #444 }
    svg .arc, svg .tip { fill: none; stroke: #555; stroke-width: 1.2 }
    svg .negated.arc, svg .denied.arc { stroke: #b3261e; stroke-dasharray: 2 3 }
    svg .possible.arc, svg .planned.arc, svg .demanded.arc, svg .conditional.arc,
    svg .hypothetical.arc { stroke: #7a5c00; stroke-dasharray: 6 4 }
    svg .syntax.arc { stroke: #9aa }

    """
}
