import DocumentModel

/// What the labels of named-entity recognisers and lists mean in our types.
enum LabelTypes {
  enum Meaning {
    case entity(EntityType, subtype: String?)
    case title, givenName, surname, roleNoun, organisationNoun
  }

  /// The meaning of a label, as the user says, else as it is commonly used; nil for none.
  static func meaning(of label: String, _ options: ImportOptions) -> Meaning? {
    if let type = options.types[label] { return .entity(type, subtype: nil) }
    let key = label.lowercased().split { !$0.isLetter && $0 != "_" }.joined(separator: "_")
    if let known = common[key] { return known }
    if let type = EntityType(rawValue: key) { return .entity(type, subtype: nil) }
    return options.type.map { .entity($0, subtype: nil) }
  }

  private static let common: [String: Meaning] = [
    "per": .entity(.person, subtype: nil), "person": .entity(.person, subtype: nil),
    "person_full": .entity(.person, subtype: nil), "org": .entity(.organisation, subtype: nil),
    "organization": .entity(.organisation, subtype: nil),
    "company": .entity(.organisation, subtype: "company"),
    "government": .entity(.organisation, subtype: "agency"),
    "newspaper": .entity(.organisation, subtype: "newspaper"),
    "party": .entity(.organisation, subtype: "party"),
    "gpe": .entity(.place, subtype: nil), "loc": .entity(.place, subtype: nil),
    "location": .entity(.place, subtype: nil), "fac": .entity(.place, subtype: "facility"),
    "facility": .entity(.place, subtype: "facility"), "city": .entity(.place, subtype: "city"),
    "province": .entity(.place, subtype: "province"), "region": .entity(.place, subtype: "region"),
    "state_or_province": .entity(.place, subtype: "state"),
    "airport": .entity(.place, subtype: "airport"), "water": .entity(.place, subtype: "water"),
    "mountain": .entity(.place, subtype: "mountain"),
    "country": .entity(.country, subtype: nil), "norp": .entity(.group, subtype: nil),
    "religion": .entity(.group, subtype: "religion"),
    "ideology": .entity(.group, subtype: "ideology"), "event": .entity(.event, subtype: nil),
    "title": .title, "jobtitle": .roleNoun, "job_title": .roleNoun, "person_first": .givenName,
    "surname": .surname, "person_last": .surname, "org_key": .organisationNoun,
    "org_base": .organisationNoun, "org_ending": .organisationNoun, "cdg": .organisationNoun,
  ]
}
