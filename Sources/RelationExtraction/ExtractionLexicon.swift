import DocumentModel
import Gazetteers

/// What extraction asks of the lexicon: which words are predicates, roles, speech and stance cues.
final class ExtractionLexicon: Sendable {
  private let vocabulary: Vocabulary
  /// By head, where the first pattern decides.
  private let predicates: HeadTable<Predicate>
  /// By head and relation.
  private let predicatesOfFrames: [FrameKey: Predicate]
  private let topics: Set<String>
  /// For a relation, what ends it: "talk" is ended by halting talks.
  private let ends: [String: Predicate]
  private let things: [String: Set<String>]
  private let stateOffice: WordClasses?
  private let rivalNoun: WordClasses?
  private let perception: WordClasses?
  private let deedNoun: WordClasses?
  private let endingVerb: WordClasses?
  private let inertNoun: WordClasses?
  private let bystanderVerb: WordClasses?
  private let holderNoun: WordClasses?
  private let governmentNoun: WordClasses?
  private let privateBody: WordClasses?
  private let organNoun: WordClasses?
  /// What says how a predicate is meant.
  let cues: CueTable
  private let supporterNoun: WordClasses?
  private let criticNoun: WordClasses?

  init(gazetteer: Gazetteer) {
    vocabulary = gazetteer.vocabulary
    (predicates, predicatesOfFrames) = Self.predicates(of: gazetteer)
    ends = Self.ends(of: gazetteer)
    topics = Set(
      gazetteer.lexicon.relations.filter { $0.flags.contains("topic") }.map(\.id))
    things = Self.things(of: gazetteer)
    stateOffice = gazetteer.vocabulary.wordClass(named: "state-office")
    rivalNoun = gazetteer.vocabulary.wordClass(named: "rival-noun")
    supporterNoun = gazetteer.vocabulary.wordClass(named: "supporter-noun")
    criticNoun = gazetteer.vocabulary.wordClass(named: "critic-noun")
    endingVerb = gazetteer.vocabulary.wordClass(named: "ending-verb")
    inertNoun = gazetteer.vocabulary.wordClass(named: "inert-noun")
    governmentNoun = gazetteer.vocabulary.wordClass(named: "government-noun")
    organNoun = gazetteer.vocabulary.wordClass(named: "organ-noun")
    privateBody = gazetteer.vocabulary.wordClass(named: "private-body")
    holderNoun = gazetteer.vocabulary.wordClass(named: "holder-noun")
    bystanderVerb = gazetteer.vocabulary.wordClass(named: "bystander-verb")
    deedNoun = gazetteer.vocabulary.wordClass(named: "deed-noun")
    perception = gazetteer.vocabulary.wordClass(named: "perception-verb")
    cues = CueTable(gazetteer.cues)
  }

  // MARK: Predicates

  /// The relation the lexicon gives a head; nil for one it does not know.
  func predicate(lemma: String, as partOfSpeech: ArgumentStructure.PartOfSpeech) -> Predicate? {
    predicates[partOfSpeech][lemma]
  }

  /// What the lexicon says of a relation, for a trigger with this lemma.
  func predicate(of frame: Frame, lemma: String) -> Predicate? {
    let key = FrameKey(
      head: frame.head, partOfSpeech: frame.partOfSpeech, relation: frame.relation)
    guard var predicate = predicatesOfFrames[key] else { return nil }
    predicate.lemma = lemma
    return predicate
  }

  private struct FrameKey: Hashable {
    var head: String
    var partOfSpeech: ArgumentStructure.PartOfSpeech
    var relation: String
  }

  private static func predicates(
    of gazetteer: Gazetteer
  ) -> (HeadTable<Predicate>, [FrameKey: Predicate]) {
    var relations: [String: LexiconRelation] = [:]
    for relation in gazetteer.lexicon.relations { relations[relation.id] = relation }
    var predicates = HeadTable<Predicate>()
    var ofFrames: [FrameKey: Predicate] = [:]
    for pattern in gazetteer.lexicon.patterns {
      guard let relation = relations[pattern.relation],
        let partOfSpeech = ArgumentStructure.PartOfSpeech(rawValue: pattern.partOfSpeech)
      else { continue }
      let predicate = Predicate(
        lemma: pattern.head, relation: relation.id, category: relation.category ?? .other,
        mode: relation.mode, cameo: relation.cameo, goldstein: relation.goldstein,
        isSymmetric: relation.isSymmetric)
      let first = predicates[partOfSpeech][pattern.head]
      predicates[partOfSpeech][pattern.head] = first ?? predicate
      let key = FrameKey(head: pattern.head, partOfSpeech: partOfSpeech, relation: relation.id)
      ofFrames[key] = predicate
    }
    return (predicates, ofFrames)
  }

  private static func things(of gazetteer: Gazetteer) -> [String: Set<String>] {
    var things: [String: Set<String>] = [:]
    for word in gazetteer.classWords where word.name.hasPrefix("thing-") {
      things[String(word.name.dropFirst(6)), default: []].insert(word.word)
    }
    return things
  }

  /// The relation that ends another; nil where the lexicon names none.
  func end(ofRelation relation: String, lemma: String) -> Predicate? {
    guard var predicate = ends[relation] else { return nil }
    predicate.lemma = lemma
    return predicate
  }

  /// By the flags `ends:HALT.TALKS` of the relations table.
  private static func ends(of gazetteer: Gazetteer) -> [String: Predicate] {
    let relations = gazetteer.lexicon.relations
    let byID = Dictionary(relations.map { ($0.id, $0) }) { first, _ in first }
    var ends: [String: Predicate] = [:]
    for relation in relations {
      for flag in relation.flags where flag.hasPrefix("ends:") {
        guard let end = byID[String(flag.dropFirst(5))] else { continue }
        ends[relation.id] = Predicate(
          lemma: end.id, relation: end.id, category: end.category ?? .other, mode: end.mode,
          cameo: end.cameo, goldstein: end.goldstein, isSymmetric: end.isSymmetric)
      }
    }
    return ends
  }

  /// Whether the relation only speaks of its object: "mention".
  func isTopic(relation: String) -> Bool { topics.contains(relation) }

  /// Whether a noun is of a class of things: arms, money, food …
  func isThing(_ lemma: String, of name: String) -> Bool {
    things[name]?.contains(lemma.inSmallLetters) == true
  }

  // MARK: Word classes

  private func classes(_ lemma: String) -> WordClasses {
    vocabulary.classes(of: vocabulary.id(of: lemma))
  }

  func isLight(_ lemma: String) -> Bool { classes(lemma).contains(.lightVerb) }
  func isSpeech(_ lemma: String) -> Bool { classes(lemma).contains(.speechVerb) }
  func isSubjectControl(_ lemma: String) -> Bool { classes(lemma).contains(.subjectControl) }
  func isObjectControl(_ lemma: String) -> Bool { classes(lemma).contains(.objectControl) }
  func isEventNoun(_ lemma: String) -> Bool {
    predicate(lemma: lemma, as: .noun) != nil || classes(lemma).contains(.eventNoun)
  }
  /// Verbs too empty to be a relation: "be", "have", "do".
  func isEmpty(_ lemma: String) -> Bool { classes(lemma).contains(.emptyVerb) }

  /// Common nouns for people and bodies that act: "troops", "government".
  func isActor(_ lemma: String) -> Bool {
    let classes = classes(lemma)
    return classes.contains(.orgNoun) || classes.contains(.actorNoun)
  }

  func isRole(_ lemma: String) -> Bool {
    let classes = classes(lemma)
    return classes.contains(.roleNoun) || classes.contains(.titleWord)
  }

  /// "officials", "reporters": people and those who act for others.
  func isPeople(_ lemma: String) -> Bool { isRole(lemma) || isActor(lemma) }

  /// "move", "decision": nouns for whatever was done.
  func isDeed(_ lemma: String) -> Bool { has(deedNoun, lemma) }
  /// "advocate of Israel", "critic of the government": an attitude, not a tie.
  func attitude(ofRole role: String) -> DocumentModel.Category? {
    if has(supporterNoun, role) { return .support }
    return has(criticNoun, role) ? .accuse : nil
  }
  /// "airport", "coast": things of a place that never act for it.
  func isInert(_ lemma: String) -> Bool { has(inertNoun, lemma) }
  /// "suspend", "cancel".
  func isEnding(_ lemma: String) -> Bool { has(endingVerb, lemma) }
  /// "rival", "predecessor": said of two who do not belong together.
  func isRival(_ role: String) -> Bool { has(rivalNoun, role) }
  /// "government", "cabinet".
  func isGovernment(_ noun: String) -> Bool { has(governmentNoun, noun) }
  /// "agency", "committee": of another body, a part of it.
  func isOrgan(_ noun: String) -> Bool { has(organNoun, noun) }
  /// "carmaker", "newspaper": bodies of a country that do not act in its name.
  func isPrivateBody(_ noun: String) -> Bool { has(privateBody, noun) }
  /// "shareholder", "supplier": what one body is to another.
  func isHolder(_ noun: String) -> Bool { has(holderNoun, noun) }
  /// "fear", "survive", "discuss": who does that to a deed did not do it.
  func isBystander(_ lemma: String) -> Bool { has(bystanderVerb, lemma) }
  /// "see", "want": with a clause, what follows is not done to its subject.
  func isPerception(_ lemma: String) -> Bool { has(perception, lemma) }

  private func has(_ wanted: WordClasses?, _ words: String) -> Bool {
    guard let wanted else { return false }
    return classes(words.split(separator: " ").last.map(String.init) ?? words).contains(wanted)
  }

  func isTemporal(_ lemma: String) -> Bool { classes(lemma).contains(.temporal) }
  func isKin(_ lemma: String) -> Bool { classes(lemma).contains(.kinNoun) }

  /// Nouns for bodies and places: "airline", "group", "province".
  func isBody(_ lemma: String) -> Bool {
    let classes = classes(lemma)
    return classes.contains(.orgNoun) || classes.contains(.placeNoun)
  }

  // MARK: Ties

  /// An office that states have: "foreign minister", not "chief executive".
  func isStateOffice(_ role: String) -> Bool {
    has(stateOffice, role)
  }

  /// Leading a state or a body is an office; anything else one does for it is an affiliation.
  func tieCategory(ofRole role: String) -> DocumentModel.Category {
    let last = role.split(separator: " ").last.map(String.init) ?? role
    return classes(last).contains(.officeNoun) ? .office : .affiliation
  }

  func personTieCategory(ofRole role: String) -> DocumentModel.Category {
    let last = role.split(separator: " ").last.map(String.init) ?? role
    return classes(last).contains(.kinNoun) ? .kinship : .affiliation
  }

  func isMember(_ lemma: String) -> Bool { classes(lemma).contains(.memberNoun) }

  /// Nouns that tie a body or place to a whole: "member", "wing", "capital".
  func tieNoun(_ lemma: String) -> DocumentModel.Category? {
    let classes = classes(lemma)
    if classes.contains(.memberNoun) { return .affiliation }
    if classes.contains(.partNoun) { return .partOf }
    return nil
  }
}
