import DocumentModel
import Gazetteers

extension ExtractionLexicon {
  /// The word that a predicate is a complement of: its head, unless a parser has hung the complement
  /// on a neighbour that cannot have one.
  func governor(of node: Int, in tree: TreeIndex) -> Int? {
    guard let head = tree.head(of: node) else { return nil }
    guard let reach = tree.reach(of: node) else { return head }
    return contentNoun(before: node, under: head, reach, in: tree)
      ?? verb(over: head, asking: node, reach, in: tree)
      ?? speechVerb(over: head, saying: node, reach, in: tree) ?? head
  }

  /// "repeated its call to help", "its appeal for talks": hung on the verb, though it belongs to the
  /// noun before it.
  private func contentNoun(
    before node: Int, under head: Int, _ reach: StanceCue.Reach, in tree: TreeIndex
  ) -> Int? {
    guard reach == .infinitive || reach == .noun, tree.tag(head) == .verb,
      let mark = tree.child(of: node, .mark, .case), mark > 0, tree.head(of: mark - 1) == head,
      tree.relation(mark - 1) == .obj,
      cue(over: node, at: mark - 1, reach: reach, in: tree)?.partOfSpeech == .noun
    else { return nil }
    return mark - 1
  }

  /// "wrote on its website that": hung on the noun, though the verb says it.
  private func speechVerb(
    over noun: Int, saying node: Int, _ reach: StanceCue.Reach, in tree: TreeIndex
  ) -> Int? {
    guard reach == .clause, tree.relation(node) == .acl || tree.relation(node) == .aclRelcl,
      tree.relation(noun) == .obl, let verb = tree.head(of: noun), isSpeech(tree.lemma(verb)),
      cue(over: node, at: noun, reach: reach, in: tree) == nil
    else { return nil }
    return verb
  }

  /// "accused by the UN of supporting": hung on the noun, though it belongs to the verb.
  private func verb(
    over noun: Int, asking node: Int, _ reach: StanceCue.Reach, in tree: TreeIndex
  ) -> Int? {
    guard reach == .gerund || reach == .infinitive, tree.relation(node) == .acl,
      tree.child(of: node, .mark, .case) != nil, let verb = tree.head(of: noun),
      tree.tag(verb) == .verb, verb < noun,
      cue(over: node, at: noun, reach: reach, in: tree) == nil,
      cue(over: node, at: verb, reach: reach, in: tree) != nil
    else { return nil }
    return verb
  }
}
