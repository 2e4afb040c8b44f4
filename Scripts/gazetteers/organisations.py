"""International bodies, armed groups, ministries, companies and parties."""
import re
from collections import defaultdict

from common import fold, join_aliases, key, new_id, read_csv, read_rows, split_aliases
from people import name_case

# -- international bodies --------------------------------------------------------------------------------------------

BODY_TYPES = {"intorg", "political", "military", "bank", "parliamentary", "wbgroup", "unagency", "sports", "economic",
              "food", "research", "forum", "environment", "fisheries", "health", "statistics", "meteorology", "customs",
              "transport", "postal", "energy", "trade", "river", "ocean", "police", "court", "finance", "telecom"}
NOT_BODIES = {"geographic", "acronym", "gaspipeline", "cultural", "pta", "fta", "language", "currency", "agreement",
              "project", "list", "classification", "treaty"}
SUBTYPE = {"unagency": "un-agency", "wbgroup": "bank", "bank": "bank", "military": "military", "parliamentary": "parliament",
           "sports": "sports-body", "research": "research", "political": "igo", "energy": "igo"}
LATIN_ONLY = re.compile(r"^[\x20-\x7eÀ-ž’–]+$")


def bodies(k, ties):
    """Internacia and Factbook appendix B, without what the hand table has."""
    known = {}
    for row in k.entities.values():
        if row["type"] == "organisation":
            for surface, marks in [(row["name"], [])] + split_aliases(row["aliases"]):
                if " " in surface or surface == row["name"]:
                    known.setdefault(_body_key(surface), row["id"])
    codes, rows = {}, []
    for row in read_rows(k.sources.derived("internacia_orgs.tsv")):
        kinds = set(row["types"].split(","))
        name = _body_name(row["name"])
        if not name or kinds & NOT_BODIES or row["status"] not in ("formal", "de-facto"):
            continue
        if not LATIN_ONLY.match(name) or len(name.split()) < 2 or not name[0].isupper() or re.search(r"[:;.]|\bgauge\b|Team$", name) or re.search(r"^(Convention|Treaty|Agreement|Protocol)\b", name):
            continue
        others = [o.strip() for o in row["other_names"].split("|") if LATIN_ONLY.match(o.strip()) and o.strip()]
        others = [o for o in others if o != name and _english(o) and o[0].isupper() and (" " in o or o.isupper() or "-" in o)]
        have = row["id"].lower() if len(row["id"]) > 4 and row["id"].lower() in k.entities else known.get(_body_key(name))
        have = have or next((known[_body_key(o)] for o in others if _body_key(o) in known), None)
        if have:
            codes[row["id"]] = have
            continue
        if name in k.surfaces or row["id"] in k.surfaces and len(row["id"]) > 4:
            continue
        ident = new_id(row["id"] if len(row["id"]) > 3 else name, k.taken, "org")
        acronyms = [a.strip() for a in row["acronyms"].split("|") if re.fullmatch(r"[A-Z][A-Za-z&-]{1,9}", a.strip())]
        initials = "".join(w[0] for w in re.findall(r"[A-Z]\w+", name))
        acronyms = [a for a in acronyms if a.upper() == initials or a.upper() == row["id"]][:2]
        aliases = [(o, "") for o in others[:3]]
        for acronym in acronyms:
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
        have = known.get(_body_key(name)) or MEMBER_CODES.get(row["abbreviation"].strip())
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
    text = text.replace("centre", "center").replace("programme", "program")
    words = [w for w in text.split() if w not in ("the", "of", "for", "and", "on", "in", "group", "s")]
    return " ".join(words)


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


# -- armed groups ----------------------------------------------------------------------------------------------------

SMALL = {"of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la", "del", "al", "ul", "e", "i", "wal", "y", "et"}


def armed_groups(k):
    known = {}
    for row in k.entities.values():
        if row["type"] in ("organisation", "group"):
            for surface, _ in [(row["name"], [])] + split_aliases(row["aliases"]):
                known.setdefault(_group_key(surface), row["id"])
    rows = []
    for row in read_rows(k.sources.derived("factbook_terror_groups.tsv")):
        name = row["group"].strip()
        if re.search(r"[,;:/]|\bmembers?\b|\band\b.*\(", name) or not 5 < len(name) < 70 or not name[0].isupper():
            continue
        match = re.match(r"^(.*?)\s*\(([^)]*)\)\s*$", name)
        short = ""
        if match:
            name, short = match.group(1), match.group(2)
        if _group_key(name) in known or (short and _group_key(short) in known):
            continue
        countries = [k.fips.get(c) for c in row["present_in_fips"].split(",") if k.fips.get(c)]
        ident = new_id(name, k.taken, "group")
        aliases = [(short, "=" if len(short) > 3 else "=,~")] if re.fullmatch(r"[A-Z][A-Za-z-]{1,7}", short) else []
        rows.append([ident, "organisation", "armed-group", name, join_aliases(name, aliases),
                     countries[0] if len(countries) == 1 else "", "", "factbook terrorist groups"])
        known[_group_key(name)] = ident
    path = k.sources.raw("petrarch2", "Phoenix.MilNonState.actors.txt")
    blocks = []
    with open(path, encoding="utf-8", errors="replace") as handle:
        for line in handle:
            line = line.rstrip()
            if not line or line.startswith("#") or line.startswith(" "):
                continue
            if line.startswith("+"):
                if blocks:
                    blocks[-1][1].append(line[1:])
            else:
                code = re.search(r"\[([A-Z]+)", line)
                blocks.append([line.split("[")[0].split("#")[0], [], code.group(1) if code else ""])
    for raw, synonyms, code in blocks:
        name, short = group_name(raw)
        if not name or len(name.split()) < 2 or code[3:6] not in ("REB", "INS", "SEP", "MIL", "RAD", "OPP", "UAF"):
            continue
        others = [group_name(s) for s in synonyms]
        # of the source's thousand groups those of the West's seventies and those known by one form only are noise
        if code[:3] in WEST or not any(n for n, _ in others) and not short or "/" in name or re.search(r"\d", name):
            continue
        keys = [_group_key(name)] + [_group_key(n) for n, _ in others if n]
        if any(g in known for g in keys):
            continue
        if {"rebels", "students", "villagers", "workers", "protesters"} & set(key(name).split()) and len(name.split()) < 3:
            continue
        ident = new_id(name, k.taken, code[:3])
        aliases = [(n, "") for n, _ in others if n and len(n.split()) > 1 and "/" not in n][:4]
        for acronym in [short] + [s for _, s in others] + [n for n, _ in others if n and len(n.split()) == 1 and n.isupper()]:
            if acronym and re.fullmatch(r"[A-Z][A-Z-]{1,7}", acronym):
                aliases.append((acronym, "=,~"))
        country = code[:3] if code[:3] in k.entities else ""
        rows.append([ident, "organisation", "armed-group", name, join_aliases(name, aliases), country, "", "petrarch2"])
        for g in keys:
            known.setdefault(g, ident)
    return sorted(rows)


WEST = {"GRC", "DEU", "ITA", "FRA", "USA", "ESP", "CHE", "BEL", "NLD", "PRT", "JPN", "AUT", "DNK", "SWE", "WEU", "AUS", "CAN"}


def _group_key(name):
    words = [w for w in key(name).split() if w not in ("the", "of", "al", "el", "ul", "for", "and", "group", "party")]
    return " ".join(re.sub(r"s$", "", w) for w in words)


def group_name(text):
    """FREE_ACEH_MOVEMENT_(GAM)_ -> (Free Aceh Movement, GAM)"""
    text = text.strip().strip("_ ")
    short = ""
    match = re.search(r"_?\(([A-Z-]+)\)", text)
    if match:
        short = match.group(1)
        text = text[:match.start()] + text[match.end():]
    text = re.sub(r"[{}!?]|\(.*?\)", "", text).strip("_ ")
    if re.search(r"[^A-Z0-9_'./\- ]", text) or "+" in text:
        return "", ""
    tokens = [t for t in re.split(r"[_ ]+", text) if t]
    out = []
    for number, token in enumerate(tokens):
        if number and token.lower() in SMALL:
            out.append(token.lower())
        elif len(token) < 5 and not re.search(r"[AEIOUY]", token):
            out.append(token)
        elif re.fullmatch(r"[IVX]+", token):
            out.append(token)
        else:
            shown = name_case(token) if len(token) > 1 else token
            out.append(re.sub(r"^(Al|El)-", lambda m: m.group(0).lower() if number else m.group(0), shown))
    if len(out) == 1 and len(out[0]) <= 6:
        return out[0].upper(), short
    return " ".join(out), short


# -- ministries ------------------------------------------------------------------------------------------------------

MINISTRIES = [
    ("foreign", "Foreign Ministry", ["foreign ministry", "Ministry of Foreign Affairs", "Foreign Affairs Ministry"]),
    ("defence", "Defense Ministry", ["Defence Ministry", "defense ministry", "defence ministry", "Ministry of Defense", "Ministry of Defence"]),
    ("interior", "Interior Ministry", ["interior ministry", "Ministry of Interior", "Ministry of the Interior"]),
    ("finance", "Finance Ministry", ["finance ministry", "Ministry of Finance"]),
    ("health", "Health Ministry", ["health ministry", "Ministry of Health"]),
]


def ministries(k):
    """Foreign, defence, interior, finance and health ministries by their usual English names."""
    rows = []
    for country in sorted(k.entities):
        row = k.entities[country]
        if row["type"] != "country" or row["subtype"] not in ("state", "disputed") or country not in k.adjective:
            continue
        adjective, name = k.adjective[country], row["name"]
        if country in ("GBR", "USA", "abkhazia") or "~" in [m for s, ms in split_aliases(row["aliases"]) if s == adjective for m in ms]:
            continue
        for kind, title, forms in MINISTRIES:
            main = f"{adjective} {title}"
            surfaces = [f"{adjective} {f}" for f in forms] + [f"{name}'s {f}" for f in [title] + forms[:1]]
            if kind == "defence":
                surfaces += [f"{name}'s {f}" for f in forms[1:3]]
            surfaces += [f"{f} of {name}" for f in forms if f.startswith("Ministry")]
            if any(s in k.surfaces for s in [main] + surfaces):
                continue
            ident = new_id(f"{name} {kind} ministry", k.taken)
            rows.append([ident, "organisation", "ministry", main, join_aliases(main, [(s, "") for s in surfaces]), country, "", ""])
    return rows


# -- companies -------------------------------------------------------------------------------------------------------

LEGAL = [r"\(publ\)", r"-? ?Registered Shares", r"- .*Shares", r"Class [A-C]( .*)?$", r"Sponsored ADR.*$", r"Ordinary Shares.*$", r"Common Stock.*$",
         r"Public Company Limited", r"Public Limited Company", r"Co\., ?Ltd\.?", r"Co\.,? Limited", r"Company Limited",
         r"Corporation Limited", r"Limited Liability Company", r"Sociedad Anónima", r"S\.A\.B\. de C\.V\.", r"SAB de CV",
         r"S\.A\. de C\.V\.", r"Aktiengesellschaft", r"& Co\. KGaA", r"SE & Co\. KGaA", r"KGaA", r"Tbk\.?", r"Bhd\.?", r"Berhad",
         r"A/S", r"ASA", r"AB", r"AG", r"SE", r"S\.A\.", r"SA", r"S\.p\.A\.", r"SpA", r"N\.V\.", r"NV", r"B\.V\.", r"Oyj", r"Oy",
         r"plc", r"PLC", r"P\.L\.C\.", r"L\.P\.", r"LP", r"LLC", r"Ltd\.?", r"Limited", r"Inc\.?", r"Incorporated",
         r"Corp\.?", r"Corporation", r"GmbH", r"KG", r"K\.K\.", r"Co\.", r"Company", r"S\.A\.S\.", r"SCA", r"OJSC", r"PJSC",
         r"JSC", r"Holdings?", r"Group", r"& Co\.?", r"Trust", r"REIT", r"Reg\.?", r"UNSP ADR.*", r"ADR", r"H", r"PAO"]
KEEP_TAIL = {"Holding", "Holdings", "Group", "Trust", "Company", "REIT", "& Co", "& Co.", "H"}
# shares and legal forms that stand in the middle or in front
NOISE = [r" (un)?sponsored .*$", r" (GDR|ADR|UNSP)\b.*$", r",? Class( [A-Z]\b.*)?$", r",? Soci[ée]t[ée] (Europ[ée]enne|en commandite).*$",
         r",? Societa per Azioni$", r" Aktiengesellschaft in .*$", r"^Public Joint Stock Company ", r",? International Public Joint-Stock.*$",
         r" (S\.A\.|SA) - .*$", r" AG Partizipsch.*$", r" Preferred.*$", r" Pfd$"]
SAME_COMPANY = {"LVMH Moët Hennessy - Louis Vuitton": "LVMH", "Compagnie Generale des Etablissements Michelin": "Michelin",
                "Petroleo Brasileiro": "Petrobras", "Munchener Ruckversicherungs-Gesellschaft": "Munich Re", "Hermes International": "Hermes",
                "A.P. Moller - Maersk": "Maersk", "United Company RUSAL": "Rusal", "TWITTER": "Twitter", "SECOM": "Secom",
                "Mining and Metallurgical Company Norilsk Nickel": "Norilsk Nickel", "Becton, Dickinson": "Becton Dickinson",
                "Terna - Rete Elettrica Nazionale": "Terna", "Chocoladefabriken Lindt & Spruengli": "Lindt & Sprüngli",
                "Hon Hai Precision Industry": "Hon Hai", "Bayerische Motoren Werke": "BMW", "Telefonaktiebolaget LM Ericsson": "Ericsson",
                "Amazon.com": "Amazon", "ExxonMobil": "Exxon Mobil", "NVIDIA": "Nvidia", "Alphabet": "Google", "Meta Platforms": "Meta",
                "JPMorgan Chase": "JPMorgan Chase", "Taiwan Semiconductor Manufacturing": "TSMC"}
FAMOUS = {
    "Google": ("google", "Alphabet"), "Meta": ("meta", "Meta Platforms"),
    "Alphabet": ("google", "Google"), "Meta Platforms": ("meta", "Meta"), "JPMorgan Chase": ("jpmorgan-chase", "JPMorgan"),
    "Exxon Mobil": ("exxon-mobil", "ExxonMobil"), "ExxonMobil": ("exxon-mobil", "Exxon Mobil"),
    "Taiwan Semiconductor Manufacturing": ("tsmc", "TSMC"), "Amazon.com": ("amazon", "Amazon"), "Amazon": ("amazon", "Amazon.com"),
    "Alibaba": ("alibaba", "Alibaba Group"), "Berkshire Hathaway": ("berkshire-hathaway", ""), "NVIDIA": ("nvidia", "Nvidia"),
    "Nvidia": ("nvidia", "NVIDIA"), "BlackRock": ("blackrock", ""), "Apple": ("apple", ""), "Tesla": ("tesla", ""), "Microsoft": ("microsoft", ""),
}


def strip_legal(name):
    """The name news uses and the forms on the way to it."""
    name = re.sub(r"\s+", " ", name.replace("’", "'")).strip(" ,.")
    name = re.sub(r"^The ", "", name)
    for pattern in NOISE:
        name = re.sub(pattern, "", name, flags=re.IGNORECASE).strip(" ,-")
    forms, changed = [name], True
    while changed:
        changed = False
        for pattern in LEGAL:
            if pattern.endswith("\\."):
                pattern += "?"
            flags = re.IGNORECASE if len(pattern) > 8 or pattern.startswith(("Co", "Ltd", "Inc")) else 0
            shorter = re.sub(r"[,\s]+(?:" + pattern + r")$", "", name, flags=flags).strip(" ,&-")
            shorter = re.sub(r",? and$", "", shorter)
            if shorter and shorter != name and len(shorter) > 1:
                tail = name[len(shorter):].strip(" ,")
                if tail in KEEP_TAIL and len(shorter.split()) == 1 and shorter.isupper() is False and len(shorter) < 4:
                    continue
                name, changed = shorter, True
                forms.append(name)
                break
    return name, [f for f in forms[:-1] if f != name]


GENERIC = {"bank", "group", "national", "american", "first", "general", "united", "international", "global", "china",
           "india", "japan", "energy", "power", "life", "health", "insurance", "financial", "southern", "central", "steel",
           "public", "service", "republic", "western", "digital", "industries", "holdings", "capital"}


def companies(k):
    found = {}
    order = []

    def add(name, country, sector):
        short, forms = strip_legal(name)
        short = SAME_COMPANY.get(short, short)
        base = key(short)
        if not base or len(short) < 2 or not LATIN_ONLY.match(short):
            return
        spot = (base, country)
        for other in list(found):
            if other[0] == base:
                spot = other
        if spot in found:
            found[spot][2] += [f for f in forms if f not in found[spot][2]]
            return
        found[spot] = [short, country, forms, sector]
        order.append(spot)

    names = {r["name"]: r["id"] for r in k.entities.values() if r["type"] == "country"}
    for row in read_csv(k.sources.raw("sp500", "constituents.csv")):
        add(re.sub(r"\s*\([^)]*\)", "", row["Security"]), "USA", row["GICS Sector"])
    for row in read_rows(k.sources.derived("companies_large_mega.tsv")):
        country = names.get(row["country"], k.country_by_name.get(key(row["country"]), ""))
        name = re.sub(r"\s*\((?!publ)[^)]*\)", "", row["name"])
        if re.search(r"\b(ETF|ETP|Leverage|Fund|ETC|ETN|Notes?|Preferred|Warrants?|Index)\b|%|\d{4}", name):
            continue
        add(name, country, row["sector"])
    rows = []
    for ident, name, alias, country in EXTRA_COMPANIES:
        k.taken.add(ident)
        rows.append([ident, "organisation", "company", name, alias, country, "", ""])
    extra = {key(s) for r in rows for s in [r[3]] + [a for a, _ in split_aliases(r[4])]}
    organisations = extra | {key(s) for r in k.entities.values() if r["type"] == "organisation"
                     for s, m in [(r["name"], [])] + split_aliases(r["aliases"]) if not set(m) & {"adj", "dem"}}
    for spot in sorted(order):
        short, country, forms, sector = found[spot]
        if any(key(f) in organisations for f in [short] + forms):
            continue
        famous = FAMOUS.get(short)
        ident = famous[0] if famous else None
        if ident and ident not in k.taken:
            k.taken.add(ident)
        else:
            ident = new_id(short, k.taken, "company", country)
        aliases = [(f, "") for f in forms]
        if famous and famous[1]:
            aliases.append((famous[1], ""))
        words = short.split()
        if len(words) == 1:
            taken = any(i in k.entities and i != ident for i in k.surfaces.get(short, ()))
            surname = short in k.names
            if len(short) <= 4 and short.isupper():
                aliases.insert(0, (short, "=,~" if taken or len(short) < 3 else "="))
            elif k.is_common(short) or taken or surname:
                aliases.insert(0, (short, "=,~"))
        elif all(k.is_common(w) or w.lower() in GENERIC for w in words) and len(words) < 3:
            aliases.insert(0, (short, "="))
        rows.append([ident, "organisation", "company", short, join_aliases(short, aliases), country, "", sector.lower()])
    return sorted(rows)


# Unlisted or well below the size limit of the source, and yet in the news. Written by hand.
EXTRA_COMPANIES = [
    ("openai", "OpenAI", "ChatGPT[~]", "USA"), ("anthropic", "Anthropic", "", "USA"), ("spacex", "SpaceX", "Starlink", "USA"),
    ("twitter", "Twitter", "X Corp. | X Corp", "USA"), ("tsmc", "TSMC", "Taiwan Semiconductor Manufacturing Co. | Taiwan Semiconductor Manufacturing Company | Taiwan Semiconductor", "TWN"),
    ("alibaba", "Alibaba", "Alibaba Group", "CHN"), ("xai", "xAI", "", "USA"), ("boeing", "Boeing", "Boeing Co. | Boeing Company", "USA"),
    ("airbus", "Airbus", "Airbus SE", "FRA"), ("lockheed-martin", "Lockheed Martin", "Lockheed[+]", "USA"),
    ("enron", "Enron", "Enron Corp.", "USA"), ("lehman-brothers", "Lehman Brothers", "Lehman[+]", "USA"), ("worldcom", "WorldCom", "", "USA"),
    ("credit-suisse", "Credit Suisse", "", "CHE"), ("silicon-valley-bank", "Silicon Valley Bank", "SVB[=]", "USA"),
    ("signal-app", "Signal", "Signal[=,~]", "USA"), ("telegram", "Telegram", "Telegram[=,~]", "ARE"), ("whatsapp", "WhatsApp", "", "USA"),
    ("instagram", "Instagram", "", "USA"), ("facebook", "Facebook", "", "USA"), ("youtube", "YouTube", "", "USA"), ("truth-social", "Truth Social", "", "USA"),
    ("blackwater", "Blackwater", "Blackwater USA | Blackwater Worldwide", "USA"), ("nso-group", "NSO Group", "NSO[=,~]", "ISR"),
    ("deepseek", "DeepSeek", "", "CHN"), ("foxconn", "Foxconn", "Hon Hai", "TWN"), ("smic", "SMIC", "Semiconductor Manufacturing International Corp.", "CHN"),
    ("hikvision", "Hikvision", "", "CHN"), ("dji", "DJI", "", "CHN"), ("tencent", "Tencent", "", "CHN"), ("didi", "Didi", "Didi Chuxing | Didi Global", "CHN"),
    ("byd", "BYD", "", "CHN"), ("us-steel", "U.S. Steel", "US Steel | United States Steel", "USA"), ("nippon-steel", "Nippon Steel", "", "JPN"),
    ("chrysler", "Chrysler", "", "USA"), ("stellantis", "Stellantis", "", "NLD"), ("fiat", "Fiat", "Fiat Chrysler", "ITA"), ("baykar", "Baykar", "", "TUR"),
    ("elbit", "Elbit Systems", "Elbit", "ISR"), ("rafael", "Rafael Advanced Defense Systems", "", "ISR"), ("rheinmetall", "Rheinmetall", "", "DEU"),
    ("saab", "Saab AB", "Saab[~]", "SWE"), ("bae-systems", "BAE Systems", "BAE[=,~]", "GBR"), ("palantir", "Palantir", "Palantir Technologies", "USA"),
    ("glencore", "Glencore", "", "CHE"), ("trafigura", "Trafigura", "", "CHE"), ("vitol", "Vitol", "", "NLD"), ("maersk", "Maersk", "Moller-Maersk", "DNK"),
    ("british-airways", "British Airways", "", "GBR"), ("air-france", "Air France", "Air France-KLM", "FRA"), ("klm", "KLM", "", "NLD"),
    ("lufthansa", "Lufthansa", "Deutsche Lufthansa", "DEU"), ("ryanair", "Ryanair", "", "IRL"), ("qantas", "Qantas", "", "AUS"),
    ("emirates-airline", "Emirates airline", "Emirates Airline | Emirates[~]", "ARE"), ("qatar-airways", "Qatar Airways", "", "QAT"),
    ("turkish-airlines", "Turkish Airlines", "", "TUR"), ("malaysia-airlines", "Malaysia Airlines", "", "MYS"), ("air-india", "Air India", "", "IND"),
    ("el-al", "El Al", "", "ISR"), ("korean-air", "Korean Air", "", "KOR"), ("japan-airlines", "Japan Airlines", "JAL[=]", "JPN"),
    ("air-china", "Air China", "", "CHN"), ("china-southern", "China Southern Airlines", "", "CHN"), ("china-eastern", "China Eastern Airlines", "China Eastern", "CHN"),
    ("azerbaijan-airlines", "Azerbaijan Airlines", "AZAL[=]", "AZE"), ("belavia", "Belavia", "", "BLR"), ("mahan-air", "Mahan Air", "", "IRN"),
    ("binance", "Binance", "", ""), ("ftx", "FTX", "", "BHS"), ("coinbase", "Coinbase", "", "USA"), ("wirecard", "Wirecard", "", "DEU"),
    ("theranos", "Theranos", "", "USA"), ("purdue-pharma", "Purdue Pharma", "", "USA"), ("biontech", "BioNTech", "", "DEU"),
    ("sinovac", "Sinovac", "", "CHN"), ("sinopharm", "Sinopharm", "", "CHN"), ("gamaleya", "Gamaleya Institute", "Gamaleya", "RUS"),
    ("kaspersky", "Kaspersky", "Kaspersky Lab", "RUS"), ("yandex", "Yandex", "", "RUS"), ("vkontakte", "VKontakte", "VK[=,~]", "RUS"),
    ("caspian-pipeline-consortium", "Caspian Pipeline Consortium", "CPC[=,~]", "KAZ"), ("rusal", "Rusal", "", "RUS"), ("severstal", "Severstal", "", "RUS"), ("nornickel", "Nornickel", "Norilsk Nickel", "RUS"),
    ("uralvagonzavod", "Uralvagonzavod", "", "RUS"), ("almaz-antey", "Almaz-Antey", "", "RUS"), ("kalashnikov", "Kalashnikov Concern", "", "RUS"),
    ("sukhoi", "Sukhoi", "", "RUS"), ("tupolev", "Tupolev", "", "RUS"), ("antonov", "Antonov", "", "UKR"), ("ukroboronprom", "Ukroboronprom", "", "UKR"),
    ("odebrecht", "Odebrecht", "", "BRA"), ("jbs", "JBS", "", "BRA"), ("embraer", "Embraer", "", "BRA"), ("citgo", "Citgo", "", "USA"),
    ("druzhba-pipeline", "Druzhba pipeline", "", ""), ("halliburton", "Halliburton", "", "USA"), ("kbr", "KBR", "", "USA"),
    ("dow-jones", "Dow Jones", "Dow Jones industrial average", "USA"), ("nyse", "New York Stock Exchange", "NYSE[=]", "USA"), ("nasdaq-index", "Nasdaq composite", "", "USA"),
    ("samsung", "Samsung", "", "KOR"), ("hyundai", "Hyundai", "", "KOR"), ("hanwha", "Hanwha", "Hanwha Aerospace", "KOR"), ("posco", "POSCO", "Posco", "KOR"), ("lg", "LG", "LG[=]", "KOR"), ("sk-group", "SK Group", "", "KOR"), ("lotte", "Lotte", "", "KOR"),
    ("adani-group", "Adani Group", "", "IND"), ("tata-group", "Tata Group", "", "IND"), ("reliance", "Reliance Industries", "", "IND"), ("serum-institute", "Serum Institute of India", "Serum Institute", "IND"),
    ("etihad", "Etihad", "Etihad Airways", "ARE"), ("saudia", "Saudia", "", "SAU"), ("sabic", "SABIC", "Sabic", "SAU"),
    ("lafarge", "Lafarge", "LafargeHolcim", "FRA"), ("areva", "Areva", "", "FRA"), ("edf", "EDF", "Electricite de France | Électricité de France", "FRA"), ("orano", "Orano", "", "FRA"), ("naval-group", "Naval Group", "", "FRA"), ("dassault", "Dassault Aviation", "Dassault", "FRA"),
    ("thyssenkrupp", "Thyssenkrupp", "ThyssenKrupp", "DEU"), ("uniper", "Uniper", "", "DEU"), ("audi", "Audi", "", "DEU"),
    ("cambridge-analytica", "Cambridge Analytica", "", "GBR"), ("post-office-uk", "Post Office", "Post Office[=,~]", "GBR"), ("thames-water", "Thames Water", "", "GBR"), ("british-steel", "British Steel", "", "GBR"),
    ("monsanto", "Monsanto", "", "USA"), ("dominion", "Dominion Voting Systems", "", "USA"), ("general-motors", "General Motors", "GM[=]", "USA"), ("crowdstrike", "CrowdStrike", "", "USA"), ("solarwinds", "SolarWinds", "", "USA"), ("colonial-pipeline", "Colonial Pipeline", "", "USA"),
    ("scale-ai", "Scale AI", "", "USA"), ("perplexity", "Perplexity AI", "", "USA"), ("mistral", "Mistral AI", "", "FRA"), ("mercedes-benz", "Mercedes-Benz", "Mercedes", "DEU"), ("rolls-royce", "Rolls-Royce", "", "GBR"),
    ("tata-motors", "Tata Motors", "", "IND"), ("vodafone", "Vodafone", "", "GBR"), ("nord-stream-pipeline", "Nord Stream pipeline", "Nord Stream | Nord Stream 2 | Nord Stream 1 | Nord Stream pipelines", ""),
    ("turkstream", "TurkStream", "", ""), ("power-of-siberia", "Power of Siberia", "Power of Siberia 2", ""), ("btc-pipeline", "Baku-Tbilisi-Ceyhan pipeline", "Baku-Tbilisi-Ceyhan", ""),
]


# -- parties ---------------------------------------------------------------------------------------------------------

def parties(k, groups):
    """Parties of the Factbook, ParlGov and Party Facts; a name in use in several countries needs other evidence."""
    have = defaultdict(set)
    for row in k.entities.values():
        if row["type"] == "organisation" and row["subtype"] in ("party", "movement", "armed-group", "coalition"):
            for surface, _ in [(row["name"], [])] + split_aliases(row["aliases"]):
                have[row["in"]].add(_party_key(surface, row["in"], k))
    for row in groups:
        for surface in [row[3]] + [s for s, _ in split_aliases(row[4])]:
            have[row[5]].add(_party_key(surface, row[5], k))
    found, by_native = {}, {}

    def add(country, name, short, native="", since="", until="", wikidata="", source=""):
        name = re.sub(r"\s*\([^)]*\)", "", name).strip(" .;-")
        name = re.sub(r"\s+", " ", name)
        if country not in k.entities or not 4 < len(name) < 80 or not LATIN_ONLY.match(name) or not name[0].isupper():
            return
        if re.search(r"\d{3,}| (or|and its|includes|including|see) |[:;\"/]|^(Other|Independent|None|Various|No |Note)", name):
            return
        if until and until < "1990":
            return
        spot = (country, _party_key(name, country, k))
        if not spot[1] or spot[1] in have[country]:
            return
        for other in (native, name):
            spot = by_native.get((country, key(other)), spot) if other else spot
        if any(_party_key(n, country, k) in have[country] for n in (native,) if n):
            return
        for other in (native, name):
            if other:
                by_native.setdefault((country, key(other)), spot)
        row = found.setdefault(spot, {"name": name, "short": [], "native": [], "since": "", "until": "", "wd": "", "src": []})
        short = short.strip()
        if re.fullmatch(r"[A-Z][A-Za-z0-9&+/-]{1,9}", short) and short not in row["short"]:
            row["short"].append(short)
        if native and native != name and LATIN_ONLY.match(native) and not re.search(r"[\[\]{}]|''", native) and len(native) < 70 and native not in row["native"]:
            row["native"].append(native)
        row["since"], row["until"] = row["since"] or since, row["until"] or until
        row["wd"] = row["wd"] or wikidata
        if source not in row["src"]:
            row["src"].append(source)

    for row in read_rows(k.sources.derived("factbook_parties.tsv")):
        country = k.iso3.get(row["iso2"]) or k.fips.get(row["fips"]) or ""
        add(country, row["party"].split(";")[0].split(" or ")[0], row["abbreviation"], source="factbook")
    for row in read_csv(k.sources.raw("parlgov", "view_party.csv")):
        add(row["country_name_short"], row["party_name_english"], row["party_name_short"], row["party_name"], source="parlgov")
    wikidata = {(r["country"], r["partyfacts_id"]): r["wikidata_id"]
                for r in read_csv(k.sources.raw("partyfacts", "wikidata.csv"))}
    for row in read_csv(k.sources.raw("partyfacts", "wikipedia.csv")):
        add(row["country"], row["name"], row["name_short"], row["name_native"], row["year_founded"],
            row["year_dissolved"], wikidata.get((row["country"], row["partyfacts_id"]), ""), source="partyfacts")
    names, shorts = defaultdict(set), defaultdict(set)
    for (country, _), row in found.items():
        names[key(row["name"])].add(country)
        for short in row["short"]:
            shorts[short].add(country)
    rows = []
    for (country, _), row in sorted(found.items()):
        # ParlGov lists many small and long-gone parties; alone, without years, they are noise
        if row["src"] == ["parlgov"]:
            continue
        if row["src"] == ["partyfacts"] and (not row["since"] or not row["wd"] or (row["until"] and row["until"] < "2010")):
            continue
        name = row["name"]
        shared = len(names[key(name)]) > 1 or name in k.surfaces
        words = name.split()
        if shared or (len(words) == 1 and (k.is_common(words[0]) or words[0] in k.names)) \
                or all(k.is_common(w) and w.lower() not in ("party", "movement", "front") for w in words):
            aliases = [(name, "~")]
        else:
            aliases = []
        adjective = k.adjective.get(country)
        if shared and adjective and not name.startswith(adjective):
            aliases.append((f"{adjective} {name}", ""))
        aliases += [(n, "~" if len(n.split()) == 1 else "") for n in row["native"][:2]]
        aliases += [(s, "=,~") for s in row["short"][:2]]
        ident = new_id(name if not shared else f"{name} {k.adjective.get(country, country)}", k.taken, country)
        years = f"{row['since']}..{row['until']}" if row["since"] or row["until"] else ""
        rows.append([ident, "organisation", "party", name, join_aliases(name, aliases), country,
                     "wd:" + row["wd"] if row["wd"] else "", " ".join([years, "+".join(row["src"])]).strip()])
    return rows


def _party_key(name, country, k):
    words = key(name).split()
    adjective = key(k.adjective.get(country, ""))
    country_name = key(k.entities[country]["name"]) if country in k.entities else ""
    drop = {"the", "of", "for", "and", "party", "s", adjective} | set(country_name.split())
    left = [w for w in words if w not in drop]
    return " ".join(left or words)
