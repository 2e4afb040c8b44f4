/// A place in a document where aliases stand.
public struct PhraseMatch: Sendable, Hashable {
  /// Indices into `Document.tokens`; never empty.
  public var tokens: Range<Int>
  /// The aliases that fit, capitals included; never empty.
  public var aliases: AliasList

  public init(tokens: Range<Int>, aliases: AliasList) {
    self.tokens = tokens
    self.aliases = aliases
  }
}

/// Indices into `Gazetteer.aliases`, never none. One, as most often, takes no memory of its own.
public struct AliasList: Sendable, Hashable {
  private let head: Int32
  private var tail: [Int32]?

  public init(_ alias: Int32) { head = alias }

  public mutating func append(_ alias: Int32) {
    if tail == nil { tail = [alias] } else { tail?.append(alias) }
  }
}

extension AliasList: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { 1 + (tail?.count ?? 0) }

  public subscript(position: Int) -> Int32 {
    guard position > 0, let tail else {
      precondition(position == 0, "an index of the list")
      return head
    }
    return tail[position - 1]
  }
}
