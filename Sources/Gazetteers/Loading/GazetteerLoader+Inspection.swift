public import Foundation

extension GazetteerLoader {
  /// What a look at tables finds, whether or not they could be used.
  public struct Inspection: Sendable {
    /// Everything that is sound.
    public let gazetteer: Gazetteer
    /// Everything that keeps the tables from loading, in the order of folders, files and lines.
    public let errors: [GazetteerError]
    public let warnings: [GazetteerWarning]
  }

  /// Reads the tables in folders for checks: rows with errors are passed over instead of stopping.
  public func inspection(of folders: [URL]) -> Inspection {
    let draft = Self.draft(of: folders.map { TableFolder($0) })
    var resolution = GazetteerResolution(draft)
    let gazetteer = Gazetteer(compiled: resolution.parts().pack(stamp: 0))
    return Inspection(gazetteer: gazetteer, errors: draft.errors, warnings: resolution.warnings)
  }
}
