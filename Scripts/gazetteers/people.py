"""Officials and their dated roles, from the Factbook, the US Congress, PETRARCH and ParlGov."""
import datetime
import difflib
import functools
import re
from collections import defaultdict

from common import fold, join_aliases, key, new_id, read_csv, read_rows, split_aliases

LATIN = {"ARG", "BOL", "BRA", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "ESP", "GTM", "HND", "MEX", "NIC", "PAN",
         "PER", "PRT", "PRY", "SLV", "URY", "VEN", "PRI", "AGO", "MOZ", "CPV", "GNB", "STP", "TLS", "GNQ"}
PARTICLES = {"al", "el", "bin", "ibn", "ben", "de", "da", "do", "dos", "das", "del", "della", "di", "la", "le", "van",
             "von", "der", "den", "ter", "ten", "y", "e", "ag", "ould", "uld", "oglu", "qizi", "bint", "abu", "the", "of",
             "dit", "du", "zu", "san"}
RANKS = {"gen", "maj", "col", "lt", "brig", "adm", "capt", "vadm", "radm", "sgt", "cdr", "cdre", "sr", "mar", "sen",
         "general", "major", "colonel", "admiral", "captain", "marshal", "brigadier", "lieutenant", "ret", "air", "chief",
         "sir", "dame", "dr", "sheikh", "shaykh", "lord", "lady", "rev", "hon", "honorable", "cardinal", "archbishop",
         "bishop", "prof", "professor", "mr", "mrs", "ms", "engr", "eng", "ing", "datuk", "dato", "tun", "prince",
         "princess", "sultan", "king", "queen", "emir", "amir", "crown", "grand", "bailiff", "president-elect",
         "dato'", "hrh", "tengku", "paramount", "vice", "deputy", "acting", "confederation", "commodore", "comm"}
US_TERRITORIES = {"ASM", "GUM", "MNP", "PRI", "VIR"}
MONARCHS = {"king", "queen", "emperor", "pope", "emir", "sultan", "prince", "grand duke", "crown prince", "princess"}

ROLE_OF_TITLE = [
    (r"^(interim|acting|caretaker|transitional|transition|provisional) president", "interim president"),
    (r"^(interim|acting|caretaker|transitional|transition|provisional) prime minister", "interim prime minister"),
    (r"^president of the (swiss|republic|government of spain|islamic republic of afghanistan)", None),
    (r"^(first |second |third |1st |2nd |executive )?vice president", "vice president"),
    (r"^(first |second |third )?deputy (prime minister|premier)", "deputy prime minister"),
    (r"^(first |executive )?vice (premier|prime minister)", "deputy prime minister"),
    (r"^deputy president", "deputy president"),
    (r"^vice chancellor", "vice chancellor"),
    (r"^prime minister", "prime minister"),
    (r"^premier", "premier"),
    (r"^chancellor", "chancellor"),
    (r"^taoiseach", "taoiseach"),
    (r"^(executive )?president of (the )?territorial", "president of the territorial council"),
    (r"^president of (the )?government", "prime minister"),
    (r"^president of (the )?council of minister", "president of the council of ministers"),
    (r"^president", "president"),
    (r"^king", "king"), (r"^queen", "queen"), (r"^emperor", "emperor"), (r"^pope", "pope"), (r"^(amir|emir)", "emir"),
    (r"^sultan", "sultan"), (r"^prince$", "prince"), (r"^grand duke", "grand duke"),
    (r"^supreme( leader)?$", "supreme leader"),
    (r"^lieutenant governor", "lieutenant governor"),
    (r"^(acting )?governor[ -]general", "governor-general"),
    (r"^(acting )?governor", "governor"),
    (r"^chief minister", "chief minister"), (r"^chief executive", "chief executive"),
    (r"^high commissioner", "high commissioner"),
    (r"^(chairman|chairperson) of the presidency", "chairman of the presidency"),
    (r"^chairman of the (council of minister|cabinet)", "chairman of the council of ministers"),
    (r"^secretary of state$", "secretary of state"), (r"^head of government$", "head of government"),
    (r"^(acting )?administrator$", "administrator"),
]


def role_of_title(title):
    title = re.sub(r"\s+", " ", title.strip().lower().rstrip(","))
    for pattern, role in ROLE_OF_TITLE:
        if re.match(pattern, title):
            return "president" if role is None and "spain" not in title else (role or "prime minister")
    return None


def name_case(token):
    """MCMANUS -> McManus, al-ASAD -> al-Asad; tokens not in capitals stay."""
    def part(piece):
        letters = re.sub(r"[^A-Za-zÀ-ž]", "", piece)
        if piece == token and piece in ("DE", "DEL", "LA", "LAS", "LOS", "DA", "DO", "DOS", "DAS", "Y", "VAN", "DER", "DEN", "BIN"):
            return piece.lower()
        if len(letters) < 2 or piece != piece.upper() or re.fullmatch(r"[IVX]{2,}", piece):
            return piece
        lower = piece.lower()
        if lower.startswith("mc") and len(lower) > 3:
            return "Mc" + lower[2].upper() + lower[3:]
        return lower[0].upper() + lower[1:]
    shown = re.sub(r"[^\s'’\-]+", lambda m: part(m.group(0)), token)
    return re.sub(r"(?<=[a-z])(['’])S\b", r"\1s", shown)


def tidy_name(text):
    """The name of a Factbook cell without titles and remarks; None when it is doubtful."""
    text = re.sub(r"\s+", " ", text).strip(" ,;-")
    text = re.split(r"\s[-–]\s|;|\(|,(?! ?(?:Jr|Sr|II|III))", text)[0].strip(" ,")
    tokens = text.split()
    while len(tokens) > 1 and fold(tokens[0]).lower().strip(".,()") in RANKS and tokens[0] != tokens[0].upper():
        tokens.pop(0)
    tokens = [t for t in tokens if not re.fullmatch(r"\(?[Rr]et\.?\)?", t)]
    if not tokens or any(re.search(r"\d", t) for t in tokens):
        return None
    for token in tokens:
        plain = token.lstrip("'’ʻ\"")
        if not plain or not (plain[0].isupper() or fold(plain.split("-")[0]).lower().strip("'") in PARTICLES):
            return None
    if any(fold(t).lower().strip(".,") in {"general", "gen", "sir", "dame", "col", "maj", "dr"} for t in tokens):
        return None
    words = {fold(t).lower().strip(".,") for t in tokens}
    if words & {"president", "minister", "represented", "zealand", "republic", "council", "commissioner", "united",
                "states", "assembly", "territorial", "vacant", "pending", "position", "acting", "government", "confederation", "governor"}:
        return None
    return " ".join(tokens)


SAME_STAGE = {"SSD": "SDN", "SCG": "SRB", "YUG": "SRB", "SUN": "RUS"}


class Stage(defaultdict):
    """Lists by country; a territory shares the list of the country it belongs to."""

    def __init__(self, entities):
        super().__init__(list)
        self.entities = entities

    def root(self, country):
        row = self.entities.get(country)
        country = row["in"] if row and row["in"] else country
        return SAME_STAGE.get(country, country)

    def __getitem__(self, country):
        return super().__getitem__(self.root(country))


class People:
    """Collects people; a person met in several sources stays one row."""

    def __init__(self, knowledge):
        self.k = knowledge
        self.by_country = Stage(knowledge.entities)   # country -> [(id, keys of full names)]
        self.rows = {}
        self.aliases = defaultdict(list)
        self.roles = []
        self.role_index = defaultdict(list)
        for row in knowledge.entities.values():
            if row["type"] in ("person", "official"):
                names = [row["name"]] + [s for s, m in split_aliases(row["aliases"]) if " " in s and "+" not in m]
                self.by_country[row["in"]].append((row["id"], [key(n) for n in names]))
        # roles written by hand come first: a compiled one that repeats them is left out

    def load_hand_roles(self, path):
        for row in read_rows(path):
            self.role_index[(row["person"], row["of"])].append((row["role"], row["from"]))

    def holder(self, country, role, start, name):
        """Who holds by hand the same office from the same day, if the names have something in common."""
        words = [w for w in key(name).split() if len(w) > 2]
        for ident, row in self.k.entities.items():
            for other, since in self.role_index.get((ident, country), ()):
                if _same_office(role, other) and since != "?" and abs(_days(since) - _days(start)) < 5:
                    mine = key(row["name"] + " " + " ".join(a for a, _ in split_aliases(row["aliases"]))).split()
                    if any(_close(w, m, 0.75) for w in words for m in mine):
                        return ident
        return None

    def find(self, country, name, surname=None):
        wanted = key(name)
        parts = wanted.split()
        if len(parts) < 2:
            for ident, names in self.by_country[country]:
                if wanted in names:
                    return ident
            return None
        for ident, names in self.by_country[country]:
            if wanted in names or " ".join(sorted(parts)) in {" ".join(sorted(n.split())) for n in names}:
                return ident
        # names of fathers and houses say too little: such names must be equal
        if set(parts) & {"bin", "ibn", "bint"} or parts[-1] in HOUSES or not surname:
            return None
        fits = []
        for ident, names in self.by_country[country]:
            for other in names:
                pieces = set(other.split())
                if len(pieces) > 1 and not pieces & HOUSES and (set(parts) <= pieces or pieces <= set(parts)):
                    if ident not in fits:
                        fits.append(ident)
        if fits:
            return fits[0] if len(fits) == 1 else None
        # English names need no transliteration
        if self.by_country.root(country) in ("USA", "GBR", "AUS", "CAN", "NZL"):
            return None
        last = key(surname).split()[-1]
        first = parts[0] if parts[0] not in key(surname).split() else parts[-1]
        for ident, names in self.by_country[country]:
            for other in names:
                pieces = other.split()
                if len(pieces) < 2 or set(pieces) & {"bin", "ibn", "bint"}:
                    continue
                ends = (pieces[0], pieces[-1])
                if _close(last, ends[1], 0.8) and _close(first, ends[0], 0.75):
                    return ident
                if _close(last, ends[0], 0.8) and _close(first, ends[1], 0.75) and country in FAMILY_FIRST:
                    return ident
        return None

    def person(self, country, name, surname, kind="official", more=(), ids="", note="", ident=None):
        ident = ident or self.find(country, name, surname)
        if ident is None:
            for other in more:
                if " " in other:
                    ident = ident or self.find(country, other, surname)
        if ident is None:
            ident = new_id(name, self.k.taken, country)
            self.rows[ident] = {"type": kind, "name": name, "in": country, "ids": ids, "note": note}
            self.by_country[country].append((ident, [key(n) for n in [name, *more] if " " in n or n == name]))
        elif ident in self.rows:
            if ids and not self.rows[ident]["ids"]:
                self.rows[ident]["ids"] = ids
            self.by_country[country].append((ident, [key(name)]))
        if ident in self.rows:
            for other in [name, *more]:
                if other and other != self.rows[ident]["name"]:
                    self.aliases[ident].append((other, ""))
            if surname and len(self.rows[ident]["name"].split()) > 1 and surname != self.rows[ident]["name"]:
                marks = "=,+" if self.k.is_common(surname) else "+"
                self.aliases[ident].append((surname, marks))
                bare = re.match(r"^(?:al|el|ul)-(.{3,})$", surname)
                if bare:
                    self.aliases[ident].append((bare.group(1), "+"))
        return ident

    def role(self, ident, role, of, start, end, source):
        for other, since in self.role_index[(ident, of)]:
            if _same_office(role, other) and (since == "?" or start == "?" or abs(_days(since) - _days(start)) < 400):
                return
        self.role_index[(ident, of)].append((role, start))
        self.roles.append((ident, role, of, start, end, source))


HOUSES = {"thani", "sabah", "khalifa", "khalifah", "saud", "nahyan", "maktoum", "maktum", "qasimi", "said"}


@functools.lru_cache(maxsize=None)
def _close(a, b, least):
    if abs(len(a) - len(b)) > 3:
        return False
    if a == b:
        return True
    if a[:1] != b[:1] and {a[:1], b[:1]} not in ({"y", "e"}, {"k", "q"}, {"g", "q"}, {"a", "o"}, {"i", "y"}, {"s", "c"}):
        return False
    if len(a) < 4 or len(b) < 4:
        return False
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() >= least


def _same_office(a, b):
    if a == b:
        return True
    strip = lambda r: re.sub(r"^(interim|acting|transitional|caretaker) ", "", r)
    a, b = strip(a), strip(b)
    same = [{"premier", "prime minister"}, {"president", "head of state"}, {"taoiseach", "prime minister"},
            {"secretary of state", "head of government"}]
    return a == b or {a, b} in same


def _days(date):
    if not re.match(r"\d{4}", date or ""):
        return 0
    parts = [int(p) for p in date.split("-")] + [1, 1]
    return datetime.date(parts[0], max(1, min(12, parts[1])), max(1, min(28, parts[2]))).toordinal()


# starts that the source misprints, and appointments it gives for the day of office; checked by hand
CORRECTED_STARTS = {("ROU", "BOLOJAN", "2005-06-23"): "2025-06-23", ("GRC", "TASOULAS", "2020-03-13"): "2025-03-13",
                    ("LBN", "SALAM", "2013-04-06"): "2014-02-15", ("LTU", "BUTKEVICIUS", "2012-11-22"): "2012-12-13"}
GAP_START, GAP_END = "2017-06-01", "2020-11-23"


def leaders(people, sources):
    """Heads of state and government and their deputies 2015-2026."""
    rows, starts = [], defaultdict(set)
    sovereigns = {("USA", "president"), ("FRA", "president")}
    for row in read_rows(sources.derived("factbook_leaders_2015-2026.tsv")):
        country = people.k.iso3.get(row["iso2"]) or people.k.fips.get(row["fips"])
        role = role_of_title(row["title"])
        if not country or country not in people.k.entities or not role:
            continue
        if re.match(r"\d{4}", row["since"]):
            starts[(country, role)].add((row["since"], key(row["surname"]).split(" ")[-1]))
        name = tidy_name(row["name"])
        if "," in row["surname"].strip(" ,"):
            continue
        if not name or not re.match(r"\d{4}", row["since"]):
            continue
        family = row["surname"].strip(" ,")
        since = CORRECTED_STARTS.get((country, family, row["since"]), row["since"])
        rows.append([country, role, name, family, since, row["first_seen"], row["last_seen"]])
    for row in people.k.entities.values():
        for role, since in people.role_index.get((row["id"], row["in"]), ()):
            if len(since) > 6:
                starts[(row["in"], role)].add((since, key(row["name"])))
    # a sovereign's own office, named again for its territories and realms, is left out
    home = {"WILLEM-ALEXANDER": "NLD", "ELIZABETH": "GBR", "CHARLES": "GBR", "MARGRETHE": "DNK", "FREDERIK": "DNK"}
    main = {(n, s) for c, r, _, n, s, _, _ in rows if (c, r) in sovereigns}
    kept = []
    for row in rows:
        country, role, name, surname = row[:4]
        realm = home.get(surname.split()[0] if surname else "")
        if realm and realm != country and role in MONARCHS:
            continue
        if (surname, row[4]) in main and country not in ("USA", "FRA"):
            continue
        if country in US_TERRITORIES and role in ("president", "vice president"):
            continue
        if role not in MONARCHS and len(name.split()) < 2:
            continue
        kept.append(row)
    # one spell may come several times: under two columns, or with the name spelt differently
    spells = {}
    for country, role, name, surname, since, first, last in sorted(kept):
        spot = (country, role, key(surname), since)
        if spot in spells:
            old = spells[spot]
            old[5], old[6] = min(old[5], first), max(old[6], last)
            if len(name) > len(old[2]):
                old[7].append(old[2])
                old[2] = name
            elif name != old[2]:
                old[7].append(name)
        else:
            spells[spot] = [country, role, name, surname, since, first, last, []]
    ordered = sorted(spells.values(), key=lambda s: (s[0], s[1], s[4], s[2]))
    final = max(s[6] for s in ordered)
    single = {"president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan", "pope",
              "emperor", "governor", "governor-general", "taoiseach", "supreme leader", "chief minister"}
    for country, role, name, surname, since, first, last, variants in ordered:
        end = "" if last >= final else "?"
        if end and role in single:
            for began, names in sorted(starts[(country, role)]):
                if began <= since or key(surname).split(" ")[-1] in names.split():
                    continue
                # no snapshots between mid-2017 and late 2020: an office may have changed hands unseen
                seen = last != GAP_END and began >= _shift(last, -120) and _days(began) - _days(last) < 120
                if seen or (last == GAP_END and began <= GAP_START):
                    end = began
                break
        shown = name_case(name)
        family = name_case(surname)
        aliases = []
        tokens = shown.split()
        if role in MONARCHS and (len(tokens) < 3 or re.search(r"\b[IVX]{2,}\b", shown)):
            shown = re.sub(r" of the Netherlands$", "", shown)
            aliases.append(f"{role.title()} {shown}")
            family = ""
        elif name == name.upper():
            family = ""
        else:
            shown, aliases = short_name(shown, family, country)
        aliases += [name_case(v) for v in variants]
        ident = people.person(country, shown, family, more=aliases, ident=people.holder(country, role, since, shown))
        people.role(ident, role, country, since, end, "factbook")


def _shift(date, days):
    return (datetime.date.fromisoformat((date + "-01-01")[:10]) + datetime.timedelta(days=days)).isoformat()


def short_name(shown, family, country):
    """The form news uses, and the fuller ones: without patronymic, middle initial or maternal surname."""
    nickname = re.search(r'["“]([^"”]+)["”]', shown)
    if nickname and family:
        plain = " ".join(re.sub(r'["“][^"”]+["”]', "", shown).split())
        return nickname.group(1) + " " + family, [plain]
    tokens = shown.split()
    aliases = []
    suffix = ""
    if tokens[-1].strip(".,") in ("Jr", "Sr", "II", "III"):
        suffix = tokens.pop().strip(",")
        tokens[-1] = tokens[-1].rstrip(",")
    full = " ".join(tokens)
    if not family or tokens[0] == family.split()[0]:
        return (full + (" " + suffix if suffix else ""), [])
    text = " ".join(tokens)
    spot = text.find(family)
    upto = text[:spot + len(family)] if spot > 0 else text
    given = upto[:len(upto) - len(family)].split()
    middle = [g for g in given[1:]
              if not re.fullmatch(r"[A-Z]\.?", g) and not re.search(r"(ovich|evich|ovych|evych|yevich|ovna|evna|ivna|ichna|yich)$", g)]
    if country in LATIN or any(re.search(r"(ovich|evich|ovna|evna)$", g) for g in given[1:]):
        short = " ".join(given[:1] + [family])
        aliases += [" ".join(given[:1] + middle + [family]), upto, full]
    else:
        short = " ".join(given[:1] + middle + [family])
        aliases += [upto, full]
    if suffix:
        aliases.append(short + " " + suffix)
    return short, [a for a in dict.fromkeys(aliases) if a != short]


# -- United States -------------------------------------------------------------------------------------------------

def yaml_people(path):
    """The two files of congress-legislators: a list of maps of maps, and a list of maps called terms."""
    person, section, term = None, None, None
    with open(path, encoding="utf-8") as handle:
        for line in handle:
            line = line.rstrip("\n")
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            match = re.match(r"^- (\w+):\s*$", line)
            if match:
                if person:
                    yield person
                person = {"id": {}, "name": {}, "bio": {}, "terms": []}
                section = match.group(1)
                continue
            match = re.match(r"^  (\w+):\s*$", line)
            if match:
                section = match.group(1)
                continue
            match = re.match(r"^  - (\w+):\s*(.*)$", line)
            if match and section == "terms":
                term = {match.group(1): _scalar(match.group(2))}
                person["terms"].append(term)
                continue
            match = re.match(r"^    (\w+):\s*(.+)$", line)
            if match:
                if section == "terms" and term is not None:
                    term[match.group(1)] = _scalar(match.group(2))
                elif section in ("id", "name", "bio"):
                    person[section][match.group(1)] = _scalar(match.group(2))
    if person:
        yield person


def _scalar(text):
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1].replace("''", "'")
        text = re.sub(r"\\x([0-9A-Fa-f]{2})", lambda m: chr(int(m.group(1), 16)), text)
        text = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m.group(1), 16)), text)
    return text


AS_OF_CONGRESS = "2026-06-15"
PARTY = {"Republican": "republican-party-us", "Democrat": "democratic-party-us"}


def legislators(people, ties, sources):
    for person in yaml_people(sources.raw("congress-legislators", "legislators-current.yaml")):
        name, ident = _american(people, person)
        last = person["terms"][-1]
        runs = []
        for term in person["terms"]:
            chamber = "us-senate" if term["type"] == "sen" else "us-house"
            if runs and runs[-1][0] == chamber and abs(_days(term["start"]) - _days(runs[-1][2])) < 60:
                runs[-1][2] = term["end"]
            else:
                runs.append([chamber, term["start"], term["end"]])
        for chamber, start, end in runs:
            role = "senator" if chamber == "us-senate" else "representative"
            people.role(ident, role, chamber, start, "" if end > AS_OF_CONGRESS else end, "congress-legislators")
        if ident in people.rows:
            district = "" if last["type"] == "sen" else ", district " + last.get("district", "")
            people.rows[ident]["note"] = f"{last['state']}{district}"
        party = PARTY.get(last.get("party", ""))
        if party:
            ties.append((ident, "party", party, "?", "", "congress-legislators"))
    for person in yaml_people(sources.raw("congress-legislators", "executive.yaml")):
        terms = [t for t in person["terms"] if t["type"] == "prez" or t["end"] > "1945"]
        if not terms:
            continue
        first = terms[0]
        known = people.holder("USA", "president" if first["type"] == "prez" else "vice president", first["start"],
                              person["name"]["last"])
        name, ident = _american(people, person, known)
        for term in terms:
            role = "president" if term["type"] == "prez" else "vice president"
            people.role(ident, role, "USA", term["start"], "" if term["end"] > AS_OF_CONGRESS else term["end"],
                        "congress-legislators")


def _american(people, person, known=None):
    parts = person["name"]
    first, last = parts["first"], parts["last"]
    wiki = re.sub(r" \(.*\)$", "", person["id"].get("wikipedia", ""))
    plain = f"{first} {last}"
    main = wiki if wiki and key(last) in key(wiki) else plain
    more = [plain, parts.get("official_full", "")]
    if parts.get("nickname"):
        more.append(f"{parts['nickname']} {last}")
    if parts.get("middle"):
        more.append(f"{first} {parts['middle']} {last}")
    ids = "wd:" + person["id"]["wikidata"] if person["id"].get("wikidata") else ""
    if person["id"].get("bioguide"):
        ids = (ids + " bioguide:" + person["id"]["bioguide"]).strip()
    more = [m for m in dict.fromkeys(more) if m and m != main and not re.fullmatch(r"[A-Z]\.? .*", m) or m == main]
    return main, people.person("USA", main, last, more=[m for m in more if m != main], ids=ids, ident=known)


# -- PETRARCH --------------------------------------------------------------------------------------------------------

def petrarch(people, sources):
    """Members of governments from 2000 to about 2013 (marked CountryInfo.txt in the source)."""
    path = sources.raw("petrarch2", "Phoenix.Countries.actors.txt")
    blocks, current = [], None
    with open(path, encoding="utf-8", errors="replace") as handle:
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
    for name, synonyms, codes, marked in blocks:
        if not marked:
            continue
        shown = petrarch_name(name)
        if not shown or re.search(r" [IVX]+$", shown):
            continue
        spells = []
        for code in codes:
            match = re.match(r"^([A-Z]{3})(GOV|MIL|JUD)([A-Z]*)\s+([<>]?)(\d{6,8})(?:-(\d{6,8}))?$", code.strip())
            if not match:
                continue
            country, kind, sector, sign, start, end = match.groups()
            start, end = petrarch_date(start), petrarch_date(end)
            if sign == "<" or start is None:
                continue
            spells.append((country, kind, sector, start, end, sign))
        spells = [s for s in spells if s[4] is None or s[4] >= "2000"]
        if not spells or spells[0][0] not in people.k.entities:
            continue
        # plain government posts and those of defence, finance, justice and police: the ones news names
        if not any(s[2] in ("", "MIL", "COP", "SPY") for s in spells):
            continue
        # a short spell in a government nobody remembers is noise
        if sum(_days(s[4] or "2010-12-31") - _days(max(s[3], "2000-01-01")) for s in spells) < MIN_DAYS:
            continue
        country = spells[0][0]
        more = [petrarch_name(s) for s in synonyms]
        more = [m for m in more if m and " " in m and not m.split()[0].lower() in TITLE_WORDS]
        tokens = shown.split()
        ident = people.find(country, shown, tokens[-1])
        if ident and ident not in people.rows:
            continue
        ident = people.person(country, shown, _family(tokens, country), more=more)
        kind_names = {"GOV": "government official", "MIL": "military officer", "JUD": "judge"}
        for country, kind, sector, start, end, sign in sorted(spells, key=lambda s: s[3]):
            # the source starts counting on 1 January 2003 and the like: such a start is not one
            since = "?" if start.endswith("-01-01") else start
            until = "?" if end is None or end.endswith("-12-31") or end >= "2010-06" else end
            people.role(ident, kind_names[kind], country, since, until, "petrarch2")


MIN_DAYS = 1000
FAMILY_FIRST = {"CHN", "KOR", "PRK", "VNM", "TWN", "HKG", "MAC", "SGP", "MYS", "KHM"}
TITLE_WORDS = {"president", "prime", "minister", "premier", "king", "queen", "sheikh", "general", "colonel", "sultan",
               "prince", "princess", "emir", "emperor", "dr", "sir", "foreign", "defense", "defence", "finance",
               "interior", "deputy", "vice", "chancellor", "secretary", "ambassador", "governor", "mayor", "senator",
               "former", "the", "col", "gen", "lt", "major", "brigadier", "cardinal", "ayatollah", "mullah", "lord",
               "pm", "chairman", "justice", "admiral", "marshal", "captain", "commander", "crown", "shaykh", "hrh"}


def _family(tokens, country):
    if len(tokens) < 2:
        return ""
    if country in ("SGP", "MYS", "HKG", "IDN", "MMR", "ISL", "ETH", "ERI", "BTN", "THA"):
        return ""
    if country in LATIN and country not in ("BRA", "PRT", "AGO", "MOZ", "CPV") and len(tokens) > 2:
        return ""                                # first or second surname? the source does not tell
    if country in FAMILY_FIRST:
        return tokens[0]
    return tokens[-1] if len(tokens[-1]) > 2 else ""


def petrarch_name(text):
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
    if all(len(t.strip(".")) < 3 for t in tokens):
        return None
    out = []
    for number, token in enumerate(tokens):
        shown = name_case(token) if len(token.strip(".")) > 1 else token
        shown = re.sub(r"^(Al|El|Ul)-(.)", lambda m: m.group(1).lower() + "-" + m.group(2).upper(), shown)
        if number and token.lower() in PARTICLES - {"abu", "san", "the"}:
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


# -- ParlGov ---------------------------------------------------------------------------------------------------------

def presidents(people, sources):
    countries = {r["id"]: r["name_short"] for r in read_csv(sources.raw("parlgov", "country.csv"))}
    rows = sorted(read_csv(sources.raw("parlgov", "politician_president.csv")), key=lambda r: int(r["id"]))
    for row in rows:
        country = countries.get(row["country_id"], "")
        name = re.sub(r"\s+", " ", row["person_id_source"].strip())
        if country not in people.k.entities or len(name.split()) < 2 or not re.fullmatch(r"[^\d(),]+", name):
            continue
        if row["end_date"] and row["end_date"] < "1990":
            continue
        tokens = name.split()
        ident = people.person(country, name, tokens[-1])
        end = row["end_date"] if row["end_date"] and row["end_date"] < "2025" else "?"
        if (country, row["end_date"]) == ("TUR", "2000-05-16"):
            end = "2000-05-15"
        people.role(ident, "president", country, row["start_date"], end, "parlgov")


def tables(people):
    entities = []
    for ident, row in sorted(people.rows.items()):
        entities.append([ident, row["type"], "", row["name"], join_aliases(row["name"], people.aliases[ident]),
                         row["in"], row["ids"], row["note"]])
    order = {e[0] for e in entities} | set(people.k.entities)
    roles = sorted(r for r in set(people.roles) if r[0] in order)
    return entities, roles
