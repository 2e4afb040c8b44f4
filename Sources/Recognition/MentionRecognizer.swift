public import DocumentModel
public import Gazetteers

/// Turns phrase matches and name-shaped runs into typed mentions with scored candidates.
///
/// It never chooses between entities: that takes the whole article and is the resolver's work.
public struct MentionRecognizer: Sendable {
  private let gazetteer: Gazetteer
  private let titles: TitleIndex
  private let names: NameModel?

  /// - Parameter names: the trained model of names; without it hand-set weights decide.
  public init(gazetteer: Gazetteer, names: NameModel? = nil) {
    self.gazetteer = gazetteer
    self.names = names
    titles = TitleIndex(titles: gazetteer.titles)
  }

  /// The mentions of names in `document`, in text order and not overlapping.
  /// - Parameters:
  ///   - matches: what the phrase matcher found in it.
  ///   - wordIDs: the vocabulary's id of each token.
  ///   - syntax: tags and trees; without them every capital counts as a sign of a name.
  ///   - workspace: this recogniser's, kept from article to article; no two calls may use it at once.
  public func mentions(
    in document: Document, matches: [PhraseMatch], wordIDs: [Int32], syntax: SyntaxLayer?,
    using workspace: RecognitionWorkspace = RecognitionWorkspace()
  ) -> [Mention] {
    let words = DocumentWords(
      document: document, wordIDs: wordIDs, vocabulary: gazetteer.vocabulary,
      clusters: names?.clusters, syntax: syntax, forms: &workspace.forms)
    var known = known(matches, in: words, &workspace.known)
    let present = certainEntities(in: known)
    for index in known.indices { known[index].strengthen(beside: present, in: gazetteer) }
    known += formsWithoutArticle(of: known, in: words)
    let matches = known.map(\.match)
    var strengths = known.map(\.strength)
    let runs = runs(in: words, matches: matches)
    let supported = FirmForms(gazetteer: gazetteer, words: words)
      .supported(among: matches, strengths)
    if !supported.isEmpty {
      for (index, match) in matches.enumerated()
      where match.aliases.contains(where: supported.contains) { strengths[index] = .inContext }
    }
    let index = MatchIndex(matches, tokens: document.tokens.count, labels: known.map(\.labels))
    let segments = segments(
      of: runs, words: words, matches: matches, index, strengths, &workspace.forms)
    let builder = MentionBuilder(
      gazetteer: gazetteer, words: words, matches: matches, titles: titles,
      present: withContainers(present), supported: supported, workspace: workspace)
    var drafts: [MentionDraft] = []
    for (segments, run) in zip(segments, runs) { builder.add(segments, of: run, to: &drafts) }
    let typed = NameTyping(words: words, gazetteer: gazetteer, syntax: syntax).typed(consume drafts)
    return withAppositions(typed, in: words)
  }

  private func runs(in words: DocumentWords, matches: [PhraseMatch]) -> [NameRun] {
    let finder = NameRunFinder(words: words, isMatched: coverage(of: matches, in: words.document))
    var runs: [NameRun] = []
    for sentence in words.document.sentences.indices where isRead(sentence, in: words) {
      finder.add(runsOfSentence: sentence, to: &runs)
    }
    return runs
  }

  /// The segments of each run.
  private func segments(
    of runs: [NameRun], words: DocumentWords, matches: [PhraseMatch], _ index: MatchIndex,
    _ strengths: [MatchStrength], _ forms: inout WordForms
  ) -> [[NameSegment]] {
    guard let names else {
      let segmentation = NameSegmentation(
        words: words, matches: matches, strengths: strengths,
        matchesByStart: Dictionary(grouping: matches.indices) { matches[$0].tokens.lowerBound },
        titles: titles)
      return runs.map { segmentation.segments(of: $0) }
    }
    let maker = latticeMaker(words, runs: runs, matches: index)
    let segmentation = LearnedSegmentation(
      maker: maker, model: names, strengths: strengths, titles: titles,
      joining: NameJoining(words: words, matches: index) { isCountry(matches[$0]) })
    return segmentation.segments(of: runs, &forms)
  }

  private func latticeMaker(
    _ words: DocumentWords, runs: [NameRun], matches: MatchIndex
  ) -> NameLatticeMaker {
    let tokens = NameTokens(words: words, runs: runs, cover: matches.cover)
    return NameLatticeMaker(
      features: NameFeatures(tokens: tokens, titles: titles, matches: matches))
  }

  /// The matches that may be meant, with what their aliases say.
  private func known(
    _ matches: [PhraseMatch], in words: DocumentWords, _ forms: inout KnownForms
  ) -> [KnownMatch] {
    matches.map { KnownMatch($0, &forms, in: gazetteer) }.filter { isPlausible($0, in: words) }
  }

  private func isCountry(_ match: PhraseMatch) -> Bool {
    match.aliases.allSatisfy {
      gazetteer.entities.kind(of: gazetteer.aliases.target(of: $0).entity).type == .country
    }
  }

  private func withAppositions(_ mentions: [Mention], in words: DocumentWords) -> [Mention] {
    let apposition = Apposition(words: words, titles: titles)
    return mentions.map { mention in
      guard mention.type.isPerson, mention.role == nil, let role = apposition.role(of: mention)
      else {
        return mention
      }
      var result = mention
      result.role = words.form(role)
      result.roleTokens = role
      return result
    }
  }

  /// Bylines, trailers and datelines name people and places, but no actors.
  private func isRead(_ sentence: Int, in words: DocumentWords) -> Bool {
    let paragraph = words.document.paragraphs[words.document.sentences[sentence].paragraph]
    guard let dateline = paragraph.dateline else { return paragraph.isRead }
    return paragraph.isRead
      && !dateline.contains(words.document.span(of: words.document.sentences[sentence].tokens))
  }

  /// Entities with a form that can only be theirs and needs no other evidence.
  private func certainEntities(in matches: [KnownMatch]) -> Set<EntityIndex> {
    Set(matches.lazy.filter { $0.strength != .weak }.compactMap(\.entity))
  }

  /// "North fires missile": in a headline the article is left out of a form that counts beside an
  /// entity of the text.
  private func formsWithoutArticle(
    of matches: [KnownMatch], in words: DocumentWords
  ) -> [KnownMatch] {
    var forms: [String: KnownMatch] = [:]
    for known in matches where known.match.tokens.count == 2 && known.strength == .inContext {
      let tokens = known.match.tokens
      guard words.smallForm(tokens.lowerBound) == "the" else { continue }
      forms[words.form(tokens.upperBound - 1)] = known
    }
    guard !forms.isEmpty else { return [] }
    return words.document.sentences.compactMap { sentence in
      let token = sentence.tokens.lowerBound
      guard sentence.tokens.count > 1, !words.shapes[token + 1].isUpper,
        words.hasGap(before: token + 1), var known = forms[words.form(token)]
      else { return nil }
      known.match.tokens = token..<token + 1
      return known
    }
  }

  /// What they are part of is named with them, as far as ambiguity rules ask.
  private func withContainers(_ entities: Set<EntityIndex>) -> Set<EntityIndex> {
    entities.union(entities.compactMap { gazetteer.entities.kind(of: $0).container })
  }

  private func coverage(of matches: [PhraseMatch], in document: Document) -> [Bool] {
    var covered = [Bool](repeating: false, count: document.tokens.count)
    for match in matches {
      for token in match.tokens { covered[token] = true }
    }
    return covered
  }

  /// A match of lower-case words only is believed when the alias is written so; one of a single
  /// word in a headline of capitals is not when it only counts in its exact case ("US", "WHO").
  private func isPlausible(_ known: KnownMatch, in words: DocumentWords) -> Bool {
    let tokens = known.match.tokens
    guard tokens.contains(where: { words.shapes[$0].isUpper }) else {
      return tokens.count > 1 && tokens.allSatisfy { words.shapes[$0] != .other }
    }
    guard tokens.count == 1 else { return true }
    if known.isShort, isOrdinary(tokens.lowerBound, in: words) { return false }
    return !words.classes[tokens.lowerBound].contains(.functionWord)
      || !isAllCaps(sentenceOf: tokens.lowerBound, in: words)
  }

  private func isOrdinary(_ token: Int, in words: DocumentWords) -> Bool {
    let classes = words.classes[token]
    if classes.contains(.functionWord) || classes.contains(.temporal) { return true }
    return classes.contains(.commonWord) && !words.isProper(token)
  }

  private func isAllCaps(sentenceOf token: Int, in words: DocumentWords) -> Bool {
    guard words.shapes[token] == .allCaps else { return false }
    let sentence = words.sentence(around: token)
    return !sentence.isEmpty
      && !sentence.contains { words.shapes[$0] == .lower || words.shapes[$0] == .capitalised }
  }
}

// MARK: Training

extension MentionRecognizer {
  /// A run of capitalised words with the evidence for every piece it may be cut into.
  package struct Example: Sendable {
    package var tokens: Range<Int>
    /// In order of their first token.
    package var pieces: [(tokens: Range<Int>, features: [UInt64])]
    /// The pieces that the gazetteer has.
    package var entries: Set<Range<Int>>
    /// Of these, the demonyms, groups and events.
    package var others: Set<Range<Int>>
  }

  /// The runs of a document as the name model sees them, to train it from.
  package func examples(
    in document: Document, matches: [PhraseMatch], wordIDs: [Int32], syntax: SyntaxLayer,
    clusters: WordClusters
  ) -> [Example] {
    var forms = WordForms()
    let words = DocumentWords(
      document: document, wordIDs: wordIDs, vocabulary: gazetteer.vocabulary, clusters: clusters,
      syntax: syntax, forms: &forms)
    var knownForms = KnownForms()
    let known = known(matches, in: words, &knownForms)
    let index = MatchIndex(
      known.map(\.match), tokens: document.tokens.count, labels: known.map(\.labels))
    let runs = runs(in: words, matches: known.map(\.match))
    let maker = latticeMaker(words, runs: runs, matches: index)
    return runs.map { run in
      let pieces = maker.evidence(for: run)
      let entries = Set(pieces.map(\.tokens).filter { index.labels(of: $0) != nil })
      return Example(
        tokens: run.tokens, pieces: pieces, entries: entries,
        others: entries.filter { index.labels(of: $0)?.has(.other) == true })
    }
  }
}
