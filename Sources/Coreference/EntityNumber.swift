import DocumentModel

/// Which entity of an article a mention is of: an entry of the gazetteer by its index, or a new entity.
struct EntityNumber: Equatable {
  /// Negative for new entities.
  private let value: Int32

  private init(value: Int32) { self.value = value }

  static func known(_ entity: Int32) -> EntityNumber { EntityNumber(value: entity) }

  static func new(_ entity: Int) -> EntityNumber { EntityNumber(value: -1 - Int32(entity)) }

  var known: Int32? { value < 0 ? nil : value }

  /// Among the new entities.
  var new: Int? { value < 0 ? Int(-1 - value) : nil }

  var isKnown: Bool { value >= 0 }

  /// Different for different entities.
  var key: WordKey { StableHash.mixed(UInt64(bitPattern: Int64(value))) }
}

/// The entities of an article that no gazetteer has. Persons and everything else live in different name
/// spaces; a person's single name is one of this article alone.
struct NewEntities {
  private struct Entity {
    /// The number of a name that it has.
    var name: Int
    /// That of its name space.
    var type: EntityType
    /// Whether the name means it in this article alone.
    var isLocal: Bool
  }

  private let names: ArticleNames
  private var entities: [Entity] = []
  private var table: KeyTable

  init(_ names: ArticleNames) {
    self.names = names
    table = KeyTable(capacity: names.count)
  }

  /// The entity of a type that a mention names.
  mutating func named(_ mention: Int, type: EntityType) -> EntityNumber {
    guard type.isPerson else {
      return number(
        BodyName(names.keys(mention)).key,
        Entity(name: names.number(mention), type: type, isLocal: false))
    }
    return names.wordCount(mention) > 1
      ? number(
        names.key(mention), Entity(name: names.number(mention), type: .person, isLocal: false))
      : surname(mention)
  }

  /// Whom a surname means that no full name of the article explains.
  mutating func surname(_ mention: Int) -> EntityNumber {
    number(
      names.key(mention), Entity(name: names.number(mention), type: .person, isLocal: true))
  }

  private mutating func number(_ name: WordKey, _ entity: Entity) -> EntityNumber {
    let space = WordKey(entity.isLocal ? EntityType.allCases.count : entity.type.number)
    let key = name.followed(by: space)
    let (number, isNew) = table.number(of: key)
    if isNew { entities.append(entity) }
    return .new(number)
  }

  func isOrganisation(_ identity: EntityNumber) -> Bool {
    identity.new.map { entities[$0].type == .organisation } == true
  }

  /// Whether it is whom the mention's single word means in this article alone.
  func isSurname(_ identity: EntityNumber, _ mention: Int) -> Bool {
    guard let new = identity.new, entities[new].isLocal else { return false }
    return names.wordCount(mention) == 1
      && names.key(ofName: entities[new].name) == names.key(mention)
  }

  func identity(_ number: EntityNumber) -> EntityIdentity {
    if let known = number.known { return .known(known) }
    let entity = entities[number.new ?? 0]
    var key = ""
    key.reserveCapacity(48)
    key += entity.type.rawValue
    key += ":"
    if entity.type.isPerson {
      names.append(wordsOfName: entity.name, to: &key)
      if entity.isLocal { key += "@" + names.document.article.id }
      return .discovered(key)
    }
    let keys = names.keys(ofName: entity.name)
    let body = BodyName(keys)
    if body.isPlain {
      names.append(wordsOfName: entity.name, from: keys.count - body.words.count, to: &key)
    } else {
      let words = names.words(ofName: entity.name)
      key += body.text(Dictionary(zip(keys, words)) { first, _ in first })
    }
    return .discovered(key)
  }
}
