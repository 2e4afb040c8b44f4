/// What the lists of this module know about a word.
struct WordTraits: OptionSet {
  let rawValue: UInt32

  /// A title before a name: its full stop never ends a sentence.
  static let title = WordTraits(rawValue: 1 << 0)
  /// An abbreviation that may also stand last in a sentence.
  static let abbreviation = WordTraits(rawValue: 1 << 1)
  /// An abbreviation only with a number after it: "No. 2".
  static let beforeNumber = WordTraits(rawValue: 1 << 2)
  /// An abbreviated state of the United States or province of Canada.
  static let state = WordTraits(rawValue: 1 << 3)
  static let month = WordTraits(rawValue: 1 << 4)
  static let weekday = WordTraits(rawValue: 1 << 5)
  /// A short form of a month or a weekday that is written with a full stop.
  static let calendarAbbreviation = WordTraits(rawValue: 1 << 6)
  /// Counts only when written with a capital: "Gen.", "Co.".
  static let capitalised = WordTraits(rawValue: 1 << 7)
  /// Stays one word with what its hyphen joins it to: "anti-war".
  static let prefix = WordTraits(rawValue: 1 << 8)
  /// Begins a sentence rather than goes on after an abbreviation.
  static let starter = WordTraits(rawValue: 1 << 9)
  /// A verb that follows a quotation: "said".
  static let speech = WordTraits(rawValue: 1 << 10)
  /// A unit written without a space after its number: "10km".
  static let unit = WordTraits(rawValue: 1 << 11)
  /// The last label of a host name or a file name.
  static let label = WordTraits(rawValue: 1 << 12)
  /// Keeps its leading apostrophe: "'em".
  static let elided = WordTraits(rawValue: 1 << 13)
  /// A frequent English word that other languages lack.
  static let english = WordTraits(rawValue: 1 << 14)
  /// A frequent word of another language that English lacks.
  static let foreign = WordTraits(rawValue: 1 << 15)
  /// Stands in the names of newspapers and agencies.
  static let publication = WordTraits(rawValue: 1 << 16)
  /// May stand in a date line beside the date: "updated", "GMT".
  static let dateLine = WordTraits(rawValue: 1 << 17)
  /// The first half of compounds whose hyphen at a line end is their own: "long-".
  static let compoundHead = WordTraits(rawValue: 1 << 18)
  /// The last half of such compounds: "-based".
  static let compoundTail = WordTraits(rawValue: 1 << 19)
  /// An acronym in capitals that is no city: "NATO —".
  static let acronym = WordTraits(rawValue: 1 << 20)
  /// Begins one of the phrases of `TrailerReader`.
  static let trailer = WordTraits(rawValue: 1 << 22)
  /// Two words written as one, cut by `Tokenizer`.
  static let contraction = WordTraits(rawValue: 1 << 21)
  /// Has a Roman number after it rather than an initial: "World War I".
  static let beforeNumeral = WordTraits(rawValue: 1 << 23)
}
