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
    var words: [String]
    var title: Int
    var isCased: Bool
  }

  /// Forms by their first word in lower case, longest first.
  private let forms: [String: [Form]]

  init(titles: [Title]) {
    var forms: [String: [Form]] = [:]
    for (index, title) in titles.enumerated() {
      for form in title.forms {
        let words = form.text.split(separator: " ").map {
          form.exactCase ? String($0) : String($0).inSmallLetters
        }
        guard let first = words.first else { continue }
        forms[first.inSmallLetters, default: []]
          .append(Form(words: words, title: index, isCased: form.exactCase))
      }
    }
    self.forms = forms.mapValues {
      $0.sorted { ($0.words.count, $1.title) > ($1.words.count, $0.title) }
    }
  }

  /// The longest title that begins at `start` and ends at or before `end`.
  func match(at start: Int, before end: Int, in words: DocumentWords) -> Match? {
    guard let candidates = forms[words.smallForm(start)] else { return nil }
    for form in candidates where start + form.words.count <= end {
      if fits(form, at: start, in: words) {
        return Match(tokens: start..<start + form.words.count, title: form.title)
      }
    }
    return nil
  }

  private func fits(_ form: Form, at start: Int, in words: DocumentWords) -> Bool {
    for (offset, word) in form.words.enumerated() {
      let token = start + offset
      let written = form.isCased ? words.form(token) : words.smallForm(token)
      if written != word { return false }
    }
    return true
  }
}
