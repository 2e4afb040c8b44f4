#!/usr/bin/env python3
"""Writes Gazetteers/lexicon/common-words.tsv: ordinary English words, which no capital makes a name.

usage: common_words.py SOURCES OUTPUT

SOURCES holds `derived/` with the Open English WordNet lists (oewn_verbs, oewn_verb_noun,
oewn_role_nouns, oewn_org_nouns), names (names_given, names_surname, namenet_curated) and the GloVe
clusters, whose order is that of frequency (glove6B50_clusters_60k). A frequent word is ordinary when it
is a form of a lemma of the lists, or when no list of names has it. The same sources give the same bytes.
"""
import os
import re
import sys

MOST_FREQUENT = 20_000
HEADER = """\
# Ordinary English words: a capital alone does not make a name of them.
# source: lemmas of Open English WordNet (CC BY 4.0, derived from Princeton WordNet) and their regular forms among the
# 20,000 most frequent words of GloVe 6B (Pennington, Socher, Manning 2014; PDDL-1.0), given names left out, and
# those frequent words that no list of names has (Faker, MIT; US Census 1990, public domain; English NameNet, CC BY 4.0)
class\tword\tnote
"""
# A regular form and what its lemma ends with instead.
ENDINGS = [("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("d", "")]


def rows(folder, name):
    with open(os.path.join(folder, "derived", name + ".tsv"), encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def is_form(word, lemmas):
    return any(
        word.endswith(ending) and word[: len(word) - len(ending)] + other in lemmas
        for ending, other in ENDINGS
    )


def common_words(sources):
    lemmas = {row[0] for name in ("oewn_verbs", "oewn_role_nouns", "oewn_org_nouns") for row in rows(sources, name)}
    lemmas |= {word for row in rows(sources, "oewn_verb_noun") for word in row[:2]}
    given = {row[0].lower() for row in rows(sources, "names_given")}
    names = given | {row[0].lower() for row in rows(sources, "names_surname")}
    names |= {word.lower() for row in rows(sources, "namenet_curated") for word in re.findall(r"[A-Z]\w+", row[3])}
    frequent = [row[0] for _, row in zip(range(MOST_FREQUENT), rows(sources, "glove6B50_clusters_60k"))]
    return sorted(
        word for word in frequent
        if re.fullmatch("[a-z]{3,}", word)
        and (word not in names or (word not in given and is_form(word, lemmas)))
    )


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sources, output = sys.argv[1:]
    with open(output, "w", encoding="utf-8", newline="\n") as table:
        table.write(HEADER)
        table.writelines(f"common\t{word}\t\n" for word in common_words(sources))


if __name__ == "__main__":
    main()
