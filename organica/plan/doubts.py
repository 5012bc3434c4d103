"""The reader's doubts as a resolution file keeps them, each with what the proposal did about it.

Takes an outline's doubts and the codes of its units; returns notes. Called by statement. A decision here is
the proposal's; the person who checks the file confirms it or writes another.
"""

from __future__ import annotations

from collections.abc import Mapping

from organica.domain.outline import Doubt, DoubtCode, Outline, Place
from organica.domain.resolution import DoubtNote
from organica.plan.personal import LEFT_OUT, is_personal

# None: nothing was decided, and only a person can.
DECISIONS: dict[DoubtCode, str | None] = {
    DoubtCode.NAME_VARIANT: "Queda el nombre del encabezado: «{suggestion}».",
    DoubtCode.OTHER_UNIT_NAMED: "Las funciones quedan en la unidad del encabezado: «{subject}».",
    DoubtCode.REPEATED_UNIT: "Queda como unidad aparte, con su propio código.",
    DoubtCode.HEAD_UNCERTAIN: None,
    DoubtCode.PARENT_UNSTATED: "Se enuncia sin decir de qué unidad depende.",
    DoubtCode.UNIT_COUNT: "Se enuncian las unidades que se encontraron.",
    DoubtCode.EMPTY_UNIT: "Se enuncia como unidad.",
    DoubtCode.EMPTY_LIST: "Se enuncia sin funciones.",
    DoubtCode.LABEL_SKIPPED: "Quedan las letras como están impresas.",
    DoubtCode.LABEL_REPEATED: None,
    DoubtCode.ITEMS_UNCLEAR: "El texto queda entero como objetivo.",
    DoubtCode.PARENT_OUTSIDE: "Se enuncia sin decir de qué unidad depende.",
    DoubtCode.UNREAD_TEXT: None,
    DoubtCode.UNREAD_SOURCE: None,
    DoubtCode.SEVERAL_SOURCES: "Se toma como fuente la primera que se nombra.",
    DoubtCode.SOURCE_WITHOUT_YEAR: None,
    DoubtCode.NO_SOURCE: None,
    DoubtCode.NO_UNIT: None,
    DoubtCode.ENCODING_GUESSED: "Se lee el archivo como {suggestion}.",
    DoubtCode.TEXT_GARBLED: "Queda el texto como está impreso.",
    DoubtCode.TRACKED_CHANGES: "Se leen los cambios como aceptados.",
    DoubtCode.PAGE_WITHOUT_TEXT: None,
    DoubtCode.REPEALED_TEXT: None,
    DoubtCode.LABEL_MISREAD: "Queda la letra que corresponde: «{suggestion}».",
    DoubtCode.LIST_UNCLASSIFIED: "Se enuncian como funciones.",
    DoubtCode.LIST_WITHOUT_UNIT: None,
    DoubtCode.UNIT_NOT_DESCRIBED: None,
    DoubtCode.DESCRIBED_IN_PROSE: "Se enuncia como unidad, sin funciones.",
    DoubtCode.UNIT_REPEALED: "No se enuncia.",
    DoubtCode.ITEM_REPEALED: "No se enuncia.",
    DoubtCode.ARTICLE_REPEATED: None,
    DoubtCode.PARENTS_ASSUMED: "Quedan bajo «{subject}».",
    DoubtCode.SEVERAL_UNITS: None,
    DoubtCode.UNLABELLED_LIST: "Quedan sin letra, en el orden impreso.",
    DoubtCode.AMENDMENT_UNREAD: None,
    DoubtCode.RELABEL_OPEN_ENDED: "Quedan las letras vigentes de las demás.",
    DoubtCode.TERM_UNKNOWN: "Queda el término como está impreso.",
}


def notes(outline: Outline, codes: Mapping[str, str]) -> tuple[DoubtNote, ...]:
    """Return a note for each doubt; `codes` maps the names of units to their codes.

    A note never repeats the name of a person: a name belongs in `holder`, where the register seals it and
    can erase it, while notes stay in the entry for ever. Nor does it repeat an e-mail address or an identity
    number, which no file may hold; its lines say where they are.
    """
    persons = [head.name for head in outline.heads]
    return tuple(_note(doubt, codes, persons) for doubt in outline.doubts)


def _note(doubt: Doubt, codes: Mapping[str, str], persons: list[str]) -> DoubtNote:
    printed = doubt.printed or ""
    personal = (
        doubt.code is DoubtCode.HEAD_UNCERTAIN
        or any(name in printed for name in persons)
        or is_personal(printed)
    )
    decision = DECISIONS[doubt.code]
    said = {"subject": doubt.subject, "suggestion": doubt.suggestion}
    words = {name: LEFT_OUT if fact and is_personal(fact) else fact for name, fact in said.items()}
    return DoubtNote(
        code=doubt.code.value,
        unit=codes.get(doubt.subject or ""),
        lines=lines(doubt.place),
        printed=None if personal else doubt.printed,
        decision=None if decision is None else decision.format_map(words),
    )


def lines(place: Place) -> str:
    """Return a range of lines as evidence writes it, both ends included."""
    return f"{place.first_line}-{place.last_line}"
