/// What a picture shows of a graph.
public struct PictureOptions: Sendable, Equatable {
  /// How many bundles at most; nil for all.
  public var maximumBundles: Int?
  /// Whether relations of speech ("said", "told") are drawn.
  public var showsSpeech: Bool
  /// Whether relations of grade C, an unknown verb or a doubtful tree, are drawn.
  public var showsDoubtful: Bool
  /// Whether entities without a relation are drawn.
  public var showsIsolated: Bool
  /// A line above the caption.
  public var title: String?
  /// How long Graphviz may take, in seconds; nil for a minute and more for large graphs.
  public var timeout: Double?

  public init(
    maximumBundles: Int? = 25, showsSpeech: Bool = false, showsDoubtful: Bool = false,
    showsIsolated: Bool = false, title: String? = nil, timeout: Double? = nil
  ) {
    self.maximumBundles = maximumBundles
    self.showsSpeech = showsSpeech
    self.showsDoubtful = showsDoubtful
    self.showsIsolated = showsIsolated
    self.title = title
    self.timeout = timeout
  }

  /// Nothing is left out.
  public static let everything = PictureOptions(
    maximumBundles: nil, showsSpeech: true, showsDoubtful: true, showsIsolated: true)
}
