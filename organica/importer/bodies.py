"""Which public body a text is about, and the shorter names by which it goes on to call it.

Takes the document's facts and its passages; returns a `Body`, or None where the text does not say. Called
by the genre of legal texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from organica.importer.passages import Passage
from organica.importer.unit_words import may_be_a_body, without_article
from organica.text.fold import folded, words

# A point ends the name, but not one inside its quotes ("Dr. Carlos G. Malbrán").
_NAME = r"(?P<name>[A-ZÁÉÍÓÚÑ](?:[“\"'][^“”\"'\n]{2,60}[”\"']|[^.;:“\"\n]){3,200})"
_SAYS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:estructura\s+(?:org[aá]nic[ao]|organizativa|organizacional|interna|administrativa)(?:\s+y\s+\w+)?)"
        rf"(?i:\s+(?:del?|de\s+la|de\s+los|para\s+el|para\s+la))\s+{_NAME}",
        rf"(?i:reglamento\s+(?:interno|interior|org[aá]nico|general|de\s+organizaci[oó]n\s+y\s+funciones|de\s+estructura\w*))"
        rf"[^.;:\n]{{0,60}}?(?i:\s(?:del?|de\s+la))\s+{_NAME}",
        rf"(?i:manual\s+de\s+(?:organizaci[oó]n|funciones)(?:\s+y\s+\w+)?(?:\s+de)?)(?i:\s*(?:del?|la|de\s+la))\s+{_NAME}",
        rf"(?i:(?:ley|estatuto|decreto)\s+org[aá]nic[ao](?:\s+constitucional)?)(?i:\s+(?:del?|de\s+la))\s+{_NAME}",
        rf"^(?i:ley|decreto|estatuto|reglamento)(?i:\s+(?:n[°º]\s*\S+\s+)?(?:del?|de\s+la))\s+{_NAME}",
        rf"(?i:objetivos?,?\s+(?:la\s+)?estructura[^.;:\n]{{0,60}}?(?:funciones|organizaci[oó]n)(?:\s+de\s+las\s+dependencias)?\s+(?:del?|de\s+la))\s+{_NAME}",
        rf"(?i:(?:se\s+)?cr[eé]a(?:se)?|creaci[oó]n\s+del?)\s+(?:(?i:el|la)\s+)?(?:[^.;:\n]{{3,80}}?\s(?i:denominad[oa])\s+)?{_NAME}",
        rf"(?i:funcionar[aá]|pasar[aá]\s+a)[^.;:\n]{{0,40}}?(?i:denominaci[oó]n|denominarse)(?i:\s+(?:de\s+)?)(?:(?i:el|la)\s+)?{_NAME}",
        rf"(?i:modifica\w*\s+la\s+estructura)[^.;:\n]{{0,40}}?(?i:\s(?:del?|de\s+la))\s+{_NAME}",
        # "TÍTULO I DE LA MUNICIPALIDAD": a law on every body of a kind.
        r"(?:^|^(?i:t[ií]tulo|cap[ií]tulo)\s\S{1,6}\s)(?i:de\s+la|del)\s+(?P<name>MUNICIPALIDAD|Municipalidad|MINISTERIO|Ministerio)$",
    )
)
_PASSAGES_THAT_SAY = 80
_ORGANS = frozenset(words("consejo comision secretaria direccion"))
MAX_FORM_CHARACTERS = 40
_ENDS_A_NAME = re.compile(
    r",\s(?![A-ZÁÉÍÓÚÑ][a-záéíóúñ]+(?:\s+[a-záéíóúñ]+)?\s+[ye]\s+[A-ZÁÉÍÓÚÑ])|\s+(?i:para(?!\s+(?:el|la|los|las)\s+(?-i:[A-ZÁÉÍÓÚÑ][a-záéíóúñ]))|como|que|en\s+(?:el|los)|por|se|as[ií]|ser[aá]|estar[aá]|tendr[aá]|dependiente|aprobad[oa]|de\s+acuerdo|"
    r"y\s+se|y\s+dicta|a\s+partir|mediante|conforme|DOF|CAP[IÍ]TULO|T[IÍ]TULO)\s|\s[-–—]\s(?=[A-Z]{2,}\b)|\s*\(",
)
_ACRONYM = re.compile(r"(?:\(|[-–—,]\s?|sigla\s+)(?P<acronym>[A-ZÁÉÍÓÚÑ]{2,}(?:[-.][A-Za-zÁÉÍÓÚáéíóúñ]+)*)\b")

_SAID_ACRONYM = re.compile(r"(?i:acr[oó]nimo|siglas?)[^.A-Z]{0,60}(?:[^.]{0,20}\s)?[“\"]?([A-ZÁÉÍÓÚÑ]{3,})\b")


@dataclass(frozen=True, slots=True)
class Body:
    """A public body: its name as printed, and the folded names by which sentences call it."""

    name: str
    called: frozenset[str]

    def is_named(self, name: str) -> bool:
        """Return whether the words name the body: wholly, by its first word alone, or by its acronym."""
        said = folded(without_article(name))
        if said in self.called:
            return True
        own = folded(self.name)
        if said.endswith(f" {own}") and own.count(" ") > 1:
            # "Unidad Administrativa Especial Agencia Nacional …": the same body, its legal form first.
            return len(said) - len(own) < MAX_FORM_CHARACTERS and " del " not in said[: -len(own)]
        return (
            len(said) > len("ministerio de")
            and " " in said
            and (own.startswith(f"{said} ") or said.startswith(f"{own} "))
            and len(said.split()) * 2 >= len(own.split())
        )


def body_of(facts: Mapping[str, str], passages: Sequence[Passage]) -> Body | None:
    """Return the body that the title, or else the first passages, name as the one to be organised."""
    texts = [facts[key] for key in ("subject", "title") if key in facts]
    first = passages[:_PASSAGES_THAT_SAY]
    # A heading says it before any sentence does.
    texts += [passage.text for passage in first if passage.heading or passage.bold]
    texts += [passage.text for passage in first if not (passage.heading or passage.bold)]
    organ: Body | None = None
    for text in texts:
        for pattern in _SAYS:
            found = pattern.search(text)
            name = _whole(found["name"]) if found else ""
            if found is None or not may_be_a_body(name):
                continue
            body = _body(name, text[found.start("name") :], texts)
            if words(name)[0] not in _ORGANS:
                return body
            # "Creación del Consejo Federal": perhaps the body, perhaps one of its organs.
            organ = organ or body
    return organ


def _whole(name: str) -> str:
    return _without_loose_dash(without_article(_ENDS_A_NAME.split(name, maxsplit=1)[0].strip(" ,.*")))


def _without_loose_dash(name: str) -> str:
    return name if name.count("-") % 2 == 0 else name.strip(" -–—")


def _body(name: str, behind: str, texts: Sequence[str]) -> Body:
    called = {folded(name), words(name)[0]}
    rest = behind[len(name) :][:40]
    found = _ACRONYM.search(rest)
    if found:
        called.add(folded(found["acronym"]))
        called.add(f"{folded(name)} {folded(found['acronym'])}")
    called.update(folded(said[1]) for text in texts for said in _SAID_ACRONYM.finditer(text))
    return Body(name, frozenset(called))
