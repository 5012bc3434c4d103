"""What sentences and titles say of a unit: that it exists, what it is for, on which it depends.

Takes a title or a sentence; returns names and what is said. Called by the genre of legal texts. Tables grow
by a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from organica.domain.outline import OutlineSort
from organica.importer.leads import FUNCTION_NOUN, grammatical_subject, subject_of
from organica.importer.unit_words import is_group, points_back, sort_of, without_article
from organica.text.kinds import kind_that_begins


@dataclass(frozen=True, slots=True)
class Told:
    """A unit that a title or a sentence tells of; `introduces` when it brings the unit into the text.

    `name` is None where a sentence says what "it" is.
    """

    name: str | None
    introduces: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A note of whoever keeps the text: what was amended, and whether it was repealed."""

    repeals: bool


_ABOUT = re.compile(
    rf"^(?:de\s+)?(?:las?\s+|los\s+)?(?:(?:naturaleza|definici[oó]n|objetivos?|objeto|finalidad|misi[oó]n|organizaci[oó]n|estructura|"
    rf"dependencia|composici[oó]n|integraci[oó]n|conformaci[oó]n|titular|creaci[oó]n|{FUNCTION_NOUN})"
    rf"(?:\s*(?:,|y|e)\s*(?:naturaleza|objetivos?|objeto|finalidad|organizaci[oó]n|estructura|{FUNCTION_NOUN}))*"
    r"(?:\s+(?:generales|espec[ií]ficas|principales|b[aá]sicas))?\s+(?:de\s+las?\s+|de\s+los\s+|del?\s+))(?P<name>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_TWO_NOUNS = re.compile(r"\w+\s+[ye]\s+\w+$", re.IGNORECASE)
_ANOTHER_OF = re.compile(
    r"^(?P<first>[^,]{3,160}?)(?:,|\s[ye])\s+(?:del|de\s+las?|de\s+los)\s+(?P<other>\w+)", re.IGNORECASE
)
_OF_ONE = re.compile(r"\s(?:del|de\s+las?|de\s+los)\s", re.IGNORECASE)
_OF = re.compile(
    r"^(?:de\s+la|de\s+el|del|de\s+los|de\s+las|do|da|dos|das)\s+(?P<name>.+)$", re.IGNORECASE | re.DOTALL
)
_VERB = re.compile(
    r"\b(?:es|son|ser[aá]|ser[aá]n|est[aá]|tiene|tienen|tendr[aá]n?|corresponde\w*|compete\w*|existir[aá]|habr[aá]|"
    r"se\s+\w+|podr[aá]n?|deber[aá]n?|debe|puede|cuenta\s+con|depende\w*|ejerce\w*|cumple\w*|\w+(?:rá|rán)|"
    r"\w+(?:[áéí]|ú)(?:\w{1,3})?se)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:sustitu[ií]d|derogad|modificad|incorporad|agregad|suprimid|abrogad|texto\s+seg[uú]n|nota\b|redacci[oó]n\s+dada|"
    r"reformad|adicionad|eliminad|vigencia)",
    re.IGNORECASE,
)
_REPEALS = re.compile(r"\b(?:derogad|suprimid|abrogad|dejad[oa]s?\s+sin\s+efecto|eliminad)", re.IGNORECASE)
# "Fracción reformada DOF 09-04-2012", on a line of its own.
_REFORM = re.compile(
    r"(?:art[ií]culo|fracci[oó]n|p[aá]rrafo|inciso|cap[ií]tulo|t[ií]tulo|apartado|secci[oó]n|numeral|denominaci[oó]n\s[\w\s]*)"
    r"(?:\s\w+)?\s(?:reformad|adicionad|derogad|recorrid|reubicad)[oa]\b.{0,200}",
    re.IGNORECASE | re.DOTALL,
)
_MOST_NOTE_CHARACTERS = 900

_IS = re.compile(
    r"\b(?:es|son|ser[aá]|constituye)\s+(?:un[oa]?|el|la)?\s*(?:\w+\s+){0,3}?(?:[oó]rganos?|unidad|dependencia|instancia|titular|representante|"
    r"[aá]rea|oficina|encargad[oa]s?|responsables?|m[aá]xim[oa]|autoridad|entidad|organismo|colaborador\w*|direcci[oó]n|comit[eé]|servicio)\b"
    r"|\b(?:tiene|tendr[aá])\s+(?:por|como|la|su)\s+(?:principal\s+)?(?:objeto|objetivo|finalidad|funci[oó]n|misi[oó]n|prop[oó]sito|responsabilidad)\b"
    r"|\b(?:desempe[ñn]ar[aá]|ejercer[aá]|ejerce|cumplir[aá])\s+(?:las?\s+)?(?:funci[oó]n\w*|direcci[oó]n|labores|administraci[oó]n)\b"
    r"|\best(?:[aá]|ar[aá])\s+(?:encargad[oa]|destinad[oa]|orientad[oa])\b|\bse\s+encargar[aá]\b",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"\b(?:objeto|objetivos?|finalidad|misi[oó]n|prop[oó]sito|encargad[oa]s?\s+de|responsables?\s+de|destinad[oa]\s+a|funci[oó]n)\b",
    re.IGNORECASE,
)
_CHARGED = re.compile(
    r"^(?:en\s+general,?\s+)?(?:corresponder[aá]|corresponde|compete|competer[aá])\s+(?:al|a\s+la)\s+(?P<name>[^:;]{3,200}?),?\s+"
    r"(?:[a-záéíóú]+[aei]r(?:se)?)\b",
    re.IGNORECASE,
)
_EXISTS = re.compile(
    r"\b(?:existir[aá]|habr[aá]|funcionar[aá]|se\s+constituir[aá]|contar[aá]\s+con|tendr[aá](?=\s+una?\s)|cr[eé]ase|se\s+crea|establ[eé]cese)\s+(?:en\s+[^,]{3,60},\s+)?(?:una?|el|la)\s+(?P<name>[^.:;]{3,160}?)"
    r"(?:,\s+(?=(?:que|la|el|quien|cuy[oa]|integrad[oa]|encargad[oa]|dependiente|como|con|para|cargo)\b)|\.|$|\s+(?:en\s+(?:tod[oa]s|cada)|que|la\s+cual|el\s+cual|quien|dependiente|encargad[oa]|integrad[oa]|como|el\s+que|para|a\s+cargo|cuy[oa]|con\s+(?:el|la)\s+(?:finalidad|objet(?:o|ivo)|cometido|fin|prop[oó]sito|misi[oó]n))\b)",
    re.IGNORECASE,
)
# "Créase una unidad administrativa especial, del orden nacional, denominada Agencia de Faros, adscrita …"
_CALLED = re.compile(
    r"(?:(?!\b(?:que|cual|quien|encargad\w+|para)\b)[^.;:]){0,240}?\b(?i:denominad[oa])\s+(?:(?i:el|la)\s+)?[“\"«]?"
    r"(?P<name>[A-ZÁÉÍÓÚÑ][^.;:“”\"«»()]{2,160}?)(?=\s*(?:[“”\"»(.;:]|,\s|$))"
)
# "La dirección superior del Servicio corresponderá a un Consejo Directivo integrado por …"
_LED_BY = re.compile(
    r"\b(?:direcci[oó]n|administraci[oó]n|gobierno|conducci[oó]n)\b[^.;:]{0,240}\b(?:corresponder[aá]n?\s+a|a\s+cargo\s+de|ejercid[oa]s?\s+por)"
    r"\s+una?\s+(?P<name>[^.,;:]{3,80}?)(?=[.,;:]|$|\s+(?:integrad|conformad|compuest|constituid|formad|design|que\b|el\s+cual|la\s+cual)"
    r"|\s+y\s+(?:(?:a|de|por)\s+)?una?\s)",
    re.IGNORECASE,
)
# "Tendrá un Secretario y un Prosecretario": what follows is told of both.
_AND_ANOTHER = re.compile(r"\s+(?:y|e)\s+una?\s+", re.IGNORECASE)
# What a body may have without being a unit: "contará con un servicio profesional".
_THINGS = re.compile(
    r"(?:servicio|programa|proyecto|registro|plataforma|centro|archivo|equipo|grupo|cuerpo|planta|sistema|personal)s?\b",
    re.IGNORECASE,
)
_DEPENDS = re.compile(
    r"(?P<before>.*?)\b(?i:depende(?:r[aá])?(?:\s+(?:directamente|jer[aá]rquicamente|administrativamente|org[aá]nica\w*|y\s+\w+))*\s+(?:del|de\s+la|de\s+el)|"
    r"dependencia\s+(?:directa|jer[aá]rquica|inmediata)\s+(?:del|de\s+la)|"
    r"(?:dependiente|adscrit[oa])(?:\s+\w+mente)?\s+(?:del|de\s+la|al|a\s+la))\s+(?P<parent>[A-ZÁÉÍÓÚÑ][^.;:,()]{2,140}?)"
    r"(?=\s*(?:[.;:,()]|$|\s(?:y|e)\s+(?:tendr|tiene|ser[aá]|es|sus?|estar|le|cumpl|su|se|ejerc|con|si\b|\w+mente\b)\w*|\s(?:que|quien|con|cuy[oa]|el\s+cual)\b))",
    re.DOTALL,
)

_MADE_UP = re.compile(
    r"\b(?:integrad|conformad|compuest|constituid|formad)[oa]s?\s+(?:por|de)\b|\bse\s+(?:integra|compone|conforma)",
    re.IGNORECASE,
)
_AND_ESPECIALLY = re.compile(
    r",?\s+y,?\s+(?:en\s+(?:especial|particular)|especialmente)\b[^:]{0,40}:$", re.IGNORECASE
)
_LEAST_CHARGE = 30
_OPENING = re.compile(r"(?:el|la)\s+(?P<name>[^,;:]{3,160}),\s+", re.IGNORECASE)

_OTHERS = re.compile(r"^(?:de\s+)?(?:las?\s+|los\s+)?(?:(?:otr|dem[aá]s|rest)\w*\s+)?", re.IGNORECASE)
_GROUP_UNDER = re.compile(r".{3,120}?\bdependientes\s+(?:del|de\s+la)\s+(?P<above>.{3,160})", re.IGNORECASE)

# What a duty of a unit is not: how it meets, and what its head must be.
_ORDERS = re.compile(
    r"\b(?:deber[aá]n?|debe|le\s+corresponde\w*)\s+"
    r"(?!(?:ser|estar|tener|contar|haber|reunir|poseer|acreditar|sesionar|quedar|entender|constar|integrar)(?:se)?\b)"
    r"[a-záéíóúñ]+[aeií]r(?:se|l[aeo]s?)?\b",
    re.IGNORECASE,
)


def unit_of_title(title: str) -> Told | None:
    """Return the unit that a title is about: "Funciones de la Oficina de Partes", "Del Directorio"."""
    name = title.strip(" .:-–—")
    for pattern in (_ABOUT, _OF):
        found = pattern.match(name)
        if found:
            name = found["name"]
            if _names_several(name):
                return None
            break
    name = without_article(name)
    first = name.split(maxsplit=1)[:1]
    # "Dirección y administración" is what a chapter is about, not who.
    kind = kind_that_begins(name)
    if kind is not None and kind.everyday and _TWO_NOUNS.match(name):
        return None
    if sort_of(name) is None or (
        first and first[0].casefold().endswith("s") and first[0].casefold() != "sis"
    ):
        return None
    return Told(name)


def _names_several(title: str) -> bool:
    """Return whether words behind "del" go on to another unit or post: "Presidente y de los Vocales"."""
    found = _ANOTHER_OF.search(title)
    # "Secretaría de la Asamblea y del Consejo" is one.
    return found is not None and sort_of(found["other"]) is not None and not _OF_ONE.search(found["first"])


def superior_of_group(title: str) -> str | None:
    """Return on which unit those below a heading depend: "UNIDADES DEPENDIENTES DE LA DIRECCIÓN", or None."""
    title = _OTHERS.sub("", title.strip(" .:"))
    found = _GROUP_UNDER.fullmatch(title) if is_group(title) else None
    return found["above"] if found and sort_of(found["above"]) is not None else None


def has_a_verb(text: str) -> bool:
    """Return whether the words are a sentence rather than a title."""
    return _VERB.search(text) is not None


def amendment_note(text: str) -> Note | None:
    """Return what a note in brackets says, or None when the passage is no such note."""
    clean = text.strip(" *_")
    if _REFORM.fullmatch(clean):
        return Note(_REPEALS.search(clean) is not None)
    if not clean.startswith(("(", "[", "Nota")) or len(clean) > _MOST_NOTE_CHARACTERS:
        return None
    if clean[0] != "N" and not clean.rstrip(".;").endswith((")", "]")):
        return None
    return Note(_REPEALS.search(clean) is not None) if _NOTE.search(clean) else None


def described(sentence: str) -> Told | None:
    """Return the unit that a sentence describes or brings into being, or None."""
    found = _CHARGED.search(sentence)
    if found:
        return Told(without_article(found["name"]), introduces=True)
    brought_in = _brought_in(sentence)
    if len(brought_in) == 1 and sort_of(brought_in[0]) is not None and not _THINGS.match(brought_in[0]):
        return Told(without_article(brought_in[0]), introduces=True)
    led = _LED_BY.search(sentence)
    if led and sort_of(led["name"]) is OutlineSort.UNIT and not _THINGS.match(led["name"]):
        return Told(led["name"], introduces=True)
    if _IS.search(sentence):
        subject = subject_of(sentence)
        if subject is not None and not _is_proper(subject):
            return None
        return Told(subject, introduces=subject is not None)
    return None


def _brought_in(sentence: str) -> list[str]:
    """Return what a sentence says that there is, or shall be: "tendrá un Secretario y un Prosecretario"."""
    found = _EXISTS.search(sentence)
    if found is None:
        return []
    called = _CALLED.match(sentence, found.start("name"))
    if called is not None and sort_of(called["name"]) is not None:
        return [called["name"]]
    return _AND_ANOTHER.split(found["name"])


def units_brought_in(sentence: str) -> list[str]:
    """Return the units that a sentence says that there are, or shall be, without their articles."""
    return [
        without_article(name)
        for name in _brought_in(sentence)
        if sort_of(name) is OutlineSort.UNIT and not _THINGS.match(name)
    ]


def aims(sentence: str) -> bool:
    """Return whether a sentence says what something is for, not only what it is."""
    return _AIM.search(sentence) is not None


def general_charge(sentence: str) -> str | None:
    """Return what a lead says before its list: "Corresponde al Directorio la dirección y, en especial:"."""
    found = _AND_ESPECIALLY.search(sentence)
    return sentence[: found.start()] if found and found.start() >= _LEAST_CHARGE else None


def is_made_up(sentence: str) -> bool:
    """Return whether a sentence says of whom something consists."""
    return _MADE_UP.search(sentence) is not None


def orders(sentence: str) -> bool:
    """Return whether a sentence says that somebody must do something."""
    return _ORDERS.search(sentence) is not None


def _is_proper(name: str) -> bool:
    """Return whether the words name a unit, not an activity ("la dirección y administración estará…")."""
    kind = kind_that_begins(name)
    return name[:1].isupper() or kind is None or not kind.everyday or kind.word in ("Unidad", "Órgano")


def _opening_name(words: str) -> str | None:
    """Return the name before "…, dependiente de la Dirección, …" that opens a sentence with any verb."""
    found = _OPENING.fullmatch(words)
    return found["name"] if found and sort_of(found["name"]) is not None else None


def parent_told(text: str) -> list[tuple[str | None, str]]:
    """Return pairs of units, the first (None: the one at hand) said to be under the second."""
    found: list[tuple[str | None, str]] = []
    for sentence in re.split(r"(?<=[.;])\s+", " ".join(text.split())):
        parts = units_brought_in(sentence)
        owner = grammatical_subject(sentence) if parts else None
        if owner is not None and sort_of(owner) is OutlineSort.UNIT:
            found += [(part, owner) for part in parts]
        depends = _DEPENDS.match(sentence)
        if depends and sort_of(depends["parent"]) is not None:
            child = subject_of(sentence) or _opening_name(depends["before"])
            found.append((child if child and not points_back(child) else None, depends["parent"].strip()))
    return found
