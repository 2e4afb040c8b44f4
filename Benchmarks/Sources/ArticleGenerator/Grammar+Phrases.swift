extension Grammar {
  /// Phrases that vary little inside.
  static let phraseRules = """
    = the
    the | the | the | this | that | its
    = The
    The | The | This | That
    = its
    its | his | her | their
    = Although
    Although | While | Even though | Because | Since
    = will
    will | would | may | might | should | could | must | is likely to | plans to | expects to
    = may
    may | could | will | should
    = said
    said | said | said | said | added | warned | insisted | conceded | told parliament
    acknowledged | argued | announced
    = say-past
    said | according to | reported
    = met
    met | visited | telephoned | received | briefed | consulted
    = urged
    urged | asked | ordered | invited | pressed | encouraged | told | wanted
    = agree-past
    agreed | promised | pledged | decided | vowed
    = agree-present
    agree | differ | compromise | quarrel
    = between
    between {country} and {country} | in {capital} | of {month} | led by {known-person}
    = came
    came | ended | began | collapsed | resumed | took place | failed
    = worry
    worry | argue | complain | disagree
    = wait
    wait | prepare | call | hope
    = stalled
    stalled | failed | begun | resumed | ended badly | gone nowhere
    = for
    for | on | to pay for | towards
    = rivals
    rivals | allies | trading partners | at odds | neighbours in name only
    = ending-years
    ending {number-word} years of | after {number-word} months of | despite | following
    = appointed
    appointed | named | elected | chosen as | confirmed as
    = reporters
    reporters | lawmakers | supporters | a news conference | state television | students
    = distance
    {small} miles north | {small} kilometres east | just south | an hour’s drive west
    = frequency
    twice | repeatedly | every year | {number-word} times | rarely
    = age
    {small} | then {small}
    = landform
    the mountains above | the port of | the outskirts of | the city of | a village near
    the old quarter of

    = time-phrase
    on {weekday} | on {weekday} | on {weekday} | on {weekday} night | late on {weekday}
    early on {weekday} | last week | this week | last month | earlier this year | in {month}
    in {month} {year} | on {month} {day} | on {month} {day}, {year} | yesterday | two days ago
    in {year} | at {small} a.m. | over the weekend | shortly after midnight
    for the {ordinal} time this year | within hours | for months
    = time-start
    On {weekday} | Last week | In {month} | In {year} | On {month} {day}, {year} | Hours later
    A day earlier | Since {month} | By {weekday} evening | At the same time | Meanwhile
    Late in {year}
    = future-phrase
    next week | next month | by {month} | before {month} {day} | in {month} | next year
    by {year} | within {small} days | as soon as possible | this autumn
    = reason-clause
    after {event-noun-a} in {capital} | because of {event-noun-a} | despite {noun-phrase}
    amid {adjective} {noun-plural} | in response to {event-noun-a} | to protect {noun-phrase}
    as {noun-plural} {rise} | over {noun-phrase} | without {noun-phrase}
    in exchange for {noun-plural} | under pressure from {body}
    before {event-noun-a} with {country} | on behalf of {body} | at the request of {country}
    = rise
    rise | fall | spread | run short | mount

    = quote-clause
    We {will} not {verb-base} {noun-phrase} | Nobody here {verb-present-plural} {noun-phrase}
    This is {a} {adjective} {noun-singular} for {country}
    We have {verb-participle} {noun-phrase} for {number-word} years
    You cannot {verb-base} {noun-phrase} without {noun-plural}
    I {verb-past} {noun-phrase} and I would do it again
    There is no {noun-singular} that could {verb-base} {noun-phrase}
    The {noun-plural} are {adjective}, and the {noun-plural} are {adjective}
    {country} must {verb-base} {noun-phrase}
    They {verb-past} {noun-phrase} while we {verb-past} {noun-plural}
    It was {a} {adjective} {event-noun} | My {noun-singular} {verb-past} {noun-phrase}
    What matters now is {noun-phrase} | Our {noun-plural} don’t {verb-base} {noun-plural}
    If they {verb-base} {noun-phrase}, we’ll {verb-base} {noun-phrase}
    Every {noun-singular} has a price
    = quote-tail
    that is all I can say | nobody was asked | it isn’t over | we are ready | the rest is talk
    they know it | I’m proud of it | it can’t go on
    = quality
    {a} {adjective} {noun-singular} | {adjective} | {adjective} and {adjective}
    the {ordinal} {noun-singular} of its kind
    = byline
    By {unknown-person} | By {unknown-person} and {unknown-person}
    By {unknown-person}, Staff Writer
    = date-line
    {weekday}, {month} {day}, {year}
    = unknown-person
    {given} {unknown-surname} | {given} {unknown-surname} | {given} {given} {unknown-surname}
    = trailer
    {unknown-person} contributed reporting from {capital}.
    Additional reporting by {unknown-person}.
    Reporting by {unknown-person}; editing by {unknown-person}.
    """
}
