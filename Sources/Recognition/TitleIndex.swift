import DocumentModel
import Gazetteers

/// Finds titles and offices ("Foreign Minister", "Gen.") in front of names.
struct TitleIndex: Sendable {
  /// A title found in the text.
  struct Match {
    var tokens: Range<Int>
    /// Index into `Gazetteer.titles`.
    var title: Int
  }

  private struct Form {
    /// The hashes of its words in lower case, see `WordForm.inSmallLetters`.
    var words: [UInt64]
    var title: Int
    /// As it is written, for one that counts in that case alone.
    var cased: [Substring] = []
  }

  /// Forms by their first words, longest first, and where those of a word are.
  private let forms: [[Form]]
  private let firstWords: KeyTable

  init(titles: [Title]) {
    var forms: [[Form]] = []
    var firstWords = KeyTable()
    for (index, title) in titles.enumerated() {
      for form in title.forms {
        let words = form.text.split(separator: " ")
        let hashes = words.map { WordForm.hash(inSmallLetters: $0) }
        guard let first = hashes.first else { continue }
        let (place, isNew) = firstWords.number(of: first)
        if isNew { forms.append([]) }
        forms[place].append(
          Form(words: hashes, title: index, cased: form.exactCase ? words : []))
      }
    }
    self.firstWords = firstWords
    self.forms = forms.map {
      $0.sorted { ($0.words.count, $1.title) > ($1.words.count, $0.title) }
    }
  }

  /// The longest title that begins at `start` and ends at or before `end`.
  func match(at start: Int, before end: Int, in words: DocumentWords) -> Match? {
    guard let place = firstWords[words.word(start).inSmallLetters] else { return nil }
    for form in forms[place] where start + form.words.count <= end {
      if fits(form, at: start, in: words) {
        return Match(tokens: start..<start + form.words.count, title: form.title)
      }
    }
    return nil
  }

  private func fits(_ form: Form, at start: Int, in words: DocumentWords) -> Bool {
    for (offset, word) in form.words.enumerated()
    where words.word(start + offset).inSmallLetters != word {
      return false
    }
    for (offset, word) in form.cased.enumerated() where words.form(start + offset) != word {
      return false
    }
    return true
  }
}
