/// A column of the table of events, with what a codebook says of it.
public struct EventColumn: Sendable {
  public let name: StaticString
  public let meaning: String

  private init(_ name: StaticString, _ meaning: String) {
    self.name = name
    self.meaning = meaning
  }

  /// The columns in order.
  public static let all = [
    EventColumn(
      "event_id", "edge, article and byte of the trigger; the same in every run of the same text"),
    EventColumn("edge_id", "the edge of the graph that the event is evidence for"),
    EventColumn("date", "YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is known"),
    EventColumn("date_source", "text: a date in the sentence; article: the article's date"),
    EventColumn("source_id", "who acts: the id of the gazetteer, or x-… for a discovered one"),
    EventColumn("source_name", "its name"),
    EventColumn("source_iso3", "its ISO 3166 code, of countries"),
    EventColumn("source_actor", "its actor code from the gazetteer, else the ISO code"),
    EventColumn(
      "source_type", "person, official, country, organisation, place, group or event"),
    EventColumn("target_id", "who is acted on"),
    EventColumn("target_name", "its name"),
    EventColumn("target_iso3", "its ISO 3166 code, of countries"),
    EventColumn("target_actor", "its actor code from the gazetteer, else the ISO code"),
    EventColumn("target_type", "as source_type"),
    EventColumn("cameo", "CAMEO code as text, with its leading zero; empty where there is none"),
    EventColumn(
      "event_type", "PLOVER event type in capitals, or a standing tie, communication or other"),
    EventColumn("mode", "PLOVER mode, a refinement of the event type"),
    EventColumn(
      "quad_class",
      "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; empty for ties"
    ),
    EventColumn("goldstein", "Goldstein score from -10 (conflict) to 10 (cooperation)"),
    EventColumn("relation", "the lexicon's relation, else the verb's dictionary form"),
    EventColumn("label", "the verb with its stance: denied: supply"),
    EventColumn("polarity", "affirmed, or negated: the act is said not to have happened"),
    EventColumn(
      "modality",
      "asserted, possible, planned, demanded, conditional, denied or hypothetical; only asserted and affirmed acts are told as fact"
    ),
    EventColumn("tense", "past, present or future"),
    EventColumn("speaker", "who says so in this place, outermost first; empty: the article"),
    EventColumn("via", "through whom or what the party acts in the text: the Kremlin"),
    EventColumn("theme", "what was given, said or done"),
    EventColumn(
      "grade",
      "A a known pattern between named parties; B through a pronoun, a list or another noun; C an unknown verb or a doubtful tree"
    ),
    EventColumn("article", "the article's id, its path within the input"),
    EventColumn("sentence", "the number of the sentence in the article, from 0"),
    EventColumn(
      "copies", "the group of copies of one story, else the hash of the article's text"),
    EventColumn("quote", "the sentence, where --evidence lets it leave"),
  ]
}
