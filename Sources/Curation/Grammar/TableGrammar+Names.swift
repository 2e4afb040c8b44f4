import Gazetteers

extension TableGrammar {
  public static let entities = TableGrammar(
    .entities, "entities", "One row an entry: a country, a person, a body, a place.",
    columns: [
      .optional("id", "ID", "never used twice; without one it is made of the name"),
      .required("type", "TYPE", "official: holds or held a public office"),
      .optional("subtype", "TEXT", "free: state, ministry, party, armed-group, city, …"),
      .required("name", "TEXT", "the usual name; a lone \"-\" switches the entry of that id off"),
      .optional("aliases", "ALIASES", "other forms, see the marks below"),
      .optional("in", "ID", "the country or body it belongs to"),
      .optional("ids", "{ SCHEME:VALUE }", "identifiers elsewhere, parted by blanks: wd:Q884"),
      .optional("note", "TEXT", "for people"),
    ],
    examples: [
      [
        "hakan-fidan", "official", "", "Hakan Fidan", "Fidan[+]", "TUR", "wd:Q5640434",
        "a bare surname counts after the full name",
      ],
      [
        "us-example-office", "organisation", "agency", "Office of Examples",
        "OEX[=] | the Office[~] | Examples Bureau[..2009]", "USA", "", "",
      ],
    ],
    notes: [
      "= only in exactly this case; ~ only with other evidence; + only after a full form in the same "
        + "text; adj as adjective; dem for the people; met a place or seat that stands for the entry; "
        + "@ID only if that entry appears too; from..to in texts of that time.",
      "A row whose id an earlier folder has fills that entry's cells over and adds its aliases; cells "
        + "left empty stay as they are.",
      "Any other column becomes an attribute of the node in every export.",
    ])

  public static let roles = TableGrammar(
    .roles, "roles", "One row an office or function that a person holds or held.",
    columns: [
      .required("person", "ID", "an entry of type person or official"),
      .required("role", "TEXT", "in small letters as news writes it: foreign minister"),
      .optional("of", "ID", "the country or body it is held in"),
      .optional("from", "BOUND", "empty: since ever"),
      .optional("to", "BOUND", "empty: still held on the table's \"# as-of:\" date"),
      .optional("source", "TEXT", "hand, or where it is from"),
    ],
    examples: [["hakan-fidan", "foreign minister", "TUR", "2023-06-04", "", "hand"]],
    notes: ["A comment \"# as-of: YYYY-MM-DD\" says of what day the table is."])

  public static let ties = TableGrammar(
    .ties, "ties", "One row a relation that stands between two entries.",
    columns: [
      .required("subject", "ID", ""),
      .required(
        "predicate", "capital-of | part-of | organ-of | member-of | located-in | party | …", ""),
      .required("object", "ID", ""),
      .optional("from", "BOUND", "empty: always or not asked"),
      .optional("to", "BOUND", "empty: to this day"),
      .optional("source", "TEXT", ""),
    ],
    examples: [["us-example-office", "part-of", "USA", "1998", "", "hand"]])

  public static let ambiguous = TableGrammar(
    .ambiguous, "ambiguous", "One row a rule for a form that has several meanings.",
    columns: [
      .required("surface", "TEXT", "the form; case, accents and full stops do not matter"),
      .required("rule", "RULE", "what must stand before, behind or anywhere in the article"),
      .required("entity", "ID | person | none", "what it is then; none: no name at all"),
    ],
    examples: [
      ["Jordan", "prev:@given|@title|@initial", "person"],
      ["Jordan", "next:River|Valley", "jordan-river"], ["Jordan", "default", "JOR"],
    ],
    notes: [
      "The first rule that fits wins, default last; rules of later folders are tried first.",
      "@given @surname @title @initial @number @state @us-state and every class of a class table; "
        + "#ID is an entry that the article names.",
    ])

  public static let titles = TableGrammar(
    .titles, "titles", "One row a title or honorific that stands before or after names.",
    columns: [
      .required("title", "TEXT", "its usual form"),
      .required("forms", "ALIASES", "all forms, with the mark = at most"),
      .optional("kind", "TEXT", "head-of-state, foreign-minister, honorific, military, …"),
      .optional("place", "before | after | before|after", "empty: before"),
      .optional("of", "country | org | country|org", "what the office belongs to"),
    ],
    examples: [
      [
        "foreign minister", "foreign minister | FM[=] | minister of foreign affairs",
        "foreign-minister", "before|after", "country",
      ]
    ])
}
