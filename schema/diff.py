"""What differs between two days (diferencia), shown from the register's StructureDiff."""

from __future__ import annotations

from typing import Any

import strawberry

from organica.domain.diff import ChangeKind
from organica.domain.structure import Noun
from organica.register import consult
from schema.dates import LegalDate
from schema.source import LegalBasis
from schema.structure import Structure


@strawberry.type(description="One change of one thing between two days (cambio), with the act behind it.")
class Change:
    """Shows organica.domain.diff.Change with its basis."""

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


def _changes(parent: strawberry.Parent[consult.StructureDiff]) -> list[Change]:
    shown: Any = Change
    return [
        shown(
            kind=change.kind,
            subject=change.noun,
            code=change.code,
            unit=change.unit,
            field=change.field,
            before=change.before,
            after=change.after,
            since=change.since,
            legal_basis=parent.basis_view(change),
        )
        for change in parent.changes
    ]


@strawberry.type(description="What differs between two days (diferencia entre dos fechas).")
class StructureDiff:
    """Shows organica.register.consult.StructureDiff."""

    base: Structure = strawberry.field(description="The structure on the first day (base).")
    target: Structure = strawberry.field(description="The structure on the second day (comparada).")
    changes: list[Change] = strawberry.field(
        resolver=_changes, description="The changes from the first to the second, in printed order (cambios)."
    )
