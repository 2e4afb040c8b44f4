"""Members of the US Congress, and presidents and vice presidents."""
import re

from common import key
from people import _days

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
