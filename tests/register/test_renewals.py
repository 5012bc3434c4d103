"""What renews a legal basis, or widens the coverage, and lets everything say what it said before.

On both engines: the preview shows it, enacting returns the same, the feed tells it; a difference leaves it out.
"""

from __future__ import annotations

from dataclasses import replace

from db.store import Store
from organica.domain.acts import Invalidate, MoveUnit, Rectify, Resume, StateUnit, Suspend, under
from organica.domain.change import Change, ChangeKind
from organica.domain.dates import LegalDate
from organica.domain.filings import CorrectedFacts, Filing
from organica.domain.resolution import CoverageClaim, Resolution
from organica.domain.source import BasisRole, Provision
from organica.domain.states import Noun
from organica.register.consult import Consult
from organica.register.enact import enact, preview, utc_now
from organica.register.feed import Nature, Phase
from organica.register.turn_day import turn_day
from tests.makers import (
    ORGANIZATION,
    a_correction,
    a_day,
    a_resolution,
    a_statement,
    a_supplement,
    a_unit,
    an_attestation,
    items,
    key_of,
)
from tests.register.test_changes import Clock, founding, renaming, sound

FOUNDED = 5
"""How many changes the founding of test_changes makes."""
RESTATED = StateUnit(
    unit="dep",
    parent=under("division"),
    kind="Departamento",
    name="Departamento Dep",
    functions=items("a"),
)
Short = tuple[str, str, str, str | None, str | None]


def restating(number: str, day: str) -> Resolution:
    return a_resolution(RESTATED, number=number, in_force_from=day, coverage=None)


async def told(store: Store, after: int) -> list[Short]:
    """Return what the feed says anew: phase, day, code, and the values before and after."""
    return [
        (each.phase.value, each.day.isoformat(), each.change.code, each.change.before, each.change.after)
        for each in await store.changes(after)
    ]


async def enacted(store: Store, filing: Filing, clock: Clock | None = None) -> list[tuple[str, Change]]:
    """Enact, and return what the preview had shown: each change with its day; the outcome shows the same."""
    shown = await preview(store, filing)
    outcome = await enact(store, filing, clock=clock or utc_now)
    assert outcome.effects == shown.effects
    return [(effect.day.isoformat(), change) for effect in shown.effects for change in effect.changes]


async def test_an_act_that_only_restates_renews_the_basis_of_each_thing_that_it_names(store: Store) -> None:
    await enact(store, founding())
    shown = await enacted(store, restating("2", "2018-01-01"))
    restated = key_of("2", "2018")
    assert [(day, change.kind, change.noun, change.code, change.unit) for day, change in shown] == [
        ("2018-01-01", ChangeKind.BASIS_RENEWED, Noun.UNIT, "dep", "dep"),
        ("2018-01-01", ChangeKind.BASIS_RENEWED, Noun.FUNCTION, "dep.1", "dep"),
    ]
    assert {(change.field, change.before, change.after) for _, change in shown} == {
        ("legal_basis", None, restated)
    }
    for _, change in shown:
        assert change.legal_basis is not None
        assert (change.legal_basis.source, change.legal_basis.role) == (restated, BasisRole.RESTATES)
        assert change.since == LegalDate("2018-01-01")
    recorded = await store.changes(FOUNDED)
    assert [(each.day.isoformat(), each.change) for each in recorded] == shown
    assert {(each.phase, each.nature) for each in recorded} == {(Phase.RECORDED, Nature.LEGAL)}
    difference = await Consult(store).diff(ORGANIZATION, a_day("2017-01-01"), a_day("2019-01-01"))
    assert difference.changes == ()
    await sound(store)


async def test_a_restatement_of_the_future_takes_effect_on_its_day(store: Store) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(), clock=clock)
    await enacted(store, restating("2", "2020-06-10"), clock)
    clock.set("2020-06-10")
    assert await turn_day(store, clock) == 2
    source = key_of("2", "2020")
    assert await told(store, FOUNDED) == [
        ("recorded", "2020-06-10", "dep", None, source),
        ("recorded", "2020-06-10", "dep.1", None, source),
        ("effective", "2020-06-10", "dep", None, source),
        ("effective", "2020-06-10", "dep.1", None, source),
    ]
    await sound(store)


async def test_a_restatement_before_another_act_is_told_once(store: Store) -> None:
    await enact(store, founding())
    await enact(store, renaming("2", "2018-01-01", "Nuevo"))
    await enact(store, a_resolution(RESTATED, number="3", in_force_from="2017-01-01", coverage=None))
    source = key_of("3", "2017")
    assert await told(store, FOUNDED + 1) == [
        ("recorded", "2017-01-01", "dep", None, source),
        ("recorded", "2017-01-01", "dep.1", None, source),
    ]
    await sound(store)


async def test_an_act_that_also_rewords_renews_only_what_it_leaves_as_it_was(store: Store) -> None:
    await enact(store, founding())
    act = replace(RESTATED, functions=items("a b"), name="Departamento Nuevo")
    shown = await enacted(store, a_resolution(act, number="2", in_force_from="2018-01-01", coverage=None))
    assert [(change.kind, change.code) for _, change in shown] == [
        (ChangeKind.UNIT_RENAMED, "dep"),
        (ChangeKind.FUNCTION_STATED, "dep.2"),
        (ChangeKind.BASIS_RENEWED, "dep.1"),
    ]


async def test_a_rectification_of_the_provision_alone_is_told_from_the_day_of_what_it_rectifies(
    store: Store,
) -> None:
    stated = replace(a_statement("division"), provision=Provision(article="1"))
    await enact(store, a_resolution(stated))
    before = await store.newest_change()
    rectified = Rectify(
        target=f"{key_of('1', '2015')}#1", to=replace(stated, provision=Provision(article="2"))
    )
    shown = await enacted(
        store, a_resolution(rectified, number="2", in_force_from="2019-01-01", coverage=None)
    )
    [(day, change)] = shown
    assert (day, change.kind, change.code) == ("2015-01-01", ChangeKind.BASIS_RENEWED, "division")
    assert change.legal_basis is not None
    assert (change.after, change.legal_basis.role) == (key_of("2", "2019"), BasisRole.RECTIFIES)
    assert change.since == LegalDate("2019-01-01")
    [recorded] = await store.changes(before)
    assert (recorded.day, recorded.change, recorded.nature) == (a_day(day), change, Nature.LEGAL)
    await sound(store)


async def test_a_restatement_that_has_no_force_any_more_is_told_and_so_is_its_return(store: Store) -> None:
    await enact(store, founding())
    await enact(store, restating("2", "2018-01-01"))
    source = key_of("2", "2018")
    for number, day, act in (
        ("3", "2019-01-01", Suspend(target=source)),
        ("4", "2020-01-01", Resume(target=source)),
    ):
        await enacted(store, a_resolution(act, number=number, in_force_from=day, coverage=None))
    assert await told(store, FOUNDED + 2) == [
        ("recorded", "2019-01-01", "dep", source, None),
        ("recorded", "2019-01-01", "dep.1", source, None),
        ("recorded", "2020-01-01", "dep", None, source),
        ("recorded", "2020-01-01", "dep.1", None, source),
    ]
    await sound(store)


async def test_an_invalidated_restatement_is_told_from_its_own_day(store: Store) -> None:
    await enact(store, founding())
    await enact(store, restating("2", "2018-01-01"))
    source = key_of("2", "2018")
    invalid = Invalidate(target=source)
    await enacted(store, a_resolution(invalid, number="3", in_force_from="2021-01-01", coverage=None))
    assert await told(store, FOUNDED + 2) == [
        ("recorded", "2018-01-01", "dep", source, None),
        ("recorded", "2018-01-01", "dep.1", source, None),
    ]
    await sound(store)


async def test_a_restatement_whose_day_is_corrected_is_of_the_register(store: Store) -> None:
    await enact(store, founding())
    await enact(store, restating("2", "2018-01-01"))
    source = key_of("2", "2018")
    corrected = CorrectedFacts(in_force_from=LegalDate("2018-03-01"))
    await enacted(store, a_correction(source=source, facts=corrected))
    assert await told(store, FOUNDED + 2) == [
        ("recorded", "2018-01-01", "dep", source, None),
        ("recorded", "2018-01-01", "dep.1", source, None),
        ("recorded", "2018-03-01", "dep", None, source),
        ("recorded", "2018-03-01", "dep.1", None, source),
    ]
    assert {each.nature for each in await store.changes(FOUNDED + 2)} == {Nature.REGISTER}
    await sound(store)


async def test_a_norm_that_says_what_was_only_attested_renews_its_basis(store: Store) -> None:
    await enact(store, an_attestation(a_statement("division")))
    before = await store.newest_change()
    norm = a_resolution(a_statement("division"), number="2", in_force_from="2018-01-01", coverage=None)
    [(day, change)] = await enacted(store, norm)
    assert (day, change.kind, change.code) == ("2018-01-01", ChangeKind.BASIS_RENEWED, "division")
    assert change.legal_basis is not None
    assert (change.after, change.legal_basis.role) == (key_of("2", "2018"), BasisRole.GRANTS)
    assert await told(store, before) == [("recorded", "2018-01-01", "division", None, key_of("2", "2018"))]
    await sound(store)


def partly() -> Resolution:
    """Found a body of which one unit is covered, and that in part."""
    return replace(founding(), coverage=CoverageClaim(partial_under=("division",)))


async def test_a_supplement_that_only_widens_the_coverage_is_of_the_register(store: Store) -> None:
    await enact(store, partly())
    before = await store.newest_change()
    wider = CoverageClaim(complete_under=("division",), partial_under=(ORGANIZATION,))
    shown = await enacted(store, a_supplement(source=key_of("1", "2015"), coverage=wider))
    assert shown == [
        (
            "2015-01-01",
            Change(
                kind=ChangeKind.COVERAGE_CHANGED,
                noun=noun,
                code=code,
                unit=unit,
                field="coverage",
                before=was,
                after=now,
                since=LegalDate("2015-01-01"),
                legal_basis=None,
            ),
        )
        for noun, code, unit, was, now in (
            (Noun.ORGANIZATION, ORGANIZATION, None, None, "partial"),
            (Noun.UNIT, "division", "division", "partial", "complete"),
        )
    ]
    recorded = await store.changes(before)
    assert [(each.day.isoformat(), each.change) for each in recorded] == shown
    assert {(each.phase, each.nature) for each in recorded} == {(Phase.RECORDED, Nature.REGISTER)}
    await sound(store)


async def test_a_later_check_is_told_and_an_earlier_one_changes_nothing(store: Store) -> None:
    await enact(store, partly())
    before = await store.newest_change()
    for checked_on in ("2020-05-01", "2021-05-01", "2019-05-01"):
        claim = CoverageClaim(partial_under=("division",), checked_on=a_day(checked_on))
        await enacted(store, a_supplement(source=key_of("1", "2015"), coverage=claim))
    assert await told(store, before) == [
        ("recorded", "2015-01-01", "division", None, "2020-05-01"),
        ("recorded", "2015-01-01", "division", "2020-05-01", "2021-05-01"),
    ]
    changes = await store.changes(before)
    assert {(each.change.field, each.nature) for each in changes} == {
        ("coverage_checked_on", Nature.REGISTER)
    }
    await sound(store)


async def test_a_coverage_of_the_future_takes_effect_on_its_day(store: Store) -> None:
    clock = Clock("2020-06-01")
    await enact(store, partly(), clock=clock)
    before = await store.newest_change()
    wider = replace(restating("2", "2020-06-10"), coverage=CoverageClaim(complete_under=("division",)))
    await enacted(store, wider, clock)
    clock.set("2020-06-10")
    assert await turn_day(store, clock) == 3
    [*_, recorded] = [each for each in await store.changes(before) if each.phase is Phase.RECORDED]
    [*_, effective] = await store.changes(before)
    assert (effective.phase, effective.nature) == (Phase.EFFECTIVE, Nature.REGISTER)
    assert (effective.change.code, effective.change.before, effective.change.after) == (
        "division",
        "partial",
        "complete",
    )
    assert recorded.change == effective.change
    await sound(store)


async def test_what_comes_and_moves_by_one_entry_is_told_both(store: Store) -> None:
    moved = MoveUnit(unit="dep", parent=under("otra"), in_force_from=LegalDate("2017-01-01"))
    await enact(store, a_resolution(a_unit("division"), a_unit("otra"), a_unit("dep", "division"), moved))
    assert await told(store, 0) == [
        ("recorded", "2015-01-01", "division", None, "Departamento Division"),
        ("recorded", "2015-01-01", "otra", None, "Departamento Otra"),
        ("recorded", "2015-01-01", "dep", None, "Departamento Dep"),
        ("recorded", "2015-01-01", ORGANIZATION, None, "complete"),
        ("recorded", "2017-01-01", "dep", "division", "otra"),
    ]
    await sound(store)
