import Gazetteers

extension TableGrammar {
  public static let givenNames = TableGrammar(
    .givenNames, "given names", "One row a given name; a \"-\" before it takes it out.",
    columns: [
      .required("given", "TEXT", ""),
      .optional("flags", "{ word | surname | place | frequent }", ""),
    ],
    examples: [["Ayşe", ""]])

  public static let surnames = TableGrammar(
    .surnames, "surnames", "One row a surname; a \"-\" before it takes it out.",
    columns: [
      .required("surname", "TEXT", ""),
      .optional("flags", "{ word | given | place | frequent }", ""),
    ],
    examples: [["Baker", "word"]], notes: ["word: also an English word."])

  public static let roleNouns = TableGrammar(
    .roleNouns, "role nouns", "One row a noun for what people do.",
    columns: [
      .required("role-noun", "TEXT", ""), .optional("kind", "TEXT", ""),
      .optional("plural", "TEXT", "only where it is irregular"),
    ],
    examples: [["spokesman", "spokesperson", "spokesmen"]])

  public static let organisationNouns = TableGrammar(
    .organisationNouns, "organisation nouns", "One row a noun that heads names of bodies.",
    columns: [
      .required("org-noun", "TEXT", ""),
      .optional("kind", "TEXT", "suffix: an ending of company names"),
      .optional("plural", "TEXT", "only where it is irregular"),
    ],
    examples: [["ministry", "ministry", ""]])

  public static let classWords = TableGrammar(
    .classWords, "word classes", "One row a word of a class that rules and the engine ask for.",
    columns: [
      .required("class", "TEXT", "particle, speech-verb, us-state, …, or one of your own"),
      .required("word", "TEXT", "a \"-\" before it takes it out"), .optional("note", "TEXT", ""),
    ],
    examples: [
      ["river-word", "valley", "then @river-word in rules"],
      ["names-company", "firm", "\"the firm\": a body of subtype company named before"],
    ])

  public static let relations = TableGrammar(
    .relations, "relations", "One row a relation of the lexicon.",
    columns: [
      .required("relation", "ID", ""),
      .required("category", "AGREE … ASSAULT | office | affiliation | part-of | … | other", ""),
      .optional("mode", "TEXT", "refines the category"),
      .optional("cameo", "\"c\" and 2 to 4 digits", "c072: spreadsheets drop a leading zero"),
      .optional("goldstein", "-10 … 10", ""),
      .optional("flags", "{ symmetric | speech | intent | tie }", ""),
    ],
    examples: [["EXTRADITE", "COOPERATE", "", "c057", "7", ""]])

  public static let patterns = TableGrammar(
    .patterns, "patterns",
    "One row a way to say a relation, with an example that is run as a test.",
    columns: [
      .required("relation", "ID", ""), .required("head", "TEXT", "the verb or noun"),
      .optional("pos", "v | n | adj", "empty: v"),
      .required("pattern", "TEXT", "WHO WHAT WHOM WITH TOPIC, words, ( ) optional, a|b either"),
      .optional("example", "TEXT", "a sentence with its arguments in brackets"),
      .optional("category", "CATEGORY", "of a relation that no relations table has"),
    ],
    examples: [
      [
        "EXTRADITE", "extradite", "v", "WHO extradite WHAT to WHOM",
        "[WHO Spain] extradited [WHAT the trader] to [WHOM Peru]", "",
      ]
    ])

  public static let irregularForms = TableGrammar(
    .irregularForms, "irregular forms", "One row a verb whose forms the rules would get wrong.",
    columns: [
      .required("lemma", "TEXT", ""), .optional("s", "TEXT", "the third person singular"),
      .required("past", "TEXT", ""), .required("participle", "TEXT", ""),
      .optional("ing", "TEXT", ""),
    ],
    examples: [["overfly", "overflies", "overflew", "overflown", "overflying"]])
}
