"""Twelve sources over sixteen years: the exact structure on every date, and the act behind every change."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest

from organica.domain.change import Change
from organica.domain.coverage import Coverage
from organica.domain.dates import DateBasis
from organica.domain.diff import Side, diff
from organica.domain.history import History
from organica.domain.ids import Minter
from organica.domain.states import Noun
from organica.domain.structure import Structure
from organica.domain.versions import Version, versions
from tests.domain.fictional import BODY, enact_all, fictional_resolutions, tree
from tests.domain.fictional_answers import (
    EVENTS,
    TREES,
    UNCERTAIN,
    UNTIL_ESTABLISHED,
    Event,
    changes_between,
)
from tests.makers import Book, a_day, resolution_of

DAYS = [UNTIL_ESTABLISHED, *TREES]


@pytest.fixture(scope="module")
def history() -> History:
    return Book(*fictional_resolutions()).history


def side_on(history: History, day: str) -> Side:
    moment = history.moment_on(date.fromisoformat(day))
    return Side(moment.structure, moment.coverage) if moment else Side(Structure(), Coverage())


def told(change: Change, target: str) -> Event:
    """Return a change as the table writes it, on the day of its event."""
    source = change.legal_basis.source.split("/") if change.legal_basis else None
    return Event(
        day=target,
        kind=change.kind.value,
        code=change.code,
        before=change.before,
        after=change.after,
        since=change.since.value if change.since else None,
        source=f"{source[4]}/{source[3]}" if source else None,
    )


def test_the_answer_changes_on_these_days_and_no_others(history: History) -> None:
    assert [moment.day.isoformat() for moment in history.moments] == list(TREES)


@pytest.mark.parametrize("day", TREES)
def test_the_structure_from_each_change_point_on(history: History, day: str) -> None:
    assert tree(history.structure_on(date.fromisoformat(day))) == TREES[day].strip("\n")


@pytest.mark.parametrize(
    ("day", "following"), list(zip(list(TREES), [*list(TREES)[1:], "2999-12-31"], strict=True))
)
def test_the_last_day_before_a_change_still_has_the_old_structure(
    history: History, day: str, following: str
) -> None:
    last = date.fromisoformat(following) - timedelta(days=1)
    assert tree(history.structure_on(last)) == TREES[day].strip("\n")


def test_before_the_establishment_nothing_is_known(history: History) -> None:
    assert history.moment_on(date.fromisoformat(UNTIL_ESTABLISHED)) is None
    assert tree(history.structure_on(date.fromisoformat(UNTIL_ESTABLISHED))) == ""


def test_the_answer_is_uncertain_only_in_the_year_without_a_day(history: History) -> None:
    assert {moment.day.isoformat() for moment in history.moments if not moment.certain} == UNCERTAIN


def test_since_and_until_are_as_precise_as_the_acts(history: History) -> None:
    told_since = {
        moment.day.isoformat(): (moment.since.value, moment.until.value if moment.until else None)
        for moment in history.moments
    }
    assert told_since == {
        "2015-03-01": ("2015-03-01", "2016-07-01"),
        "2016-07-01": ("2016-07-01", "2017-02-01"),
        "2017-02-01": ("2017-02-01", "2017-06-01"),
        "2017-06-01": ("2017-06-01", "2018-01-15"),
        "2018-01-15": ("2018-01-15", "2019-05-10"),
        "2019-05-10": ("2019-05-10", "2020-09-01"),
        "2020-09-01": ("2020-09-01", "2021"),
        "2021-01-01": ("2021", "2022-04-01"),
        "2022-01-01": ("2021", "2022-04-01"),
        "2022-04-01": ("2022-04-01", "2023-01-01"),
        "2023-01-01": ("2023-01-01", "2024-03-01"),
        "2024-03-01": ("2024-03-01", "2026-01-01"),
        "2026-01-01": ("2026-01-01", "2031-01-01"),
        "2031-01-01": ("2031-01-01", None),
    }
    assert history.moments[7].since.basis is DateBasis.ASSUMED


@pytest.mark.parametrize(("base", "target"), list(combinations(DAYS, 2)))
def test_the_diff_of_any_two_days_names_the_act_behind_each_change(
    history: History, base: str, target: str
) -> None:
    changes = diff(BODY, side_on(history, base), side_on(history, target))
    days = {(event.kind, event.code, event.since): event.day for event in EVENTS}
    found = [
        told(change, days[change.kind.value, change.code, change.since.value if change.since else None])
        for change in changes
    ]
    assert len(found) == len(set(found))
    assert set(found) == changes_between(base, target)


def test_two_days_of_one_interval_do_not_differ(history: History) -> None:
    assert diff(BODY, side_on(history, "2018-01-15"), side_on(history, "2019-05-09")) == []


def test_the_diff_over_ten_years_is_this_table(history: History) -> None:
    changes = diff(BODY, side_on(history, "2015-03-01"), side_on(history, "2025-03-01"))
    assert [
        (
            change.kind.value,
            change.code,
            change.unit,
            change.legal_basis.source.rpartition("exenta/")[2] if change.legal_basis else None,
            change.legal_basis.act if change.legal_basis else None,
        )
        for change in changes
    ] == [
        ("unit_moved", "boyas", "boyas", "2022/12", "4"),
        ("unit_moved", "archivo", "archivo", "2022/12", "3"),
        ("unit_renamed", "operaciones", "operaciones", "2016/20", "1"),
        ("unit_suppressed", "apoyo", "apoyo", "2022/12", "1"),
        ("function_transferred", "boyas.1", "faros-norte", "2020/60", "1"),
        ("function_relabelled", "boyas.1", "faros-norte", "2020/60", "1"),
        ("function_relabelled", "boyas.2", "boyas", "2020/60", "2"),
        ("function_amended", "boyas.2", "boyas", "2019/44", "1"),
        ("function_assigned", "boyas.3", "boyas", "2017/5", "1"),
        ("function_transferred", "apoyo.1", "direccion", "2022/12", "2"),
        ("function_relabelled", "apoyo.1", "direccion", "2022/12", "2"),
        ("post_created", "faros-norte.p2", "faros-norte", "2024/30", "1"),
        ("appointed", "direccion.p1.1", "direccion", "2023/1", "1"),
        ("appointed", "faros-norte.p2.1", "faros-norte", "2024/30", "2"),
    ]


def rows(
    history: History, noun: Noun, code: str
) -> list[tuple[str, str | None, str, str | None, str | None]]:
    """Return a thing's versions: from, until, the act that made it so, when and by which act it ended."""
    return [
        (
            version.start.isoformat(),
            version.end.isoformat() if version.end else None,
            version.state.legal_basis[-1].source.rpartition("/servicio-ficticio/")[2],
            version.until.value if version.until else None,
            version.ended_by.source.rpartition("/servicio-ficticio/")[2] if version.ended_by else None,
        )
        for version in versions_of(history, noun, code)
    ]


def versions_of(history: History, noun: Noun, code: str) -> list[Version]:
    return [version for version in versions(history) if (version.noun, version.code) == (noun, code)]


def test_the_history_of_a_unit_that_moves_twice(history: History) -> None:
    assert rows(history, Noun.UNIT, "boyas") == [
        ("2015-03-01", "2018-01-15", "resolucion-exenta/2015/1", "2018-01-15", "resolucion-exenta/2018/3"),
        ("2018-01-15", "2022-04-01", "resolucion-exenta/2018/3", "2022-04-01", "resolucion-exenta/2022/12"),
        ("2022-04-01", None, "resolucion-exenta/2022/12", None, None),
    ]


def test_the_history_of_a_unit_that_is_suppressed(history: History) -> None:
    assert rows(history, Noun.UNIT, "apoyo") == [
        ("2015-03-01", "2021-01-01", "resolucion-exenta/2015/1", "2021", "resolucion-exenta/2021/9"),
        ("2021-01-01", "2022-04-01", "resolucion-exenta/2021/9", "2022-04-01", "resolucion-exenta/2022/12"),
    ]


def test_the_history_of_a_function_that_is_reworded_and_gets_another_letter(history: History) -> None:
    assert rows(history, Noun.FUNCTION, "boyas.2") == [
        ("2015-03-01", "2019-05-10", "resolucion-exenta/2015/1", "2019-05-10", "resolucion-exenta/2019/44"),
        ("2019-05-10", "2020-09-01", "resolucion-exenta/2019/44", "2020-09-01", "resolucion-exenta/2020/60"),
        ("2020-09-01", None, "resolucion-exenta/2020/60", None, None),
    ]


def test_the_history_of_a_function_that_is_handed_over(history: History) -> None:
    found = versions_of(history, Noun.FUNCTION, "apoyo.1")
    assert [(version.start.isoformat(), getattr(version.state, "unit", None)) for version in found] == [
        ("2015-03-01", "apoyo"),
        ("2022-04-01", "direccion"),
    ]
    assert {version.state.born.value for version in found} == {"2015-03-01"}


def test_the_history_of_an_appointment_that_lapses_and_of_one_that_gives_way(history: History) -> None:
    assert rows(history, Noun.APPOINTMENT, "direccion.p1.1") == [
        ("2023-01-01", "2026-01-01", "resolucion-exenta/2023/1", "2026-01-01", "resolucion-exenta/2023/1")
    ]
    assert rows(history, Noun.APPOINTMENT, "faros-norte.p1.1") == [
        ("2017-06-01", "2024-03-01", "constancia/2017/w", "2024-03-01", None)
    ]


def test_the_post_is_vacant_from_the_day_on_which_the_appointment_lapses(history: History) -> None:
    assert rows(history, Noun.POST, "direccion.p1") == [
        ("2015-03-01", "2026-01-01", "resolucion-exenta/2015/1", None, None),
        ("2026-01-01", None, "resolucion-exenta/2015/1", None, None),
    ]
    assert not history.structure_on(a_day("2025-12-31")).posts["direccion.p1"].known_vacant
    assert history.structure_on(a_day("2026-01-01")).posts["direccion.p1"].known_vacant


def test_the_bound_acts_fold_to_the_same_history_as_the_preview_of_the_last_one() -> None:
    book = Book(*fictional_resolutions())
    assert book.refold().moments == book.history.moments


def test_every_prefix_of_the_history_folds_alike_before_and_after_binding() -> None:
    book = Book()
    for resolution in fictional_resolutions():
        book.enact(resolution)
        assert book.refold().moments == book.history.moments


def test_enacting_all_gives_entries_in_order_with_the_codes_that_they_gave() -> None:
    enacted = enact_all(fictional_resolutions())
    assert [each.entry for each in enacted] == list(range(1, 13))
    assert [resolution_of(each.filing).source for each in enacted] == [
        each.source for each in fictional_resolutions()
    ]


def test_a_minter_that_knows_the_codes_gives_none_of_them_again(history: History) -> None:
    codes = [version.code for version in versions(history) if version.noun is Noun.FUNCTION]
    assert Minter(codes).mint("boyas.") == "boyas.4"
