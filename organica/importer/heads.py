"""Who a text names at the head of a unit: "Jefa de División: Ana Soto Ruiz (S)".

Takes one line; returns name, post and capacity, or None. Called by the genres, which say whose head it is,
and by `signatures`. An office without a name ("a cargo de un Director") names nobody. A new office is a word
of `_OFFICES`, a new way of holding one a row of `_CAPACITIES`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from organica.text.fold import unaccented, words
from organica.text.persons import person_name

_MOST_CHARACTERS = 240
_OFFICES = frozenset(
    words(
        "jefe jefa jefatura director directora subdirector subdirectora encargado encargada "
        "responsable titular coordinador coordinadora subcoordinador subcoordinadora gerente gerenta "
        "subgerente subgerenta secretario secretaria subsecretario subsecretaria prosecretario "
        "prosecretaria presidente presidenta vicepresidente vicepresidenta superintendente "
        "superintendenta intendente intendenta fiscal administrador administradora alcalde alcaldesa "
        "ministro ministra viceministro viceministra rector rectora decano decana tesorero tesorera "
        "contralor contralora auditor auditora asesor asesora procurador procuradora gobernador "
        "gobernadora delegado delegada comisionado comisionada defensor defensora interventor "
        "interventora chefe diretor diretora coordenador coordenadora supervisor supervisora ouvidor "
        "ouvidora abogado abogada"
    )
)
_ARTICLES = frozenset({"el", "la", "o", "a"})
# Without their accents they look like the office, and are the unit.
_UNITS = frozenset({"secretaría", "subsecretaría", "prosecretaría"})
_NOBODY = frozenset(words("por definir designar nombrar asignar concurso vacante"))
# In the order in which they are looked for; unaccented and in lower case.
_CAPACITIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (capacity, re.compile(forms))
    for capacity, forms in (
        ("subrogante", r"\(s\)|\bsubrogantes?\b|\bsubrogancia\b"),
        ("suplente", r"\(sup(?:l)?\.?\)|\bsuplentes?\b|\bsuplencia\b"),
        ("interino", r"\(i\)|\binterin[oa]\b|\ba\.\s?i\.(?!\w)|\bad interim\b|\(a\.?i\.?\)"),
        ("provisional", r"\(p\)|\bprovisional\b|\bprovisori[oa]\b|\btransitori[oa]\b|\(t\.?\s?y\s?p\.?\)"),
        ("encargado", r"\(e\)|\bencargad[oa]\b"),
        ("titular", r"\(t\)|\btitular\b"),
    )
)
_ONLY_CAPACITY = frozenset({("titular",), ("subrogante",), ("suplente",)})
_CAPACITY_MARK = re.compile(
    r"\s*[\(,–-]?\s*(?:\((?:s|S|i|I|p|P|e|E|t|T|Supl?\.?|a\.?\s?i\.?|T\.?\s?y\s?P\.?)\)|a\.\s?i\.?|(?i:subrogante|suplente|interin[oa]"
    r"|provisional|provisori[oa]|titular|encargad[oa]|ad interim))\s*\)?\s*$"
)
_TREATMENT = re.compile(
    r"(?:(?:Sr|Sra|Srta|Dr|Dra|Ing|Lic|Abg|Abog|Arq|Mg|Mgtr|Mtro|Mtra|Econ|Prof|C\.?P|Cr|Cra|Ps|Tec|Dip|Sen)\."
    r"|Señora?|Don|Doña|D\.|Dª|Doctora?|Licenciad[oa]|Ingenier[oa])\s+",
    re.IGNORECASE,
)
_POST_AND_NAME = re.compile(r"(?P<post>[^:;|\n]{3,120}?)\s*[:|]\s*(?P<name>[^:;|\n]{5,120})")
_NAME_AND_POST = re.compile(r"(?P<name>[^:;|,\n]{5,80}),\s+(?P<post>[^:;|\n]{3,120})")
_LABELLED_NAME = re.compile(r"(?:^|[\s|;/])nombres?(?:\s+y\s+apellidos?)?\s*:\s*", re.IGNORECASE)
_LABELLED_POST = re.compile(r"(?:^|[\s|;/,])(?:cargo|puesto|funci[oó]n)\s*:\s*", re.IGNORECASE)
_AFTER_FIELD = re.compile(
    r"\s*(?:[|;\n/]|,?\s*\b(?:cargo|puesto|nombre|correo|e-?mail|tel[eé]fono|fono)\b\s*:?).*", re.I | re.S
)


@dataclass(frozen=True, slots=True)
class HeadRead:
    """A person named at the head of a unit; `post` as printed, None when only the capacity stands there.

    `capacity` is one word, "titular", "subrogante", "suplente", "interino", "provisional", "encargado"; None
    when the text gives none.
    """

    name: str
    post: str | None
    capacity: str | None


def head_in(text: str) -> HeadRead | None:
    """Return the head that the line names, or None when it names no person with an office."""
    line = text.strip(" *_#-•\t")
    if len(line) > _MOST_CHARACTERS:
        return None
    if _LABELLED_NAME.search(line):
        return _labelled(line)
    found = _POST_AND_NAME.fullmatch(line)
    if found and begins_with_office(found["post"]):
        return _head(found["name"], found["post"])
    found = _NAME_AND_POST.fullmatch(line.rstrip("."))
    if found and begins_with_office(found["post"]):
        return _head(found["name"], found["post"])
    return None


def begins_with_office(text: str) -> bool:
    """Return whether the text begins with an office, perhaps with its article: "El Ministro de Hacienda"."""
    said = words(text[:_MOST_CHARACTERS])[:2]
    if said and said[0] in _ARTICLES:
        said = said[1:]
    units = any(word.casefold() in _UNITS for word in text[:_MOST_CHARACTERS].split()[:2])
    return bool(said) and said[0] in _OFFICES and not units


def without_treatment(name: str) -> str:
    """Return the name without what stands before it: "Dra. Ana Soto Ruiz" is "Ana Soto Ruiz"."""
    while treatment := _TREATMENT.match(name):
        name = name[treatment.end() :]
    return name


def _labelled(line: str) -> HeadRead | None:
    """Return the head of "Nombre: Ana Soto Ruiz  Cargo: Jefa de División (S)", in either order."""
    name = _field(line, _LABELLED_NAME)
    post = _field(line, _LABELLED_POST)
    return _head(name, post) if name else None


def _field(line: str, label: re.Pattern[str]) -> str | None:
    found = label.search(line)
    return _AFTER_FIELD.sub("", line[found.end() :]).strip() or None if found else None


def _head(printed: str, post: str | None) -> HeadRead | None:
    """Return the head when the name is a person's; marks of capacity may stand behind name or post."""
    name = _without_mark(printed.strip(" .*_"))
    name = without_treatment(name)
    if not _may_be_a_person(name):
        return None
    capacity = _capacity(f"{post or ''} | {printed[len(name) :] if printed.startswith(name) else printed}")
    office = _without_mark(post.strip(" *_.")) if post else None
    # "Titular" alone says how a post is held, and not which.
    return HeadRead(name, office if office and words(office) not in _ONLY_CAPACITY else None, capacity)


def _may_be_a_person(name: str) -> bool:
    return not _NOBODY & set(words(name)) and person_name(name)


def _without_mark(text: str) -> str:
    found = _CAPACITY_MARK.search(text)
    return text[: found.start()].rstrip(" ,–-") if found and found.start() > 0 else text


def _capacity(text: str) -> str | None:
    plain = unaccented(text).casefold()
    return next((capacity for capacity, forms in _CAPACITIES if forms.search(plain)), None)
