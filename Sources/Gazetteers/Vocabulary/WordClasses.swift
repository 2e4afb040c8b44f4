/// What is known of a word by itself, from tables of words; any number of classes at once.
///
/// Tables may name classes of their own (`us-state`): they get the bits that are left, see
/// `Vocabulary.wordClass(named:)`.
public struct WordClasses: OptionSet, Sendable, Hashable {
  public let rawValue: UInt64

  public init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  public static let givenName = WordClasses(bit: 0)
  public static let surname = WordClasses(bit: 1)
  /// A name that is also a common word: "Will", "May", "Bush".
  public static let commonWord = WordClasses(bit: 2)
  /// The first word or the head of a title or office: "prime", "minister".
  public static let titleWord = WordClasses(bit: 3)
  /// "spokesman", "lawyer".
  public static let roleNoun = WordClasses(bit: 4)
  /// A noun that heads names of bodies: "ministry", "bank".
  public static let orgNoun = WordClasses(bit: 5)
  /// "Mr", "Dame".
  public static let honorific = WordClasses(bit: 6)
  /// A small word inside names of people: "van", "al".
  public static let particle = WordClasses(bit: 7)
  /// A small word inside names of bodies: "of", "and".
  public static let nameJoint = WordClasses(bit: 8)
  /// "Monday", "April".
  public static let temporal = WordClasses(bit: 9)
  public static let functionWord = WordClasses(bit: 10)
  /// "town", "province".
  public static let placeNoun = WordClasses(bit: 11)
  /// "in", "near".
  public static let locative = WordClasses(bit: 12)
  /// A single letter, but for the words "a" and "i".
  public static let initial = WordClasses(bit: 13)
  /// "troops", "officials".
  public static let actorNoun = WordClasses(bit: 14)
  /// A verb too empty to be a relation: "be", "have".
  public static let emptyVerb = WordClasses(bit: 15)
  public static let eventNoun = WordClasses(bit: 16)
  public static let kinNoun = WordClasses(bit: 18)
  /// "hold" in "hold talks".
  public static let lightVerb = WordClasses(bit: 19)
  public static let memberNoun = WordClasses(bit: 20)
  public static let objectControl = WordClasses(bit: 23)
  /// "president", "minister": leading a state or a body.
  public static let officeNoun = WordClasses(bit: 24)
  public static let partNoun = WordClasses(bit: 25)
  public static let speechVerb = WordClasses(bit: 26)
  public static let subjectControl = WordClasses(bit: 27)

  /// A number in digits, whether or not a table has it.
  public static let number = WordClasses(bit: 28)

  /// The classes above by the name that tables and rules use.
  static let named: [String: WordClasses] = [
    "given": .givenName, "surname": .surname, "common": .commonWord, "title": .titleWord,
    "role-noun": .roleNoun, "org-noun": .orgNoun, "honorific": .honorific, "particle": .particle,
    "name-joint": .nameJoint, "temporal": .temporal, "function-word": .functionWord,
    "place-noun": .placeNoun, "locative": .locative, "initial": .initial,
    "actor-noun": .actorNoun, "empty-verb": .emptyVerb, "event-noun": .eventNoun,
    "kin-noun": .kinNoun, "light-verb": .lightVerb, "member-noun": .memberNoun, "number": .number,
    "object-control": .objectControl, "office-noun": .officeNoun, "part-noun": .partNoun,
    "speech-verb": .speechVerb, "subject-control": .subjectControl,
  ]

  /// The classes that tables may name besides.
  static let free: [WordClasses] = ((32..<64) + [17, 21, 22, 29, 30, 31]).map {
    WordClasses(bit: $0)
  }
}
