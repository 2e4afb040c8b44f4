import Entente

/// An explanation for people.
struct ExplanationText {
  let explanation: Explanation
  let usesColour: Bool

  init(_ explanation: Explanation, usesColour: Bool) {
    self.explanation = explanation
    self.usesColour = usesColour
  }

  var text: String {
    var lines = [strong(printable(explanation.article))]
    lines += explanation.notes.map { "  " + printable($0) }
    lines += explanation.relations.flatMap(lines(of:))
    for (index, refusal) in explanation.refusals.enumerated() {
      let isNew = index == 0 || explanation.refusals[index - 1].sentence != refusal.sentence
      if isNew { lines.append("  " + printable(refusal.sentence)) }
      lines += self.lines(of: refusal)
    }
    lines += explanation.nodes.flatMap(lines(of:))
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Relations

  private func lines(of relation: RelationExplanation) -> [String] {
    let head = "\(relation.source) —\(relation.label)→ \(relation.target)"
    var lines = ["  " + strong(printable(head)) + "  [\(relation.category) \(relation.grade)]"]
    lines.append("    " + relation.sentence.map(piece).joined())
    lines += field("rests on", relation.pattern.map(reference) ?? relation.basis)
    lines += field("relation", relation.lexicon.map(reference))
    lines += field("tree", relation.path)
    lines += field("stance", stance(of: relation))
    for cue in relation.cues { lines += field("cue", reference(cue)) }
    lines += field(
      "says", relation.speakers.isEmpty ? nil : relation.speakers.joined(separator: ", who cites "))
    lines += field(
      "date", relation.date.map { "\($0), from the \(relation.dateSource ?? "article")" })
    lines += field("source", relation.sourceMention.map(words))
    lines += field("target", relation.targetMention.map(words))
    lines.append(
      "    " + dim("to correct it (drop, reverse, recode, confirm), in corrections.tsv:"))
    lines.append("      " + printable(relation.correction))
    return lines
  }

  private func stance(of relation: RelationExplanation) -> String {
    [relation.polarity, relation.modality, relation.tense, relation.completion]
      .compactMap { $0 }.joined(separator: ", ")
  }

  private func piece(_ piece: SentencePiece) -> String {
    let text = printable(piece.text)
    switch piece.role {
    case .plain: return text
    case .source, .target: return usesColour ? "\u{1B}[1;34m\(text)\u{1B}[0m" : "[\(text)]"
    case .trigger: return usesColour ? "\u{1B}[1;4m\(text)\u{1B}[0m" : "{\(text)}"
    case .cue: return usesColour ? "\u{1B}[33m\(text)\u{1B}[0m" : "<\(text)>"
    }
  }

  private func reference(_ line: TableLine) -> String {
    "\(line.text)  (\(line.file):\(line.line))"
  }

  private func words(_ mention: MentionExplanation) -> String {
    let reasons = mention.reasons.isEmpty ? "" : ": " + mention.reasons.joined(separator: "; ")
    let others = mention.others.isEmpty ? "" : "; not " + mention.others.joined(separator: ", ")
    return
      "\"\(mention.text)\" is \(mention.entity), \(mention.type), by \(mention.kind)\(reasons)\(others)"
  }

  // MARK: Refusals

  private func lines(of refusal: RefusedPredicate) -> [String] {
    let predicate = refusal.predicate.isEmpty ? "(no predicate)" : refusal.predicate
    var lines = ["  " + strong(printable(predicate))]
    for reason in refusal.reasons { lines.append("    - " + printable(reason)) }
    if let remedy = refusal.remedy {
      lines.append("    would change it, in \(remedy.file):")
      lines.append("      " + printable(remedy.text))
    }
    return lines
  }

  // MARK: Nodes

  private func lines(of node: NodeExplanation) -> [String] {
    let id = node.id.map { " (\($0))" } ?? ", a name no gazetteer has"
    var lines = ["  " + strong(printable(node.name + id)) + "  \(node.type)"]
    lines += field("roles", node.roles.isEmpty ? nil : node.roles.joined(separator: ", "))
    for mention in node.mentions {
      lines += field("sentence \(mention.sentence + 1)", words(mention))
    }
    return lines
  }

  private func field(_ name: String, _ value: String?) -> [String] {
    guard let value, !value.isEmpty else { return [] }
    return ["    \(dim(name + ":")) \(printable(value))"]
  }

  private func strong(_ text: String) -> String {
    usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
  private func dim(_ text: String) -> String {
    usesColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }
}
