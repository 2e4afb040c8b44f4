import CMarkdown
import DocumentModel

/// The text of Markdown without its marks, read by the reference parser of CommonMark.
///
/// Headings, paragraphs and items become paragraphs; links and emphasis their words; pictures, rules,
/// code blocks and HTML nothing. Lines `name: value` between `---` at the top are metadata.
enum MarkdownText {
  /// In bytes.
  static let longest = 1_000_000

  static func draft(of decoded: DecodedText) -> Draft {
    let (matter, source) = FrontMatter.split(decoded.text)
    let story = Story(title: matter.title, deck: nil, body: text(of: source))
    return Draft(
      text: story.text, metadata: matter.metadata, encoding: decoded.encoding,
      diagnostics: decoded.diagnostics)
  }

  static func text(of markdown: String) -> String {
    var markdown = markdown
    let root = markdown.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root, let nodes = cmark_iter_new(root) else { return "" }
    defer {
      cmark_iter_free(nodes)
      cmark_node_free(root)
    }
    var writer = Writer()
    while case let event = cmark_iter_next(nodes), event != CMARK_EVENT_DONE {
      guard let node = cmark_iter_get_node(nodes) else { break }
      writer.take(node, isEntered: event == CMARK_EVENT_ENTER)
    }
    return writer.paragraphs.joined(separator: "\n\n")
  }

  private struct Writer {
    private(set) var paragraphs: [String] = []
    private var text = ""
    private var images = 0

    mutating func take(_ node: OpaquePointer, isEntered: Bool) {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: if !isEntered { endParagraph() }
      case CMARK_NODE_IMAGE: images += isEntered ? 1 : -1
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += "\n"
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        if images == 0, let literal = cmark_node_get_literal(node) {
          text += String(cString: literal)
        }
      default: break
      }
    }

    private mutating func endParagraph() {
      if !text.trimmed.isEmpty { paragraphs.append(text) }
      text = ""
    }
  }
}

/// What stands between two lines `---` at the top of a Markdown file.
struct FrontMatter {
  private var values: [String: String] = [:]

  /// The front matter and the text below it.
  static func split(_ text: String) -> (FrontMatter, String) {
    var rest = text[...]
    guard let first = rest.nextLine(), first.trimmed == "---" else { return (FrontMatter(), text) }
    var matter = FrontMatter()
    for _ in 0..<100 {
      guard let line = rest.nextLine() else { break }
      if line.trimmed == "---" || line.trimmed == "..." { return (matter, String(rest)) }
      matter.take(line)
    }
    return (FrontMatter(), text)
  }

  var title: String? { values["title"] }

  var metadata: ArticleMetadata {
    ArticleMetadata(
      title: title,
      date: values["date"].flatMap { DateText.date(in: $0) }.map { DatedFact($0, from: .metadata) },
      source: values["source"] ?? values["publication"],
      authors: Byline.names(in: values["author"] ?? values["authors"] ?? ""),
      url: values["url"] ?? values["link"])
  }

  private mutating func take(_ line: Substring) {
    guard let colon = line.firstIndex(of: ":"), line.first?.isLetter == true else { return }
    let value = line[line.index(after: colon)...].trimmed
    let isQuoted =
      value.count > 1 && value.first == value.last && "\"'".contains(value.first ?? " ")
    values[line[..<colon].trimmed.lowercased()] = String(
      isQuoted ? value.dropFirst().dropLast() : value)
  }
}

extension Substring {
  /// Takes the next line; nil at the end.
  fileprivate mutating func nextLine() -> Substring? {
    guard !isEmpty else { return nil }
    let line = prefix { !$0.isNewline }
    self = self[line.endIndex...].dropFirst()
    return line
  }
}
