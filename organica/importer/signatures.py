"""Where a legal text is signed: its closing formula, the names and offices of who signed, the distribution.

Takes passages; returns which of them are signatures, which say nothing about the body. Called by the genres
and by `own_source`. A decree may be signed in the middle of a document, with the regulation that it approves
behind it. Who signs is no head of a unit; heads are read by `heads`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from organica.importer.heads import begins_with_office, without_treatment
from organica.importer.passages import Passage, ends_a_sentence
from organica.importer.phrases import unit_heading
from organica.text.fold import unaccented, words
from organica.text.labels import labelled
from organica.text.persons import person_name
from organica.text.printed_dates import dates

_MOST_CHARACTERS_OF_A_FORMULA = 700
_MOST_CHARACTERS_OF_AN_OPENING = 60
_MOST_CHARACTERS_OF_A_LINE = 160
_MOST_CHARACTERS_OF_AN_ADDRESSEE = 120
_MOST_CHARACTERS_BEFORE_A_DAY = 160

# The orders of a closing formula, unaccented and in lower case: "anótese, comuníquese y publíquese".
_ORDERS = (
    r"anotese|comuniquese|publiquese|registrese|archivese|cumplase|refrendese|notifiquese|tomese razon"
    r"|transcribase|dese (?:cuenta|a la|al)|insertese|promulguese|imprimase|circulese|hagase saber|ejecutese"
    r"|obedezcase|publique-se|registre-se|cumpra-se|comunique-se|intimem-se|tengase|difundase|devuelvase"
    r"|pase a|remitase|vuelva"
)
_ORDER = re.compile(rf"(?<![\w-])(?:{_ORDERS})(?![\w-])")
_LABEL = (
    r"[\s*_#>\"“]*(?:(?:articulo|art\.?)\s*\d+[\s°º.oa]*[\s*_.:—–-]*|(?:\d{1,2}|[ivx]{1,5})[°º.)][\s*_.-]*"
    r"|de forma\.?\s*)?"
)
_FORMULA = re.compile(rf"{_LABEL}(?:y por cuanto[^.]{{0,300}}?\s)?(?:{_ORDERS})(?![\w-])")
_PLACES = (
    r"(?:dad[oa] (?:en|y)|es dad[oa] en|expedid[oa] en|firmad[oa] en|dado,? firmado"
    r"|sala de (?:la )?(?:sesiones|comision)|palacio (?:nacional|de gobierno)|por tanto:? mando)"
)
_GIVEN = re.compile(rf"[\s*_#>\"“]*{_PLACES}")
_MAY_CLOSE = re.compile(rf"{_LABEL}(?:y por cuanto|{_ORDERS}|{_PLACES})")
_RUBRIC = re.compile(r"(?i)\br[uú]bricas?\b|\bfdo\.|\bfirmado:")
_RUBRICS = re.compile(r"\brubricas?\b|\bfdo\.|\bfirmado:|\bfirman?:|\b(?:es|fiel) (?:copia|traslado)\b")
_SIGNS = re.compile(
    r"[\s*_#>]*(?:por orden d|por (?:poder|mandato|delegacion)|lo que (?:transcribo|comunico)"
    r"|saluda (?:atentamente )?a|atentamente|\(?firmado\)?|fdo\b|firmas?:|distribucion:?|distribuyase"
    r"|c\.?c\.?:|ministro de fe|visto bueno|v[°º]\s?b[°º]|toma(?:do|se) razon|refrendad[oa] por|es copia"
    r"|con el visado|e\. \d{1,2}/\d)"
)
_LIST = re.compile(r"[\s*_#>]*(?:distribucion|c\.?c\.?|inclusion por correo)\b\s*:?")
_INITIALS = re.compile(r"[\s*_]*[A-ZÑ]{2,5}(?:\s?[/.-]\s?[A-Za-zñÑ]{2,5}){1,8}[\s*_.]*")
# A new part of the document begins: what stands here is no signature, though it is in capitals.
_BODY_AGAIN = re.compile(
    r"[\s*_#>\"“]*(?:anexos?|articulo|art\.|capitulo|titulo|seccion|reglamento|estatuto|manual|parte|libro|"
    r"disposici(?:on|ones)|organigrama|estructura|objetivos?|funciones|vist[oa]s?|considerando|resuel|decret[ao]\b"
    r"|ley\b|resolucion|indice|apendice|parrafo|transitori|regulamento|codigo"
    r"|normas? de|politica|plan\b|texto)"
)
# The body under the office of who signed; the units of an annex are not among these.
_BODY = re.compile(
    r"[\s*_#]*(?:ministerio|servicio|gobierno|municipalidad|republica|presidencia|superintendencia|instituto"
    r"|subsecretaria de|universidad|agencia|corporacion)\b"
)
_NOTHING = re.compile(r"[\s*_#>.\[\]()—–-]*(?:img|imagen|firma|timbre|sello)?[\s*_#>.\[\]()—–-]*")
_BEFORE_A_DAY = frozenset(
    words("de del la las los el y e da do dos a en al em aos dia dias mes fecha que hoy")
)
_OF_A_JOURNAL = re.compile(r"(?<!\w)[BD]\.?\s?O\.?(?!\w)|Diario|Bolet[ií]n|Gaceta|Publicad", re.IGNORECASE)


def signature_places(passages: Sequence[Passage]) -> frozenset[int]:
    """Return the indexes of the passages that belong to a closing formula or to a block of signatures."""
    found: set[int] = set()
    index = 0
    while index < len(passages):
        if _closes(passages, index):
            end = _end_of_block(passages, index)
            found.update(range(index, end))
            index = end
        else:
            index += 1
    found.update(_last_names(passages, found))
    return frozenset(found)


def dateline(text: str) -> str | None:
    """Return the day of a line that gives place and day of signing, "Santiago, 2 de mayo de 2024.-"."""
    head = text[: _MOST_CHARACTERS_BEFORE_A_DAY + 80]
    first = next(iter(dates(head)), None)
    if first is None:
        return None
    before = head[: first.start].strip(' *_#"“\n')
    if _GIVEN.match(_plain(before)):
        return first.day
    if names_a_journal(before):
        return None
    rest = text[first.end :].lstrip(" *_")
    if rest and rest[0] not in ".-–—,;\n":
        return None
    place = all(word[0].isupper() or set(words(word)) <= _BEFORE_A_DAY for word in before.split())
    return first.day if place and len(before.split()) <= 12 else None


def names_a_journal(text: str) -> bool:
    """Return whether a day behind these words is that of publication."""
    return _OF_A_JOURNAL.search(text) is not None


def _closes(passages: Sequence[Passage], index: int) -> bool:
    """Return whether the passage begins the end of an act."""
    text = passages[index].text
    if _RUBRIC.search(text, 0, _MOST_CHARACTERS_OF_A_FORMULA) and dateline(text):
        return True
    # Most passages are no such thing, and their first words say so.
    if not _MAY_CLOSE.match(_plain(text[:_MOST_CHARACTERS_OF_AN_OPENING])):
        return False
    plain = _plain(text[:_MOST_CHARACTERS_OF_A_FORMULA])
    if _GIVEN.match(plain):
        return bool(dates(text[:_MOST_CHARACTERS_OF_A_FORMULA])) or _ends_here(passages, index)
    if not _FORMULA.match(plain) or len(text) > _MOST_CHARACTERS_OF_A_FORMULA:
        return False
    orders = len(_ORDER.findall(plain))
    return orders >= 2 or (
        orders == 1 and len(text) <= _MOST_CHARACTERS_OF_A_LINE and _ends_here(passages, index)
    )


def _ends_here(passages: Sequence[Passage], index: int) -> bool:
    """Return whether nothing follows but signatures."""
    return (
        index + 1 == len(passages) or _is_signature(passages[index + 1].text) or _opens(passages, index + 1)
    )


def _opens(passages: Sequence[Passage], index: int) -> bool:
    plain = _plain(passages[index].text[:_MOST_CHARACTERS_OF_A_FORMULA])
    return bool(_GIVEN.match(plain)) or bool(_FORMULA.match(plain) and len(_ORDER.findall(plain)) >= 2)


def _end_of_block(passages: Sequence[Passage], index: int) -> int:
    """Return the index behind the last passage of the signatures that begin here."""
    index += 1
    listing = False
    while index < len(passages):
        text = passages[index].text
        plain = _plain(text[:_MOST_CHARACTERS_OF_A_FORMULA])
        listing = listing or _LIST.match(plain) is not None
        addressee = listing and _of_a_list(text) and not _BODY_AGAIN.match(plain)
        if not (addressee or _is_signature(text) or _closes(passages, index)):
            break
        index += 1
    # What follows shows that the last addressee was the heading of a unit.
    while listing and index < len(passages) and unit_heading(passages[index - 1].text):
        index -= 1
    return index


def _is_signature(text: str) -> bool:
    """Return whether a line under the closing formula is a name, an office or another mark of who signed."""
    plain = _plain(text[:_MOST_CHARACTERS_OF_A_FORMULA])
    if _SIGNS.match(plain) or _NOTHING.fullmatch(text):
        return True
    bare = text.strip(' *_#.,;"”()')
    if _BODY_AGAIN.match(plain) or bare.endswith(":"):
        return False
    if _RUBRICS.search(plain) or dateline(text):
        return True
    if _INITIALS.fullmatch(text) or _person(bare) or _names(text) or _person_and_office(bare):
        return True
    short = len(text) <= _MOST_CHARACTERS_OF_A_LINE
    return short and (begins_with_office(bare) or (bare.isupper() and _BODY.match(plain) is not None))


def _person(text: str) -> bool:
    return person_name(without_treatment(text))


def _person_and_office(text: str) -> bool:
    """Return whether a name stands before an office: "Ana Soto Ruiz, Ministra de Salud.- Luis Paz, …"."""
    name, _, office = text.partition(",")
    return bool(office) and _person(name) and begins_with_office(office)


def _names(text: str, fewest: int = 1) -> bool:
    """Return whether the text is so many names or more, parted by dashes: "— SOTO. — Ana J. Ruiz."."""
    if len(text) > _MOST_CHARACTERS_OF_A_FORMULA or not re.search(r"\s[—–-]|^[\s*_]*[—–-]", text):
        return False
    parts = [part.strip(" *_.,") for part in re.split(r"\s?[—–]\s?|(?:^|[\s*_])-[\s*_]", text)]
    said = [part for part in parts if part]
    return len(said) >= fewest and all(
        person_name(part) or (part.isupper() and len(part.split()) <= 5) for part in said
    )


def _of_a_list(text: str) -> bool:
    """Return whether the line is an addressee: short, and neither a sentence nor an item with a letter."""
    item = labelled(text)
    lettered = item is not None and not (item.label or "").isdigit()
    return len(text) <= _MOST_CHARACTERS_OF_AN_ADDRESSEE and not lettered and not ends_a_sentence(text)


def _last_names(passages: Sequence[Passage], found: set[int]) -> set[int]:
    """Return the last passages when they are names in capitals alone, as laws without a formula end."""
    last: set[int] = set()
    for index in range(len(passages) - 1, -1, -1):
        text = passages[index].text
        name = text.isupper() and _person(text.strip(" *_.")) and not _BODY_AGAIN.match(_plain(text))
        if index in found or not (name or _names(text, fewest=2)):
            break
        last.add(index)
    return last


def _plain(text: str) -> str:
    return unaccented(text).casefold()
