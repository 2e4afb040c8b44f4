"""Ministries, parliaments, high courts and central banks of each state by their usual English names.

A form in small letters matches capitals too, so each form of a ministry is given once, in small letters. Of the others
only the name in capitals is one: "the Kenyan parliament" speaks of Kenya.
"""
from common import join_aliases, new_id, split_aliases
from petrarch import MICRO

# kind, name, forms: {a} the adjective, {p} the possessive, {n} the name of the state
MINISTRIES = [
    ("foreign", "{a} Foreign Ministry",
     ["{a} foreign ministry", "{p} foreign ministry", "{a} ministry of foreign affairs", "{a} foreign affairs ministry",
      "{p} ministry of foreign affairs", "ministry of foreign affairs of {n}"]),
    ("defence", "{a} Defense Ministry",
     ["{a} defense ministry", "{a} defence ministry", "{p} defense ministry", "{p} defence ministry",
      "{a} ministry of defense", "{a} ministry of defence", "ministry of defense of {n}", "ministry of defence of {n}"]),
    ("interior", "{a} Interior Ministry",
     ["{a} interior ministry", "{p} interior ministry", "{a} ministry of interior", "{a} ministry of the interior",
      "ministry of the interior of {n}"]),
    ("finance", "{a} Finance Ministry",
     ["{a} finance ministry", "{p} finance ministry", "{a} ministry of finance", "ministry of finance of {n}"]),
    ("health", "{a} Health Ministry",
     ["{a} health ministry", "{p} health ministry", "{a} ministry of health", "ministry of health of {n}"]),
    ("justice", "{a} Justice Ministry",
     ["{a} justice ministry", "{p} justice ministry", "{a} ministry of justice", "ministry of justice of {n}"]),
    ("energy", "{a} Energy Ministry",
     ["{a} energy ministry", "{p} energy ministry", "{a} ministry of energy", "ministry of energy of {n}"]),
    ("economy", "{a} Economy Ministry",
     ["{a} economy ministry", "{p} economy ministry", "{a} ministry of economy", "{a} ministry of the economy"]),
]
INSTITUTIONS = [
    ("parliament", "parliament", "{a} Parliament", ["{p} Parliament", "Parliament of {n}"]),
    ("supreme court", "court", "{a} Supreme Court", ["{p} Supreme Court", "Supreme Court of {n}"]),
    ("constitutional court", "court", "{a} Constitutional Court", ["{p} Constitutional Court", "Constitutional Court of {n}"]),
    ("central bank", "central-bank", "Central Bank of {n}", ["{a} Central Bank", "{p} Central Bank"]),
]
# not every state has each of them: the constitutional courts there are (tribunals too), states whose highest court no
# news calls "supreme", and those without a central bank of their own
CONSTITUTIONAL = set("""AGO ALB ARM AUT AZE BDI BEL BEN BGR BHR BIH BLR BOL CAF CHL COD COG CZE DOM ECU EGY ESP GAB GEO
    GIN GNQ GTM HRV HUN IDN ITA JOR KGZ KWT LTU LUX LVA MAR MDA MDG MKD MLI MLT MMR MNE MNG NER PER POL PRT PSE RUS SDN
    SRB SVK SVN SYR TGO TJK TUR UGA UKR UZB XKX ZMB ZWE""".split())
NO_SUPREME = set("AUS BEL BHR BIH BWA EGY ESH FRA GUY JOR KWT LBN LSO LUX MAR MLT MYS QAT TUN TUR".split())
NO_BANK = set("BEN BFA CAF CIV CMR COG ESH GAB GNB GNQ MLI NER PAN SEN TCD TGO".split())
NO_PARLIAMENT = {"ESH"}
# central banks whose name is another
BANKS = {
    "AGO": "National Bank of Angola", "ALB": "Bank of Albania", "BEL": "National Bank of Belgium",
    "BDI": "Bank of the Republic of Burundi", "BRN": "Brunei Darussalam Central Bank", "BWA": "Bank of Botswana",
    "DZA": "Bank of Algeria", "ERI": "Bank of Eritrea", "EST": "Bank of Estonia", "FJI": "Reserve Bank of Fiji",
    "GTM": "Bank of Guatemala", "GUY": "Bank of Guyana", "HRV": "Croatian National Bank",
    "HTI": "Bank of the Republic of Haiti", "JAM": "Bank of Jamaica", "KGZ": "National Bank of the Kyrgyz Republic",
    "KHM": "National Bank of Cambodia", "LAO": "Bank of the Lao PDR", "LTU": "Bank of Lithuania", "LVA": "Bank of Latvia",
    "MDA": "National Bank of Moldova", "MDV": "Maldives Monetary Authority",
    "MKD": "National Bank of the Republic of North Macedonia", "MNG": "Bank of Mongolia", "MOZ": "Bank of Mozambique",
    "MUS": "Bank of Mauritius", "MWI": "Reserve Bank of Malawi", "NAM": "Bank of Namibia",
    "PNG": "Bank of Papua New Guinea", "RWA": "National Bank of Rwanda", "SLE": "Bank of Sierra Leone",
    "SSD": "Bank of South Sudan", "SVK": "National Bank of Slovakia", "SVN": "Bank of Slovenia",
    "TJK": "National Bank of Tajikistan", "transnistria": "Transnistrian Republican Bank",
}
ARTICLE = {"BHS", "GMB", "NLD", "PHL", "MDV", "COM", "CZE", "DOM", "CAF", "COD", "COG", "ARE", "MHL", "SLB"}
SHORT = {"COD": "Democratic Republic of the Congo", "COG": "Republic of the Congo"}


def ministries(k):
    """Foreign, defence, interior, finance, health, justice, energy and economy ministries."""
    rows = []
    for country, words in _states(k):
        for kind, name, forms in MINISTRIES:
            ident = f"{k.entities[country]['name']} {kind} ministry"
            rows += _row(k, country, words, ident, "ministry", name, forms)
    return rows


def institutions(k):
    """Parliament, high courts and central bank, where the table written by hand has none of that kind."""
    have = {(row["in"], row["subtype"]) for row in k.entities.values()}
    rows = []
    for country, words in _states(k):
        for kind, subtype, name, forms in INSTITUTIONS:
            if not _has(country, kind) or subtype != "court" and (country, subtype) in have:
                continue
            if kind == "central bank" and country in BANKS:
                name, forms = BANKS[country], [name, *forms]
            rows += _row(k, country, words, f"{k.entities[country]['name']} {kind}", subtype, name, forms)
    return rows


def _has(country, kind):
    if kind == "constitutional court":
        return country in CONSTITUTIONAL
    return country not in {"parliament": NO_PARLIAMENT, "supreme court": NO_SUPREME, "central bank": NO_BANK}[kind]


def _states(k):
    """(id, words for the forms) of all but the smallest states."""
    for country in sorted(k.entities):
        row = k.entities[country]
        if row["type"] != "country" or row["subtype"] not in ("state", "disputed") or country not in k.adjective:
            continue
        adjective, name = k.adjective[country], SHORT.get(country, row["name"])
        doubtful = any("~" in marks for surface, marks in split_aliases(row["aliases"]) if surface == adjective)
        if country in MICRO or country in ("GBR", "USA", "VAT", "abkhazia", "south-ossetia", "northern-cyprus") or doubtful:
            continue
        possessive = name + ("'" if name.endswith("s") and country in ARTICLE else "'s")
        yield country, {"a": adjective, "p": possessive, "n": ("the " if country in ARTICLE else "") + name}


def _row(k, country, words, wanted, subtype, name, forms):
    name = name.format(**words)
    surfaces = [form.format(**words) for form in forms]
    known = k.lower_surfaces
    if name.lower() in known or any(s.lower() in known for s in surfaces):
        return []
    ident = new_id(wanted, k.taken)
    return [[ident, "organisation", subtype, name, join_aliases(name, [(s, "") for s in surfaces]), country, "", ""]]
