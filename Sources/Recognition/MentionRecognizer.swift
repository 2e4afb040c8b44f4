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
    var fitting = matches.filter { isPlausible($0, in: words) }
    let present = certainEntities(in: fitting)
    fitting += formsWithoutArticle(of: fitting, beside: present, in: words)
    let runs = runs(in: words, matches: fitting)
    var strengths = fitting.map { strength(of: $0, beside: present) }
    let supported = FirmForms(gazetteer: gazetteer, words: words)
      .supported(among: fitting, strengths)
    for (index, match) in fitting.enumerated()
    where match.aliases.contains(where: supported.contains) { strengths[index] = .inContext }
    let segments = segments(
      of: runs, words: words, matches: fitting, strengths, syntax: syntax, &workspace.forms)
    let builder = MentionBuilder(
      gazetteer: gazetteer, words: words, matches: fitting, syntax: syntax, titles: titles,
      present: withContainers(present), supported: supported)
    var drafts: [MentionDraft] = []
    for (segments, run) in zip(segments, runs) { builder.add(segments, of: run, to: &drafts) }
    let typed = NameTyping(words: words, gazetteer: gazetteer, syntax: syntax).typed(drafts)
    return withAppositions(typed, in: words)
  }

  private func runs(in words: DocumentWords, matches: [PhraseMatch]) -> [NameRun] {
    let finder = NameRunFinder(words: words, isMatched: coverage(of: matches, in: words.document))
    return words.document.sentences.indices.filter { isRead($0, in: words.document) }
      .flatMap { finder.runs(inSentence: $0) }
  }

  /// The segments of each run.
  private func segments(
    of runs: [NameRun], words: DocumentWords, matches: [PhraseMatch], _ strengths: [MatchStrength],
    syntax: SyntaxLayer?, _ forms: inout WordForms
  ) -> [[NameSegment]] {
    guard let names else {
      let segmentation = NameSegmentation(
        words: words, matches: matches, strengths: strengths,
        matchesByStart: Dictionary(grouping: matches.indices) { matches[$0].tokens.lowerBound },
        titles: titles)
      return runs.map { segmentation.segments(of: $0) }
    }
    let maker = latticeMaker(words, runs: runs, matches: matches, syntax: syntax)
    let segmentation = LearnedSegmentation(
      maker: maker, model: names, strengths: strengths, titles: titles,
      joining: NameJoining(words: words, matches: maker.features.matches) {
        isCountry(matches[$0])
      },
      prior: NamePrior(words: words, tokens: maker.features.tokens))
    return segmentation.segments(of: runs, &forms)
  }

  private func isCountry(_ match: PhraseMatch) -> Bool {
    match.aliases.allSatisfy {
      gazetteer.entities.kind(of: gazetteer.aliases.target(of: $0).entity).type == .country
    }
  }

  private func latticeMaker(
    _ words: DocumentWords, runs: [NameRun], matches: [PhraseMatch], syntax: SyntaxLayer?
  ) -> NameLatticeMaker {
    let count = words.document.tokens.count
    let labels = matches.map(labels)
    var cover = [UInt8](repeating: 0, count: count)
    for (match, labels) in zip(matches, labels) {
      for token in match.tokens { cover[token] |= labels }
    }
    return NameLatticeMaker(
      features: NameFeatures(
        tokens: NameTokens(words: words, runs: runs, cover: cover),
        syntax: syntax, titles: titles,
        matches: MatchIndex(matches, tokens: count, labels: labels)))
  }

  /// The labels of what a match may stand for, as in `NameTokens.cover`.
  private func labels(of match: PhraseMatch) -> UInt8 {
    var mask: UInt8 = 0
    for index in match.aliases {
      let alias = gazetteer.aliases.target(of: index)
      let marks = alias.marks
      let label = NameLabel(
        gazetteer.entities.kind(of: alias.entity).type,
        isAdjective: marks.adjective || marks.demonym)
      let isWeak = marks.needsEvidence || marks.afterFullForm || marks.onlyWith != nil
      mask |= 1 << UInt8(label.rawValue + (isWeak ? 4 : 0))
    }
    return mask
  }

  private func withAppositions(_ mentions: [Mention], in words: DocumentWords) -> [Mention] {
    let apposition = Apposition(words: words, titles: titles)
    return mentions.map { mention in
      guard mention.type.isPerson, mention.role == nil, let role = apposition.role(of: mention)
      else {
        return mention
      }
      var result = mention
      result.role = words.document.form(of: role)
      result.roleTokens = role
      return result
    }
  }

  /// Bylines, trailers and datelines name people and places, but no actors.
  private func isRead(_ sentence: Int, in document: Document) -> Bool {
    let paragraph = document.paragraphs[document.sentences[sentence].paragraph]
    guard let dateline = paragraph.dateline else { return paragraph.isRead }
    return paragraph.isRead
      && !dateline.contains(document.span(of: document.sentences[sentence].tokens))
  }

  /// Entities with a form that can only be theirs and needs no other evidence.
  private func certainEntities(in matches: [PhraseMatch]) -> Set<EntityIndex> {
    var entities: Set<EntityIndex> = []
    for match in matches where strength(of: match) != .weak {
      let named = Set(match.aliases.map { gazetteer.aliases.target(of: $0).entity })
      if named.count == 1 { entities.formUnion(named) }
    }
    return entities
  }

  /// "North fires missile": in a headline the article is left out of a form that counts beside an
  /// entity of the text.
  private func formsWithoutArticle(
    of matches: [PhraseMatch], beside present: Set<EntityIndex>, in words: DocumentWords
  ) -> [PhraseMatch] {
    var forms: [String: PhraseMatch] = [:]
    for match in matches where match.tokens.count == 2 {
      guard strength(of: match, beside: present) == .inContext,
        words.smallForm(match.tokens.lowerBound) == "the"
      else { continue }
      forms[words.form(match.tokens.upperBound - 1)] = match
    }
    guard !forms.isEmpty else { return [] }
    return words.document.sentences.compactMap { sentence in
      let token = sentence.tokens.lowerBound
      guard sentence.tokens.count > 1, !words.shapes[token + 1].isUpper,
        words.hasGap(before: token + 1), var match = forms[words.form(token)]
      else { return nil }
      match.tokens = token..<token + 1
      return match
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
  private func isPlausible(_ match: PhraseMatch, in words: DocumentWords) -> Bool {
    guard match.tokens.contains(where: { words.shapes[$0].isUpper }) else {
      return match.tokens.count > 1
        && match.tokens.allSatisfy { words.shapes[$0] != .other }
    }
    if match.tokens.count == 1, isWeakSurname(match), isOrdinary(match.tokens.lowerBound, in: words)
    {
      return false
    }
    guard match.tokens.count == 1, isAllCaps(sentenceOf: match.tokens.lowerBound, in: words) else {
      return true
    }
    return !words.classes[match.tokens.lowerBound].contains(.functionWord)
  }

  /// A form that only counts once its full form has stood in the text.
  private func isWeakSurname(_ match: PhraseMatch) -> Bool {
    match.aliases.allSatisfy { gazetteer.aliases.target(of: $0).marks.afterFullForm }
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

  /// As `strength(of:)`; a form that counts only beside an entity is strong where that stands.
  private func strength(of match: PhraseMatch, beside present: Set<EntityIndex>) -> MatchStrength {
    let isBeside = match.aliases.contains {
      gazetteer.aliases.target(of: $0).marks.onlyWith.map(present.contains) == true
    }
    return isBeside ? .inContext : strength(of: match)
  }

  private func strength(of match: PhraseMatch) -> MatchStrength {
    let marks = match.aliases.map { gazetteer.aliases.target(of: $0).marks }
    if marks.allSatisfy({ $0.needsEvidence || $0.afterFullForm || $0.onlyWith != nil }) {
      return .weak
    }
    return marks.contains { $0.adjective || $0.demonym } ? .adjective : .strong
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
    let fitting = matches.filter { isPlausible($0, in: words) }
    let runs = runs(in: words, matches: fitting)
    let maker = latticeMaker(words, runs: runs, matches: fitting, syntax: syntax)
    return runs.map { run in
      let pieces = maker.evidence(for: run)
      let matches = maker.features.matches
      let entries = Set(pieces.map(\.tokens).filter { matches.labels(of: $0) != nil })
      return Example(
        tokens: run.tokens, pieces: pieces, entries: entries,
        others: entries.filter { matches.labels(of: $0)?.has(.other) == true })
    }
  }
}
