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
# Frequent words that are nothing but names of bodies and places, though no list of names has them.
BODIES_AND_PLACES = set("""
aceh aclu adb afar afp aig airbus alitalia amtrak anbar anc anhui antara aol apec asahi asean audi bagram
barclays bbc bethesda bhp bihac bjp bnp bundesbank bundesliga cbc cbs cdc chengdu chevron chiapas chrysler cia
citigroup cnbc cnn comcast compaq cpc cppcc daewoo dagestan daimlerchrysler davos derbyshire dili diyala
dorset dpp drc dundee ebay ecb ecowas enron epa eurozone exeter faa facebook fallujah fao fbi fcc fda fedex
fia fifa ftc fujian gazprom gcc google guangxi haaretz hainan hbo heathrow helmand henan hongkong hsbc hubei
hull hyundai iaaf iaea icc icrc idf ifor imf ingushetia interfax interpol ioc ipswich irna irs isaf itv jaffna
jenin jiangsu jpmorgan juventus kadima kaohsiung kcna kerala kgb kla klm knesset kyodo lakers leverkusen
liaoning likud lockerbie lra lufthansa maastricht malibu mallorca mastercard mdc mercosur michelin
middlesbrough milf mlb mls mostar motorola msnbc naacp nafta najaf nasa nascar nato nba nbc ncaa nec nestle
newsweek nfl nhk nhl nikkei nintendo nissan nld nokia norwich npc nra nsw ntv nyc nyt oas oau oecd oic opec
osce parma pbs pepsico pfizer pkk plo pri pristina qantas qinghai quetta rafah rajasthan ramadi ramallah rbi
rennes reuters saarc sabha sadc samarra samsung sco sec shaanxi shandong shanghai shanxi shenzhen sindh
smithsonian sony southampton spd srebrenica srinagar starbucks suffolk taliban tanjug tass teamsters texaco
tiananmen tikrit tni toshiba tottenham tuzla twitter uae uaw ubs ucla uefa ufc undp unesco unhcr unicef unita
usda valladolid verizon viacom vivendi vodafone volkswagen wachovia waziristan wfp wikileaks wnba wolfsburg
worldcom wta wto xiamen xinhua yomiuri yonhap youtube yukos zhejiang
""".split())
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
        and word not in BODIES_AND_PLACES
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
