#!/usr/bin/env python3
"""sample_graphs.py FOLDER: graphs in JSON lines that every format must survive.

empty.jsonl, one.jsonl (a node), nasty.jsonl (names that mean something to some format or program),
large.jsonl (2,000 nodes, 20,000 edges)."""
import json
import random
import sys

NASTY = [
    'He said "no" & left', "]]>", "<script>alert(1)</script>", "</script><!--", "a\x00b\x01c\x7fd",
    "line\nbreak\r\n\ttab\u2028end", "  spaces  ", "emoji 🇰🇷 👩‍👩‍👧", "עברית و العربية", "\u202ertl",
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", 'C:\\new\\"table', "a;b,c|d¶e", "&amp; &#65; &lt",
    "cafe\u0301", "`'$(id)\\", "\ufffe\uffff", "", " ", "node", "%s%n", "INFLATION", "\x1b[31mred",
    '"];}', "\\", "\\N\\G", "{a|b}", "'; DROP", "--", "/*", "*/", "\\u0027}) DETACH DELETE n //",
    "<<b>bold</b>>", "[[link]]", "`$= 1`", "CON", "../up", "---", "null", "1e5", "true", "long " * 4000,
]
TYPES = ["person", "official", "country", "organisation", "place", "group", "event"]
MODALITIES = ["asserted", "possible", "planned", "demanded", "conditional", "denied", "hypothetical"]
CATEGORIES = ["AGREE", "AID", "ACCUSE", "ASSAULT", "office", "communication", "other"]


def node(number, name):
    return {"id": f"x-{number}", "label": name, "type": TYPES[number % 7], "subtype": name,
            "aliases": [name, name], "roles": [name], "ids": {"a": name}, "mentions": number,
            "articles": 1}


def edge(number, source, target, name, day):
    return {"source": f"x-{source}", "target": f"x-{target}", "id": f"e-{number}",
            "relation": name or "do", "lemma": name or "do", "category": CATEGORIES[number % 7],
            "grade": "ABC"[number % 3], "polarity": ["affirmed", "negated"][number % 5 == 0],
            "modality": MODALITIES[number % 7], "symmetric": number % 4 == 0, "weight": 1, "count": 1,
            "theme": [name], "speakers": [{"name": name, "count": 1}], "first_date": day,
            "last_date": day,
            "evidence": [{"article": "a.txt", "date": day, "grade": "A", "quote": name, "sentence": 0,
                          "sentence_span": [0, 9], "trigger": [3, 4], "source": [0, 1],
                          "target": [5, 6]}]}


def write(path, nodes, edges):
    articles = [{"id": "a.txt", "content_hash": "0", "title": NASTY[2], "date": "2024-01-02",
                 "date_source": "header"}] if edges else []
    counts = {"version": 1, "articles": len(articles), "nodes": len(nodes), "edges": len(edges)}
    lines = [{"graph": counts}] + [{"article": a} for a in articles]
    lines += [{"node": n} for n in nodes] + [{"edge": e} for e in edges]
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def main(folder):
    write(f"{folder}/empty.jsonl", [], [])
    write(f"{folder}/one.jsonl", [node(1, "Russia")], [])
    count = len(NASTY)
    write(f"{folder}/nasty.jsonl", [node(i, name) for i, name in enumerate(NASTY)],
          [edge(i, i, (i + 1) % count, name, "2024-01-02") for i, name in enumerate(NASTY)])
    chance = random.Random(1)
    ends = [(chance.randrange(2000), chance.randrange(1, 2000)) for _ in range(20000)]
    write(f"{folder}/large.jsonl", [node(i, f"Entity {i}") for i in range(2000)],
          [edge(i, a, (a + b) % 2000, f"verb {i}", f"2024-{i % 12 + 1:02}-{i % 28 + 1:02}")
           for i, (a, b) in enumerate(ends)])


if __name__ == "__main__":
    main(sys.argv[1])
