import DocumentModel

extension Origin {
  init(from fields: inout FieldReader) {
    self.init(file: fields.string(), line: fields.count())
  }

  func write(to pack: inout PackWriter) {
    pack.add(file)
    pack.add(line)
  }
}

extension GazetteerEntity: PackRecord {
  init(from fields: inout FieldReader) {
    let kind = EntityKind(from: &fields)
    type = kind.type
    container = kind.container
    name = fields.string()
    subtype = fields.optionalString()
    id = fields.string()
    ids = fields.stringsByKey()
    note = fields.optionalString()
    attributes = fields.stringsByKey()
    origin = Origin(from: &fields)
  }

  func write(to pack: inout PackWriter) {
    EntityKind(type: type, container: container).write(to: &pack)
    pack.add(name)
    pack.add(subtype)
    pack.add(id)
    pack.add(ids)
    pack.add(note)
    pack.add(attributes)
    origin.write(to: &pack)
  }
}

extension EntityKind {
  fileprivate init(from fields: inout FieldReader) {
    type = EntityType.allCases[fields.count()]
    let container = fields.index()
    self.container = container < 0 ? nil : container
  }

  fileprivate func write(to pack: inout PackWriter) {
    pack.add(EntityType.allCases.firstIndex(of: type) ?? 0)
    pack.add(container ?? -1)
  }
}

extension PackTable<GazetteerEntity> {
  /// The type of an entity and what it is part of, without its strings: what is asked for most.
  public func kind(of entity: EntityIndex) -> EntityKind {
    var fields = fields(at: Int(entity))
    return EntityKind(from: &fields)
  }

  /// The name of an entity, without the rest of its row.
  public func name(of entity: EntityIndex) -> String {
    var fields = fields(at: Int(entity))
    _ = EntityKind(from: &fields)
    return fields.string()
  }

  /// The subtype of an entity, without the rest of its row.
  public func subtype(of entity: EntityIndex) -> String? {
    var fields = fields(at: Int(entity))
    _ = EntityKind(from: &fields)
    fields.skip()
    return fields.optionalString()
  }
}

extension AliasTarget {
  fileprivate init(from fields: inout FieldReader) {
    entity = fields.index()
    marks = AliasMarks(from: &fields)
  }

  fileprivate func write(to pack: inout PackWriter) {
    pack.add(entity)
    marks.write(to: &pack)
  }
}

extension PackTable<Alias> {
  /// Whose form an alias is and when it counts, without its strings: what is asked for most.
  public func target(of alias: Int32) -> AliasTarget {
    var fields = fields(at: Int(alias))
    return AliasTarget(from: &fields)
  }
}

extension Alias: PackRecord {
  init(from fields: inout FieldReader) {
    let target = AliasTarget(from: &fields)
    entity = target.entity
    marks = target.marks
    surface = fields.string()
    origin = Origin(from: &fields)
  }

  func write(to pack: inout PackWriter) {
    AliasTarget(entity: entity, marks: marks).write(to: &pack)
    pack.add(surface)
    origin.write(to: &pack)
  }
}

extension PackTable<Role> {
  /// Who held what when, without the rest of the row.
  public func tenure(at position: Int) -> Tenure {
    var fields = fields(at: position)
    return Tenure(from: &fields)
  }

  /// Whether the role of a row has that name.
  func isNamed(_ position: Int, _ role: String) -> Bool {
    var fields = fields(at: position)
    fields.skip()
    return fields.isString(role)
  }
}

extension Tenure {
  fileprivate init(from fields: inout FieldReader) {
    person = fields.index()
    role = fields.string()
    let of = fields.index()
    self.of = of < 0 ? nil : of
    from = RoleBound(from: &fields)
    to = RoleBound(from: &fields)
  }

  fileprivate func write(to pack: inout PackWriter) {
    pack.add(person)
    pack.add(role)
    pack.add(of ?? -1)
    from.write(to: &pack)
    to.write(to: &pack)
  }
}

extension Role: PackRecord {
  init(from fields: inout FieldReader) {
    tenure = Tenure(from: &fields)
    source = fields.optionalString()
    origin = Origin(from: &fields)
  }

  func write(to pack: inout PackWriter) {
    tenure.write(to: &pack)
    pack.add(source)
    origin.write(to: &pack)
  }
}

extension Tie: PackRecord {
  init(from fields: inout FieldReader) {
    subject = fields.index()
    predicate = fields.string()
    object = fields.index()
    from = RoleBound(from: &fields)
    to = RoleBound(from: &fields)
    source = fields.optionalString()
    origin = Origin(from: &fields)
  }

  func write(to pack: inout PackWriter) {
    pack.add(subject)
    pack.add(predicate)
    pack.add(object)
    from.write(to: &pack)
    to.write(to: &pack)
    pack.add(source)
    origin.write(to: &pack)
  }
}

extension RoleBound {
  fileprivate init(from fields: inout FieldReader) {
    let isUnknown = fields.flag()
    let date = fields.date()
    self = isUnknown ? .unknown : date.map { .known($0) } ?? .open
  }

  fileprivate func write(to pack: inout PackWriter) {
    pack.add(self == .unknown)
    if case .known(let date) = self { pack.add(date) } else { pack.add(nil as CalendarDate?) }
  }
}

extension Title: PackRecord {
  init(from fields: inout FieldReader) {
    title = fields.string()
    forms = (0..<fields.count()).map { _ in
      Form(text: fields.string(), exactCase: fields.flag())
    }
    kind = fields.string()
    before = fields.flag()
    after = fields.flag()
    of = fields.strings()
    origin = Origin(from: &fields)
  }

  func write(to pack: inout PackWriter) {
    pack.add(title)
    pack.add(forms.count)
    for form in forms {
      pack.add(form.text)
      pack.add(form.exactCase)
    }
    pack.add(kind)
    pack.add(before)
    pack.add(after)
    pack.add(of)
    origin.write(to: &pack)
  }
}

extension ClassWord: PackRecord {
  init(from fields: inout FieldReader) {
    name = fields.string()
    word = fields.string()
    note = fields.optionalString()
    origin = Origin(from: &fields)
  }

  func write(to pack: inout PackWriter) {
    pack.add(name)
    pack.add(word)
    pack.add(note)
    origin.write(to: &pack)
  }
}

extension StanceCue: PackRecord {
  init(from fields: inout FieldReader) {
    words = fields.strings()
    partOfSpeech = PartOfSpeech(rawValue: fields.string()) ?? .verb
    reach = Reach(rawValue: UInt8(truncatingIfNeeded: fields.number()))
    modality = fields.optionalString().flatMap { Stance.Modality(rawValue: $0) }
    negation = Negation(rawValue: fields.string()) ?? .none
    completion = fields.optionalString().flatMap { Stance.Completion(rawValue: $0) }
    isSpeech = fields.flag()
    isFactive = fields.flag()
    example = fields.string()
    origin = Origin(from: &fields)
  }

  func write(to pack: inout PackWriter) {
    pack.add(words)
    pack.add(partOfSpeech.rawValue)
    pack.add(UInt32(reach.rawValue))
    pack.add(modality?.rawValue)
    pack.add(negation.rawValue)
    pack.add(completion?.rawValue)
    pack.add(isSpeech)
    pack.add(isFactive)
    pack.add(example)
    origin.write(to: &pack)
  }
}

extension LexiconRelation: PackRecord {
  init(from fields: inout FieldReader) {
    id = fields.string()
    let category = fields.index()
    self.category = category < 0 ? nil : Category.allCases[Int(category)]
    mode = fields.optionalString()
    cameo = fields.optionalString()
    goldstein = fields.double()
    flags = fields.strings()
    origin = Origin(from: &fields)
  }

  func write(to pack: inout PackWriter) {
    pack.add(id)
    pack.add(Int32(category.flatMap { Category.allCases.firstIndex(of: $0) } ?? -1))
    pack.add(mode)
    pack.add(cameo)
    pack.add(goldstein)
    pack.add(flags)
    origin.write(to: &pack)
  }
}

extension LexiconPattern: PackRecord {
  init(from fields: inout FieldReader) {
    relation = fields.string()
    head = fields.string()
    partOfSpeech = fields.string()
    text = fields.string()
    example = fields.string()
    origin = Origin(from: &fields)
  }

  func write(to pack: inout PackWriter) {
    pack.add(relation)
    pack.add(head)
    pack.add(partOfSpeech)
    pack.add(text)
    pack.add(example)
    origin.write(to: &pack)
  }
}

extension IrregularForm: PackRecord {
  init(from fields: inout FieldReader) {
    lemma = fields.string()
    present = fields.string()
    past = fields.string()
    participle = fields.string()
    ing = fields.string()
    origin = Origin(from: &fields)
  }

  func write(to pack: inout PackWriter) {
    pack.add(lemma)
    pack.add(present)
    pack.add(past)
    pack.add(participle)
    pack.add(ing)
    origin.write(to: &pack)
  }
}
