"""Heads of state and government and their deputies 2015-2026, from the history of the Factbook."""
import datetime
import re
from collections import defaultdict

from common import key, read_rows
from corrections import corrected
from people import _days
from personal_names import name_case, short_name, tidy_name

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
    if re.search(r"designate|elect\b", title.lower()):
        return None
    title = re.sub(r"\s+", " ", title.strip().lower().rstrip(","))
    for pattern, role in ROLE_OF_TITLE:
        if re.match(pattern, title):
            return "president" if role is None and "spain" not in title else (role or "prime minister")
    return None


# starts that the source misprints, and appointments it gives for the day of office; checked by hand
CORRECTED_STARTS = {("ROU", "BOLOJAN", "2005-06-23"): "2025-06-23", ("GRC", "TASOULAS", "2020-03-13"): "2025-03-13",
                    ("LBN", "SALAM", "2013-04-06"): "2014-02-15", ("LTU", "BUTKEVICIUS", "2012-11-22"): "2012-12-13"}
# rows of the source that mix two holders or two columns up
NOT_HELD = {("AUT", "BURES KOPF HOFER", "president"), ("GUY", "PHILLIPS", "2015-05-20"), ("ISL", "TOMASDOTTIR", "prime minister"), ("KGZ", "KASYMALIYEV", "president"),
            ("SVK", "CAPUTOVA", "2014-06-15"), ("SVN", "PIRC MUSAR", "prime minister"), ("LBN", "HARIRI", "2020-10-22"),
            ("VAT", "VERGEZ ALZAGA", "president")}
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
        if {(country, row["surname"], row["since"]), (country, row["surname"], role)} & NOT_HELD:
            continue
        if not re.match(r"\d{4}", row["since"]):
            continue
        for name, family in _holders(row["name"], row["surname"].strip(" ,")):
            since = CORRECTED_STARTS.get((country, family, row["since"]), row["since"])
            rows.append([country, role, name, family, since, row["first_seen"], row["last_seen"]])
    for row in people.k.entities.values():
        for role, since, _ in people.role_index.get((row["id"], row["in"]), ()):
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
        shown, family, aliases = _named(country, role, name, surname)
        aliases += [name_case(v) for v in variants]
        ident = people.person(country, shown, family, more=aliases, ident=people.holder(country, role, since, shown))
        people.role(ident, role, country, since, end, "factbook")


def _named(country, role, name, surname):
    """The name news uses, the surname, and other forms of the name."""
    shown, family = name_case(name), name_case(surname)
    right = corrected(country, shown)
    if right != shown:
        return shown, family, []                # People puts it right
    if role in MONARCHS and (len(shown.split()) < 3 or re.search(r"\b[IVX]{2,}\b", shown)):
        shown = re.sub(r" of the Netherlands$", "", shown)
        return shown, "", [f"{role.title()} {shown}"]
    if name == name.upper():
        return shown, "", []
    shown, aliases = short_name(shown, family, country)
    return shown, family, aliases


def _holders(cell, surname):
    """(name, surname) of each holder in a cell; the source lists deputies together."""
    name = tidy_name(cell)
    if name and _one_person(name, surname):
        return [(name, surname)]
    if re.search(r"\b(aka|formerly|also spelled|Gen)\b", cell):
        return []
    found = []
    for part in re.split(r",| and ", cell):
        name = tidy_name(part)
        family = re.findall(r"(?<!\S)(?:(?:DE|VAN|EL|AL) )?[^\sa-z]{3,}(?!\S)", part)
        if name and len(name.split()) > 1 and len(family) == 1:
            found.append((name, family[0]))
    return found if len(found) > 1 else []


def _one_person(name, surname):
    """Not two holders run together: the words of the surname follow one another, but for small words and numbers."""
    words = [re.escape(word) for word in key(surname.strip(" ,")).split()]
    return re.search(r"\b" + r"( \w{1,3})* ".join(words) + r"\b", key(name)) is not None


def _shift(date, days):
    return (datetime.date.fromisoformat((date + "-01-01")[:10]) + datetime.timedelta(days=days)).isoformat()
