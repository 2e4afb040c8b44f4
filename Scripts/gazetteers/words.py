"""Given names, surnames, role nouns and organisation nouns."""
import re

from common import fold, read_rows

PLAIN = re.compile(r"^[A-ZÀ-Þ][A-Za-zÀ-ž'’\-]{1,20}$")
CAMEL = re.compile(r"^(Mc|Mac|O'|D'|De|Di|La|Le|Van|Von|El|Al|Du|Des|Del|St)")


def _usable(name):
    if not PLAIN.match(name) or len(fold(name).replace("'", "").replace("-", "")) < 2:
        return False
    if name.upper() == name:
        return False
    inner = re.sub(r"(^|[-'’])[A-ZÀ-Þ]", "", name)
    if re.search(r"[A-ZÀ-Þ]", inner) and not CAMEL.match(name):
        return False
    return bool(re.search(r"[aeiouyàâäáåãæéèêëíìîïóòôöõøœúùûü]", fold(name).lower()))


def _score(sources):
    """How many independent sources attest a name, several locales of one generator counting once more."""
    parts = [s for s in sources.split(",") if s]
    kinds = {s.split(":")[0] for s in parts}
    return len(kinds) + (1 if len(parts) > 3 else 0), kinds, parts


def given_names(k):
    rows, surnames = [], {}
    for row in read_rows(k.sources.derived("names_surname.tsv")):
        surnames[row["name"]] = row["sources"]
    for row in read_rows(k.sources.derived("names_given.tsv")):
        name = row["name"].replace("’", "'")
        score, kinds, parts = _score(row["sources"])
        if not _usable(name) or (kinds == {"faker"} and len(parts) < 2 and not _world(parts)):
            continue
        flags = []
        if k.is_common(name):
            flags.append("word")
        if name in surnames:
            flags.append("surname")
        if any(i in k.entities and k.entities[i]["type"] in ("place", "country") for i in k.surfaces.get(name, ())):
            flags.append("place")
        if score > 2:
            flags.append("frequent")
        rows.append([name, " ".join(flags)])
    return _unique(rows)


# one locale each, but the only source for much of the world's names
WORLD = ("ar", "fa", "tr", "ru", "uk", "pl", "in", "pk", "id", "th", "vi", "ng", "gh", "zu", "tw", "ko", "ja", "ke", "he",
         "bn", "az", "hy", "ka", "uz", "ro", "hu", "bg", "hr", "sl", "sk", "cs", "lt", "lv", "et", "el", "ph", "ne", "yo",
         "ig", "ha", "tw", "sw", "dz", "eg", "jo", "ps", "sa", "ae", "bh", "om")


def _world(parts):
    tags = {t.lower() for p in parts for t in re.split(r"[:_]", p)}
    return bool(tags & set(WORLD))


def surnames(k):
    given = {row["name"] for row in read_rows(k.sources.derived("names_given.tsv"))}
    rows = []
    for row in read_rows(k.sources.derived("names_surname.tsv")):
        name = row["name"].replace("’", "'")
        score, kinds, parts = _score(row["sources"])
        if not _usable(name):
            continue
        if kinds == {"faker"} and len(parts) < 2 and not _world(parts):
            continue
        flags = []
        if k.is_common(name):
            flags.append("word")
        if name in given:
            flags.append("given")
        if any(i in k.entities and k.entities[i]["type"] in ("place", "country") for i in k.surfaces.get(name, ())):
            flags.append("place")
        if score > 2:
            flags.append("frequent")
        rows.append([name, " ".join(flags)])
    return _unique(rows)


def _unique(rows):
    seen, out = set(), []
    for row in sorted(rows):
        if row[0] not in seen:
            seen.add(row[0])
            out.append(row)
    return out


# -- nouns -----------------------------------------------------------------------------------------------------------

KIND_OF_CODE = {"MIL": "military", "GOV": "government", "LEG": "legislature", "JUD": "judiciary", "COP": "police",
                "REB": "rebel", "OPP": "opposition", "CRM": "criminal", "CVL": "civilian", "BUS": "business",
                "MED": "media", "EDU": "education", "HLH": "health", "LAB": "labour", "REF": "refugee", "SPY": "intelligence",
                "REL": "religious", "CHR": "religious", "MOS": "religious", "JEW": "religious", "AGR": "agriculture",
                "ENV": "environment", "HRI": "human-rights", "NGO": "ngo", "ELI": "elite", "PTY": "party", "SET": "settler",
                "INS": "rebel", "SEP": "separatist", "UAF": "armed", "RAD": "extremist", "DEV": "development"}
KIND_OF_CLASS = [("spokesperson", "spokesperson"), ("diplomat", "diplomat"), ("military_officer", "military"),
                 ("soldier", "military"), ("head_of_state", "government"), ("office-holder", "government"),
                 ("politician", "politician"), ("statesperson", "politician"), ("journalist", "media"),
                 ("religious", "religious"), ("leader", "leader"), ("worker", "occupation")]
IRREGULAR = {"man": "men", "woman": "women", "child": "children", "wife": "wives", "thief": "thieves"}
# things, misprints of the agents dictionary, and words that news no longer uses or uses for something else
NOT_IN_NEWS = set("""
aircraft carrier|attack helicopter|combat helicopter|carrier|destroyer|naval destroyer|cruiser|fighter bomber|jet fighter|jetfighter
stealth bomber|stealth fighter|tomcat fighter|unmanned predator|jetliner|freighter|tanker|public sector|the poor|law enforcement
organized labor|lobsterback|trainbandsman|mace|macer|macebearer|voider|nullifier|noticer|invalidator|licenser|lister|weigher|taxer
sealer|searcher|hangover|holdover|coyote|ordinary|provincial|monitor|trier|pink|pinko|fodder|cannon fodder|fresh fish|greyback
doughboy|poilu|pol|rep|spoiler|branokker|traffiker|tinginist|opthamologist|brigaider|extemist soldier|prime minster|embassador
filmaker|penman|penwoman|gazetteer|monger|oiler|para|ranker|regular|territorial|marcher|flanker|snitcher|sea rover|rumrunner
law offender|kidnaper|exciseman|excisewoman|burgrave|eparch|margrave|praetor|pretor|quaestor|pistoleer|footslogger|goldbrick
carabineer|carabinier|carbineer|bushwhacker|stipendiary|recorder|lawgiver|elder|recreant|hierarch|solon|stalking-horse|nabob
first grader|second grader|third grader|fourth grader|fifth grader|sixth grader|seventh grader|eighth grader|ninth grader
tenth grader|eleventh grader|twelfth grader|tree hugger|bean counter|sob sister|agony aunt|agony uncle|scribbler|serjeant-at-arms
sodbuster|cropper|granger|weekend warrior|brass hat|standard-bearer|redcoat|cuirassier|musketeer|hussar|dragoon|lancer|mikado|tenno
verger|vestryman|vestrywoman|churchwarden|beadle|sexton|sacristan|placeman|placewoman|placeseeker|paper-pusher|pillager|tourer
""".replace("\n", "|").split("|"))
NOT_ROLES = {"chair", "head", "back", "center", "hand", "host", "help", "dig", "do", "mouth", "face", "wing", "scale", "fly",
             "mole", "page", "hack", "sub", "temp", "slave", "cub", "light", "drudge", "star", "wonder", "hood", "suit", "cook",
             "guide", "guard", "watch", "press", "staff", "crew", "brass", "bat", "boots", "hewer", "potter", "cap", "bishop"}
KEEP_SHORT = {"cook", "guide", "guard", "bishop", "host"}
# what news says of people and the sources lack or class oddly; written by hand
EXTRA_ROLES = {
    "official": "government", "spokesman": "spokesperson", "spokeswoman": "spokesperson", "spokesperson": "spokesperson",
    "lawmaker": "legislature", "legislator": "legislature", "senator": "legislature", "congressman": "legislature",
    "congresswoman": "legislature", "parliamentarian": "legislature", "deputy": "legislature", "MP": "legislature",
    "diplomat": "diplomat", "envoy": "diplomat", "ambassador": "diplomat", "negotiator": "diplomat", "mediator": "diplomat",
    "soldier": "military", "troop": "military", "serviceman": "military", "servicewoman": "military", "commander": "military",
    "general": "military", "officer": "military", "sailor": "military", "marine": "military", "airman": "military",
    "pilot": "military", "conscript": "military", "veteran": "military", "reservist": "military", "peacekeeper": "military",
    "paratrooper": "military", "sniper": "military", "gunman": "armed", "militant": "rebel", "rebel": "rebel",
    "insurgent": "rebel", "guerrilla": "rebel", "fighter": "rebel", "separatist": "separatist", "terrorist": "rebel",
    "militiaman": "rebel", "jihadist": "rebel", "extremist": "extremist", "mercenary": "armed", "hijacker": "criminal",
    "suicide bomber": "rebel", "bomber": "rebel", "attacker": "armed", "assailant": "armed", "kidnapper": "criminal",
    "hostage": "civilian", "captive": "civilian", "detainee": "civilian", "prisoner": "civilian", "inmate": "civilian",
    "refugee": "refugee", "migrant": "refugee", "asylum seeker": "refugee", "civilian": "civilian", "resident": "civilian",
    "villager": "civilian", "protester": "opposition", "protestor": "opposition", "demonstrator": "opposition",
    "activist": "opposition", "dissident": "opposition", "opponent": "opposition", "critic": "opposition",
    "opposition leader": "opposition", "campaigner": "opposition", "striker": "labour", "unionist": "labour",
    "minister": "government", "president": "government", "prime minister": "government", "premier": "government",
    "chancellor": "government", "governor": "government", "mayor": "government", "aide": "government",
    "adviser": "government", "advisor": "government", "secretary": "government", "bureaucrat": "government",
    "regulator": "government", "inspector": "government", "monitor": "government", "investigator": "judiciary",
    "prosecutor": "judiciary", "judge": "judiciary", "magistrate": "judiciary", "lawyer": "legal", "attorney": "legal",
    "suspect": "criminal", "defendant": "criminal", "convict": "criminal", "smuggler": "criminal", "trafficker": "criminal",
    "drug lord": "criminal", "hacker": "criminal", "policeman": "police", "policewoman": "police", "police officer": "police",
    "detective": "police", "constable": "police", "spy": "intelligence", "agent": "intelligence", "informant": "intelligence",
    "defector": "refugee", "analyst": "expert", "expert": "expert", "economist": "expert", "scientist": "expert",
    "researcher": "expert", "historian": "expert", "professor": "education", "teacher": "education", "student": "education",
    "journalist": "media", "reporter": "media", "correspondent": "media", "editor": "media", "blogger": "media",
    "cameraman": "media", "photographer": "media", "broadcaster": "media", "doctor": "health", "nurse": "health",
    "medic": "health", "paramedic": "health", "aid worker": "ngo", "rescuer": "civilian", "firefighter": "civilian",
    "volunteer": "civilian", "cleric": "religious", "priest": "religious", "monk": "religious", "nun": "religious",
    "imam": "religious", "rabbi": "religious", "pope": "religious", "leader": "leader", "chief": "leader", "boss": "leader",
    "founder": "leader", "director": "leader", "chairman": "leader", "chairwoman": "leader", "tycoon": "business",
    "billionaire": "business", "businessman": "business", "businesswoman": "business", "executive": "business",
    "investor": "business", "banker": "business", "trader": "business", "oligarch": "business", "settler": "settler",
    "voter": "civilian", "candidate": "politician", "politician": "politician", "nominee": "politician", "incumbent": "politician",
    "warlord": "rebel", "strongman": "leader", "dictator": "leader", "ruler": "leader", "king": "government",
    "queen": "government", "prince": "government", "princess": "government", "emir": "government", "sultan": "government",
    "loyalist": "rebel", "supporter": "civilian", "follower": "civilian", "backer": "civilian", "ally": "leader",
    "rival": "opposition", "successor": "leader", "predecessor": "leader", "counterpart": "government", "delegate": "diplomat",
    "representative": "diplomat", "observer": "diplomat", "witness": "civilian", "victim": "civilian", "survivor": "civilian",
    "father": "kin", "mother": "kin", "son": "kin", "daughter": "kin", "brother": "kin", "sister": "kin", "wife": "kin",
    "husband": "kin", "widow": "kin", "cousin": "kin", "nephew": "kin", "niece": "kin", "uncle": "kin", "aunt": "kin",
    "grandson": "kin", "grandfather": "kin", "son-in-law": "kin", "brother-in-law": "kin", "fisherman": "civilian",
    "farmer": "agriculture", "worker": "labour", "miner": "labour", "driver": "labour", "trader union leader": "labour",
}
EXTRA_ROLES.pop("trader union leader")


def plural(noun):
    head, _, last = noun.rpartition(" ")
    for ending, many in IRREGULAR.items():
        if last == ending or (ending in ("man", "woman") and last.endswith(ending) and last not in ("human", "german", "roman", "shaman", "talisman")):
            return (head + " " if head else "") + last[:-len(ending)] + many
    if "-in-law" in last:
        return (head + " " if head else "") + last.replace("-in-law", "s-in-law")
    return ""


def role_nouns(k):
    agents = {}
    with open(k.sources.raw("petrarch2", "Phoenix.agents.txt"), encoding="utf-8", errors="replace") as handle:
        for line in handle:
            match = re.match(r"^([A-Z][A-Z_'\-]+?)_?\s*(?:!PERSON!|\{[^}]*\})?\s*\[~([A-Z]{3})", line)
            if match:
                agents.setdefault(match.group(1).replace("_", " ").strip().lower(), KIND_OF_CODE.get(match.group(2), "other"))
    roles = {}
    for row in read_rows(k.sources.derived("oewn_role_nouns.tsv")):
        noun, classes = row["noun"], row["classes"].split(",")
        if not re.fullmatch(r"[a-z][a-z\- ]{2,30}", noun) or len(noun.split()) > 3 or noun in NOT_ROLES - KEEP_SHORT:
            continue
        kind = next((kind for name, kind in KIND_OF_CLASS if name in classes), "occupation")
        if classes == ["form_of_address"]:
            continue
        # of the many callings keep those news agents dictionaries know, and the political, military and media ones
        if kind in ("occupation", "leader") and noun not in agents:
            continue
        if kind == "spokesperson" and "spoke" not in noun:
            continue
        roles[noun] = agents.get(noun, kind) if kind == "occupation" else kind
    for noun, kind in agents.items():
        if not noun.endswith("minist") and re.search(r"(er|or|ist|man|woman|ian|ant|ent|leader|chief|officer|official|worker|soldier|rebel)$", noun) \
                and len(noun.split()) < 3 and kind not in ("other",) and not re.search(r"(minist|airliner|government|parliament|department|movement|agreement|center|power|water|order|paper|quarter|regiment|establishment|management|settlement|corner|border|tanker|detachment)$", noun):
            roles.setdefault(noun, kind)
    roles = {noun: kind for noun, kind in roles.items() if noun not in NOT_IN_NEWS}
    roles.update(EXTRA_ROLES)
    return sorted([noun, kind, plural(noun)] for noun, kind in roles.items())


ORG_NOUNS = {
    "ministry": "ministry",
    "government": "government administration cabinet regime junta authority authorities government executive leadership presidency monarchy council-of-ministers kingdom emirate republic state coalition",
    "parliament": "parliament assembly congress senate house chamber duma diet legislature council bundestag knesset majlis caucus committee subcommittee commission",
    "court": "court tribunal bench judiciary jury prosecution chambers",
    "agency": "agency bureau department office directorate service secretariat board authority inspectorate administration corps regulator watchdog mission embassy consulate delegation institute center centre laboratory observatory foundation fund headquarters task-force",
    "military": "army navy force forces command brigade battalion regiment division fleet squadron corps guard militia air-force coastguard coast-guard military troops unit garrison legion platoon infantry artillery staff",
    "police": "police gendarmerie constabulary sheriff's-office",
    "armed-group": "front liberation-army militia movement brigades group faction cartel gang mafia network cell insurgency rebels resistance",
    "party": "party coalition alliance bloc league union opposition faction caucus movement rally front congress",
    "company": "company corporation firm group holdings industries enterprises airlines airways motors bank brewery conglomerate consortium manufacturer retailer maker operator carrier utility startup broker insurer partners capital ventures technologies systems pharmaceuticals laboratories energy oil petroleum gas steel electric telecom communications networks entertainment studios foods bancorp financial insurance exchange logistics shipping railways pipeline mining refinery plant",
    "bank": "bank central-bank treasury fund exchange credit-union",
    "media": "newspaper agency news-agency broadcaster television radio channel magazine daily weekly times post herald tribune journal gazette chronicle telegraph press network station website",
    "education": "university college school academy institute polytechnic faculty seminary madrasa",
    "health": "hospital clinic medical-center medical-centre",
    "ngo": "organization organisation association society federation foundation trust charity network campaign committee watch coalition initiative forum center centre confederation union",
    "religious": "church mosque synagogue temple cathedral diocese archdiocese patriarchate monastery order congregation brotherhood ministry sect",
    "think-tank": "institute foundation council center centre think-tank",
    "sports": "club team federation league association united city athletic",
    "igo": "union organization organisation community league council bank fund pact commission court agency treaty-organization",
    "union": "trade-union labor-union labour-union syndicate guild brotherhood",
}
SUFFIXES = ["Inc", "Inc.", "Corp", "Corp.", "Co", "Co.", "Ltd", "Ltd.", "LLC", "LLP", "LP", "L.P.", "PLC", "plc", "GmbH", "AG",
            "SE", "KG", "KGaA", "S.A.", "SA", "SAS", "S.A.S.", "SARL", "S.p.A.", "SpA", "S.r.l.", "N.V.", "NV", "B.V.", "BV", "AB",
            "ASA", "A/S", "Oy", "Oyj", "Sdn Bhd", "Bhd", "Berhad", "Tbk", "Pte", "Pte.", "Pty", "Pty.", "K.K.", "JSC", "OJSC",
            "PJSC", "OOO", "OAO", "PAO", "ZAO", "S.A.B.", "S.A. de C.V.", "de C.V.", "Ltda", "Ltda.", "A.Ş.", "Kft", "Zrt", "d.o.o.",
            "s.r.o.", "a.s.", "Sp. z o.o.", "FZE", "FZCO", "Holdings", "Holding", "Group", "Limited", "Incorporated", "Corporation",
            "Company", "Companies", "Enterprises", "Industries", "Partners", "Trust"]


def org_nouns(k):
    rows = {}
    for kind, text in ORG_NOUNS.items():
        for noun in text.split():
            noun = noun.replace("-", " ") if noun not in ("coast-guard", "task-force") else noun.replace("-", " ")
            rows.setdefault(noun, kind)
    keep = {"agency": "agency", "company": "company", "committee": "committee",
            "political party": "party", "legislature": "parliament", "government": "government", "bank": "bank",
            "union": "union", "news agency": "media", "university": "education", "ministry": "ministry", "newspaper": "media"}
    for row in read_rows(k.sources.derived("oewn_org_nouns.tsv")):
        noun, classes = row["noun"], row["classes"].split(",")
        kind = next((keep[c] for c in classes if c in keep), None)
        if kind and re.fullmatch(r"[a-z][a-z\- ]{2,28}", noun) and len(noun.split()) < 3 and noun not in NOT_ORGS:
            rows.setdefault(noun, kind)
    out = [[noun, kind, ""] for noun, kind in rows.items()]
    out += [[suffix, "suffix", ""] for suffix in SUFFIXES]
    return sorted(out)


NOT_ORGS = {"arm", "bay", "column", "division", "house", "lower house", "string", "wing", "pack", "section", "shop", "works",
            "tube", "pool", "ring", "body", "panel", "line", "throng", "host", "guard", "outfit", "flank", "file", "dealer", "mob"}
