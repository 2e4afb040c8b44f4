import DocumentModel
import Gazetteers

extension ExtractionLexicon {
  /// The row that says what `head` makes of `node`, which hangs on it by `reach`.
  func cue(
    over node: Int, at head: Int, reach: StanceCue.Reach, in tree: TreeIndex
  ) -> StanceCue? {
    let tag = tree.tag(head)
    if tree.isLooseParticiple(node, reach) { return nil }
    let isIndicative = reach == .clause && tree.isIndicative(node)
    return rows(at: head, in: tree).first { cue in
      fits(cue, reach, tree.relation(node)) && !(isIndicative && cue.modality == .demanded)
        && cue.partOfSpeech.fits(tag)
        && cue.words.dropFirst().allSatisfy { tree.hasCompanion($0, of: head, over: node) }
    }
  }

  private func fits(
    _ cue: StanceCue, _ reach: StanceCue.Reach, _ relation: DependencyRelation
  ) -> Bool {
    if cue.reach.contains(reach) { return true }
    return relation == .nsubjPass && cue.reach.contains(.subject)
  }

  /// The row of a word that depends on the predicate: "allegedly", "may", "no".
  func ownCue(
    _ token: Int, as parts: [StanceCue.PartOfSpeech], in tree: TreeIndex
  ) -> StanceCue? {
    if let cue = ownCue(startingAt: token, as: parts, in: tree) { return cue }
    // "no longer": the dependent is the second word.
    guard token > 0, tree.head(of: token - 1) == token,
      let cue = ownCue(startingAt: token - 1, as: parts, in: tree), cue.words.count > 1
    else { return nil }
    return cue
  }

  private func ownCue(
    startingAt token: Int, as parts: [StanceCue.PartOfSpeech], in tree: TreeIndex
  ) -> StanceCue? {
    rows(at: token, in: tree).first { cue in
      guard cue.reach.contains(.own), parts.contains(cue.partOfSpeech) else { return false }
      return cue.words.indices.dropFirst().allSatisfy { index in
        token + index < tree.syntax.heads.count && isWord(cue.words[index], token + index, tree)
      }
    }
  }

  private func isWord(_ word: String, _ token: Int, _ tree: TreeIndex) -> Bool {
    tree.lemma(token) == word || tree.form(token) == word
  }

  /// "claim", "statement": a noun whose owner says what it holds.
  func isSpeechNoun(_ lemma: String) -> Bool {
    cues.cues(lemma).contains { $0.isSpeech && $0.partOfSpeech == .noun }
  }

  /// "is to meet".
  var toBe: StanceCue? { cues.cues("be").first { $0.reach.contains(.infinitive) } }

  /// By lemma, and by the form when that is another word: "alleged" may be tagged a participle.
  private func rows(at token: Int, in tree: TreeIndex) -> [StanceCue] {
    let form = tree.form(token)
    // "last [May]"
    guard tree.tag(token) != .propn || !isTemporal(form) else { return [] }
    let lemma = tree.lemma(token).inSmallLetters
    return lemma == form ? cues.cues(lemma) : cues.cues(lemma) + cues.cues(form)
  }
}
