"""Changes as sentences: one row of a table a kind, in Spanish and English, the tables by noun.

Takes changes of `organica.domain.change` and the names of units; returns text. Called by the command line and
by `render.difference`. A kind without its row fails the test that holds the tables, not a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from organica.domain.change import Change, ChangeKind
from organica.domain.errors import Fact, Language, Says
from organica.domain.source import SourceNature
from organica.render.days import day_text, legal_date_text, since_text
from organica.render.sentences import (
    functions,
    organizations,
    posts,
    programmes,
    renewals,
    ties,
    units,
)
from organica.render.sentences.phrase import FieldPhrases, Phrase

LONGEST_QUOTE = 90
# How a name or a text of the law stands in a sentence: as it is, or as a page tells it apart.
Literal = Callable[[str], str]
PHRASES: dict[ChangeKind, Phrase] = {
    **organizations.PHRASES,
    **units.PHRASES,
    **functions.PHRASES,
    **posts.PHRASES,
    **programmes.PHRASES,
    **ties.PHRASES,
    **renewals.PHRASES,
}
FIELD_PHRASES: FieldPhrases = {
    **units.FIELD_PHRASES,
    **functions.FIELD_PHRASES,
    **posts.FIELD_PHRASES,
    **programmes.FIELD_PHRASES,
    **ties.FIELD_PHRASES,
    **renewals.FIELD_PHRASES,
}

# What stands where a unit above is not a unit: the values of ParentStatus that a change may carry.
_NO_UNIT: dict[str, Says] = {
    "root": Says(es="ninguna unidad", en="no unit"),
    "unknown": Says(es="una unidad que no consta", en="a unit that is not on record"),
    "organization": Says(es="el propio organismo", en="the organization itself"),
}

# What stands before the citation of a source that is no norm.
_MARKS = {
    SourceNature.ATTESTATION: Says(es="constancia", en="attestation"),
    SourceNature.PROPOSAL: Says(es="propuesta", en="proposal"),
}

# Values of the register's own, which no source prints, by the field that holds them.
_WORDS: dict[str, dict[str, Says]] = {
    "unit_class": {
        "line": Says(es="de línea", en="line"),
        "support": Says(es="de apoyo", en="support"),
        "advice": Says(es="de asesoría", en="advice"),
        "control": Says(es="de control", en="control"),
        "deconcentrated": Says(es="desconcentrada", en="deconcentrated"),
    },
    "type": {
        "programme": Says(es="programa", en="programme"),
        "service": Says(es="servicio", en="service"),
    },
    "coverage": {
        "complete": Says(es="completa", en="complete"),
        "partial": Says(es="parcial", en="partial"),
        "none": Says(es="ninguna", en="none"),
    },
}


def change_sentence(
    change: Change,
    names: Mapping[str, str],
    language: Language,
    longest: int | None = LONGEST_QUOTE,
    literal: Literal = str,
) -> str:
    """Return what happened, in one sentence.

    `names` gives the units' names by code; a code without a name stands for itself. Quotes longer than
    `longest` characters end in an ellipsis; None quotes everything. `literal` returns how a name or a text of
    the law stands in the sentence.
    """

    def named(code: str | None) -> str | None:
        if code in _NO_UNIT:
            return _NO_UNIT[code].render(language, {})
        return literal(names[code]) if code is not None and code in names else code

    def cut(value: str | None) -> str | None:
        said = shortened(value, longest)
        return said and literal(said)

    def worded(value: str | None) -> str | None:
        if change.field == "coverage_checked_on" and value is not None:
            return day_text(date.fromisoformat(value), language)
        if value is not None and (said := in_words(change.field or "", value, language)) != value:
            return said
        return cut(value)

    title = cut(change.after or change.before)
    quoted = f"«{title}»" if language == "es" else f"“{title}”"
    facts: dict[str, Fact] = {
        "code": change.code,
        "name": literal(names.get(change.code, change.code)),
        "code_or_title": quoted if title else change.code,
        "unit_name": named(change.unit),
        "before": worded(change.before),
        "after": worded(change.after),
        "before_name": named(change.before),
        "after_name": named(change.after),
    }
    return _phrase(change).for_change(change).render(language, facts)


def _phrase(change: Change) -> Phrase:
    field = change.field or ""
    for key in ((change.kind, field, change.after), (change.kind, field, None)):
        if key in FIELD_PHRASES:
            return FIELD_PHRASES[key]
    return PHRASES[change.kind]


def in_words(field: str, value: str, language: Language) -> str:
    """Return a value of the register's own in words; the value itself where no word is known."""
    said = _WORDS.get(field, {}).get(value)
    return said.render(language, {}) if said else value


def cited(citation: str, language: Language, nature: SourceNature) -> str:
    """Return a citation, marked where its source is no norm: "constancia: Organigrama"."""
    mark = _MARKS.get(nature)
    return f"{mark.render(language, {})}: {citation}" if mark else citation


def act_sentence(change: Change, citation: str | None, language: Language) -> str:
    """Return the act behind a change and its date: "Resolución exenta 35B de 2024, durante 2024 (…)".

    Empty where no act orders it: a norm that it gave way to, what the register covers, a basis that is gone.
    """
    if _has_no_act(change):
        return ""
    said = [citation] if citation else []
    if change.since is not None:
        stated = change.kind.value.endswith(("_stated", "_covered"))
        said.append((since_text if stated else legal_date_text)(change.since, language))
    if said:
        return ", ".join(said)
    return "sin acto conocido" if language == "es" else "no known act"


def _has_no_act(change: Change) -> bool:
    if change.kind is ChangeKind.BASIS_RENEWED:
        return change.after is None
    gave_way = change.kind.value.endswith("_gave_way") and change.since is None
    return gave_way or change.kind is ChangeKind.COVERAGE_CHANGED


def shortened(text: str | None, longest: int | None) -> str | None:
    """Return the text, cut at a word and closed by an ellipsis where it is longer."""
    if text is None or longest is None or len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;.") + "…"
