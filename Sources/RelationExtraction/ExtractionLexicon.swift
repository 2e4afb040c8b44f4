import DocumentModel
import Gazetteers

/// What extraction asks of the lexicon: which words are predicates, roles, speech and stance cues.
struct ExtractionLexicon: Sendable {
  private let vocabulary: Vocabulary
  private let predicates: [String: Predicate]
  private let modalities: [String: Stance.Modality]

  init(gazetteer: Gazetteer) {
    vocabulary = gazetteer.vocabulary
    predicates = Self.predicates(of: gazetteer)
    modalities = Self.modalities(of: gazetteer)
  }

  // MARK: Predicates

  /// The relation the lexicon gives a head; nil for one it does not know.
  func predicate(lemma: String, as partOfSpeech: ArgumentStructure.PartOfSpeech) -> Predicate? {
    predicates["\(lemma)/\(partOfSpeech.rawValue)"]
  }

  private static func predicates(of gazetteer: Gazetteer) -> [String: Predicate] {
    var relations: [String: LexiconRelation] = [:]
    for relation in gazetteer.lexicon.relations { relations[relation.id] = relation }
    var predicates: [String: Predicate] = [:]
    for pattern in gazetteer.lexicon.patterns {
      let key = "\(pattern.head)/\(pattern.partOfSpeech)"
      guard predicates[key] == nil, let relation = relations[pattern.relation] else { continue }
      predicates[key] = Predicate(
        lemma: pattern.head, relation: relation.id, category: relation.category ?? .other,
        mode: relation.mode, cameo: relation.cameo, goldstein: relation.goldstein,
        isSymmetric: relation.isSymmetric)
    }
    return predicates
  }

  // MARK: Word classes

  private func classes(_ lemma: String) -> WordClasses {
    vocabulary.classes(of: vocabulary.id(of: lemma))
  }

  func isLight(_ lemma: String) -> Bool { classes(lemma).contains(.lightVerb) }
  func isSpeech(_ lemma: String) -> Bool { classes(lemma).contains(.speechVerb) }
  func isSubjectControl(_ lemma: String) -> Bool { classes(lemma).contains(.subjectControl) }
  func isObjectControl(_ lemma: String) -> Bool { classes(lemma).contains(.objectControl) }
  func isNegation(_ lemma: String) -> Bool { classes(lemma).contains(.negation) }
  /// "failed to", "refused to": what follows did not happen.
  func isFailure(_ lemma: String) -> Bool { classes(lemma).contains(.failureVerb) }
  func isEventNoun(_ lemma: String) -> Bool { predicates["\(lemma)/n"] != nil || classes(lemma).contains(.eventNoun) }
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

  /// A cue that also reaches an event noun it governs: "denied the attack", "planned an attack".
  func reachesNouns(_ lemma: String) -> Bool { classes(lemma).contains(.nounCue) }

  func modality(ofCue lemma: String) -> Stance.Modality? { modalities[lemma] }

  private static func modalities(of gazetteer: Gazetteer) -> [String: Stance.Modality] {
    var result: [String: Stance.Modality] = [:]
    for cue in gazetteer.classWords where cue.name.hasPrefix("cue-") {
      result[cue.word] = Stance.Modality(rawValue: String(cue.name.dropFirst(4)))
    }
    return result
  }

  // MARK: Ties

  /// Leading a state or a body is an office; anything else one does for it is an affiliation.
  func tieCategory(ofRole role: String) -> DocumentModel.Category {
    let last = role.split(separator: " ").last.map(String.init) ?? role
    return classes(last).contains(.officeNoun) ? .office : .affiliation
  }

  func personTieCategory(ofRole role: String) -> DocumentModel.Category {
    let last = role.split(separator: " ").last.map(String.init) ?? role
    return classes(last).contains(.kinNoun) ? .kinship : .affiliation
  }

  /// Nouns that tie a body or place to a whole: "member", "wing", "capital".
  func tieNoun(_ lemma: String) -> DocumentModel.Category? {
    let classes = classes(lemma)
    if classes.contains(.memberNoun) { return .affiliation }
    if classes.contains(.partNoun) { return .partOf }
    return nil
  }
}
