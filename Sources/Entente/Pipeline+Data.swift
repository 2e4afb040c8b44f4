import Coreference
public import Foundation
import Gazetteers
import Recognition
import SyntaxParsing

extension Pipeline {
  /// The pipeline of a data folder, with the tables of further folders.
  /// - Throws: `GazetteerErrors` when a table does not load, `ModelFileError` when the model does not.
  public convenience init(data: DataFolder, gazetteers: [URL] = []) throws {
    let (gazetteer, _) = try GazetteerLoader().load(folders: [data.gazetteers] + gazetteers)
    try self.init(
      gazetteer: gazetteer, parser: SyntaxParser(contentsOf: data.model.path),
      names: NameModel(contentsOf: data.names.path),
      pronouns: PronounModel(contentsOf: data.pronouns.path))
  }
}
