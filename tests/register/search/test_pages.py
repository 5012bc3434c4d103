"""Search on both engines: what is refused, pages that lose and repeat nothing, and words that stand everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from db.store import Store
from organica.domain.acts import (
    AssignFunction,
    FunctionItem,
    RemoveFunction,
)
from organica.register.consult import Consult, KnownAt
from organica.register.enact import enact
from organica.register.refusals import UnknownEntry, UnknownOrganization
from organica.register.search import everywhere
from organica.register.search.finding import MAX_QUESTION_CHARACTERS, SearchPage
from organica.register.search.places import Question
from organica.register.search.refusals import (
    BadSearchCursor,
    NothingToSearch,
    QuestionTooLong,
    QuestionTooWide,
)
from tests.makers import ORGANIZATION, a_function, a_resolution
from tests.support.searching import DAY, FILLERS, MANY, SECOND, a_told_unit, asked, codes, found, told

# --- What is refused -------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "  ", "¿quién ve?", "de la", "\x00", "\ud800", "🙂"])
async def test_a_question_without_words_is_refused(store: Store, text: str) -> None:
    for organization in (None, ORGANIZATION):
        with pytest.raises(NothingToSearch):
            await Consult(store).search(Question(text, organization=organization), MANY)


async def test_a_question_may_have_two_hundred_characters(store: Store) -> None:
    await found(store, a_told_unit("faros", "Unidad de Faros"))
    longest = ("faros " * MAX_QUESTION_CHARACTERS)[:MAX_QUESTION_CHARACTERS]
    assert codes(await asked(store, longest)) == ["faros"]
    with pytest.raises(QuestionTooLong) as refusal:
        await asked(store, f"{longest}s")
    assert refusal.value.facts == {"characters": 201, "limit": 200}


async def test_an_organization_or_an_entry_that_is_not_there_is_refused(store: Store) -> None:
    await found(store, a_told_unit("faros", "Unidad de Faros"))
    with pytest.raises(UnknownOrganization):
        await Consult(store).search(Question("faros", organization="cl.nadie"), MANY)
    with pytest.raises(UnknownEntry):
        await Consult(store).search(Question("faros", known_at=KnownAt(entry=99)), MANY)


# --- Pages -----------------------------------------------------------------------------------------


async def paged(consult: Consult, question: Question, size: int, after: str | None = None) -> SearchPage:
    page = await consult.search(question, size, after)
    assert len(page.hits) <= size
    assert page.more is (len(page.hits) == size and page.more)
    return page


@pytest.mark.parametrize("organization", [ORGANIZATION, None])
async def test_pages_follow_one_another_while_others_enact(store: Store, organization: str | None) -> None:
    texts = tuple(f"Pintar faros del sector {number}." for number in range(1, 10))
    await found(store, a_told_unit("faros", "Unidad", *texts))
    await found(store, a_told_unit("faros", "Unidad", *texts[:3]), organization=SECOND)
    consult = Consult(store)
    question = Question("¿quién pinta faros?", DAY, None, organization)
    whole = told((await consult.search(question, MANY)).hits)
    assert len(whole) == (9 if organization else 12)
    seen, after, number = [], None, 1
    while True:
        page = await paged(consult, question, 2, after)
        seen += told(page.hits)
        assert page.total == len(whole)
        if not page.more:
            break
        after = page.hits[-1].place
        number += 1
        # Between two pages something is enacted that would stand before and among the rest.
        more = FunctionItem(text=f"Pintar faros. {number}", label=f"z{number}")
        await enact(
            store,
            a_resolution(
                AssignFunction(unit="faros", function=more), number=str(number), in_force_from="2021-01-01"
            ),
        )
    assert seen == whole
    assert len(await asked(store, "¿quién pinta faros?", organization)) == len(whole) + number - 1


async def test_a_page_of_today_goes_on_with_the_day_of_its_first_page(store: Store) -> None:
    texts = tuple(f"Pintar faros del sector {number}." for number in range(1, 4))
    await found(store, a_told_unit("faros", "Unidad", *texts), time_zone="UTC", in_force_from="2024-01-01")
    ending = a_resolution(
        *(RemoveFunction(function=a_function(code=f"faros.{number}")) for number in range(1, 4)),
        number="2",
        in_force_from="2024-06-02",
    )
    await enact(store, ending)
    now = datetime(2024, 6, 1, 23, 59, 59, tzinfo=UTC)
    consult = Consult(store, now=lambda: now)
    first = await consult.search(Question("faros"), 2)
    assert codes(first.hits) == ["faros.1", "faros.2"]
    now = datetime(2024, 6, 2, 0, 0, 1, tzinfo=UTC)
    second = await consult.search(Question("faros"), 2, first.hits[-1].place)
    assert (codes(second.hits), second.hits[0].as_of) == (["faros.3"], date(2024, 6, 1))
    assert (await consult.search(Question("faros"), 2)).hits == ()


async def test_the_place_of_another_question_is_refused(store: Store) -> None:
    await found(store, a_told_unit("faros", "Unidad de Faros"))
    consult = Consult(store)
    question = Question("faros", DAY, None, ORGANIZATION)
    place = (await consult.search(question, 1)).hits[0].place
    assert (await consult.search(question, 1, place)).hits == ()
    # The same words are the same question, however they are written.
    assert (await consult.search(Question("¿FAROS?", DAY, None, ORGANIZATION), 1, place)).hits == ()
    for other in (
        Question("boyas", DAY, None, ORGANIZATION),
        Question("faros", date(2025, 1, 2), None, ORGANIZATION),
        Question("faros", None, None, ORGANIZATION),
        Question("faros", DAY, KnownAt(entry=1), ORGANIZATION),
        Question("faros", DAY),
    ):
        with pytest.raises(BadSearchCursor):
            await consult.search(other, 1, place)
    for wrong in ("", "x", place + "x~y", place.replace("0.", "1."), "9" * 500, place.replace("~", "\x00")):
        with pytest.raises(BadSearchCursor):
            await consult.search(question, 1, wrong)
    # A place of a register that had more entries than this one.
    with pytest.raises(UnknownEntry):
        await consult.search(question, 1, place.replace("1~", "77~", 1))


# --- Words that stand nearly everywhere ------------------------------------------------------------


@pytest.fixture
async def full(store: Store) -> Store:
    """Return a register of 20 things: 12 have "faros", 11 "gestión", 2 "pintura"."""
    texts = tuple(f"Gestionar faros. {each}" for each in FILLERS)
    await found(
        store,
        a_told_unit("unidad", "Unidad de Gestión", *texts),
        a_told_unit("otra", "Unidad Pinturas", "Comprar pintura.", objective="La gestión de faros."),
        a_told_unit("faros", "Unidad de Faros", "Apagar faros.", "Encender faros.", *FILLERS[:4]),
        a_told_unit("fin", "Unidad Última", "Gestionar boyas."),
    )
    return store


async def within_and_everywhere(
    store: Store, words: str, monkeypatch: pytest.MonkeyPatch, limit: int
) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Return what one organization finds and, where no more than `limit` things may be read, what all do."""
    within = (await Consult(store).search(Question(words, DAY, None, ORGANIZATION), MANY)).hits
    monkeypatch.setattr(everywhere, "MAX_FOUND", limit)
    over_all = (await Consult(store).search(Question(words, DAY), MANY)).hits
    return told(within), told(over_all)


EIGHT = {f"unidad.{number}" for number in range(1, 9)}


@pytest.mark.parametrize(
    ("words", "limit", "found_by_all"),
    [
        # All together are few enough.
        (
            "gestión de faros y de pinturas",
            25,
            EIGHT | {"unidad", "otra", "otra.1", "faros", "faros.1", "faros.2", "fin.1"},
        ),
        # The two rarer ones find, and the other ranks what they find.
        ("gestión de faros y de pinturas", 13, EIGHT | {"unidad", "otra", "otra.1", "fin.1"}),
        # The rarest alone finds.
        ("gestión de faros y de pinturas", 8, {"otra", "otra.1"}),
        # Each stands in too many: what has both is found.
        ("gestión de faros", 8, EIGHT | {"otra"}),
        # One word stands in too many: what has it in a name is found.
        ("gestionar", 4, {"unidad"}),
        ("faros", 4, {"faros"}),
        ("faros inexistentes", 4, {"faros"}),
    ],
)
async def test_where_words_stand_in_too_much_the_rarer_ones_find_and_nothing_moves(
    full: Store, monkeypatch: pytest.MonkeyPatch, words: str, limit: int, found_by_all: set[str]
) -> None:
    within, everywhere = await within_and_everywhere(full, words, monkeypatch, limit)
    assert {str(each[1]) for each in everywhere} == found_by_all
    # What is found has the very same place and score.
    assert everywhere == [each for each in within if each[1] in found_by_all]


async def test_where_even_names_are_too_many_the_question_is_refused(
    full: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(everywhere, "MAX_FOUND", 0)
    for words in ("unidad", "unidad de faros"):
        with pytest.raises(QuestionTooWide) as refusal:
            await Consult(full).search(Question(words, DAY), MANY)
        assert refusal.value.facts == {"limit": 0}
