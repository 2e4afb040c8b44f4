import DocumentModel
import Gazetteers

/// Puts right the dictionary forms of verbs that the lemmatiser guessed and the lexicon knows better.
struct LemmaRepair: Sendable {
  private let verbs: Set<String>
  private let nouns: Set<String>
  private let irregular: [String: String]

  init(lexicon: Lexicon, frames: FrameTable) {
    verbs = frames.verbs
    nouns = frames.nouns
    var irregular: [String: String] = [:]
    for form in lexicon.irregularForms {
      for word in [form.present, form.past, form.participle, form.ing] where !word.isEmpty {
        irregular[word] = irregular[word] ?? form.lemma
      }
    }
    self.irregular = irregular
  }

  func lemmas(of syntax: SyntaxLayer, in document: Document) -> [String] {
    var lemmas = syntax.lemmas
    for token in lemmas.indices where syntax.tags[token] == .verb && !verbs.contains(lemmas[token])
    {
      let form = document.smallForm(of: token)
      if let lemma = irregular[form] ?? candidates(for: form).first(where: verbs.contains) {
        lemmas[token] = lemma
      }
    }
    return lemmas
  }

  /// The event noun that the first word of a sentence is, where the tagger takes its capital for that of
  /// a name or makes a verb of it: "[Talks] between Kenya and Chile failed".
  func eventNoun(openingWith form: String) -> String? {
    let lower = form.inSmallLetters
    let candidates = [lower, String(lower.dropLast()), lower.dropLast(3) + "y"]
    return candidates.first(where: nouns.contains)
  }

  /// "telephoned" may be of "telephon", "telephone"; "sanctions" of "sanction"; "barred" of "bar".
  private func candidates(for form: String) -> [String] {
    for ending in ["ing", "ed", "es", "s"] where form.hasSuffix(ending) {
      let stem = String(form.dropLast(ending.count))
      guard stem.utf8.count > 2 else { continue }
      var found = [stem, stem + "e"]
      if stem.hasSuffix("i") { found.append(stem.dropLast() + "y") }
      if stem.suffix(2).first == stem.last { found.append(String(stem.dropLast())) }
      return found + [form]
    }
    return [form]
  }
}
