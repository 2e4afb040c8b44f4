public import DocumentModel
public import Gazetteers

/// Finds the aliases of a gazetteer in documents.
///
/// The naive way compares every alias with the text at every token. Instead the words of all
/// aliases are interned once; a document's tokens are looked up in one pass, and a trie over word
/// ids is walked from every token that begins an alias, as far as the text goes along. A walk is as
/// long as the longest alias that begins like the text, so the time is linear in practice.
///
/// Words match whatever their accents, full stops, apostrophes and hyphens ("Côte d’Ivoire",
/// "US" and "U.S.", "Al-Qaida" and "Al Qaida"); then the capitals are compared:
/// - A word that has a capital in the alias has one in the text. Behind a hyphen it need not
///   ("Kim Jong-un"), nor need particles ("al-Qaida") and the small words of names of bodies. Small
///   words of the alias match any.
/// - With the mark `=` each letter is as in the alias.
/// - With the mark `dem` a plural "s" may follow.
///
/// No phrase crosses the end of a sentence or a dash, and each begins and ends with a token. What a
/// match means is left to the recogniser: marks other than the case are not looked at.
public struct PhraseMatcher: Sendable {
  private let vocabulary: Vocabulary
  private let phrases: PhraseTable
  private let trie: PhraseTrie

  public init(gazetteer: Gazetteer) {
    vocabulary = gazetteer.vocabulary
    phrases = gazetteer.phrases
    trie = PhraseTrie(phrases, wordCount: vocabulary.count)
  }

  /// All places where aliases stand, by start and then the longer first; overlapping and nested
  /// ones too.
  public func matches(in document: Document) -> [PhraseMatch] {
    matches(in: vocabulary.words(in: document))
  }

  /// The vocabulary's id of each token, -1 for words that no table has.
  public func wordIDs(in document: Document) -> [Int32] {
    vocabulary.words(in: document).ids
  }

  /// The words of a document, to be looked up once for both of the above.
  public func words(in document: Document) -> TextWords { vocabulary.words(in: document) }

  /// The matches in words looked up before.
  public func matches(in words: TextWords) -> [PhraseMatch] {
    var matches: [PhraseMatch] = []
    let atoms = words.atoms
    for start in atoms.indices where atoms[start].word >= 0 && atoms[start].startsToken {
      let root = trie.roots[Int(atoms[start].word)]
      if root > 0 { walk(from: root, at: start, atoms, &matches) }
    }
    return matches
  }

  /// Follows the text from the node of its first word.
  private func walk(
    from root: Int32, at start: Int, _ atoms: [TextAtom], _ matches: inout [PhraseMatch]
  ) {
    let first = matches.count
    var node = root
    var end = start
    while node > 0 {
      if trie.nodes[Int(node)].endCount > 0, atoms[end].endsToken,
        let aliases = fitting(trie.nodes[Int(node)], atoms, start...end)
      {
        let tokens = Int(atoms[start].token)..<Int(atoms[end].token) + 1
        matches.append(PhraseMatch(tokens: tokens, aliases: aliases))
      }
      end += 1
      guard end < atoms.count, atoms[end].word >= 0 else { break }
      node = trie.next(node, atoms[end].word)
    }
    matches[first...].reverse()
  }

  // MARK: Capitals

  /// Those of the aliases that end at a node whose capitals fit; nil for none.
  private func fitting(
    _ node: PhraseTrie.Node, _ atoms: [TextAtom], _ range: ClosedRange<Int>
  ) -> AliasList? {
    var list: AliasList?
    for index in Int(node.firstEnd)..<Int(node.firstEnd + node.endCount) {
      let end = trie.ends[index]
      guard hasCapitals(of: end, atoms, range) else { continue }
      if list == nil { list = AliasList(end.alias) } else { list?.append(end.alias) }
    }
    return list
  }

  private func hasCapitals(
    of end: PhraseTrie.End, _ atoms: [TextAtom], _ range: ClosedRange<Int>
  ) -> Bool {
    var position = Int(end.capitals)
    for index in range {
      let asked = phrases.capitals[position]
      let found = atoms[index].capitals
      if end.isExact {
        guard asked == found else { return false }
      } else if asked & ~found & 1 != 0 {
        guard atoms[index].followsHyphen, index > range.lowerBound else { return false }
      }
      position += 1
    }
    return true
  }
}
