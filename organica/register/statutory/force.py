"""Which norms another act took away as a whole, as of a day: invalidated, revoked, or suspended till then.

Takes the acts that bear on an organization, in the order in which they take effect; returns keys of sources.
Called by `tables`. An act that took another away may have been taken away itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from organica.domain.acts import ActUponActs, Invalidate, Resume, Revoke, Suspend, Target
from organica.register.acts_between import TakenAct


@dataclass(frozen=True, slots=True)
class TakenAway:
    """The keys of the norms that never were (`void`), and of those without force on the day (`idle`)."""

    void: frozenset[str]
    idle: frozenset[str]


_Aims: TypeAlias = Callable[[TakenAct], bool]


def taken_away(acts: Sequence[TakenAct], day: date) -> TakenAway:
    """Return what acts upon acts took away as a whole; a part of a norm leaves the rest in force."""
    upon = [each for each in acts if isinstance(each.act, Revoke | Suspend | Resume) and each.day <= day]
    standing: list[TakenAct] = []
    # As in the fold: an act is entered after what it takes away, so the last one entered is judged first.
    for act in sorted(upon, key=lambda each: each.entry, reverse=True):
        if not _takes([each for each in upon if each in standing], _aimed_at(act)):
            standing.append(act)
    ordered = [each for each in upon if each in standing]
    invalidated = [each for each in acts if isinstance(each.act, Invalidate)]
    return TakenAway(
        void=frozenset(_target(each).source for each in invalidated if _whole(_target(each))),
        idle=frozenset(
            source
            for source in {_target(each).source for each in ordered}
            if _takes(ordered, _all_of(source))
        ),
    )


def _takes(upon: Sequence[TakenAct], aims: _Aims) -> bool:
    """Tell whether acts, in their order, take a thing away; a resumption lifts the suspensions before it."""
    lifted = False
    for each in reversed(upon):
        if not aims(each):
            continue
        if isinstance(each.act, Resume):
            lifted = True
        elif isinstance(each.act, Revoke) or not lifted:
            return True
    return False


def _target(upon: TakenAct) -> Target:
    assert isinstance(upon.act, ActUponActs)  # noqa: S101  # Only such are asked about.
    return Target.parse(upon.act.target)


def _aimed_at(act: TakenAct) -> _Aims:
    """Return whether another act aims at this one: at its source, its reference, or its article."""

    def aims(other: TakenAct) -> bool:
        target = _target(other)
        if target.source != act.source.key:
            return False
        if target.article is not None:
            return act.provision is not None and act.provision.article == target.article
        return target.ref is None or act.ref == target.ref

    return aims


def _all_of(source: str) -> _Aims:
    """Return whether an act aims at a source as a whole; to resume a part gives the source force again."""

    def aims(other: TakenAct) -> bool:
        target = _target(other)
        return target.source == source and (_whole(target) or isinstance(other.act, Resume))

    return aims


def _whole(target: Target) -> bool:
    return target.ref is None and target.article is None
