import CLibXML2

/// Reads HTML of any quality through libxml2's parser. No tree is built and nothing is fetched.
enum HTMLParser {
  private static let isReady: Void = xmlInitParser()
  /// The parser is fed so many bytes at a time, and stopped in between.
  private static let portion = 32_768

  /// For each end tag the parser goes over the elements that are open: so many steps in all.
  private static let mostSteps = 100_000_000

  /// - Throws: `nestedTooDeep`; `malformed` for what would keep the parser busy for hours.
  static func page(of text: String) throws(Refusal.Reason) -> Page {
    isReady
    var text = text
    if text.withUTF8({ MarkupTags.haveTooManyAttributes($0) }) {
      throw .malformed(.html, MarkupTags.complaint)
    }
    let listener = Listener()
    text.withUTF8 { parse($0, listener) }
    if listener.builder.isTooDeep { throw .nestedTooDeep(limit: PageBuilder.depthLimit) }
    if listener.steps > mostSteps { throw .malformed(.html, "end tags that nothing began") }
    return listener.builder.finish()
  }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ listener: Listener) {
    var handler = Listener.handler()
    let context = htmlCreatePushParserCtxt(
      &handler, Unmanaged.passUnretained(listener).toOpaque(), nil, 0, nil,
      XML_CHAR_ENCODING_UTF8)
    guard let context else { return }
    defer { htmlFreeParserCtxt(context) }
    let options: [htmlParserOption] = [
      HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET,
      HTML_PARSE_IGNORE_ENC,
    ]
    htmlCtxtUseOptions(context, Int32(options.reduce(0) { $0 | $1.rawValue }))
    for start in stride(from: 0, to: bytes.count, by: portion) {
      let part = UnsafeBufferPointer(rebasing: bytes[start...].prefix(portion))
      listener.steps += listener.builder.depth * MarkupTags.endTags(in: part)
      if listener.builder.isTooDeep || listener.steps > mostSteps { return }
      part.withMemoryRebound(to: CChar.self) { chars in
        _ = htmlParseChunk(context, chars.baseAddress, Int32(chars.count), 0)
      }
    }
    if !listener.builder.isTooDeep { htmlParseChunk(context, nil, 0, 1) }
  }

  /// What libxml2 talks to.
  private final class Listener {
    var builder = PageBuilder()
    var steps = 0

    static func handler() -> htmlSAXHandler {
      var handler = htmlSAXHandler()
      handler.startElement = { context, name, attributes in
        guard let name else { return }
        Listener.from(context)?.builder.start(
          String(cString: name), PageAttributes(attributes))
      }
      handler.endElement = { context, _ in Listener.from(context)?.builder.end() }
      handler.characters = { Listener.from($0)?.take($1, $2) }
      handler.ignorableWhitespace = { Listener.from($0)?.take($1, $2) }
      handler.cdataBlock = { Listener.from($0)?.take($1, $2) }
      return handler
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> Listener? {
      context.map { Unmanaged<Listener>.fromOpaque($0).takeUnretainedValue() }
    }

    private func take(_ bytes: UnsafePointer<UInt8>?, _ count: Int32) {
      builder.take(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
  }
}

/// The attributes of an element, as libxml2 has them; valid while it is told of.
struct PageAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    self.pairs = pairs
  }

  /// The value, empty for an attribute without one.
  subscript(name: StaticString) -> String? {
    guard let pairs else { return nil }
    var index = 0
    while let key = pairs[index] {
      if xmlStrEqual(key, name.utf8Start) != 0 {
        return pairs[index + 1].map { String(cString: $0) } ?? ""
      }
      index += 2
    }
    return nil
  }

  /// The words of `class`, `id` and `role`: `story-body__relatedLinks` has four.
  var words: [Substring] {
    guard pairs != nil else { return [] }
    let names: [StaticString] = ["class", "id", "role"]
    return names.compactMap { self[$0] }.flatMap { Self.words(in: String($0.prefix(500))) }
  }

  private static func words(in text: String) -> [Substring] {
    var words: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      let isUpper = (0x41...0x5A).contains(byte)
      if isUpper, (0x61...0x7A).contains(previous) { words.append(0x20) }
      let isWord = isUpper || (0x61...0x7A).contains(byte) || byte >= 0x80
      words.append(isWord ? isUpper ? byte | 0x20 : byte : 0x20)
      previous = byte
    }
    return String(decoding: words, as: UTF8.self).split(separator: " ")
  }
}
