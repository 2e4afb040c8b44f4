"""Collects people of several sources; one met twice stays one row."""
import datetime
import difflib
import functools
import re
from collections import defaultdict

from common import FUNCTION_WORDS, join_aliases, key, new_id, read_rows, split_aliases
from corrections import apart, corrected
from personal_names import FAMILY_FIRST

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
            self.role_index[(row["person"], row["of"])].append((row["role"], row["from"], row["to"]))

    def holder(self, country, role, start, name):
        """Who holds by hand the same office from the same day, if the names have something in common."""
        words = [w for w in key(name).split() if len(w) > 2]
        for ident, row in self.k.entities.items():
            for other, since, _ in self.role_index.get((ident, country), ()):
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
        if set(parts) & {"bin", "ibn", "bint"} or parts[-1] in HOUSES or not surname or apart(country, name):
            return None
        fits = []
        for ident, names in self.by_country[country]:
            for other in names:
                pieces = set(other.split())
                if apart(country, other):
                    continue
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
        right = corrected(country, name)
        if right is None:
            return None
        if right != name:
            more, name, surname = [name, *more], right, _surname_in(right, surname)
        surname = re.sub(r"^(?:[A-Z]\.)+ +", "", surname or "")
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
            if len(surname or "") > 1 and key(surname) not in FUNCTION_WORDS and len(self.rows[ident]["name"].split()) > 1 and surname != self.rows[ident]["name"]:
                marks = "=,+" if self.k.is_common(surname) else "+"
                self.aliases[ident].append((surname, marks))
                bare = re.match(r"^(?:al|el|ul)-(.{3,})$", surname)
                if bare:
                    self.aliases[ident].append((bare.group(1), "+"))
        return ident

    def role(self, ident, role, of, start, end, source):
        if ident is None:
            return
        for place, (other, since, until) in enumerate(self.role_index[(ident, of)]):
            if _same_office(role, other) and (since == "?" or start == "?" or abs(_days(since) - _days(start)) < 400
                                              or since < start < (until or "9") and until != "?"):
                self._learn_end(ident, of, place, end, source)
                return
        self.role_index[(ident, of)].append((role, start, end))
        self.roles.append((ident, role, of, start, end, source))


    def _learn_end(self, ident, of, place, end, source):
        """A compiled spell without a known end takes the one of the same spell under another spelling."""
        role, since, until = self.role_index[(ident, of)][place]
        spell = (ident, role, of, since, until, source)
        if until == "?" and end != "?" and spell in self.roles:
            self.roles[self.roles.index(spell)] = (ident, role, of, since, end, source)
            self.role_index[(ident, of)][place] = (role, since, end)


HOUSES = {"thani", "sabah", "khalifa", "khalifah", "saud", "nahyan", "maktoum", "maktum", "qasimi", "said"}


def _surname_in(name, surname):
    """The surname as a corrected name has it: its last word, unless that is the name of a house."""
    last = name.split()[-1]
    if key(surname) and name.endswith(surname):
        return surname
    words = set(key(name).split())
    return "" if key(last) in HOUSES or words & {"bin", "ibn"} or len(words) < 2 else last


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


def tables(people):
    entities = []
    for ident, row in sorted(people.rows.items()):
        entities.append([ident, row["type"], "", row["name"], join_aliases(row["name"], people.aliases[ident]),
                         row["in"], row["ids"], row["note"]])
    order = {e[0] for e in entities} | set(people.k.entities)
    roles = sorted(r for r in set(people.roles) if r[0] in order)
    return entities, roles
