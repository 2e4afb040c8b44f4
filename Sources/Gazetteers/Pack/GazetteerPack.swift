import DocumentModel

/// What a gazetteer is made of, before it is laid out as a pack.
struct GazetteerParts {
  var entities: [GazetteerEntity]
  var aliases: [Alias]
  var roles: [Role]
  var ties: [Tie]
  var titles: [Title]
  var classWords: [ClassWord]
  var cues: [StanceCue]
  var lexicon: LexiconDraft
  var rules: [AmbiguityRule]
  var asOf: CalendarDate?
  var vocabulary: VocabularyBuilder
  var phrases: PhraseTable
  /// What is odd about the tables, in words.
  var notes: [String]
}

/// The one place that says what stands in a pack, and in which order.
extension GazetteerParts {
  /// - Parameter stamp: what the gazetteer is made from.
  func pack(stamp: UInt64) -> PackBytes {
    var pack = PackWriter()
    pack.add(table: entities)
    pack.add(table: aliases)
    pack.add(table: roles)
    pack.add(table: ties)
    pack.add(table: titles)
    pack.add(table: classWords)
    pack.add(table: cues)
    pack.add(table: lexicon.relations)
    pack.add(table: lexicon.knownPatterns)
    pack.add(table: lexicon.irregularForms)
    pack.add(table: [PackExtras(asOf: asOf, classes: vocabulary.classesByName, notes: notes)])
    AmbiguityRules.write(rules, to: &pack)
    pack.add(column: idOrder)
    GroupedIndices.write(roles, groups: entities.count, to: &pack) { $0.person }
    GroupedIndices.write(roles, groups: entities.count, to: &pack) { $0.of }
    GroupedIndices.write(aliases, groups: entities.count, to: &pack) { $0.entity }
    vocabulary.write(to: &pack)
    PhraseTrieBuilder(phrases, wordCount: vocabulary.count).write(to: &pack)
    return pack.pack(stamp: stamp)
  }

  /// The entities in the order of their ids.
  private var idOrder: [EntityIndex] {
    entities.indices.sorted {
      entities[$0].id.utf8.lexicographicallyPrecedes(entities[$1].id.utf8)
    }.map { EntityIndex($0) }
  }
}

/// What a pack holds once.
struct PackExtras: PackRecord {
  var asOf: CalendarDate?
  var classes: [String: WordClasses]
  var notes: [String]
}

extension PackExtras {
  init(from fields: inout FieldReader) {
    asOf = fields.date()
    classes = [:]
    for _ in 0..<fields.count() {
      let name = fields.string()
      classes[name] = WordClasses(rawValue: fields.wideNumber())
    }
    notes = fields.strings()
  }

  func write(to pack: inout PackWriter) {
    pack.add(asOf)
    pack.add(classes.count)
    for (name, bits) in classes.sorted(by: { $0.key < $1.key }) {
      pack.add(name)
      pack.add(bits.rawValue)
    }
    pack.add(notes)
  }
}
