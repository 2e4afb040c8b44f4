"""What the compilers know before they start: the tables written by hand, and which words are common."""
import re
from collections import defaultdict

from common import fold, hand_tables, key, read_csv, read_rows, split_aliases


# single names of companies and parties that news uses as words
ALSO_COMMON = {"carnival", "generations", "coherent", "crossroads", "enough", "equitable", "everyone", "motherland", "partners", "prudential",
               "rainbow", "servants", "sesame", "transformers", "value"}


class Knowledge:
    """Ids taken, surfaces in use, countries by code, common words."""

    def __init__(self, folder, sources):
        self.sources = sources
        self.taken = set()
        self.entities = {}
        self.surfaces = defaultdict(set)          # surface -> ids
        self.names_by_type = defaultdict(dict)    # type -> key of name or plain alias -> id
        for _, path in hand_tables(folder):
            for row in read_rows(path):
                if "id" in row and "type" in row and "name" in row:
                    self.add(row)
        self.lower_surfaces = {surface.lower() for surface in self.surfaces}
        self.iso3 = {}
        self.wikidata = {}
        for row in read_csv(sources.raw("country-codes", "country-codes.csv")):
            two, three = row["ISO3166-1-Alpha-2"].strip(), row["ISO3166-1-Alpha-3"].strip()
            if two and three:
                self.iso3[two] = three
        self.iso3.setdefault("XK", "XKX")
        self.fips = {}
        for row in read_rows(sources.derived("factbook_countries.tsv")):
            if row["iso3"]:
                self.fips[row["fips"]] = row["iso3"]
        self.fips.update({"kv": "XKX", "ri": "SRB", "gz": "PSE", "we": "PSE", "nl": "NLD", "sv": "SJM"})
        self.country_by_name = {}
        self.adjective = {}
        for row in self.entities.values():
            if row["type"] != "country":
                continue
            for surface, marks in [(row["name"], [])] + split_aliases(row["aliases"]):
                if not marks or marks == ["="]:
                    self.country_by_name.setdefault(key(surface), row["id"])
                dated = any(".." in mark for mark in marks)
                if "adj" in marks and not dated and row["id"] not in self.adjective:
                    self.adjective[row["id"]] = surface
        self.common = common_words(sources)
        self.western_given = {r["name"] for r in read_rows(sources.derived("names_given.tsv"))
                              if "census" in r["sources"] and len(r["name"]) > 4} - {"Chang", "Cheng", "Huang", "Kwang", "Young"}

    def add(self, row):
        self.taken.add(row["id"])
        self.entities[row["id"]] = row
        for surface, marks in [(row["name"], [])] + split_aliases(row["aliases"]):
            self.surfaces[surface].add(row["id"])
            if not set(marks) & {"adj", "dem", "met", "+"} and " " in surface or surface == row["name"]:
                self.names_by_type[row["type"]].setdefault(key(surface), row["id"])

    def known(self, name, *types):
        for kind in types:
            found = self.names_by_type[kind].get(key(name))
            if found:
                return found
        return None

    def is_western_given(self, token):
        return token in self.western_given

    def is_common(self, surface):
        """Whether a surface of one word is also an English word."""
        word = fold(surface).lower().replace(".", "")
        return word in self.common or word in ALSO_COMMON


def common_words(sources):
    """English words in lower case: from the glosses, verbs and nouns of the sources."""
    words = set()
    for row in read_rows(sources.derived("namenet_curated.tsv")):
        words.update(w for w in re.findall(r"(?<![\w'-])[a-z]{2,}(?![\w'-])", row["gloss"]))
    for row in read_rows(sources.derived("oewn_verbs.tsv")):
        for word in [row["lemma"]] + row["irregular_forms"].replace(",", " ").split():
            if re.fullmatch(r"[a-z]{2,}", word):
                words.add(word)
    for row in read_rows(sources.derived("event_verb_forms.tsv")):
        words.update(w for w in row.values() if re.fullmatch(r"[a-z]{2,}", w))
    for row in read_rows(sources.derived("oewn_verb_noun.tsv")):
        if re.fullmatch(r"[a-z]{2,}", row["noun"]):
            words.add(row["noun"])
    for name in ("oewn_role_nouns.tsv", "oewn_org_nouns.tsv"):
        for row in read_rows(sources.derived(name)):
            if re.fullmatch(r"[a-z]{2,}", row["noun"]):
                words.add(row["noun"])
    return words
