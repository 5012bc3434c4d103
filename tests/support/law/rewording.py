"""Other words for an act, as a rectification or a correction gives them.

Takes an act; returns one of the same kind that says something else. Called by `drafting`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from organica.domain import acts
from organica.domain.acts import Act, Holder, PlainAct, under
from tests.support.law.parts import CODES, LABELS, NAMES, SURNAMES

if TYPE_CHECKING:
    from tests.support.law.drafting import Picks


def reworded(act: Act, entry: int, picks: Picks) -> PlainAct:
    """Return an act of the same kind with other words; one that cannot be reworded becomes another act."""
    new = f"Rectificado {entry}"
    match act:
        case acts.RenameUnit() | acts.RenameOrganization() | acts.CreateUnit() | acts.StateOrganization():
            return replace(act, name=new)
        case acts.EstablishOrganization() | acts.RenamePost():
            return replace(act, name=new)
        case acts.StateUnit():
            return replace(act, objective=new)
        case acts.SetObjective():
            return replace(act, objective=new)
        case acts.MoveUnit():
            return replace(act, parent=under(picks.of(CODES)))
        case acts.AssignFunction():
            return replace(act, function=replace(act.function, text=new))
        case acts.AmendFunction():
            return replace(act, text=new)
        case acts.RelabelFunction() | acts.TransferFunction():
            return replace(act, label=picks.of(LABELS))
        case acts.CreatePost():
            return replace(act, post=replace(act.post, name=new))
        case acts.Appoint():
            return replace(act, holder=Holder(f"{NAMES[entry % 8]} {SURNAMES[entry // 8 % 8]} Sur"))
        case acts.CarryOver():
            return replace(act, name="Oficina Rectificada")
        case _:
            return acts.RenameUnit(unit="faros", name=new)
