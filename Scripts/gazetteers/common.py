"""What the gazetteer scripts share: reading tables, aliases, names, ids, writing tables."""
import csv
import os
import re
import unicodedata

# The compiled tables. All others in the folder are written by hand and only read.
COMPILED_SUFFIX = "-compiled.tsv"
ALSO_COMPILED = {"companies.tsv", "parties.tsv", "given-names.tsv", "surnames.tsv", "role-nouns.tsv", "org-nouns.tsv"}

LATIN_ONLY = re.compile(r"^[\x20-\x7eÀ-ž’–]+$")
_LETTERS = str.maketrans({
    "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE",
    "œ": "oe", "Œ": "OE", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A", "ʻ": "'", "’": "'", "‘": "'",
})


def fold(text):
    """Without accents, letters of other Latin alphabets in their usual ASCII form."""
    text = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return "".join(c for c in text if not unicodedata.combining(c))


def key(text):
    """For comparing names: folded, lower case, letters and digits only, single spaces."""
    text = fold(text).lower().replace("'", "").replace(".", "")
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text).split())


def slug(text):
    return key(text).replace(" ", "-")


# short words that no acronym and no bare surname may be taken for
FUNCTION_WORDS = {"an", "as", "at", "be", "by", "do", "et", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of", "on", "or",
                  "so", "to", "un", "up", "us", "we", "who", "you", "she", "her", "his", "the", "and", "but", "for", "not", "one",
                  "two", "six", "ten", "man", "men", "may", "can", "will", "say", "said"}
RESERVED = {"g", "node", "edge", "graph", "digraph", "subgraph", "strict"}


def valid_id(ident):
    return bool(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", ident)) \
        and not re.match(r"(x-|e-|n_|e_)", ident) and ident.lower() not in RESERVED


def new_id(wanted, taken, *suffixes):
    """The first free and valid id made of `wanted`, then with each suffix, then with a number."""
    wanted = slug(wanted) or "unnamed"
    if not re.match(r"[a-z_]", wanted) or not valid_id(wanted):
        wanted = "id-" + wanted
    for candidate in [wanted] + [wanted + "-" + slug(s) for s in suffixes if s]:
        if candidate not in taken and valid_id(candidate):
            taken.add(candidate)
            return candidate
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    taken.add(f"{wanted}-{number}")
    return f"{wanted}-{number}"


def read_rows(path):
    """Rows of a TSV as dictionaries; `#` lines are comments, the first other line names the columns."""
    header = None
    with open(path, encoding="utf-8") as handle:
        for line in handle:
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if header is None:
                header = cells
                continue
            cells += [""] * (len(header) - len(cells))
            yield dict(zip(header, cells))


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as handle:
        yield from csv.DictReader(handle)


def split_aliases(cell):
    """(surface, marks) of an aliases cell."""
    found = []
    for part in re.split(r"(?<!\\)\|", cell):
        part = part.strip()
        if not part:
            continue
        match = re.match(r"^(.*?)(?<!\\)\[([^\[\]]*)\]$", part)
        if match:
            found.append((match.group(1), match.group(2).split(",")))
        else:
            found.append((part, []))
    return found


def join_aliases(name, aliases):
    """An aliases cell of (surface, marks string), without repetitions and without the plain name."""
    seen, out = {(name, "")}, []
    surfaces = {name}
    for surface, marks in aliases:
        surface = surface.replace("|", "\\|").replace("[", "\\[")
        if not surface or (surface, marks) in seen or (surface in surfaces and surface != name):
            continue
        if surface == name and not marks:
            continue
        seen.add((surface, marks))
        surfaces.add(surface)
        out.append(surface + (f"[{marks}]" if marks else ""))
    return " | ".join(out)


def is_compiled(filename):
    return filename.endswith(COMPILED_SUFFIX) or filename in ALSO_COMPILED


def hand_tables(folder):
    for filename in sorted(os.listdir(folder)):
        if filename.endswith(".tsv") and not is_compiled(filename):
            yield filename, os.path.join(folder, filename)


def write_table(folder, filename, comments, header, rows):
    path = os.path.join(folder, filename)
    with open(path, "w", encoding="utf-8", newline="\n") as handle:
        handle.write("# compiled by Scripts/gazetteers/compile.py: do not edit; add to the table written by hand\n")
        for comment in comments:
            handle.write("# " + comment + "\n")
        handle.write("\t".join(header) + "\n")
        for row in rows:
            cells = [str(c).replace("\t", " ").replace("\n", " ").strip() for c in row]
            handle.write("\t".join(cells) + "\n")
    return len(rows)


ENTITY_HEADER = ["id", "type", "subtype", "name", "aliases", "in", "ids", "note"]
ROLE_HEADER = ["person", "role", "of", "from", "to", "source"]
TIE_HEADER = ["subject", "predicate", "object", "from", "to", "source"]
