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

  /// The words of a document, to be looked up once for matches and word ids.
  public func words(in document: Document) -> TextWords { vocabulary.words(in: document) }

  /// The vocabulary's id of each token, -1 for words that no table has.
  public func wordIDs(in document: Document) -> [Int32] { words(in: document).ids }

  /// All places where aliases stand, by start and then the longer first; overlapping and nested
  /// ones too.
  public func matches(in document: Document) -> [PhraseMatch] { matches(in: words(in: document)) }

  /// The matches in words looked up before.
  public func matches(in words: TextWords) -> [PhraseMatch] {
    var matches: [PhraseMatch] = []
    let (ids, roles) = (words.ids.span, words.roles.span)
    for sentence in words.sentences {
      for token in sentence where canBegin(ids[token], roles[token]) {
        walk(from: token, before: sentence.upperBound, words, &matches)
      }
    }
    return matches
  }

  /// Whether an alias begins with the word of a token.
  @inline(__always)
  private func canBegin(_ word: Int32, _ role: TokenRole) -> Bool {
    role == .word ? trie.begins(with: word) : role == .compound
  }

  /// Follows the text from a token on.
  private func walk(
    from start: Int, before limit: Int, _ words: TextWords, _ matches: inout [PhraseMatch]
  ) {
    let first = matches.count
    var node = step(PhraseTrie.start, over: start, words)
    var last = start
    while node > 0 {
      if trie.endCount(node) > 0, let aliases = fitting(node, start..<last + 1, words) {
        matches.append(PhraseMatch(tokens: start..<last + 1, aliases: aliases))
      }
      guard trie.goesOn(behind: node) else { break }
      repeat { last += 1 } while last < limit && words.roles[last].isPassedOver
      guard last < limit, words.roles[last] != .boundary else { break }
      node = step(node, over: last, words)
    }
    if matches.count - first > 1 { matches[first...].reverse() }
  }

  /// The node behind the words of a token, 0 if there is none.
  @inline(__always)
  private func step(_ node: Int32, over token: Int, _ words: TextWords) -> Int32 {
    guard words.roles[token] == .compound, let parts = words.compounds[token] else {
      return trie.next(node, words.ids[token])
    }
    var node = node
    for part in parts {
      node = trie.next(node, part.word)
      if node == 0 { break }
    }
    return node
  }

  // MARK: Capitals

  /// Those of the aliases that end at a node whose capitals fit; nil for none.
  private func fitting(_ node: Int32, _ tokens: Range<Int>, _ words: TextWords) -> AliasList? {
    var list: AliasList?
    for index in 0..<trie.endCount(node) {
      let end = trie.end(index, of: node)
      guard isWritten(end.capitals, in: tokens, words) else { continue }
      if list == nil { list = AliasList(end.alias) } else { list?.append(end.alias) }
    }
    return list
  }

  private func isWritten(_ asked: Capitals, in tokens: Range<Int>, _ words: TextWords) -> Bool {
    var index = 0
    var followsHyphen = false
    for token in tokens {
      switch words.roles[token] {
      case .hyphen: followsHyphen = true
      case .silent, .boundary: followsHyphen = false
      case .word:
        guard asked.allow(words.capitals[token], at: index, followsHyphen, in: phrases) else {
          return false
        }
        (index, followsHyphen) = (index + 1, false)
      case .compound:
        for part in words.compounds[token] ?? [] {
          followsHyphen = followsHyphen || part.followsHyphen
          guard asked.allow(part.capitals, at: index, followsHyphen, in: phrases) else {
            return false
          }
          (index, followsHyphen) = (index + 1, false)
        }
      }
    }
    return true
  }
}
