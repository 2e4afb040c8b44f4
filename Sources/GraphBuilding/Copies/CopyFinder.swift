import DocumentModel
public import GraphModel

/// Finds articles that are copies of one story: a wire report as several papers printed it.
///
/// Sketches that agree in a band of three bins are compared (locality-sensitive hashing: Broder 1997,
/// Indyk and Motwani 1998): of two texts that share half of their shingles 996 in 1,000 pairs meet, of
/// two that share a hundredth one in 25,000. Pairs above the threshold are joined, and what is joined
/// with one another is a group. The result is a function of the set of articles.
public struct CopyFinder: Sendable {
  private let options: CopyOptions

  public init(_ options: CopyOptions = CopyOptions()) {
    self.options = options
  }

  /// The groups of two and more, by the id of their first article. Articles that name their group
  /// already are not looked at.
  public func groups(of articles: [(record: ArticleRecord, sketch: TextSketch)]) -> [CopyGroup] {
    let articles = articles.filter { $0.record.attributes[ArticleCopies.attribute] == nil }
      .sorted { precedes($0.record.id, $1.record.id) }
    var sets = JoinedSets(count: articles.count)
    for band in 0..<TextSketch.bins / Self.bandLength {
      for bucket in buckets(of: articles.map(\.sketch), band: band) {
        join(bucket, of: articles, in: &sets)
      }
    }
    let groups = Dictionary(grouping: articles.indices) { sets.leader(of: $0) }.values
      .filter { $0.count > 1 }.map { CopyGroup($0.map { articles[$0] }) }
    return groups.sorted { precedes($0.name, $1.name) }
  }

  private static let bandLength = 3

  /// Indices of sketches that agree in the band, two and more, in order.
  private func buckets(of sketches: [TextSketch], band: Int) -> [ArraySlice<Int>] {
    let start = band * Self.bandLength
    let keys = sketches.map { sketch in
      sketch.values[start..<start + Self.bandLength].reduce(UInt64(0)) { $0 << 16 | UInt64($1) }
    }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var buckets: [ArraySlice<Int>] = []
    var first = 0
    for index in order.indices
    where index + 1 == order.count || keys[order[index + 1]] != keys[order[first]] {
      if index > first { buckets.append(order[first...index]) }
      first = index + 1
    }
    return buckets
  }

  /// Pairs that are in one group already need no comparison.
  private func join(
    _ bucket: ArraySlice<Int>, of articles: [(record: ArticleRecord, sketch: TextSketch)],
    in sets: inout JoinedSets
  ) {
    for right in bucket.indices.dropFirst() {
      for left in bucket.startIndex..<right {
        let pair = (bucket[left], bucket[right])
        guard sets.leader(of: pair.0) != sets.leader(of: pair.1) else { continue }
        if areCopies(articles[pair.0], articles[pair.1]) { sets.join(pair.0, pair.1) }
      }
    }
  }

  private func areCopies(
    _ left: (record: ArticleRecord, sketch: TextSketch),
    _ right: (record: ArticleRecord, sketch: TextSketch)
  ) -> Bool {
    let resemblance = left.sketch.resemblance(to: right.sketch)
    if resemblance >= options.threshold { return true }
    return resemblance >= options.supportedThreshold
      && CopySupport(left.record, right.record).isStrong(within: options.days)
  }
}

/// When articles count as copies.
public struct CopyOptions: Sendable, Hashable {
  /// The share of shingles, runs of five words, that two texts must have in common.
  public var threshold: Double
  /// The share that is enough when source and date agree as well.
  public var supportedThreshold: Double { threshold * 0.6 }
  /// How many days apart dates may be to agree.
  public var days = 2

  public init(threshold: Double = 0.5) {
    self.threshold = threshold
  }
}

/// What speaks for two articles being copies, beside their words.
struct CopySupport {
  /// They name the same agency or publication.
  var sharesSource: Bool
  /// Nil when a date is not known to the day.
  var daysApart: Int?

  init(_ left: ArticleRecord, _ right: ArticleRecord) {
    sharesSource = left.source != nil && left.source == right.source
    if let first = left.date?.date, let second = right.date?.date,
      first.day != nil, second.day != nil
    {
      daysApart = abs(first.firstDay - second.firstDay)
    }
  }

  func isStrong(within days: Int) -> Bool {
    sharesSource && (daysApart.map { $0 <= days } ?? false)
  }
}

/// Articles that are one story.
public struct CopyGroup: Sendable, Hashable {
  /// The first comes first: by date, then by id.
  public let members: [Member]

  /// The id of the first article.
  public var name: String { members.first?.id ?? "" }

  public struct Member: Sendable, Hashable {
    public var id: String
    public var date: CalendarDate?
    public var source: String?
    /// The estimated share of shingles in common with the first; 1 for the first.
    public var resemblance: Double
  }

  init(_ articles: [(record: ArticleRecord, sketch: TextSketch)]) {
    let ordered = articles.sorted { left, right in
      switch (left.record.date?.date, right.record.date?.date) {
      case (let first?, let second?) where first != second: first < second
      case (_?, nil): true
      case (nil, _?): false
      default: precedes(left.record.id, right.record.id)
      }
    }
    members = ordered.map { article in
      Member(
        id: article.record.id, date: article.record.date?.date, source: article.record.source,
        resemblance: article.sketch.resemblance(to: ordered[0].sketch))
    }
  }
}

/// Disjoint sets of numbers that are joined (union-find), led by their smallest member.
private struct JoinedSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func leader(of number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (first, second) = (leader(of: left), leader(of: right))
    parents[max(first, second)] = min(first, second)
  }
}
