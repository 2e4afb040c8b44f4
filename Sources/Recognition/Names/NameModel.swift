import DocumentModel
public import ModelFiles

/// A trained model of what is a name and of what kind: weights of features and clusters of words.
///
/// It scores every way to cut a run of capitalised words; lists of names and the gazetteer are part
/// of its evidence. Immutable, for any number of threads.
public final class NameModel: Sendable {
  /// The checksum of the model file.
  public let digest: UInt64
  let clusters: WordClusters
  let weights: NameWeights

  /// Reads the model file at `path`.
  public convenience init(contentsOf path: String) throws(ModelFileError) {
    try self.init(model: ModelFile(contentsOf: path))
  }

  public init(model: ModelFile) throws(ModelFileError) {
    digest = model.digest
    clusters = try WordClusters(model)
    weights = try NameWeights(model)
  }

  /// The bytes of a model file.
  package static func bytes(clusters: WordClusters, weights: NameWeights) -> [UInt8] {
    var writer = ModelFileWriter()
    clusters.write(to: &writer)
    weights.write(to: &writer)
    return writer.bytes()
  }
}
