"""Companies: FinanceDatabase, the S&P 500, and some by hand."""
import re

from common import LATIN_ONLY, join_aliases, key, new_id, read_csv, read_rows, split_aliases

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
                "Amazon.com": "Amazon", "ExxonMobil": "Exxon Mobil", "NVIDIA": "Nvidia", "Alphabet": "Google", "Meta Platforms": "Meta", "Occidental Petroleum Corporatio": "Occidental Petroleum", "Partners": "Partners Group",
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
    organisations = {key(s) for r in k.entities.values() if r["type"] == "organisation"
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
