"""What the words before a citation say that the text does to the source, or the source to the text.

Takes a text and the place of a citation in it; returns the relation, or None wherever that is not sure: a
statute that tells what another one did to a third says nothing about itself. Called by the importer. A new
wording is a row of `_VERBS` or a word of `_TURNS_AWAY`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from organica.domain.outline import SourceRelation
from organica.text.fold import unaccented

_WINDOW = 400
_BEHIND = 80
_ENDS_A_SENTENCE = re.compile(r";\s|\.\s+(?=[A-ZÁÉÍÓÚÑ(¿\"“«])|\n\s*\n\s*(?=[A-ZÁÉÍÓÚÑ(])")
_ABBREVIATION = re.compile(r"\b(?:art|arts|inc|num|nro|nros|no|d|s|f|l|o|b|res|ex|dr|dra|sr|sra)\.\s*$", re.I)

# Forms by which a text itself acts, in any sentence of it ("derógase"), unaccented and in lower case.
_PARTS = (
    r"(?:articulos?|arts?\.?|incisos?|inc\.|numeral(?:es)?|literal(?:es)?|letras?|parrafos?|anexos?|titulos?|"
    r"capitulos?|disposicion(?:es)?|parte|lineas?|§+)"
)
_VERBS: tuple[tuple[SourceRelation, str], ...] = (
    (
        SourceRelation.REPEALS,
        r"derog(?:u?ase|u?anse|uese|uense)|abrog(?:ase|anse)|se (?:derogan?|abrogan?)"
        r"|quedan? (?:expresamente )?(?:derogad|abrogad)[oa]s?|deja(?:se|nse)? sin efecto"
        r"|ficam? revogad[oa]s?|revogam-se|revoca(?:se|nse)|se revocan?",
    ),
    (
        SourceRelation.AMENDS,
        r"modifi(?:case|canse|quese|quense)"
        r"|se (?:modifican?|sustituyen?|reforman?|reemplazan?|incorporan?|adicionan?)"
        r"|sustituy(?:ese|ense|ase|anse)|reemplaz(?:ase|anse)|reforma(?:se|nse)|incorpor(?:ase|anse)"
        r"|agreg(?:ase|anse|uese|uense)|adicion(?:ase|anse|ese|ense)|intercal(?:ase|anse)|rectifi(?:case|quese)"
        r"|suprim(?:ese|ense)|elimin(?:ase|anse)|introduce(?:nse)? las siguientes modificaciones",
    ),
    (SourceRelation.IMPLEMENTS, r"reglamenta(?:se|nse)|se reglamentan?"),
    (SourceRelation.APPROVES, r"aprueba(?:se|nse)|apruebe(?:se|nse)|se aprueban?|fica(?:m)? aprovad[oa]s?"),
)
# Forms that act only where the text speaks of itself: in its title, or as the first word of an order.
_TITLE_VERBS: tuple[tuple[SourceRelation, str], ...] = (
    (SourceRelation.REPEALS, r"deroga[rn]?|abroga[rn]?|dej(?:a|ar) sin efecto|revoga|revoca[rn]?"),
    (
        SourceRelation.AMENDS,
        r"modifica[rn]?|sustituye|sustituir|reforma[rn]?|reemplaza[rn]?|incorpora[rn]?|altera",
    ),
    (SourceRelation.IMPLEMENTS, r"reglamenta[rn]?|regulamenta"),
    (SourceRelation.APPROVES, r"aprueban?|aprobar|aprova"),
    (
        SourceRelation.CONSOLIDATES,
        r"texto (?:refundido|unico ordenado|ordenado|consolidado|unico concordado)",
    ),
)
_TITLE_PASSIVES: tuple[tuple[SourceRelation, str], ...] = (
    (SourceRelation.APPROVED_BY, r"aprobad[oa]s?|aprovad[oa]s?"),
)
_PASSIVES: tuple[tuple[SourceRelation, str], ...] = (
    (SourceRelation.REPEALED_BY, r"derogad[oa]s?|abrogad[oa]s?|revogad[oa]s?"),
    (
        SourceRelation.AMENDED_BY,
        r"sustituid[oa]s?|modificad[oa]s?|incorporad[oa]s?|reemplazad[oa]s?|agregad[oa]s?|redaccion dada|"
        r"reformad[oa]s?|adicionad[oa]s?|redacao dada|incluid[oa]s?|intercalad[oa]s?|suprimid[oa]s?",
    ),
)


def _table(rows: tuple[tuple[SourceRelation, str], ...]) -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?<!\w-)(?:"
        + "|".join(f"(?P<{relation.value}>{forms})" for relation, forms in rows)
        + r")(?![\w-])"
    )


_ACTING = _table(_VERBS)
_ACTING_IN_TITLE = _table(_TITLE_VERBS)
_PASSIVE = re.compile(
    _table(_PASSIVES).pattern
    + r"(?: parcialmente| expresamente| tacitamente)?,?\s+(?:por|pela|pelo)\b[^;:()]{0,160}$"
)
_PASSIVE_IN_TITLE = re.compile(
    _table(_TITLE_PASSIVES).pattern + r",?\s+(?:por|mediante|con|segun|pela|pelo)\b[^.;:()]{0,40}$"
)
# "El presente decreto … deroga …": the present tense counts where the text names itself.
_THE_PRESENT = re.compile(
    r"\b(?:presente (?:ley|decreto|resolucion|acuerdo|ordenanza|disposicion|norma|acto|reglamento|portaria)"
    r"|rige a partir|entra(?:ra)? en vigor|entrara? en vigencia)\b"
)
_PRESENT_REPEAL = re.compile(r"\b(?:y\s+)?(?P<repeals>deroga|abroga|deja sin efecto)\b")
_ORDER_OPENS = re.compile(
    rf"(?:[\s*_#>]*(?:{_PARTS}\s+[\w°º]+|primer[oa]|segund[oa]|tercer[oa]|cuart[oa]|quint[oa]|unic[oa]|\d+[°º]?)"
    r"[\s.\-–—:*°º)]*)?[\s*_]*$"
)
# The beginnings of all those forms, as printed.
_STEM = re.compile(
    r"(?<!\w)(?:der[oó]g|abr[oó]g|d[eé]j[ae]|rev[oó][gc]|modif|sustit|reempl|ref[oó]rm|incorp|agr[eé]g|adici"
    r"|interc|rectif|supr[ií]m|elim|introd|regla|regul|apr[ou]|texto|alter|reda[cç]|inclu)",
    re.IGNORECASE,
)
# Between the verb and the citation, each of these says that the citation belongs to something else.
_TURNS_AWAY = re.compile(
    r"\b(?:conforme|acuerdo con|de acuerdo|segun|en virtud|concordancia|establecid[oa]s?|dispuest[oa]s?"
    r"|previst[oa]s?|contenid[oa]s?|cread[oa]s?|aprobad[oa]s?|mediante|que se refiere|cumplimiento"
    r"|en los terminos|que\b"
    r"|por (?:el|la|los|las) (?:cual|cuales|siguientes?|decreto|ley))\b"
)
_THAT_OPPOSE = re.compile(
    r"\b(?:todas? )?(?:las? |los? )?(?:normas?|disposicion(?:es)?|preceptos?) que (?:le |se |les )?"
    r"(?:sean?|opongan?|resulten?|contravengan?|indican?|se[nñ]alan?|detallan?)[^,;:]{0,40}"
)
_ONLY_A_PART = re.compile(
    rf"{_PARTS}(?:\s+[\w°º.\"“”«»)]{{1,12}},?){{1,8}}?\s+(?:del?|da|do)(?:\s+(?:la|el|los|las|citad[oa]))*\s*$"
)
# "el Decreto 5, por el que se modifica la Ley 6": another one's doing.
_RELATIVE = re.compile(r"\b(?:que|cual|cuales|donde)\s+$")
# Behind the citation: "… en lo que respecta al Consejo" takes away no more than that.
_IN_SO_FAR = re.compile(
    r"[^.;]{0,160}?\b(?:en lo que (?:respecta|se refiere|concierne)|en lo (?:referente|pertinente|relativo)"
    r"|en (?:la parte|cuanto)|parcialmente|em parte)\b"
)
_REGULATION_OF = re.compile(r"\breglamento\b[^.;]{0,60}\b(?:del?|para)(?:\s+(?:la|el|las|los))?\s*$")
_ONLY_ARTICLES = re.compile(r"\s*(?:(?:la|el|las|los|o|a)\s*)?$")
_AT_ONCE = re.compile(r"[^.;:()]{0,80}\b(?:del?|a)(?:\s+(?:la|el|los|las))?\s*$")
_THEN_ALTERED = re.compile(
    r"[\s*_)\]]*(?:(?:B\.\s?O\.|D\.\s?O\.)\s*[\d/.]+)?[\s,]*se\s+(?:sustituye|modifica|incorpora|suprime|deroga)",
    re.IGNORECASE,
)
_BY_ARTICLE = re.compile(r"\bpor\s+(?:el\s+)?art[^;:()]{0,40}$")
# "(Artículo derogado por …", "Redacción dada por: …": a note about a part of the text that it stands in.
_PART_OPENS = re.compile(
    rf"(?:^|\()[\s*_]*(?:nota[^:()]{{0,20}}:\s*)?(?:(?:{_PARTS}|expresion|texto|objetivos?|acciones|responsabilidad"
    r"|denominacion|organigrama|estructura|planilla|punto|apartado|frase|numero)\b[^.;:()]{0,80})?$"
)
_WHOLE_OPENS = re.compile(
    r"(?:^|\()[\s*_]*(?:(?:la )?(?:presente )?(?:norma|ley|decreto|resolucion|ordenanza|acuerdo|acto)\s+)$"
)
# "Que, mediante Ley N° 5, se deroga …": what a recital tells is another's doing.
_RECITAL_OPENS = re.compile(r"[\s*_]*(?:que\b|considerando|vist[oa]s?\b)")


def relations_at(
    text: str, places: Sequence[tuple[int, int]], of_title: bool = False
) -> tuple[SourceRelation | None, ...]:
    """Return the relation of each citation, given by its offsets; see `relation_at`.

    Most texts cite and order nothing: only where the stem of a verb stands near is the sentence read.
    """
    stems = [stem.start() for stem in _STEM.finditer(text)]
    return tuple(
        relation_at(text, start, end, of_title)
        if bisect_left(stems, start - _WINDOW) < bisect_right(stems, end + _BEHIND)
        else None
        for start, end in places
    )


def relation_at(text: str, start: int, end: int, of_title: bool = False) -> SourceRelation | None:
    """Return how the text and the source cited at these offsets bear on each other, or None.

    `of_title` when the text is the title of the act or the line that gives its source: there it speaks of
    itself in the present tense ("que modifica la Ley …"). Taking away or altering a part amends the whole;
    only what goes as a whole is repealed.
    """
    before = unaccented(_clause(text, start)).casefold()
    altered = _THEN_ALTERED.match(text, end)
    if altered and _BY_ARTICLE.search(before):
        return SourceRelation.AMENDED_BY
    passive = _PASSIVE.search(before)
    if passive:
        about = before[: passive.start()]
        if _WHOLE_OPENS.search(about):
            return _named(passive)
        if _PART_OPENS.search(about):
            return SourceRelation.AMENDED_BY
    if of_title and (passive := _PASSIVE_IN_TITLE.search(before)):
        return _named(passive)
    relation = _active(before, of_title)
    if relation is SourceRelation.REPEALS and _IN_SO_FAR.match(unaccented(text[end : end + 240]).casefold()):
        return SourceRelation.AMENDS
    return relation


def _active(before: str, of_title: bool) -> SourceRelation | None:
    if _RECITAL_OPENS.match(before) and not of_title:
        return None
    verb = _last(_ACTING, before)
    if verb is None and _THE_PRESENT.search(before):
        verb = _last(_PRESENT_REPEAL, before)
    if verb is None:
        verb = _last(_ACTING_IN_TITLE, before)
        if verb and not (of_title or _ORDER_OPENS.match(before[: verb.start()])):
            return None
    if verb is None or (not of_title and _RELATIVE.search(before[: verb.start()])):
        return None
    between = _THAT_OPPOSE.sub("", before[verb.end() :])
    relation = _named(verb)
    if relation is SourceRelation.CONSOLIDATES:
        return relation if _AT_ONCE.match(between) else None
    if _TURNS_AWAY.search(between):
        return None
    if relation is SourceRelation.APPROVES:
        if _REGULATION_OF.search(between):
            return SourceRelation.IMPLEMENTS
        return relation if _ONLY_ARTICLES.match(between) else None
    if relation is SourceRelation.REPEALS and _ONLY_A_PART.search(between):
        return SourceRelation.AMENDS
    return relation


def _clause(text: str, start: int) -> str:
    """Return what stands before the citation in its sentence."""
    before = text[max(0, start - _WINDOW) : start]
    opens = 0
    for stop in _ENDS_A_SENTENCE.finditer(before):
        if not _ABBREVIATION.search(before[max(0, stop.start() - 6) : stop.start() + 1]):
            opens = stop.end()
    return before[opens:]


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    last = None
    for found in pattern.finditer(text):
        last = found
    return last


def _named(found: re.Match[str]) -> SourceRelation:
    return SourceRelation(next(name for name, value in found.groupdict().items() if value))
