"""The reader's doubts as a resolution file keeps them, each with what the proposal did about it.

Takes an outline's doubts and the codes of its units; returns notes. Called by statement. A decision here is
the proposal's; the person who checks the file confirms it or writes another.
"""

from __future__ import annotations

from collections.abc import Mapping

from organica.domain.outline import Doubt, DoubtCode, Outline, Place
from organica.domain.resolution import DoubtNote
from organica.text.personal_data import has_email_address, identity_number_in

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
    DoubtCode.UNREAD_TEXT: None,
    DoubtCode.UNREAD_SOURCE: None,
    DoubtCode.SEVERAL_SOURCES: "Se toma como fuente la primera que se nombra.",
    DoubtCode.NO_SOURCE: None,
    DoubtCode.NO_UNIT: None,
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
        or has_email_address(printed)
        or identity_number_in(printed) is not None
    )
    decision = DECISIONS[doubt.code]
    words = {"subject": doubt.subject, "suggestion": doubt.suggestion}
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
