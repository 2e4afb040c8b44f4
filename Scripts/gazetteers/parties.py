"""Parties of the Factbook, ParlGov and Party Facts."""
import re
from collections import defaultdict

from common import FUNCTION_WORDS, LATIN_ONLY, join_aliases, key, new_id, read_csv, read_rows, split_aliases

# parties of a part of a state that the sources list for the whole or for a neighbour
ELSEWHERE_TOO = {"gb-nir": ("GBR", "IRL"), "gb-sct": ("GBR",), "gb-wls": ("GBR",), "IRL": ("GBR",), "GRL": ("DNK",), "SDN": ("SSD",),
                 "SSD": ("SDN",)}


def parties(k):
    """Parties of the Factbook, ParlGov and Party Facts; a name in use in several countries needs other evidence."""
    have, shorts_of = defaultdict(set), defaultdict(set)
    for row in k.entities.values():
        if row["type"] == "organisation" and row["subtype"] in ("party", "movement", "armed-group", "coalition"):
            for surface, _ in [(row["name"], [])] + split_aliases(row["aliases"]):
                for country in {row["in"], *ELSEWHERE_TOO.get(row["in"], ())}:
                    have[country].add(_party_key(surface, country, k))
                    if len(surface) > 2 and " " not in surface:
                        shorts_of[country].add(key(surface))
    found, by_native = {}, {}

    def add(country, name, short, native="", since="", until="", wikidata="", source=""):
        name = re.sub(r"\s*\([^)]*(\)|$)", "", name).strip(" .;-)")
        native = re.sub(r"\s*\([^)]*(\)|$)", "", native).strip()
        if until and since and until < since:
            until = ""
        name = re.sub(r"\s+", " ", name)
        if country not in k.entities or not 4 < len(name) < 80 or not LATIN_ONLY.match(name) or not name[0].isupper():
            return
        if re.search(r"\d{3,}| (or|and its|includes|including|see) |[:;\"/]|^(Other|Independent|None|Various|No |Note)", name):
            return
        if until and until < "1990":
            return
        spot = (country, _party_key(name, country, k))
        if not spot[1] or spot[1] in have[country] or key(short) in shorts_of[country] or key(native) in shorts_of[country]:
            return
        for other in (native, name):
            spot = by_native.get((country, key(other)), spot) if other else spot
        if any(_party_key(n, country, k) in have[country] for n in (native,) if n):
            return
        for other in (native, name):
            if other:
                by_native.setdefault((country, key(other)), spot)
        row = found.setdefault(spot, {"name": name, "short": [], "native": [], "since": "", "until": "", "wd": "", "src": []})
        short = short.strip()
        code = source == "parlgov" and not short.isupper()
        if re.fullmatch(r"[A-Z][A-Za-z0-9&+/-]{1,9}", short) and short not in row["short"] and not code and key(short) not in FUNCTION_WORDS:
            row["short"].append(short)
        if native and native != name and LATIN_ONLY.match(native) and not re.search(r"[\[\]{}]|''", native) and len(native) < 70 and native not in row["native"]:
            row["native"].append(native)
        row["since"], row["until"] = row["since"] or since, row["until"] or until
        row["wd"] = row["wd"] or wikidata
        if source not in row["src"]:
            row["src"].append(source)

    for row in read_rows(k.sources.derived("factbook_parties.tsv")):
        country = k.iso3.get(row["iso2"]) or k.fips.get(row["fips"]) or ""
        add(country, row["party"].split(";")[0].split(" or ")[0], row["abbreviation"], source="factbook")
    for row in read_csv(k.sources.raw("parlgov", "view_party.csv")):
        add(row["country_name_short"], row["party_name_english"], row["party_name_short"], row["party_name"], source="parlgov")
    wikidata = {(r["country"], r["partyfacts_id"]): r["wikidata_id"]
                for r in read_csv(k.sources.raw("partyfacts", "wikidata.csv"))}
    for row in read_csv(k.sources.raw("partyfacts", "wikipedia.csv")):
        add(row["country"], row["name"], row["name_short"], row["name_native"], row["year_founded"],
            row["year_dissolved"], wikidata.get((row["country"], row["partyfacts_id"]), ""), source="partyfacts")
    names, shorts = defaultdict(set), defaultdict(set)
    for (country, _), row in found.items():
        names[key(row["name"])].add(country)
        for short in row["short"]:
            shorts[short].add(country)
    rows = []
    for (country, _), row in sorted(found.items()):
        # ParlGov lists many small and long-gone parties; alone, without years, they are noise
        if row["src"] == ["parlgov"]:
            continue
        # of the parties that only Party Facts lists those without years and those of our grandfathers
        if row["src"] == ["partyfacts"] and (row["since"] < "1975" or not row["wd"] or (row["until"] and row["until"] < "2010")):
            continue
        name = row["name"]
        shared = len(names[key(name)]) > 1 or name in k.surfaces
        words = name.split()
        if shared or (len(words) == 1 and (k.is_common(words[0]) or words[0] in k.names)) \
                or all(k.is_common(w) and w.lower() not in ("party", "movement", "front") for w in words):
            aliases = [(name, "~")]
        else:
            aliases = []
        adjective = k.adjective.get(country)
        if shared and adjective and not name.startswith(adjective):
            aliases.append((f"{adjective} {name}", ""))
        aliases += [(n, "~" if len(n.split()) == 1 else "") for n in row["native"][:2]]
        aliases += [(s, "=,~") for s in row["short"][:2]]
        ident = new_id(name if not shared else f"{name} {k.adjective.get(country, country)}", k.taken, country)
        years = f"{row['since']}..{row['until']}" if row["since"] or row["until"] else ""
        rows.append([ident, "organisation", "party", name, join_aliases(name, aliases), country,
                     "wd:" + row["wd"] if row["wd"] else "", " ".join([years, "+".join(row["src"])]).strip()])
    return rows


def _party_key(name, country, k):
    words = key(name).split()
    adjective = key(k.adjective.get(country, ""))
    country_name = key(k.entities[country]["name"]) if country in k.entities else ""
    drop = {"the", "of", "for", "and", "party", "s", adjective} | set(country_name.split())
    left = [w for w in words if w not in drop]
    return " ".join(left or words)
