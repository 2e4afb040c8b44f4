/// Finds the blocks of a page that are its article.
///
/// The article is the lowest element that holds nearly all running text, once elements that are named
/// like menus, advertisements and related stories are out; an element is believed to be one of these
/// only while it does not hold much of the text itself. Within the article, blocks that are mostly
/// links go, and headings that are left without text under them.
struct BodyChooser {
  private let page: Page
  private var isRemoved: [Bool]
  /// Bytes of running text in each element.
  private var prose: [Int]

  /// An element with a larger share of the running text is no side matter, whatever its name.
  private static let largestSide = 0.4
  /// An element with such a share of the running text around holds the article.
  private static let coverage = 0.8
  /// Such a share of the page's running text makes a marked element the article.
  private static let leastArticle = 0.3

  init(_ page: Page) {
    self.page = page
    isRemoved = page.elements.map { _ in false }
    prose = []
    prose = counted(\.isProse)
    remove()
    prose = counted(\.isProse)
  }

  /// The text of the article, a block a paragraph; empty where there is none.
  var body: [String] {
    let blocks = prose[0] > 0 ? article() : everything()
    return withoutBareHeadings(blocks).map(\.text)
  }

  /// Adds up the blocks of each element and those within it.
  private func counted(_ isCounted: (PageBlock) -> Bool) -> [Int] {
    var counts = page.elements.map { _ in 0 }
    for block in page.blocks where isCounted(block) && !isRemoved[block.element] {
      counts[block.element] += block.count
    }
    for index in page.elements.indices.dropFirst().reversed() {
      counts[page.elements[index].parent] += counts[index]
    }
    return counts
  }

  private mutating func remove() {
    let shares = prose[0] > 0 ? prose : counted { _ in true }
    let most = Int(Self.largestSide * Double(shares[0]))
    for index in page.elements.indices.dropFirst() {
      let element = page.elements[index]
      isRemoved[index] =
        isRemoved[element.parent]
        || element.traits.contains(.suspect) && shares[index] <= most
    }
  }

  private func article() -> [PageBlock] {
    let scope = scope()
    let root = lowest(in: scope)
    let inside = members(of: root)
    let first = page.blocks.firstIndex { inside[$0.element] } ?? 0
    return lead(before: first, in: scope)
      + page.blocks[first...].filter { inside[$0.element] && isStory($0) }
  }

  /// What is marked as the article, else the page.
  private func scope() -> Int {
    for trait in [PageElement.Traits.articleBody, .article] {
      let marked = page.elements.indices.filter { page.elements[$0].traits.contains(trait) }
      guard let best = marked.max(by: { (prose[$0], $1) < (prose[$1], $0) }) else { continue }
      if Double(prose[best]) >= Self.leastArticle * Double(prose[0]) { return best }
    }
    return 0
  }

  /// Goes down as long as one element holds nearly all.
  private func lowest(in scope: Int) -> Int {
    let enough = Int(Self.coverage * Double(prose[scope]))
    var root = scope
    for index in page.elements.indices.dropFirst(scope + 1)
    where page.elements[index].parent == root && prose[index] > enough
      && page.elements[index].traits.contains(.container)
    {
      root = index
    }
    return root
  }

  /// Running text between the headline and the article's own element.
  private func lead(before first: Int, in scope: Int) -> [PageBlock] {
    let inside = members(of: scope)
    let above = page.blocks[..<first]
    let start = above.lastIndex { $0.kind == .mainHeading } ?? (scope == 0 ? first : 0)
    return above[start...].filter { inside[$0.element] && $0.isProse && isStory($0) }
  }

  private func members(of root: Int) -> [Bool] {
    var inside = page.elements.map { _ in false }
    inside[root] = true
    for index in page.elements.indices.dropFirst(root + 1) {
      inside[index] = inside[page.elements[index].parent]
    }
    return inside
  }

  /// All text of a page that has no paragraph to speak of.
  private func everything() -> [PageBlock] {
    page.blocks.filter {
      !isRemoved[$0.element] && !$0.isMostlyLinks && $0.kind != .mainHeading
    }
  }

  private func isStory(_ block: PageBlock) -> Bool {
    if isRemoved[block.element] || block.isMostlyLinks || block.kind == .mainHeading {
      return false
    }
    if PageWords.isBoilerplate(block.text) { return false }
    switch block.kind {
    case .paragraph, .heading, .mainHeading: return true
    case .item, .other: return block.count >= 25 || block.text.last?.isPunctuation == true
    }
  }

  /// Headings stand above text: of two in a row and of one at the end nothing is left.
  private func withoutBareHeadings(_ blocks: [PageBlock]) -> [PageBlock] {
    blocks.enumerated().filter { index, block in
      guard block.isHeading else { return true }
      return index + 1 < blocks.count && !blocks[index + 1].isHeading
    }.map(\.element)
  }
}
