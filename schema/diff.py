"""What differs between two days (diferencia): as changes, and as the acts that took effect in between.

Shown from the register's StructureDiff and TakenAct.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import strawberry

from organica.domain.change import Change as Told
from organica.domain.change import ChangeKind
from organica.domain.source import SourceNature
from organica.domain.states import Noun
from organica.domain.taking_effect import ActEffect
from organica.register import difference
from organica.register.acts_between import TakenAct
from organica.register.views import BasisView
from schema.dates import LegalDate
from schema.request import Info
from schema.source import LegalBasis, LegalSource, Provision
from schema.structure import Structure


@strawberry.type(description="One change of one thing between two days (cambio), with the act behind it.")
class Change:
    """Shows organica.domain.change.Change with its basis."""

    kind: ChangeKind = strawberry.field(description="What happened (tipo de cambio).")
    subject: Noun = strawberry.field(description="To what kind of thing (qué cambió).")
    code: str = strawberry.field(description="The permanent code of the thing (código).")
    unit: str | None = strawberry.field(description="The code of the unit that it is or was in (unidad).")
    field: str | None = strawberry.field(
        description="What changed of a thing that is there on both days; null where it came or went (campo)."
    )
    before: str | None = strawberry.field(description="What was: a name, text, letter or code (antes).")
    after: str | None = strawberry.field(description="What is (después).")
    since: LegalDate | None = strawberry.field(description="Since when it is so (desde).")
    legal_basis: LegalBasis | None = strawberry.field(description="The act behind it (base legal).")


def shown_change(change: Told, why: BasisView | None) -> Change:
    """Return a change with the act behind it."""
    shown: Any = Change
    made: Change = shown(
        kind=change.kind,
        subject=change.noun,
        code=change.code,
        unit=change.unit,
        field=change.field,
        before=change.before,
        after=change.after,
        since=change.since,
        legal_basis=why,
    )
    return made


@dataclass(frozen=True, slots=True)
class _ShownAct:
    """An act with its part of a difference; what is not here is read from `state`."""

    state: TakenAct
    changes: list[Change]


async def _source(parent: strawberry.Parent[_ShownAct], info: Info) -> Any:
    return await info.context.source(parent.state.source.key)


@strawberry.type(
    description="An act on a day between the two on which it took effect, lapsed or began to mend others "
    "(acto). It has no id: it is part of the difference."
)
class Act:
    """Shows organica.register.acts_between.TakenAct."""

    source: LegalSource = strawberry.field(
        resolver=_source, description="The source that orders it (fuente legal)."
    )
    ref: str = strawberry.field(description="Its reference inside the source (referencia).")
    provision: Provision | None = strawberry.field(description="The place in the source (disposición).")
    citation: str = strawberry.field(
        description="The source and the place in it, as people cite them (cita)."
    )
    normative: bool = strawberry.field(description="Whether the source is a norm (normativa).")
    nature: SourceNature = strawberry.field(
        description="Whether the source is a norm or attests (naturaleza)."
    )
    entry: int = strawberry.field(description="The entry that brought it in (asiento).")
    effect: ActEffect = strawberry.field(description="How it bears on its day (efecto).")
    day: date = strawberry.field(description="The day on which it does (fecha).")
    since: LegalDate = strawberry.field(description="The day as the act gives it (desde).")
    words: str = strawberry.field(
        description="The act in the words of its resolution file, in YAML, rectified where it was; a name "
        "that is no longer shown is a seal (texto del acto)."
    )
    rectified_by: list[LegalBasis] = strawberry.field(
        description="The acts by which it reads as it does (rectificaciones)."
    )
    changes: list[Change] = strawberry.field(
        description="Its part of the difference; empty where a later act took its place before the second "
        "day (cambios)."
    )


def _changes(parent: strawberry.Parent[difference.StructureDiff]) -> list[Change]:
    return [shown_change(change, parent.basis_view(change)) for change in parent.changes]


async def _acts(parent: strawberry.Parent[difference.StructureDiff], info: Info) -> Any:
    acts = await info.context.acts(parent.target.organization_code, parent.known)
    return [
        _ShownAct(each, [shown_change(change, parent.basis_view(change)) for change in each.changes])
        for each in parent.among(acts).acts
    ]


@strawberry.type(description="What differs between two days (diferencia entre dos fechas).")
class StructureDiff:
    """Shows organica.register.difference.StructureDiff."""

    base: Structure = strawberry.field(description="The structure on the first day (base).")
    target: Structure = strawberry.field(description="The structure on the second day (comparada).")
    changes: list[Change] = strawberry.field(
        resolver=_changes, description="The changes from the first to the second, in printed order (cambios)."
    )
    acts: list[Act] = strawberry.field(
        resolver=_acts,
        description="The acts that took effect after the first day up to and including the second, in order, "
        "also acts upon acts (actos).",
    )
