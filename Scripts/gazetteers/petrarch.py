"""Members of governments from 2000 to about 2013, from the PETRARCH actors (marked CountryInfo.txt there)."""
import re
from collections import defaultdict

from common import key
from people import _days
from personal_names import FAMILY_FIRST, LATIN, PARTICLES, name_case

KINDS = {"GOV": "government official", "MIL": "military officer", "JUD": "judge"}
# states of less than a million people: their ministers of twenty years ago are noise
MICRO = {"ABW", "AIA", "AND", "ATG", "BHS", "BLZ", "BMU", "BRB", "BTN", "COK", "COM", "CPV", "CYM", "DMA", "FSM", "GRD",
         "KIR", "KNA", "LCA", "LIE", "MCO", "MHL", "NRU", "PLW", "SLB", "SMR", "STP", "SUR", "SYC", "TON", "TUV", "VCT",
         "VUT", "WSM"}


def petrarch(people, sources):
    members = [m for m in map(_member, _blocks(sources)) if m and m[1] in people.k.entities]
    begins = defaultdict(list)
    for shown, country, _, spells in members:
        begins[(country, key(shown).split()[-1])] += [(shown, s[1]) for s in spells]
    for shown, country, more, spells in members:
        tokens = shown.split()
        ident = people.find(country, shown, tokens[-1])
        if ident and ident not in people.rows or ident is None and country in MICRO:
            continue
        ident = people.person(country, shown, _family(tokens, country, people.k), more=more)
        for kind, start, end in spells:
            # the source starts counting on 1 January 2003 and the like: such a start is not one
            since = "?" if start.endswith("-01-01") else start
            spelt_anew = end and any(other != shown and -10 < _days(began) - _days(end) < 60
                                     for other, began in begins[(country, key(shown).split()[-1])])
            until = "?" if end is None or end.endswith("-12-31") or end >= "2010-06" or spelt_anew else end
            people.role(ident, KINDS[kind], country, since, until, "petrarch2")


def _blocks(sources):
    """(name, synonyms, codes) of the people of governments."""
    blocks, current = [], None
    with open(sources.raw("petrarch2", "Phoenix.Countries.actors.txt"), encoding="utf-8", errors="replace") as handle:
        for line in handle:
            line = line.rstrip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("+"):
                if current:
                    current[1].append(line[1:].split("#")[0].strip())
            elif line[0] in "\t [":
                if current:
                    current[2] += re.findall(r"\[([^\]]*)\]", line)
            else:
                current = [line.split("#")[0].strip(), [], re.findall(r"\[([^\]]*)\]", line.split("#")[0]),
                           "CountryInfo" in line]
                current[0] = re.sub(r"\[.*", "", current[0]).strip()
                blocks.append(current)
    return [b[:3] for b in blocks if b[3]]


def _member(block):
    """(name, country, synonyms, spells) of one who was long in a post that news names; None otherwise."""
    name, synonyms, codes = block
    spells = []
    for code in codes:
        match = re.match(r"^([A-Z]{3})(GOV|MIL|JUD)([A-Z]*)\s+([<>]?)(\d{6,8})(?:-(\d{6,8}))?$", code.strip())
        if not match:
            continue
        country, kind, sector, sign, start, end = match.groups()
        start, end = petrarch_date(start), petrarch_date(end)
        if sign != "<" and start and (end is None or end >= "2000"):
            spells.append((country, kind, sector, start, end))
    # plain government posts and those of defence, justice and police: the ones news names
    if not any(s[2] in ("", "MIL", "COP", "SPY") for s in spells):
        return None
    # a short spell in a government nobody remembers is noise
    if sum(_days(s[4] or "2010-12-31") - _days(max(s[3], "2000-01-01")) for s in spells) < MIN_DAYS:
        return None
    country = spells[0][0]
    shown = petrarch_name(name, country)
    if not shown or re.search(r" [IVX]+$", shown):
        return None
    more = [petrarch_name(s, country) for s in synonyms]
    more = [m for m in more if m and " " in m and not m.split()[0].lower() in TITLE_WORDS]
    plain = shown
    if country in HYPHENED and len(shown.split()) == 3:
        first, second, third = shown.split()
        shown, more = f"{first} {second}-{third.lower()}", [plain, *more]
    return shown, country, more, _joined([s for s in spells if s[0] == country])


def _joined(spells):
    """One spell of each kind where one post follows on another: the source splits them by sector."""
    joined = []
    for _, kind, _, start, end in sorted(spells, key=lambda s: (s[1], s[3])):
        if joined and joined[-1][0] == kind and joined[-1][2] is None:
            continue
        if joined and joined[-1][0] == kind and _days(start) - _days(joined[-1][2]) < 100:
            joined[-1][2] = None if end is None else max(end, joined[-1][2])
        else:
            joined.append([kind, start, end])
    return joined


# given names of two syllables that news joins by a hyphen
HYPHENED = {"KOR", "TWN"}
MIN_DAYS = 1000
TITLE_WORDS = {"president", "prime", "minister", "premier", "king", "queen", "sheikh", "general", "colonel", "sultan",
               "prince", "princess", "emir", "emperor", "dr", "sir", "foreign", "defense", "defence", "finance",
               "interior", "deputy", "vice", "chancellor", "secretary", "ambassador", "governor", "mayor", "senator",
               "former", "the", "col", "gen", "lt", "major", "brigadier", "cardinal", "ayatollah", "mullah", "lord",
               "pm", "chairman", "justice", "admiral", "marshal", "captain", "commander", "crown", "shaykh", "hrh"}


def _family(tokens, country, k):
    if len(tokens) < 2:
        return ""
    if country == "VNM":
        return tokens[-1] if len(tokens[-1]) > 2 else ""
    if country in ("SGP", "MYS", "HKG", "IDN", "MMR", "ISL", "ETH", "ERI", "BTN", "THA"):
        return ""
    if country in LATIN and country not in ("BRA", "PRT", "AGO", "MOZ", "CPV") and len(tokens) > 2:
        return ""                                # first or second surname? the source does not tell
    if country in FAMILY_FIRST and not k.is_western_given(tokens[0]):
        return tokens[0]
    return tokens[-1] if len(tokens[-1]) > 2 else ""


def petrarch_name(text, country):
    text = re.sub(r"\{.*?\}|!.*", "", text).strip().strip("_").strip()
    tokens = [t for t in re.split(r"[_\s]+", text) if t]
    if not 2 <= len(tokens) <= 6 or any(re.search(r"[^A-Z'.\-]", t) for t in tokens):
        return None
    while len(tokens) > 2 and tokens[0].lower().strip(".") in TITLE_WORDS:
        tokens.pop(0)
    if tokens[0].lower().strip(".") in TITLE_WORDS or len(tokens) < 2:
        return None
    if any(t in ("OF", "THE", "AND", "FOR", "MINISTER", "PRESIDENT", "MINISTRY", "GOVERNMENT", "ARMY", "PARTY") for t in tokens):
        return None
    if tokens[0].lower() in PARTICLES and country not in FAMILY_FIRST:
        return None
    if all(len(t.strip(".")) < 3 for t in tokens):
        return None
    out = []
    for number, token in enumerate(tokens):
        shown = name_case(token) if len(token.strip(".")) > 1 else token
        shown = re.sub(r"^(Al|El|Ul)-(.)", lambda m: m.group(1).lower() + "-" + m.group(2).upper(), shown)
        if number and token.lower() in PARTICLES - {"abu", "san", "the"} and country not in FAMILY_FIRST:
            shown = token.lower()
        if re.fullmatch(r"[A-Z]", token) and number:
            shown = token + "."
        out.append(shown)
    return " ".join(out)


def petrarch_date(text):
    if not text:
        return None
    if len(text) == 8:
        year, rest = int(text[:4]), text[4:]
    elif len(text) == 6:
        year = int(text[:2])
        year += 1900 if year > 25 else 2000
        rest = text[2:]
    else:
        return None
    month, day = int(rest[:2]), int(rest[2:])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"
