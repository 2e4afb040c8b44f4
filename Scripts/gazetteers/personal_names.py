"""Names of people as the sources print them, and as news writes them."""
import re

from common import fold

FAMILY_FIRST = {"CHN", "KOR", "PRK", "VNM", "TWN", "HKG", "MAC", "SGP", "MYS", "KHM"}
# ends of long titles that the source breaks off into the name: Minister of Culture and | National Heritage Piotr GLINSKI
TITLE_ENDS = {"affairs", "national", "heritage", "higher", "education", "polynesia", "superior", "development", "security",
              "planning", "economy", "finance", "defense", "interior", "justice", "health", "trade", "industry"}
ENGLISH = {"ATG", "BHS", "BLZ", "BRB", "DMA", "GRD", "GUY", "JAM", "KNA", "LCA", "TTO", "VCT", "TUV", "BMU", "CYM", "TCA", "AIA"}
LATIN = {"ARG", "BOL", "BRA", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "ESP", "GTM", "HND", "MEX", "NIC", "PAN",
         "PER", "PRT", "PRY", "SLV", "URY", "VEN", "PRI", "AGO", "MOZ", "CPV", "GNB", "STP", "TLS", "GNQ"}
PARTICLES = {"al", "el", "bin", "ibn", "ben", "de", "da", "do", "dos", "das", "del", "della", "di", "la", "le", "van",
             "von", "der", "den", "ter", "ten", "y", "e", "ag", "ould", "uld", "oglu", "qizi", "bint", "abu", "the", "of",
             "dit", "du", "zu", "san"}
RANKS = {"gen", "maj", "col", "lt", "brig", "adm", "capt", "vadm", "radm", "sgt", "cdr", "cdre", "sr", "mar", "sen",
         "general", "major", "colonel", "admiral", "captain", "marshal", "brigadier", "lieutenant", "ret", "air", "chief",
         "sir", "dame", "dr", "sheikh", "shaykh", "lord", "lady", "rev", "hon", "honorable", "cardinal", "archbishop",
         "bishop", "prof", "professor", "mr", "mrs", "ms", "engr", "eng", "ing", "datuk", "dato", "tun", "prince",
         "princess", "sultan", "king", "queen", "emir", "amir", "crown", "grand", "bailiff", "president-elect",
         "dato'", "hrh", "tengku", "paramount", "vice", "deputy", "acting", "confederation", "commodore", "comm"}


def name_case(token):
    """MCMANUS -> McManus, al-ASAD -> al-Asad; tokens not in capitals stay."""
    def part(piece):
        letters = re.sub(r"[^A-Za-zÀ-ž]", "", piece)
        if piece == token and piece in ("DE", "DEL", "LA", "LAS", "LOS", "DA", "DO", "DOS", "DAS", "Y", "VAN", "DER", "DEN", "BIN"):
            return piece.lower()
        if len(letters) < 2 or piece != piece.upper() or re.fullmatch(r"[IVX]{2,}|(?:[A-Z]\.)+", piece):
            return piece
        lower = piece.lower()
        if lower.startswith("mc") and len(lower) > 3:
            return "Mc" + lower[2].upper() + lower[3:]
        return lower[0].upper() + lower[1:]
    shown = re.sub(r"[^\s'’\-]+", lambda m: part(m.group(0)), token)
    return re.sub(r"(?<=[a-z])(['’])S\b", r"\1s", shown)


def tidy_name(text):
    """The name of a Factbook cell without titles and remarks; None when it is doubtful."""
    text = re.sub(r"\s+", " ", text).strip(" ,;-")
    text = re.split(r"\s[-–]\s|;|\(|,(?! ?(?:Jr|Sr|II|III))", text)[0].strip(" ,")
    tokens = text.split()
    while len(tokens) > 1 and fold(tokens[0]).lower().strip(".,()") in RANKS and tokens[0] != tokens[0].upper():
        tokens.pop(0)
    while len(tokens) > 2 and tokens[0].lower() in TITLE_ENDS:
        tokens.pop(0)
    tokens = [t for t in tokens if not re.fullmatch(r"\(?[Rr]et\.?\)?", t)]
    if not tokens or any(re.search(r"\d", t) for t in tokens):
        return None
    for token in tokens:
        plain = token.lstrip("'’ʻ\"")
        if not plain or not (plain[0].isupper() or fold(plain.split("-")[0]).lower().strip("'") in PARTICLES):
            return None
    if any(fold(t).lower().strip(".,") in {"general", "gen", "sir", "dame", "col", "maj", "dr"} for t in tokens):
        return None
    words = {fold(t).lower().strip(".,") for t in tokens}
    if words & {"president", "minister", "represented", "zealand", "republic", "council", "commissioner", "united",
                "states", "assembly", "territorial", "vacant", "pending", "position", "acting", "government", "confederation", "governor"}:
        return None
    return " ".join(tokens)


def short_name(shown, family, country):
    """The form news uses, and the fuller ones: without patronymic, middle initial or maternal surname."""
    nickname = re.search(r'["“]([^"”]+)["”]', shown)
    if nickname and family:
        plain = " ".join(re.sub(r'["“][^"”]+["”]', "", shown).split())
        return nickname.group(1) + " " + family, [plain]
    tokens = shown.split()
    aliases = []
    suffix = ""
    if tokens[-1].strip(".,") in ("Jr", "Sr", "II", "III"):
        suffix = tokens.pop().strip(",")
        tokens[-1] = tokens[-1].rstrip(",")
    full = " ".join(tokens)
    if not family or tokens[0] == family.split()[0]:
        return (full + (" " + suffix if suffix else ""), [])
    text = " ".join(tokens)
    spot = text.find(family)
    upto = text[:spot + len(family)] if spot > 0 else text
    given = upto[:len(upto) - len(family)].split()
    middle = [g for g in given[1:]
              if not re.fullmatch(r"[A-Z]\.?", g) and not re.search(r"(ovich|evich|ovych|evych|yevich|ovna|evna|ivna|ichna|yich)$", g)]
    if country in LATIN or country in ENGLISH or any(re.search(r"(ovich|evich|ovna|evna)$", g) for g in given[1:]):
        short = " ".join(given[:1] + [family])
        aliases += [" ".join(given[:1] + middle + [family]), upto, full]
    else:
        short = " ".join(given[:1] + middle + [family])
        aliases += [upto, full]
    if suffix:
        aliases.append(short + " " + suffix)
    return short, [a for a in dict.fromkeys(aliases) if a != short]
