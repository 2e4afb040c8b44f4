/// A format in which another tool keeps its dictionaries.
public enum DictionaryFormat: String, Sendable, CaseIterable {
  /// Actors and agents of TABARI, PETRARCH and PETRARCH2, with CAMEO codes.
  case petrarch
  /// Verb patterns of PETRARCH and PETRARCH2, with CAMEO codes.
  case petrarchVerbs = "petrarch-verbs"
  /// A `lists.def` of GATE with the `.lst` files it names, or `.lst` files alone.
  case gate
  /// Rules of CoreNLP's RegexNER and TokensRegexNER, TSV.
  case corenlp
  /// Patterns of spaCy's EntityRuler, JSON lines.
  case spacy
  /// Entities of FollowTheMoney and OpenSanctions, JSON lines.
  case followthemoney
  /// Results of the Wikidata query service, JSON or TSV.
  case wikidata

  /// Other names people use for it.
  public init?(name: String) {
    switch name.lowercased() {
    case "petrarch2", "tabari", "cameo", "phoenix": self = .petrarch
    case "regexner", "stanford": self = .corenlp
    case "entityruler": self = .spacy
    case "ftm", "opensanctions": self = .followthemoney
    case "sparql": self = .wikidata
    default: self.init(rawValue: name.lowercased())
    }
  }

  var reader: any DictionaryReader {
    switch self {
    case .petrarch: PetrarchReader()
    case .petrarchVerbs: PetrarchVerbReader()
    case .gate: GateReader()
    case .corenlp: RegexNERReader()
    case .spacy: EntityRulerReader()
    case .followthemoney: FollowTheMoneyReader()
    case .wikidata: WikidataReader()
    }
  }
}

/// Reads the files of one format, entry by entry, into tables.
protocol DictionaryReader {
  /// Reads a file; what of it cannot be kept is a loss, never an error.
  /// - Throws: when the file cannot be read, or the tables cannot be written.
  mutating func read(_ file: DictionaryFile, into tables: ImportTables) throws

  /// Writes what could only be told after the last file.
  mutating func finish(_ tables: ImportTables) throws
}

extension DictionaryReader {
  mutating func finish(_ tables: ImportTables) throws {}
}
