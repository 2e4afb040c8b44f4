public import DocumentModel

/// The index of an entity in `Gazetteer.entities`; meaningless outside the process.
public typealias EntityIndex = Int32

/// Everything the tables say, loaded, checked and frozen: names, roles, rules, words, lexicon.
///
/// A gazetteer is made once by `GazetteerLoader` and shared by all workers. Order is that of the
/// folders, of the file names in each and of the rows, so that indices are the same in every run
/// over the same files.
public struct Gazetteer: Sendable {
  public let entities: [GazetteerEntity]
  /// All forms of all entities, their names included, in the order of the entities.
  public let aliases: [Alias]
  /// By person, then in the order of the rows.
  public let roles: [Role]
  public let ties: [Tie]
  public let titles: [Title]
  /// The rows of word-class tables as they stand.
  public let classWords: [ClassWord]
  /// The rows of stance-cue tables as they stand.
  public let cues: [StanceCue]
  public let lexicon: Lexicon
  /// The latest date that a loaded file says it describes.
  public let asOf: CalendarDate?
  public let vocabulary: Vocabulary
  /// The aliases as sequences of words, for the phrase matcher.
  public let phrases: PhraseTable

  private let indexOfID: [String: EntityIndex]
  private let rolesOfPerson: GroupedIndices
  private let rolesOfBody: GroupedIndices
  private let aliasesOfEntity: GroupedIndices
  private let rulesBySurface: AmbiguityRules

  init(_ parts: GazetteerParts) {
    entities = parts.entities
    aliases = parts.aliases
    roles = parts.roles
    ties = parts.ties
    titles = parts.titles
    classWords = parts.classWords
    cues = parts.cues
    lexicon = parts.lexicon
    asOf = parts.asOf
    vocabulary = parts.vocabulary
    phrases = parts.phrases
    rulesBySurface = parts.rules
    indexOfID = parts.indexOfID
    let count = parts.entities.count
    rolesOfPerson = GroupedIndices(of: parts.roles, groups: count) { $0.person }
    rolesOfBody = GroupedIndices(of: parts.roles, groups: count) { $0.of }
    aliasesOfEntity = GroupedIndices(of: parts.aliases, groups: count) { $0.entity }
  }

  /// The entity with that id, as the tables write it.
  public func index(of id: String) -> EntityIndex? { indexOfID[id] }

  /// The roles that a person holds or held.
  public func roles(of person: EntityIndex) -> [Role] {
    rolesOfPerson[person].map { roles[Int($0)] }
  }

  /// The forms of an entity, its name first.
  public func aliases(of entity: EntityIndex) -> [Alias] {
    aliasesOfEntity[entity].map { aliases[Int($0)] }
  }

  /// Who holds `role` (lower case) of `body` on `date`, as far as the tables know for certain.
  public func holders(
    ofRole role: String, of body: EntityIndex, on date: CalendarDate
  ) -> [EntityIndex] {
    var holders: [EntityIndex] = []
    for index in rolesOfBody[body] {
      let held = roles[Int(index)]
      guard held.role == role, held.isHeld(on: date), !holders.contains(held.person) else {
        continue
      }
      holders.append(held.person)
    }
    return holders
  }

  /// The rules for a form in the order in which they are tried. Case, accents and hyphens of the
  /// form do not matter.
  public func ambiguityRules(for surface: String) -> [AmbiguityRule] { rulesBySurface[surface] }

  /// All rules, in the order in which those of a form are tried.
  public var rules: [AmbiguityRule] { rulesBySurface.all }
}

/// What a gazetteer is made of.
struct GazetteerParts {
  var entities: [GazetteerEntity]
  var indexOfID: [String: EntityIndex]
  var aliases: [Alias]
  var roles: [Role]
  var ties: [Tie]
  var titles: [Title]
  var classWords: [ClassWord]
  var cues: [StanceCue]
  var lexicon: Lexicon
  var rules: AmbiguityRules
  var asOf: CalendarDate?
  var vocabulary: Vocabulary
  var phrases: PhraseTable
}
