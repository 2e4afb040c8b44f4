import DocumentModel
import Testing

@testable import Segmentation

/// Marked-up running text: `|` ends a token, `‖` ends a token and its sentence.
///
/// "The| U.S.| said|.‖ It| left|." stands for the text without the marks, cut as marked.
struct MarkedText {
  var text = ""
  var sentences: [[String]] = []

  init(_ marked: String) {
    for sentence in marked.split(separator: "‖") {
      text += sentence.filter { $0 != "|" }
      sentences.append(
        sentence.split(separator: "|").map { String($0.trimmingPrefix(while: \.isWhitespace)) })
    }
  }
}

/// Checks that running text is cut as marked, and every invariant of documents.
func expectSegments(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let expected = MarkedText(marked)
  let options = SegmentationOptions(parts: .bodyOnly)
  let document = segment(expected.text, options: options, sourceLocation: sourceLocation)
  let found = document.sentences.map { sentence in
    document.tokens[sentence.tokens].map { String(document.article.text(in: $0.span)) }
  }
  #expect(found == expected.sentences, sourceLocation: sourceLocation)
}

/// The document of a text, its invariants checked.
@discardableResult
func segment(
  _ text: String, id: String = "article", metadata: ArticleMetadata = .init(),
  options: SegmentationOptions = .init(), sourceLocation: SourceLocation = #_sourceLocation
) -> Document {
  let article = Article(id: id, text: text, metadata: metadata)
  let document = Segmenter(options: options).document(for: article)
  expectInvariants(document, of: article, sourceLocation: sourceLocation)
  return document
}

/// What holds for the document of any text.
func expectInvariants(
  _ document: Document, of article: Article, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(document.article.text == article.text, sourceLocation: sourceLocation)
  let problems = DocumentCheck(document).problems()
  #expect(problems.isEmpty, sourceLocation: sourceLocation)
}

/// Lists what is wrong with a document.
struct DocumentCheck {
  private let document: Document
  private let bytes: [UInt8]
  private let text: String

  init(_ document: Document) {
    self.document = document
    text = document.article.text
    bytes = Array(text.utf8)
  }

  func problems() -> [String] {
    tokenProblems() + gapProblems() + sentenceProblems() + paragraphProblems()
  }

  private func isSound(_ span: TextSpan) -> Bool {
    span.start < span.end && span.end <= bytes.count && isBoundary(span.start)
      && isBoundary(span.end)
  }

  private func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }

  private func tokenProblems() -> [String] {
    var problems = document.tokens.filter { !isSound($0.span) }.map { "unsound token \($0.span)" }
    for (first, second) in zip(document.tokens, document.tokens.dropFirst())
    where first.span.end > second.span.start {
      problems.append("tokens overlap at \(second.span)")
    }
    problems += document.normalForms.keys.filter { !document.tokens.indices.contains($0) }
      .map { "form of no token \($0)" }
    return problems
  }

  private func gapProblems() -> [String] {
    var problems: [String] = []
    var end = 0
    for span in document.tokens.map(\.span) + [TextSpan(bytes.count, bytes.count)] {
      if span.start > end, holdsInk(end..<span.start) { problems.append("ink before \(span)") }
      end = max(end, span.end)
    }
    return problems
  }

  /// Whether anything but white space, control and invisible format characters stands there.
  private func holdsInk(_ range: Range<Int>) -> Bool {
    let gap = String(decoding: bytes[range], as: UTF8.self)
    return gap.unicodeScalars.contains { scalar in
      let properties = scalar.properties
      let isInvisible =
        properties.generalCategory == .control || properties.generalCategory == .format
      return !properties.isWhitespace && !isInvisible
    }
  }

  private func sentenceProblems() -> [String] {
    var problems: [String] = []
    var next = 0
    var paragraph = 0
    for sentence in document.sentences {
      if sentence.tokens.lowerBound != next { problems.append("sentences do not tile at \(next)") }
      if sentence.tokens.isEmpty { problems.append("empty sentence at \(next)") }
      if sentence.paragraph < paragraph { problems.append("sentences out of order at \(next)") }
      let span = document.span(of: sentence.tokens)
      if !document.paragraphs[sentence.paragraph].span.contains(span) {
        problems.append("sentence \(span) outside its paragraph")
      }
      next = sentence.tokens.upperBound
      paragraph = sentence.paragraph
    }
    if next != document.tokens.count { problems.append("tokens without a sentence from \(next)") }
    return problems
  }

  private func paragraphProblems() -> [String] {
    var problems = document.paragraphs.filter { !isSound($0.span) }.map { "unsound \($0)" }
    for (first, second) in zip(document.paragraphs, document.paragraphs.dropFirst())
    where first.span.end > second.span.start {
      problems.append("paragraphs overlap at \(second.span)")
    }
    for paragraph in document.paragraphs {
      guard let dateline = paragraph.dateline else { continue }
      if dateline.start != paragraph.span.start || !paragraph.span.contains(dateline) {
        problems.append("dateline \(dateline) not at the head of its paragraph")
      }
    }
    return problems
  }
}
