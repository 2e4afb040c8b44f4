#!/usr/bin/env python3
"""Writes Gazetteers/lexicon/name-genders.tsv: given names that nearly always are a woman's or a man's.

usage: name_genders.py SOURCES OUTPUT

SOURCES holds `raw/census1990/` with the name frequencies of the US Census of 1990 (public domain).
The same sources give the same bytes.
"""
import os
import sys

# How many times as frequent a name must be among the one as among the other.
RATIO = 12
HEADER = """\
# Given names that nearly always are a woman's (female-name) or a man's (male-name).
# source: name frequencies of the US Census of 1990 (public domain)
class\tword\tnote
"""


def frequencies(sources, name):
    with open(os.path.join(sources, "raw", "census1990", name), encoding="ascii") as lines:
        return {fields[0].lower(): float(fields[1]) for fields in map(str.split, lines) if len(fields) >= 2}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sources, output = sys.argv[1:]
    female = frequencies(sources, "dist.female.first")
    male = frequencies(sources, "dist.male.first")

    def mostly(one, other):
        return sorted(name for name, share in one.items() if share > RATIO * other.get(name, 0))

    with open(output, "w", encoding="utf-8", newline="\n") as table:
        table.write(HEADER)
        table.writelines(f"female-name\t{name.title()}\t\n" for name in mostly(female, male))
        table.writelines(f"male-name\t{name.title()}\t\n" for name in mostly(male, female))


if __name__ == "__main__":
    main()
