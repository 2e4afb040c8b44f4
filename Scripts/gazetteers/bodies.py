"""International bodies and memberships, from Internacia and the Factbook."""
import re

from common import LATIN_ONLY, join_aliases, key, new_id, read_rows, split_aliases

BODY_TYPES = {"intorg", "political", "military", "bank", "parliamentary", "wbgroup", "unagency", "sports", "economic",
              "food", "research", "forum", "environment", "fisheries", "health", "statistics", "meteorology", "customs",
              "transport", "postal", "energy", "trade", "river", "ocean", "police", "court", "finance", "telecom"}
NOT_BODIES = {"geographic", "acronym", "gaspipeline", "cultural", "pta", "fta", "language", "currency", "agreement",
              "project", "list", "classification", "treaty", "govform", "traffichand", "wbgroup"}
# not bodies though the source types them as such, former names, and bodies listed twice
NOT_BODY_NAMES = {
    "ASEAN - Australia - New Zealand Free Trade Agreement", "ACP Countries", "Australia, New Zealand, United States Security Treaty",
    "Bank of South", "Camp David Principles", "Central African States Development Bank", "Developing Eight", "G-20 major economies",
    "Economic and Monetary Union", "Energy Charter Treaty", "European Union Customs Union", "Franc Zone", "Group of 90",
    "Group of Eleven", "Group of Five", "Group of Seven Plus", "Heavily indebted poor countries", "Individual Partnership Action Plans",
    "Inter-American Treaty of Reciprocal Assistance", "International Telecommunication Satellite Organization",
    "Integrated Power System / Unified Power System", "Left-hand traffic", "Right-hand traffic", "Major non-NATO ally",
    "OECD members", "Program on forests", "Schengen Convention", "UKUSA Agreement", "Tripartite Free Trade Area",
    "South Pacific Regional Trade and Economic Cooperation Agreement", "Southern Cone Common Market or Southern Common Market",
    "Individual Partnership Action Plan", "Nordic Passport Union", "Southern Indian Ocean Fisheries Agreement",
    "The International Plant Protection Convention", "The Agreement on Strategic Partnership and Mutual Support",
    "D-8 Technology Transfer and Exchange Network", "Preferential Trade Area Bank", "Nuclear Security Summit",
    "CAF - Development Bank of Latin America and the Caribbean", "Andean Community of Nations", "High income", "Common Fund for Commodities",
    "Financial Action Task Force on Money Laundering in South America", "Customs Union of Belarus, Kazakhstan and Russia"}
WRONG_NAMES = {"Danish Meat Trade College", "International Tropical Timber Agreement, 1994"}
SUBTYPE = {"unagency": "un-agency", "wbgroup": "bank", "bank": "bank", "military": "military", "parliamentary": "parliament",
           "sports": "sports-body", "research": "research", "political": "igo", "energy": "igo"}


def bodies(k, ties):
    """Internacia and Factbook appendix B, without what the hand table has."""
    known = {}
    for row in k.entities.values():
        if row["type"] == "organisation":
            for surface, marks in [(row["name"], [])] + split_aliases(row["aliases"]):
                if " " in surface or surface == row["name"]:
                    known.setdefault(_body_key(surface), row["id"])
    acronyms = {surface: row["id"] for row in k.entities.values() if row["type"] == "organisation" and not row["in"].isupper()
                for surface, _ in [(row["name"], [])] + split_aliases(row["aliases"]) if re.fullmatch(r"[A-Z]{4,}", surface)}
    codes, rows = {}, []
    for row in read_rows(k.sources.derived("internacia_orgs.tsv")):
        kinds = set(row["types"].split(","))
        name = _body_name(row["name"])
        if not name or kinds & NOT_BODIES or name in NOT_BODY_NAMES or row["status"] not in ("formal", "de-facto"):
            continue
        if not LATIN_ONLY.match(name) or len(name.split()) < 2 or not name[0].isupper() or re.search(r"[:;.]|\bgauge\b|Team$", name) or re.search(r"^(Convention|Treaty|Agreement|Protocol)\b", name):
            continue
        others = [o.strip() for o in row["other_names"].split("|") if LATIN_ONLY.match(o.strip()) and o.strip()]
        others = [o for o in others if o not in WRONG_NAMES and o != name and _english(o) and o[0].isupper() and (" " in o or o.isupper() or "-" in o)]
        have = row["id"].lower() if len(row["id"]) > 4 and row["id"].lower() in k.entities else known.get(_body_key(name))
        have = have or next((known[_body_key(o)] for o in others if _body_key(o) in known), None) or _by_acronym(row, name, acronyms)
        if have:
            codes[row["id"]] = have
            continue
        if name in k.surfaces or row["id"] in k.surfaces and len(row["id"]) > 4:
            continue
        ident = new_id(row["id"] if len(row["id"]) > 3 else name, k.taken, "org")
        short = [a.strip() for a in row["acronyms"].split("|") if re.fullmatch(r"[A-Z][A-Za-z&-]{1,9}", a.strip())]
        initials = "".join(w[0] for w in re.findall(r"[A-Z]\w+", name))
        short = [a for a in short if a.upper() == initials or a.upper() == row["id"]][:2]
        aliases = [(o, "") for o in others[:3]]
        for acronym in short:
            marks = "=,~" if acronym in k.surfaces or len(acronym) < 4 or k.is_common(acronym) else "="
            aliases.append((acronym, marks))
        ids = "wd:" + row["wikidata"] if row["wikidata"] else ""
        subtype = next((SUBTYPE[t] for t in row["types"].split(",") if t in SUBTYPE), "igo")
        note = ("founded " + row["founded"]) if row["founded"] else ""
        rows.append([ident, "organisation", subtype, name, join_aliases(name, aliases), "", ids, note])
        codes[row["id"]] = ident
        known[_body_key(name)] = ident
        for other in others:
            known.setdefault(_body_key(other), ident)
    for row in read_rows(k.sources.derived("factbook_appendixB_orgs.tsv")):
        name = _body_name(row["name"])
        if not name or row["redirect"] or not name[0].isupper() or len(name.split()) < 2 or not row["members"]:
            continue
        if name.startswith(("Convention", "Treaty", "Agreement", "Protocol", "Group of ", "European Union, ")):
            continue
        have = known.get(_body_key(name)) or MEMBER_CODES.get(row["abbreviation"].strip()) or acronyms.get(row["abbreviation"].strip())
        if have:
            if row["abbreviation"]:
                codes.setdefault(row["abbreviation"], have)
            continue
        short = row["abbreviation"].strip()
        ident = new_id(short if len(short) > 3 and " " not in short else name, k.taken, "org")
        aliases = []
        if re.fullmatch(r"[A-Z][A-Za-z&-]{1,9}", short):
            aliases.append((short, "=,~" if short in k.surfaces or len(short) < 4 or k.is_common(short) else "="))
        note = ("founded " + row["established"]) if row["established"] else ""
        rows.append([ident, "organisation", "igo", name, join_aliases(name, aliases), "", "", note])
        known[_body_key(name)] = ident
        if short:
            codes.setdefault(short, ident)
    memberships(k, ties, codes)
    return sorted(rows)


def _body_name(name):
    name = re.sub(r"\s*\([^)]*\)", "", name).strip(" ;,-")
    name = re.sub(r"\s+", " ", name.replace("–", "-"))
    return name if 5 < len(name) < 90 else ""


def _english(name):
    return not re.search(r"\b(des|der|und|et|para|della|delle|för|voor|dla|pour|los|las)\b", name)


def _body_key(name):
    text = key(name).replace("organisation", "organization").replace("co operation", "cooperation")
    text = text.replace("united nations", "un").replace("centre", "center").replace("programme", "program")
    words = [w for w in text.split() if w not in ("the", "of", "for", "and", "on", "in", "group", "s")]
    return " ".join(words)


def _by_acronym(row, name, acronyms):
    """The hand entry of the same long acronym whose letters the name begins its words with."""
    initials = {word[0] for word in re.findall(r"[A-Z]\w+", name)}
    for acronym in [row["id"], *(a.strip() for a in row["acronyms"].split("|"))]:
        if acronym in acronyms and len(set(acronym) & initials) * 3 >= len(set(acronym)) * 2:
            return acronyms[acronym]
    return None


MEMBER_CODES = {"UN": "un", "EU": "eu", "NATO": "nato", "AU": "african-union", "ASEAN": "asean", "LAS": "arab-league",
                "OIC": "oic", "OPEC": "opec", "OECD": "oecd", "WTO": "wto", "OSCE": "osce", "CE": "coe", "CIS": "cis",
                "CSTO": "csto", "SCO": "sco", "EAEU": "eaeu", "GCC": "gcc", "G-20": "g20", "G-7": "g7", "BRICS": "brics",
                "APEC": "apec", "OAS": "oas", "Mercosur": "mercosur", "Caricom": "caricom", "CELAC": "celac",
                "ECOWAS": "ecowas", "SADC": "sadc", "EAC": "eac", "IGAD": "igad", "SAARC": "saarc", "ICCt": "icc",
                "IAEA": "iaea", "OPCW": "opcw", "C": "commonwealth", "NAM": "nam", "PIF": "pacific-islands-forum",
                "EFTA": "efta", "AMU": "arab-maghreb-union", "CEMAC": "cemac", "COMESA": "comesa", "IMF": "imf",
                "Interpol": "interpol", "AfDB": "afdb", "NSG": "nsg", "OIF": "francophonie", "CAN": "andean-community",
                "Pacific Alliance": "pacific-alliance", "BIMSTEC": "bimstec", "ESM": "esm", "Arctic Council": "arctic-council",
                "OAPEC": "oapec", "ECO": "eco", "CICA": "cica", "BSEC": "bsec", "CPLP": "cplp", "FATF": "fatf",
                "ABEDA": "", "WAEMU": "waemu"}


def memberships(k, ties, codes):
    """member-of ties of countries; the source gives no dates."""
    for row in read_rows(k.sources.derived("factbook_igo_membership.tsv")):
        body = MEMBER_CODES.get(row["org_abbr"])
        country = k.iso3.get(row["iso2"]) or k.fips.get(row["fips"])
        if body and row["status"] == "member" and country in k.entities:
            ties.append((country, "member-of", body, "?", "", "factbook"))
