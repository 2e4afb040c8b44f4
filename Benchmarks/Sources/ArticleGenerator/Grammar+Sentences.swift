extension Grammar {
  /// How sentences and headlines are put together.
  static let sentenceRules = """
    = headline
    {country} {verb-present} {noun-phrase-bare} {headline-tail}
    {demonym} {official-lower} {verb-present} {noun-phrase-bare} {headline-tail}
    {capital} and {capital} {agree-present} on {noun-phrase-bare} {headline-tail}
    {official} says {country} {may} {verb-base} {noun-phrase-bare}
    After {event-noun-bare}, {demonym} {group-plural} {verb-present} {noun-phrase-bare}
    {Number-word} {casualty} as {demonym} {group-plural} {verb-present} {noun-phrase-bare}
    = headline-tail
    after {event-noun-bare} | despite {noun-phrase-bare} | over {noun-phrase-bare}
    before {event-noun-bare} in {capital} | as {group-plural} protest
    = deck
    {The} {event-noun} {came} {time-phrase}, and {group-plural} {worry} about {noun-phrase}.
    {subject} {verb-past} {noun-phrase} while {demonym} {group-plural} {wait} for {event-noun-a}.

    = lead
    {subject} {verb-past} {noun-phrase} {time-phrase}, {participle} {noun-phrase} {reason-clause}.
    {actor} {verb-past} {noun-phrase} {time-phrase} {reason-clause}, {say-past} {source}.
    {actor} and {actor} {agree-past} {time-phrase} to {verb-base} {noun-phrase}, {ending-years} {event-noun-of}.
    {demonym} {group-plural} {verb-past} {noun-phrase} near {town} {time-phrase}, {casualty-clause}, {source} {said}.
    {known-person}, {apposition}, {verb-past} {noun-phrase} {time-phrase} {reason-clause}.
    = sentence
    {simple} | {simple} | {simple} | {middle} | {middle} | {middle} | {middle} | {long} | {long}
    {quote} | {quote} | {quote} | {figures} | {figures} | {background} | {background} | {negative}
    {passive} | {passive}
    = simple
    {actor} {verb-past} {noun-phrase} {time-phrase}.
    {subject} {verb-past} {noun-phrase} {reason-clause}.
    {actor} has {verb-participle} {noun-phrase} since {month} {year}.
    {The} {event-noun} {came} {time-phrase} in {town}.
    No {noun-singular} was {verb-participle} during the {event-noun}.
    {subject} {will} {verb-base} {noun-phrase} {future-phrase}.
    {actor} {met} {actor} in {town} {time-phrase}.
    = middle
    {subject}, {apposition}, {verb-past} {noun-phrase} {time-phrase} {reason-clause}.
    {time-start}, {actor} {verb-past} {noun-phrase}, {participle} {noun-phrase} in {town}.
    {actor} {verb-past} {noun-phrase} to {actor} {reason-clause}, {source} {said} {time-phrase}.
    {actor} {urged} {actor} to {verb-base} {noun-phrase} and to {verb-base} {noun-phrase} {future-phrase}.
    {actor} accused {actor} of {verb-gerund} {noun-phrase} during the {event-noun-of}.
    {Although} {actor} {verb-past} {noun-phrase}, {subject} {said} that {clause}.
    {subject} who {verb-past} {noun-phrase} {time-phrase} {will} {verb-base} {noun-phrase}, according to {source}.
    If {actor} {verb-present} {noun-phrase}, {actor} could {verb-base} {noun-phrase} {future-phrase}.
    {The} {event-noun} {between} drew {noun-phrase} from {actor} and {actor}.
    = long
    {subject}, {apposition}, {said} {time-phrase} that {clause}, that {clause}, and that {actor} {will} {verb-base} {noun-phrase} {future-phrase}.
    {Although} {clause}, {actor} and {actor} {verb-past} {noun-phrase} {time-phrase}, {participle} {noun-phrase} {reason-clause}, {source} {said}.
    {time-start}, after {event-noun-a} that {verb-past} {noun-phrase} and {verb-past} {noun-phrase}, {actor} {urged} {actor} to {verb-base} {noun-phrase} {future-phrase}.
    {actor}, which {verb-past} {noun-phrase} in {year}, {verb-past} {noun-phrase} to {actor} while {clause}, and {actor} {verb-past} {noun-phrase}.
    = quote
    “{quote-clause},” {subject} {said} {time-phrase}.
    “{quote-clause},” said {subject}, {apposition}.{next-sentence}“{quote-clause}.”
    {subject} called the {event-noun} “{quality}” and {said} that {clause}.
    “{quote-clause},” {subject} told {reporters} in {town}, adding: “{quote-clause}.”
    {subject} {said}: “{quote-clause}, and {quote-tail}.”
    "{quote-clause}," {subject} {said} in {a} {adjective} statement.
    = figures
    {actor} {verb-past} {money} {for} {noun-phrase}, {percent} more than in {year}.
    About {number} {group-plural} {verb-past} {noun-phrase} in {known-place} and {town}, {percent} of them {time-phrase}.
    {The} {noun-singular} rose {percent} to {money} in {month}, {source} {said}, after {percent} in {month}.
    {casualty-start} near {known-place} {time-phrase} when {demonym} {group-plural} {verb-past} {noun-phrase}.
    {known-organisation}, founded in {year}, employs {number} people in {country} and reported sales of {money}.
    = background
    {country} and {country} have been {rivals} since {year}, when {clause}.
    {known-place}, {a} {adjective} town of {number} people {distance} of {capital}, {verb-past} {noun-phrase} in {year}.
    {The} {event-noun} of {year} {verb-past} {noun-phrase} and left {number} {group-plural} without {noun-bare}.
    {known-organisation} has {verb-participle} {noun-phrase} {frequency} since {known-person} became its {office-lower} in {year}.
    In the years since, {demonym} {group-plural} have {verb-participle} {noun-phrase} and {verb-participle} {noun-phrase}.
    = negative
    {actor} did not {verb-base} {noun-phrase}, {source} {said} {time-phrase}.
    {subject} denied that {clause}.
    {actor} has never {verb-participle} {noun-phrase}, and {actor} refused to {verb-base} {noun-phrase} {time-phrase}.
    Neither {actor} nor {actor} would say whether {clause}.
    = passive
    {noun-phrase-start} was {verb-participle} by {actor} {time-phrase} {reason-clause}.
    {actor} was {verb-participle} by {actor} over {noun-phrase}, {source} {said}.
    {known-person} was {appointed} {office-lower} of {known-organisation} in {month}, replacing {unknown-person}.
    Several {group-plural} from {known-place} were {verb-participle} by {demonym} {group-plural} {time-phrase}.

    = clause
    {actor} had {verb-participle} {noun-phrase} | {actor} {will} {verb-base} {noun-phrase}
    {the} {noun-singular} was {adjective} | {demonym} {group-plural} {verb-past} {noun-phrase}
    {actor} {verb-past} {noun-phrase} | talks with {actor} had {stalled}
    {noun-phrase} would {verb-base} {noun-phrase}
    = subject
    {known-person} | {known-person} | {office} {known-person}
    {demonym} {office-lower} {known-person} | {office} {unknown-person}
    {a} {adjective} {demonym} official | a spokesman for {known-organisation}
    a spokeswoman for {known-organisation} | {unknown-person} of {known-organisation}
    {unknown-person} | he | she | they
    = actor
    {country} | {country} | {country} | {capital} | {known-organisation} | {known-organisation}
    {known-organisation} | {known-person} | {known-person} | {body} | {demonym} {group-plural}
    the {demonym} government | the {demonym} {ministry}
    = town
    {known-place} | {known-place} | {capital} | {capital} | {known-place}, {country}
    {landform} {known-place}
    = source
    {known-person} | {body} officials | the {demonym} {ministry} | {known-organisation}
    {a} {adjective} report | people familiar with the {noun-singular} | the state news agency
    {unknown-person}
    = apposition
    the {demonym} {office-lower} | the {office-lower} of {known-organisation}
    a former {demonym} {office-lower} | {a} {adjective} {profession} from {known-place}
    who was {office-lower} until {year} | {age}
    the {ordinal} {office-lower} in {number-word} years
    = noun-phrase
    {the} {adjective} {noun} | {a} {adjective} {noun-singular} | {the} {noun}
    {adjective} {noun-plural} | {number} {noun-plural} | {the} {noun} of {known-place}
    {demonym} {noun-plural} | {the} {adjective} {noun} and {noun-bare} | {its} {noun}
    = noun-phrase-bare
    {adjective} {noun-plural} | {noun-plural} | {noun-bare} | {adjective} {noun-bare}
    = noun-phrase-start
    {The} {adjective} {noun-singular} | {The} {noun-singular} | {A} {adjective} {noun-singular}
    = noun
    {noun-singular} | {noun-singular} | {noun-plural} | {noun-bare}
    = event-noun-a
    {a} {adjective} {event-noun} | {a} {event-noun}
    = event-noun-of
    {event-noun} of {month} | {event-noun} in {capital} | {event-noun} by {demonym} {group-plural}
    {event-noun} against {country}
    = event-noun-bare
    {adjective} {event-noun} | {event-noun}
    = official
    {demonym} {office-lower} | {office-lower}
    = official-lower
    {office-lower} | {group-plural}
    = casualty-clause
    killing {number-word} people | wounding {number} | leaving {number} {group-plural} homeless
    injuring {number-word} {group-plural}
    = casualty-start
    {Number-word} people were killed | {Number-word} {group-plural} were wounded
    At least {number-word} {group-plural} died
    """
}
