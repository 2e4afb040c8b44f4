public import DocumentModel

/// The index of an entity in `Gazetteer.entities`; meaningless outside the process.
public typealias EntityIndex = Int32

/// Everything the tables say, loaded, checked and frozen: names, roles, rules, words, lexicon.
///
/// A gazetteer is a view of a compiled pack, which `GazetteerLoader` makes in memory of tables and
/// `GazetteerCache` maps from a file; all workers share it. A row is read from the pack each time it
/// is asked for. Order is that of the folders, of the file names in each and of the rows, so that
/// indices are the same in every run over the same files.
public final class Gazetteer: Sendable {
  public let entities: PackTable<GazetteerEntity>
  /// All forms of all entities, their names included, in the order of the entities.
  public let aliases: PackTable<Alias>
  /// By person, then in the order of the rows.
  public let roles: PackTable<Role>
  public let ties: PackTable<Tie>
  public let titles: [Title]
  /// The rows of word-class tables as they stand.
  public let classWords: PackTable<ClassWord>
  /// The rows of stance-cue tables as they stand.
  public let cues: [StanceCue]
  public let lexicon: Lexicon
  /// The latest date that a loaded file says it describes.
  public let asOf: CalendarDate?
  public let vocabulary: Vocabulary
  /// The aliases as sequences of words.
  public let phrases: PhraseTrie

  /// What it was made from, see `PackStamp`.
  let stamp: UInt64
  /// What is odd about the tables, in words.
  let notes: [String]
  /// The entities in the order of their ids.
  let idOrder: PackColumn<EntityIndex>
  let rolesOfPerson: GroupedIndices
  let rolesOfBody: GroupedIndices
  let aliasesOfEntity: GroupedIndices
  let rulesBySurface: AmbiguityRules

  /// Opens a pack: what `GazetteerParts.pack(stamp:)` laid out.
  init(_ bytes: PackBytes) throws(PackFault) {
    var pack = try PackReader(bytes)
    stamp = pack.stamp
    entities = try pack.table()
    aliases = try pack.table()
    roles = try pack.table()
    ties = try pack.table()
    titles = Array(try pack.table() as PackTable<Title>)
    classWords = try pack.table()
    cues = Array(try pack.table() as PackTable<StanceCue>)
    lexicon = Lexicon(
      relations: try pack.table(), patterns: try pack.table(), irregularForms: try pack.table())
    let extras: PackTable<PackExtras> = try pack.table()
    guard let extras = extras.first else { throw .damaged }
    asOf = extras.asOf
    notes = extras.notes
    rulesBySurface = try AmbiguityRules(from: &pack)
    idOrder = try pack.column()
    rolesOfPerson = try GroupedIndices(from: &pack)
    rolesOfBody = try GroupedIndices(from: &pack)
    aliasesOfEntity = try GroupedIndices(from: &pack)
    vocabulary = try Vocabulary(from: &pack, classesByName: extras.classes)
    phrases = try PhraseTrie(from: &pack)
  }

  /// The entity with that id, as the tables write it.
  public func index(of id: String) -> EntityIndex? {
    var (low, high) = (0, idOrder.count)
    while low < high {
      let middle = (low + high) / 2
      let found = entities[Int(idOrder[middle])].id
      if found == id { return idOrder[middle] }
      if found.utf8.lexicographicallyPrecedes(id.utf8) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The roles that a person holds or held.
  public func roles(of person: EntityIndex) -> [Role] {
    rolesOfPerson[person].map { roles[$0] }
  }

  /// The same without their sources, which costs less.
  public func tenures(of person: EntityIndex) -> [Tenure] {
    rolesOfPerson[person].map { roles.tenure(at: $0) }
  }

  /// The forms of an entity, its name first.
  public func aliases(of entity: EntityIndex) -> [Alias] {
    aliasesOfEntity[entity].map { aliases[$0] }
  }

  /// Who holds `role` (lower case) of `body` on `date`, as far as the tables know for certain.
  public func holders(
    ofRole role: String, of body: EntityIndex, on date: CalendarDate
  ) -> [EntityIndex] {
    var holders: [EntityIndex] = []
    for index in rolesOfBody[body] where roles.isNamed(index, role) {
      let held = roles.tenure(at: index)
      guard held.isHeld(on: date), !holders.contains(held.person) else { continue }
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
