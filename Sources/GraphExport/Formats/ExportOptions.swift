/// What a user can choose about an export; each format takes what concerns it.
public struct ExportOptions: Sendable, Equatable {
  /// How much of the articles' text leaves; nil for the format's own habit.
  public var evidence: EvidenceDetail?
  /// Of GraphML.
  public var profile: GraphMLWriter.Profile
  public var gexfMode: GEXFWriter.Mode
  /// Of events.
  public var repetition: EventTable.Repetition
  public var picture: PictureOptions

  public init(
    evidence: EvidenceDetail? = nil, profile: GraphMLWriter.Profile = .strict,
    gexfMode: GEXFWriter.Mode = .static, repetition: EventTable.Repetition = .all,
    picture: PictureOptions = PictureOptions()
  ) {
    self.evidence = evidence
    self.profile = profile
    self.gexfMode = gexfMode
    self.repetition = repetition
    self.picture = picture
  }
}
