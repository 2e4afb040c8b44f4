/// Takes the elements and the text of a page as a parser comes by them, and keeps what may matter.
struct PageBuilder {
  /// Deeper pages are not written by people. Unclosed elements make the pages of some papers deep.
  static let depthLimit = 1_000
  /// As many texts are collected at once.
  private static let mostCaptures = 8

  private(set) var page = Page()
  private(set) var isTooDeep = false
  private var stack: [Frame] = []
  var depth: Int { stack.count }
  /// How many of the elements around are dropped, and how many are links.
  private var dropped = 0
  private var links = 0
  private var text = BlockText()
  private var kind = PageBlock.Kind.other
  private var captures: [Capture] = []

  /// An element that is open.
  private struct Frame {
    var role: PageTags.Role?
    /// The innermost element that is kept.
    var element: Int
    var isLink: Bool
    var isDropped: Bool
    var isCaptured: Bool
    /// What blocks were before it.
    var kind: PageBlock.Kind
  }

  /// Text that is collected for its own sake: the title, a byline, linked data.
  private struct Capture {
    var fact: Page.Fact
    var bytes: [UInt8] = []
  }

  mutating func start(_ name: String, _ attributes: PageAttributes) {
    guard stack.count < Self.depthLimit else {
      isTooDeep = true
      return
    }
    let role = PageTags.roles[name]
    if role == .lineBreak { breakLine() } else if role != nil { endBlock(in: innermost) }
    let isCaptured = dropped == 0 && captures.count < Self.mostCaptures
    let words = attributes.words
    let fact = isCaptured ? Page.Fact(name, attributes, words) : nil
    if let fact { captures.append(Capture(fact: fact)) }
    let frame = Frame(
      role: role, element: element(role, attributes, words), isLink: name == "a",
      isDropped: role == .dropped || attributes["hidden"] != nil, isCaptured: fact != nil,
      kind: kind)
    stack.append(frame)
    dropped += frame.isDropped ? 1 : 0
    links += frame.isLink ? 1 : 0
    kind = PageBlock.Kind(role) ?? kind
    page.note(name, attributes)
  }

  mutating func end() {
    guard let frame = stack.popLast() else { return }
    if frame.role != nil, frame.role != .lineBreak { endBlock(in: frame.element) }
    if frame.isCaptured, let capture = captures.popLast() {
      page.add(capture.fact, String(decoding: capture.bytes, as: UTF8.self))
    }
    dropped -= frame.isDropped ? 1 : 0
    links -= frame.isLink ? 1 : 0
    kind = frame.kind
  }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    for index in captures.indices
    where captures[index].bytes.count < captures[index].fact.longest {
      captures[index].bytes += bytes
    }
    if dropped == 0 { text.take(bytes, isLinked: links > 0) }
  }

  mutating func finish() -> Page {
    while !stack.isEmpty { end() }
    endBlock(in: 0)
    return page
  }

  private var innermost: Int { stack.last?.element ?? 0 }

  /// The element to keep for what begins: a new one if it begins blocks.
  private mutating func element(
    _ role: PageTags.Role?, _ attributes: PageAttributes, _ words: [Substring]
  ) -> Int {
    guard let role, role != .lineBreak, dropped == 0 else { return innermost }
    page.elements.append(
      PageElement(parent: innermost, traits: PageElement.Traits(role, attributes, words)))
    return page.elements.count - 1
  }

  /// Two line breaks in a row part paragraphs.
  private mutating func breakLine() {
    if text.endsInLineBreak { endBlock(in: innermost) } else { text.breakLine() }
  }

  private mutating func endBlock(in element: Int) {
    guard let block = text.finish() else { return }
    page.blocks.append(
      PageBlock(kind: kind, element: element, text: block.text, linked: block.linked))
  }
}

/// The text of a block while it comes, its white space folded.
private struct BlockText {
  private var bytes: [UInt8] = []
  private var linked = 0
  private var hasSpace = false

  var endsInLineBreak: Bool { bytes.last == 0x0A }

  mutating func take(_ part: UnsafeBufferPointer<UInt8>, isLinked: Bool) {
    let before = bytes.count
    var index = 0
    while index < part.count {
      let byte = part[index]
      if byte <= 0x20 {
        hasSpace = true
      } else if let skipped = Self.invisible(part, at: index) {
        hasSpace = hasSpace || skipped.isSpace
        index += skipped.count
        continue
      } else {
        if hasSpace, !bytes.isEmpty, !endsInLineBreak { bytes.append(0x20) }
        hasSpace = false
        bytes.append(byte)
      }
      index += 1
    }
    if isLinked { linked += bytes.count - before }
  }

  mutating func breakLine() {
    hasSpace = false
    if !bytes.isEmpty { bytes.append(0x0A) }
  }

  /// What was collected, and starts anew; nil for nothing.
  mutating func finish() -> (text: String, linked: Int)? {
    defer { self = BlockText() }
    while endsInLineBreak { bytes.removeLast() }
    return bytes.isEmpty ? nil : (String(decoding: bytes, as: UTF8.self), linked)
  }

  /// Hard spaces count as spaces; soft hyphens, zero-width spaces and byte-order marks as nothing.
  private static func invisible(
    _ part: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (count: Int, isSpace: Bool)? {
    switch (part[index], index + 1 < part.count ? part[index + 1] : 0) {
    case (0xC2, 0xA0): (2, true)
    case (0xC2, 0xAD): (2, false)
    case (0xE2, 0x80) where index + 2 < part.count && part[index + 2] == 0x8B: (3, false)
    case (0xEF, 0xBB) where index + 2 < part.count && part[index + 2] == 0xBF: (3, false)
    default: nil
    }
  }
}
