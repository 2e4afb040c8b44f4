public import DocumentModel
public import Gazetteers

/// Reads off the trees who did what to whom.
///
/// Every verb, event noun and adjective is read into an argument structure; the lexicon names the
/// relation, or the lemma does where the lexicon has none; phrases lead to entities; the stance comes
/// from what stands above and beside the trigger. Standing ties come from titles and descriptions.
public struct RelationExtractor: Sendable {
  let lexicon: ExtractionLexicon
  private let frames: FrameTable
  let repairs: LemmaRepair
  private let gazetteer: Gazetteer

  public init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    lexicon = ExtractionLexicon(gazetteer: gazetteer)
    frames = FrameTable(lexicon: gazetteer.lexicon)
    repairs = LemmaRepair(lexicon: gazetteer.lexicon, frames: frames)
  }

  /// The relations among `entities`, in text order, each with its evidence.
  public func relations(
    among entities: EntityLayer, syntax: SyntaxLayer, in document: Document
  ) -> RelationLayer {
    var trace = NoTrace()
    return relations(among: entities, syntax: syntax, in: document, tracing: &trace)
  }

  /// The same, handing every match and every refusal to `trace`.
  public func relations<Trace: ExtractionTrace>(
    among entities: EntityLayer, syntax: SyntaxLayer, in document: Document,
    tracing trace: inout Trace
  ) -> RelationLayer {
    let tree = TreeIndex(
      document: document, syntax: syntax, mentions: entities.mentions, repairs: repairs)
    let mentions = MentionIndex(tree: tree, entities: entities, lexicon: lexicon)
    let parties = PartyFinder(tree: tree, entities: entities, lexicon: lexicon, mentions: mentions)
    let evidence = EvidenceMaker(document: document)
    let dates = EventDateReader(
      tree: tree, lexicon: lexicon, articleDate: document.date?.date)
    let ties = TieFinder(
      tree: tree, entities: entities, parties: parties, lexicon: lexicon,
      offices: KnownOffices(gazetteer: gazetteer, date: document.date?.date)
    ).ties()
    parties.firstPersons = FirstPersons(
      tree: tree, entities: entities, parties: parties, lexicon: lexicon, ties: ties
    ).chains()
    let acts = ActFinder(
      parties: parties,
      reader: ArgumentReader(tree: tree, lexicon: lexicon, frames: frames, mentions: mentions),
      stances: StanceReader(tree: tree, lexicon: lexicon, parties: parties), dates: dates,
      evidence: evidence)
    var relations = RelationSet()
    for sentence in document.sentences where document.paragraphs[sentence.paragraph].isRead {
      for token in sentence.tokens {
        for (relation, basis) in acts.relations(at: token, tracing: &trace) {
          relations.add(relation, by: basis, tracing: &trace)
        }
      }
    }
    for tie in ties {
      relations.add(evidence.relation(for: tie), by: .tie(tie.rule), tracing: &trace)
    }
    return RelationLayer(relations: relations.sorted(), diagnostics: acts.diagnostics)
  }
}

/// The relations of one article.
public struct RelationLayer: Sendable {
  /// In text order.
  public var relations: [Relation]
  public var diagnostics: [Diagnostic]
}

/// Relations without loops and repetitions.
private struct RelationSet {
  private var relations: [Relation] = []
  private var seen: Set<Key> = []

  private struct Key: Hashable {
    var source, target: Int
    var relation: String
    var trigger: TextSpan
  }

  mutating func add<Trace: ExtractionTrace>(
    _ relation: Relation, by basis: RelationBasis, tracing trace: inout Trace
  ) {
    guard relation.source != relation.target else {
      return trace.record(.dropped(relation, because: .selfLoop))
    }
    let key = Key(
      source: relation.source, target: relation.target, relation: relation.predicate.relation,
      trigger: relation.evidence.trigger)
    guard seen.insert(key).inserted else {
      return trace.record(.dropped(relation, because: .duplicate))
    }
    relations.append(relation)
    trace.record(.related(relation, by: basis))
  }

  func sorted() -> [Relation] {
    relations.sorted {
      ($0.evidence.trigger, $0.source, $0.target) < ($1.evidence.trigger, $1.source, $1.target)
    }
  }
}
