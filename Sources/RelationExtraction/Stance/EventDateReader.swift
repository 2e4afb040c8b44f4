import DocumentModel

/// Finds when something is said to happen: dates that hang on its predicate, resolved against the
/// article's date to the precision they give.
///
/// "on Thursday" is the last one up to the article's date, or the next one for what is to come;
/// "in March" likewise. Weeks are given as the month they lie in.
struct EventDateReader {
  let tree: TreeIndex
  let lexicon: ExtractionLexicon
  /// What relative dates count from.
  let articleDate: CalendarDate?

  /// The date of the predicate at a token; nil when the sentence ties none to it.
  func date(of trigger: Int, tense: Stance.Tense?) -> RelationDate? {
    for node in [trigger] + carriers(of: trigger) {
      for child in tree.children(of: node) where isTemporal(child) {
        if let date = date(in: child, tense: tense) { return date }
      }
    }
    return hangingDate(of: trigger, tense: tense)
  }

  private func date(in phrase: Int, tense: Stance.Tense?) -> RelationDate? {
    let words = DateWords(tree: tree, tokens: tree.extent(of: phrase))
    return DateExpression(words, from: articleDate, isAhead: tense == .future)
      .map { RelationDate($0.date, from: .text) }
  }

  /// "attacked [Israel in 2019]": hung on the last noun, though it tells when the verb was.
  private func hangingDate(of trigger: Int, tense: Stance.Tense?) -> RelationDate? {
    for noun in tree.children(of: trigger, .obj, .obl, .nsubjPass, .nmod) where noun > trigger {
      for child in tree.children(of: noun, .nmod, .nmodUnmarked) where child > noun {
        if let date = date(in: child, tense: tense) { return date }
      }
    }
    return nil
  }

  private func isTemporal(_ child: Int) -> Bool {
    switch tree.relation(child) {
    case .obl, .oblUnmarked, .nmod, .nmodUnmarked, .advmod, .nmodPoss, .compound, .nummod: true
    default: false
    }
  }

  /// The light verb of an event noun: "launched an attack on Thursday".
  private func carriers(of trigger: Int) -> [Int] {
    guard tree.tag(trigger) == .noun, let head = tree.head(of: trigger), tree.isVerbal(head),
      [.obj, .nsubjPass].contains(tree.relation(trigger)), lexicon.isLight(tree.lemma(head))
    else { return [] }
    return [head]
  }
}

/// The lower-case words of a phrase that may hold a date.
struct DateWords {
  let words: [String]
  /// "May" with its capital is a month, "may" is not.
  let isCapital: [Bool]

  private static let longest = 12

  init(tree: TreeIndex, tokens: Range<Int>) {
    let forms = tokens.prefix(Self.longest).map { tree.document.form(of: $0) }
    words = forms.map { $0.inSmallLetters }
    isCapital = forms.map { $0.first?.isUppercase == true }
  }

  init(_ text: String) {
    let forms = text.split(separator: " ").map(String.init)
    words = forms.map { $0.inSmallLetters }
    isCapital = forms.map { $0.first?.isUppercase == true }
  }

  subscript(_ index: Int) -> String? { words.indices.contains(index) ? words[index] : nil }
}
