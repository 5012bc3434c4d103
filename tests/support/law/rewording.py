"""Other words for an act, as a rectification or a correction gives them.

Takes an act; returns one of the same kind that says something else. Called by `drafting`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from organica.domain import acts
from organica.domain.acts import (
    Act,
    FunctionItem,
    Holder,
    IndicatorItem,
    Period,
    PlainAct,
    PostItem,
    run_by,
    under,
)
from organica.domain.dates import LegalDate
from tests.support.law.parts import CODES, LABELS, NAMES, SURNAMES

if TYPE_CHECKING:
    from tests.support.law.picks import Picks


def reworded(act: Act, entry: int, picks: Picks) -> PlainAct:
    """Return an act of the same kind with other words; one that cannot be reworded becomes another act."""
    new = f"Rectificado {entry}"
    match act:
        case acts.StateUnit() | acts.CreateUnit() if act.functions and picks.once_in(2):
            return replace(act, functions=_relisted(act.functions, new, picks))
        case acts.StateUnit() | acts.CreateUnit() if act.posts and picks.once_in(2):
            return replace(act, posts=_held_otherwise(act.posts, picks))
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
        case acts.Succeed():
            passing = tuple(acts.Carried(each.unit, f"{each.code}-b") for each in act.units or ())
            return replace(act, units=passing if passing and picks.once_in(2) else None)
        case acts.EndAppointment():
            return replace(act, holder=None if act.holder and picks.once_in(2) else _somebody(picks))
        case acts.Appoint() if picks.once_in(3):
            return replace(act, post=acts.PostRef(at=f"{picks.of(CODES)}/head"))
        case acts.Appoint():
            return replace(act, holder=Holder(f"{NAMES[entry % 8]} {SURNAMES[entry // 8 % 8]} Sur"))
        case acts.CarryOver():
            return replace(act, name="Oficina Rectificada")
        case acts.StateProgramme() if act.indicators and picks.once_in(2):
            return replace(act, indicators=(*act.indicators[1:], _refigured(act.indicators[0], picks)))
        case acts.ReportIndicator():
            return replace(act, indicator=_refigured(act.indicator, picks))
        case acts.StateProgramme() | acts.StartProgramme() | acts.AmendProgramme() if picks.once_in(2):
            return replace(act, runner=run_by(picks.of(CODES)))
        case acts.StateProgramme() | acts.StartProgramme() | acts.AmendProgramme():
            return replace(act, objective=new)
        case _:
            return acts.RenameUnit(unit="faros", name=new)


def _refigured(item: IndicatorItem, picks: Picks) -> IndicatorItem:
    """Return a figure of another value, or of another name, or of another period."""
    match picks.number() % 3:
        case 0:
            return replace(item, value=f"{picks.number()}")
        case 1:
            return replace(item, name=picks.of(("Personas", "Rescates")))
        case _:
            return replace(item, period=Period(on=LegalDate(picks.of(("2000", "2001", "2001-06")))))


def _relisted(items: Sequence[FunctionItem], new: str, picks: Picks) -> tuple[FunctionItem, ...]:
    """Return a list in another order, one item with other words, the sub-items under another item."""
    below = tuple(child for item in items for child in item.children)
    bare = [replace(item, children=()) for item in items]
    place = picks.number() % len(bare)
    bare[place] = replace(bare[place], text=new)
    place = picks.number() % len(bare)
    bare[place] = replace(bare[place], children=below)
    return tuple(bare[::-1] if picks.once_in(2) else bare)


def _held_otherwise(posts: Sequence[PostItem], picks: Picks) -> tuple[PostItem, ...]:
    """Return posts of which one more is there, and whose holder is another, or is at that one."""
    first, rest = posts[0], posts[1:]
    other = PostItem(name="Jefatura Adjunta", holder=first.holder, capacity=first.capacity)
    mended = replace(first, holder=_somebody(picks), vacant=False)
    return (mended, *rest, other) if picks.once_in(2) else (mended, *rest)


def _somebody(picks: Picks) -> Holder:
    return Holder(f"{picks.of(NAMES)} {picks.of(SURNAMES)}")
