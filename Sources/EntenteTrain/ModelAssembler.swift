import DocumentModel
import ModelFiles
import SyntaxParsing

/// Lays a trained network and the lemma tables out as a model file.
struct ModelAssembler {
  let parameters: Parameters
  let extractor: WordFeatureExtractor
  let vectors: WordVectors
  let lemmas: LemmaTrainer
  /// The training sentences' layers, for the combinations of features they have.
  let layers: [SyntaxLayer]

  func bytes() -> [UInt8] {
    var writer = ModelFileWriter()
    var shape = parameters.shape
    shape.auxiliaryTags = 0
    writer.add("labels", lines: SyntaxLabels.names)
    writer.add("shape", shape.numbers)
    writer.add("dense", withoutAuxiliaryTags(shape))
    extractor.words.write(to: &writer, as: "words")
    extractor.vectors.write(to: &writer, as: "vectors")
    QuantizedRows.write(
      parameters.rows.array, width: shape.rowWidth, to: &writer, as: "features")
    QuantizedRows.write(vectors.rows.array, width: shape.vectorWidth, to: &writer, as: "vector")
    FeatureBundles.write(layers, minimum: 3, to: &writer)
    lemmas.write(to: &writer)
    return writer.bytes()
  }

  /// The dense parameters without the tagger's auxiliary outputs.
  private func withoutAuxiliaryTags(_ shape: NetworkShape) -> [Float] {
    let dense = parameters.dense.array
    let old = parameters.layout
    let columns = shape.tagColumns
    var result = Array(dense[..<old.tags.offset])
    for row in 0..<old.tags.rows {
      let start = old.tags.offset + row * old.tags.columns
      result += dense[start..<start + columns]
    }
    result += dense[old.tagBias.offset..<old.tagBias.offset + columns]
    result += dense[(old.tagBias.offset + old.tagBias.count)...]
    return result
  }
}
