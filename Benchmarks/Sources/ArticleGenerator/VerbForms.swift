extension Grammar {
  /// The forms of the grammar's verbs, by the rule that draws them.
  static let verbForms: [String: [String]] = {
    let lemmas = verbLemmas.split(separator: "|").map { lemma in
      lemma.split(separator: " ").joined(separator: " ")
    }
    return [
      "verb-base": lemmas, "verb-present-plural": lemmas,
      "verb-present": lemmas.map { inflected($0, present) },
      "verb-past": lemmas.map { inflected($0) { irregular[$0]?.past ?? past($0) } },
      "verb-participle": lemmas.map { inflected($0) { irregular[$0]?.participle ?? past($0) } },
      "verb-gerund": lemmas.map { inflected($0, gerund) },
    ]
  }()

  /// Inflects the verb of "call off".
  private static func inflected(_ lemma: String, _ form: (String) -> String) -> String {
    let words = lemma.split(separator: " ", maxSplits: 1)
    return ([form(String(words[0]))] + words.dropFirst().map(String.init)).joined(separator: " ")
  }

  private static func present(_ verb: String) -> String {
    if endsInConsonantY(verb) { return verb.dropLast() + "ies" }
    return verb + (["s", "x", "z", "ch", "sh"].contains { verb.hasSuffix($0) } ? "es" : "s")
  }

  private static func past(_ verb: String) -> String {
    if endsInConsonantY(verb) { return verb.dropLast() + "ied" }
    return verb.hasSuffix("e") ? verb + "d" : stem(verb) + "ed"
  }

  private static func gerund(_ verb: String) -> String {
    let dropsE = verb.hasSuffix("e") && !verb.hasSuffix("ee")
    return (dropsE ? String(verb.dropLast()) : stem(verb)) + "ing"
  }

  /// With the last letter doubled where English doubles it.
  private static func stem(_ verb: String) -> String {
    doubling.contains(verb) ? verb + verb.suffix(1) : verb
  }

  private static func endsInConsonantY(_ verb: String) -> Bool {
    verb.hasSuffix("y") && !["a", "e", "o", "u"].contains { verb.dropLast().hasSuffix($0) }
  }

  private static let irregular: [String: (past: String, participle: String)] = [
    "broadcast": ("broadcast", "broadcast"), "burn": ("burnt", "burnt"), "cut": ("cut", "cut"),
    "oversee": ("oversaw", "overseen"), "shut": ("shut", "shut"),
    "withdraw": ("withdrew", "withdrawn"),
  ]

  private static let doubling: Set<String> = [
    "ban", "bar", "cancel", "control", "cut", "drop", "expel", "kidnap", "map", "patrol",
    "plan", "ship", "shut", "stop", "transfer",
  ]

  /// Verbs that take an object.
  private static let verbLemmas = [
    "abandon | abolish | accept | adjust | admire | adopt | advertise | aid | alter | analyse",
    "announce | answer | applaud | approve | arrange | assess | attack | audit | avoid | back | ban",
    "bar | battle | besiege | block | bomb | boost | boycott | broadcast | burn | calculate",
    "call off | cancel | capture | celebrate | challenge | check | cite | claim | clear | close",
    "collect | combat | compare | compile | condemn | conduct | confiscate | confront | consider",
    "construct | contest | control | convert | counter | court | cover | criticise | curb",
    "cut back | damage | debate | declare | decline | defend | delay | deliver | demand | demolish",
    "deploy | describe | destroy | detain | detect | develop | devise | disarm | discuss",
    "dismantle | dismiss | display | distribute | document | double | draft | drop | ease | educate",
    "embrace | encourage | end | endorse | enforce | enlarge | escort | evacuate | examine",
    "exchange | exclude | exhibit | expand | expel | explain | exploit | export | expose | extend",
    "finance | fine | follow | free | fund | guarantee | guard | halt | hail | harvest | heat",
    "highlight | host | ignore | impose | import | improve | increase | inspect | install | insure",
    "interpret | interrupt | invade | investigate | invite | jail | join | judge | kidnap | launch",
    "lease | license | lift | limit | list | lobby | locate | loot | lower | manage | map | mark",
    "measure | mention | merge | mock | modify | monitor | name | need | negotiate | obstruct",
    "obtain | occupy | offend | offer | open | oppose | order | organise | outlaw | oversee",
    "pardon | patrol | photograph | plan | postpone | praise | prefer | prepare | present | prevent",
    "print | probe | process | promote | propose | prosecute | protect | provide | publish | punish",
    "purchase | question | raid | raise | ratify | recall | receive | recognise | recover | reduce",
    "reform | refuse | regulate | reject | release | renew | repair | replace | report | request",
    "rescue | resist | restore | restrict | retain | reveal | review | revoke | reward | sanction",
    "search | secure | seize | settle | shell | ship | shorten | shut down | sign | smuggle",
    "sponsor | stop | storm | strengthen | subsidise | sue | supply | support | suspect | suspend",
    "tax | test | threaten | track | train | transfer | transport | trigger | trust | uncover",
    "unload | unveil | upgrade | urge | use | value | veto | view | violate | visit | want | warn",
    "waste | watch | weaken | welcome | widen | withdraw",
  ].joined(separator: " | ")
}
