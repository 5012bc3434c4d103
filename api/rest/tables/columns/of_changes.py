"""The columns of changes: between two days, and in the feed.

Takes nothing; gives a `Table` for each list. Called by the package.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from api.rest.tables.columns.common import (
    KNOWN_AT,
    ORGANIZATION,
    OWN_ORGANIZATION,
    UNIT_CODE,
    act,
    asked,
    legal_date,
    member,
    plain_day,
)
from api.rest.tables.table import Column, Kind, Row, Table
from organica.domain.change import ChangeKind
from organica.domain.errors import Says
from organica.domain.source import SourceNature
from organica.domain.states import Noun
from organica.register.feed import Nature, Phase
from organica.render.csv_table import Cell


def _change(*, of_feed: bool) -> tuple[Column, ...]:
    """Return the columns of a change; in the feed it stands inside its entry."""

    def change(row: Row) -> Row:
        return replace(row, seen=row.seen["change"]) if of_feed else row

    columns = (
        member("kind", Says(es="Qué le pasó.", en="What happened to it."), required=True, choices=ChangeKind),
        member(
            "noun",
            Says(es="Qué clase de cosa es.", en="What kind of thing it is."),
            required=True,
            choices=Noun,
        ),
        member(
            "code", Says(es="Código permanente de la cosa.", en="The thing's permanent code."), required=True
        ),
        member(
            "unit",
            Says(
                es="Código de la unidad en que está o estaba.",
                en="The code of the unit that it is in, or was.",
            ),
            pattern=UNIT_CODE,
        ),
        member("field", Says(es="Qué cambió de ella.", en="What changed of it.")),
        member("before", Says(es="Lo que era antes.", en="What it was before.")),
        member("after", Says(es="Lo que es después.", en="What it is after.")),
        *legal_date("since", Says(es="Desde cuándo vale.", en="Since when it holds.")),
        *act(
            "legal_basis",
            Says(es="El acto detrás del cambio.", en="The act behind the change."),
            lambda row: row.seen["legal_basis"],
        ),
        Column(
            "legal_basis_nature",
            lambda row: (row.seen["legal_basis"] or {}).get("nature"),
            Says(
                es="Si ese acto es norma, constancia o propuesta.",
                en="Whether that act is a norm, attests or proposes.",
            ),
            choices=SourceNature,
        ),
    )
    return tuple(replace(column, of=_inside(column, change)) for column in columns)


def _inside(column: Column, change: Callable[[Row], Row]) -> Callable[[Row], Cell]:
    return lambda row: column.of(change(row))


DIFFERENCES = Table(
    "differences",
    Says(es="Qué cambió entre dos días", en="What changed between two days"),
    "changes",
    "change",
    (
        ORGANIZATION,
        asked(
            "base",
            Says(es="Primer día que se compara.", en="The first day to compare."),
            kind=Kind.DAY,
            required=True,
        ),
        asked(
            "target",
            Says(es="Segundo día que se compara.", en="The second day to compare."),
            kind=Kind.DAY,
            required=True,
        ),
        *_change(of_feed=False),
        KNOWN_AT,
    ),
)
CHANGES = Table(
    "changes",
    Says(es="Los cambios del registro", en="The changes of the register"),
    "changes",
    "change",
    (
        member(
            "seq",
            Says(es="Su número para siempre.", en="Its number for ever."),
            kind=Kind.NUMBER,
            required=True,
        ),
        member(
            "phase",
            Says(es="Si se registró o entró en vigor.", en="Whether it was recorded or took effect."),
            required=True,
            choices=Phase,
        ),
        member(
            "nature",
            Says(es="Si cambió el derecho o el registro.", en="Whether the law changed, or the register."),
            required=True,
            choices=Nature,
        ),
        OWN_ORGANIZATION,
        member(
            "entry",
            Says(es="Asiento que lo trajo.", en="The entry that brought it."),
            kind=Kind.NUMBER,
            required=True,
        ),
        plain_day("day", Says(es="Desde qué día vale.", en="The day from which it holds."), required=True),
        member(
            "recorded_at",
            Says(es="Cuándo lo dijo el registro.", en="When the register said so."),
            kind=Kind.INSTANT,
            required=True,
        ),
        *_change(of_feed=True),
    ),
    key=("seq",),
)
