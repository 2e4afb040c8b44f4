import DocumentModel

/// What a class stands for in a rule: a bit for words, and the members that are several words.
///
/// A class that no table of words defines stands for the places of that subtype (`@state`), or with
/// a country's ISO code before it for those of that country (`@us-state`).
struct RuleClasses {
  private var phrases: [String: [[String]]] = [:]
  private var places: [String: [[String]]] = [:]

  init(_ words: [ClassWord], entities: [GazetteerEntity], aliases: [Alias]) {
    for word in words where word.word.contains(" ") {
      phrases[word.name, default: []].append(RuleDraft.words(word.word))
    }
    for alias in aliases where alias.marks == AliasMarks() {
      let entity = entities[Int(alias.entity)]
      guard entity.type == .place, let subtype = entity.subtype else { continue }
      let words = RuleDraft.words(alias.surface)
      places[subtype, default: []].append(words)
      if let country = entity.container, let code = entities[Int(country)].ids["iso"] {
        places["\(code.lowercased())-\(subtype)", default: []].append(words)
      }
    }
  }

  /// Nothing for a class that does not exist.
  func terms(for name: String, in vocabulary: VocabularyBuilder) -> [AmbiguityRule.Term] {
    guard let wordClass = vocabulary.classesByName[name] else {
      return (places[name] ?? []).map { .words($0) }
    }
    return [.wordClass(wordClass)] + (phrases[name] ?? []).map { .words($0) }
  }
}
