"""The two layers of one organization while its acts are carried out: what norms order, what is attested.

Takes a layer before and after some acts lost or regained their force; returns the layer in which every thing
that differs rests on the act that made it so. Called by walk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from organica.domain.attest import filled
from organica.domain.effects.order import Order
from organica.domain.source import UPON, BasisRole, LegalBasis
from organica.domain.states import Noun, State, content
from organica.domain.structure import Ending, Structure


@dataclass(frozen=True, slots=True)
class Layers:
    """What norms order and what attestations state, side by side."""

    norms: Structure = field(default_factory=Structure)
    attested: Structure = field(default_factory=Structure)

    def layer(self, *, normative: bool) -> Structure:
        """Return one of the two."""
        return self.norms if normative else self.attested

    def with_layer(self, structure: Structure, *, normative: bool) -> Layers:
        """Return both, one of them replaced."""
        return replace(self, norms=structure) if normative else replace(self, attested=structure)

    def answer(self) -> Structure:
        """Return what is so: the norms, their gaps filled by what is attested."""
        return filled(self.norms, self.attested)

    def seen(self, *, normative: bool) -> Structure:
        """Return what an act of one layer meets: norms meet norms, an attestation meets the answer."""
        return self.norms if normative else self.answer()


@dataclass(frozen=True, slots=True)
class Cause:
    """An act upon acts that takes effect: under which order, and what it does."""

    order: Order
    role: BasisRole


CauseOf = Callable[[Noun, str], Cause]


def reconciled(before: Structure, replayed: Structure, cause_of: CauseOf) -> Structure:
    """Return what was replayed without the omitted acts, as it follows from what was so before.

    What says the same goes on since when it did. What says something else does so since the act upon acts,
    and rests on it. What is no more was ended by it.
    """
    was = {(noun, code): state for noun, code, state in before.states()}
    now = {(noun, code): state for noun, code, state in replayed.states()}
    found = {key: _continued(was.get(key), state, cause_of(*key)) for key, state in now.items()}
    endings: dict[tuple[Noun, str], Ending] = {**replayed.endings, **before.endings}
    for key in was.keys() - now.keys():
        cause = cause_of(*key)
        endings[key] = Ending(cause.order.since, cause.order.basis(cause.role))
    gone = replayed.with_states(found, {key: each for key, each in endings.items() if key not in now})
    # No act that has force ends these, so that what is attested of them shows again.
    lost = (before.lost | (was.keys() - now.keys())) - now.keys() - replayed.endings.keys()
    return replace(gone, lost=frozenset(lost))


def _continued(was: State | None, now: State, cause: Cause) -> State:
    if was is None:
        return _from(now, now.legal_basis, cause, ())
    upon = [basis for basis in was.legal_basis if basis.role in UPON]
    if content(was) == content(now):
        return _changed(now, since=was.since, legal_basis=_in_order((*now.legal_basis, *upon)))
    differing = [name for name, value in _fields(now).items() if _fields(was)[name] != value]
    return _from(now, _in_order((*now.legal_basis, *upon)), cause, differing)


def _from(state: State, basis: tuple[LegalBasis, ...], cause: Cause, changed: list[str] | tuple[()]) -> State:
    by = cause.order.basis(cause.role, changed)
    return _changed(state, since=cause.order.since, legal_basis=(*basis, by))


def _changed(state: State, **given: Any) -> State:
    """`replace` loses the type of a union's member."""
    changed: State = replace(state, **given)
    return changed


def _fields(state: State) -> Mapping[str, object]:
    return {name: getattr(state, name) for name in state.__dataclass_fields__}


def _in_order(basis: tuple[LegalBasis, ...]) -> tuple[LegalBasis, ...]:
    """Put what acts upon acts did among the others by date; what one act gave stays together."""
    dated: list[tuple[str, int, LegalBasis]] = []
    day = ""
    for place, each in enumerate(basis):
        if each.role is not BasisRole.RECTIFIES and each.since is not None:
            day = each.since.earliest.isoformat()
        dated.append((day, place, each))
    return tuple(each for _, _, each in sorted(dated, key=lambda one: one[:2]))
