"""Acts applied one after the other, as whoever holds a difference of two days would apply them.

Takes the effects that `taking_effect` lists; returns the layers that they leave. It knows no calendar, no
omission and no binding: the acts are the bound ones of the ledger, and their order is that of the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from organica.domain.acts import ActUponActs, Appoint, ReportIndicator, StateProgramme, Succeed
from organica.domain.apply import apply
from organica.domain.coverage import Coverage
from organica.domain.dates import LegalDate
from organica.domain.desk import read
from organica.domain.diff import Side, diff
from organica.domain.effects.posts import lapse
from organica.domain.effects.programmes import report_later
from organica.domain.filings import Enacted
from organica.domain.history import History
from organica.domain.layers import Layers
from organica.domain.schedule import Calendar, order_of
from organica.domain.states import Noun, content
from organica.domain.structure import Structure
from organica.domain.taking_effect import ActEffect, Effect, taking_effect
from tests.makers import Book

Content = dict[tuple[Noun, str], tuple[object, ...]]


def effects_of(enacted: Sequence[Enacted], organization: str) -> list[Effect]:
    """Return every effect on an organization, read from its filings as the ledger holds them."""
    return taking_effect(Calendar(read(enacted)), organization)


def after(layers: Layers, effects: Iterable[Effect], organization: str) -> Layers:
    """Return the layers as the acts leave them; histories with acts upon acts are not for this."""
    for each in effects:
        act, normative = each.scheduled.act, each.scheduled.source.normative
        assert not isinstance(act, ActUponActs | Succeed)
        layer = layers.layer(normative=normative)
        order = order_of(each.scheduled)
        if each.effect is ActEffect.LAPSES:
            assert isinstance(act, Appoint)
            assert act.in_force_until is not None
            layer = lapse(layer, act.bound_appointment or "", replace(order, since=act.in_force_until))
        elif each.day > each.scheduled.day:
            assert isinstance(act, StateProgramme | ReportIndicator)
            layer = report_later(layer, act, replace(order, since=LegalDate.of(each.day), day=each.day))
        else:
            layer = apply(layer, act, order, organization)
        layers = layers.with_layer(layer, normative=normative)
    return layers


def contents(structure: Structure) -> Content:
    """Return what a structure says of everything, apart from why and since when."""
    return {(noun, code): content(state) for noun, code, state in structure.states()}


def between(effects: Iterable[Effect], base: date, target: date) -> list[Effect]:
    """Return the effects after one day, up to and including another."""
    return [each for each in effects if base < each.day <= target]


def layers_on(history: History, effects: Sequence[Effect], base: date) -> Layers:
    """Return the layers of a day. Where nothing was only attested by then, they are its structure."""
    before = [each for each in effects if each.day <= base]
    if all(each.scheduled.source.normative for each in before):
        return Layers(norms=history.structure_on(base))
    return after(Layers(), before, history.organization)


def assert_acts_lead_from_day_to_day(book: Book, days: Sequence[date]) -> int:
    """Hold every pair of days to invariant 6; return how many acts were applied.

    The acts between two days, applied to the structure of the first, give the structure of the second; and
    every act that a change of their difference names is among them.
    """
    history, applied = book.history, 0
    effects = effects_of(book.enacted, history.organization)
    for base, target in combinations(days, 2):
        layers = layers_on(history, effects, base)
        assert contents(layers.answer()) == contents(history.structure_on(base))
        chosen = between(effects, base, target)
        led_to = after(layers, chosen, history.organization).answer()
        assert contents(led_to) == contents(history.structure_on(target))
        named = {(each.scheduled.source.key, each.scheduled.ref) for each in chosen}
        for change in diff(history.organization, side_on(history, base), side_on(history, target)):
            basis = change.legal_basis
            assert basis is None or (basis.source, basis.act) in named, change
        applied += len(chosen)
    return applied


def side_on(history: History, day: date) -> Side:
    """Return a day as `diff` compares it."""
    moment = history.moment_on(day)
    return Side(moment.structure, moment.coverage) if moment else Side(Structure(), Coverage())
