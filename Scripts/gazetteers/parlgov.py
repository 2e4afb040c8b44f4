"""Presidents of ParlGov."""
import re

from common import read_csv

def presidents(people, sources):
    countries = {r["id"]: r["name_short"] for r in read_csv(sources.raw("parlgov", "country.csv"))}
    rows = sorted(read_csv(sources.raw("parlgov", "politician_president.csv")), key=lambda r: int(r["id"]))
    for row in rows:
        country = countries.get(row["country_id"], "")
        name = re.sub(r"\s+", " ", row["person_id_source"].strip())
        if country not in people.k.entities or len(name.split()) < 2 or not re.fullmatch(r"[^\d(),]+", name):
            continue
        if row["end_date"] and row["end_date"] < "1990":
            continue
        tokens = name.split()
        ident = people.person(country, name, tokens[-1])
        end = row["end_date"] if row["end_date"] and row["end_date"] < "2025" else "?"
        if (country, row["end_date"]) == ("TUR", "2000-05-16"):
            end = "2000-05-15"
        people.role(ident, "president", country, row["start_date"], end, "parlgov")
