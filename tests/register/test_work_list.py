"""The work list names everything that is not known of an organization, once, with the place to look."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.store import Store
from organica.domain.acts import UNKNOWN_PARENT, Invalidate
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.resolution import CoverageClaim, DoubtNote, NotKnown, Resolution, SourceContents
from organica.domain.source import Evidence, Provision
from organica.register.consult import Consult
from organica.register.enact import enact
from organica.register.rebuild import rebuild
from organica.register.refusals import UnknownOrganization
from organica.register.verify import verify
from organica.register.work_items import BadWorkCursor, WorkItem, WorkKind, WorkThing, checked_place
from organica.register.work_list import Asked, work_list
from tests.makers import (
    ORGANIZATION,
    a_day,
    a_resolution,
    a_supplement,
    a_unit,
    an_attestation,
    an_item,
    key_of,
)

FIRST = key_of("1", "2015")
OTHER = "cl.otro-servicio"
EVERYTHING = Asked()


def stated() -> Resolution:
    """Return a file that lacks nothing but what it says."""
    faros = a_unit("faros", functions=[an_item("a", "Coordinar con la Oficina de Boyas.")])
    file = a_resolution(replace(faros, provision=Provision(article="1")), signed_on="2014-12-01")
    return replace(file, source=replace(file.source, text_url="https://www.example.org/1.pdf"))


async def found(store: Store, asked: Asked = EVERYTHING, first: int = 50) -> list[WorkItem]:
    """Return the whole list, read page by page."""
    consult = Consult(store)
    known = await consult.known()
    page = await work_list(consult, asked, known, first)
    items = list(page.items)
    while page.more:
        page = await work_list(consult, asked, known, first, items[-1].place)
        assert 0 < len(page.items) <= first
        items += page.items
    return items


async def kinds(store: Store, asked: Asked = EVERYTHING) -> list[tuple[WorkKind, str]]:
    return [(item.kind, item.thing) for item in await found(store, asked)]


async def test_a_file_that_says_everything_leaves_only_its_unresolved_mention(store: Store) -> None:
    await enact(store, stated())
    [item] = await found(store)
    assert (item.kind, item.noun, item.thing, item.text) == (
        WorkKind.UNRESOLVED_MENTION,
        WorkThing.FUNCTION,
        "faros.1",
        "Oficina de Boyas",
    )
    assert item.source == FIRST
    assert item.sentence("es") == (
        "La función faros.1 nombra «Oficina de Boyas», que no es ninguna unidad conocida."
    )
    assert item.sentence("en") == "Function faros.1 names “Oficina de Boyas”, which is no known unit."


async def test_each_thing_that_is_missing_is_an_item(store: Store) -> None:
    file = a_resolution(a_unit("boyas", UNKNOWN_PARENT), basis=DateBasis.ASSUMED, in_force_from="2015")
    await enact(
        store,
        replace(
            file,
            evidence=Evidence(file="sources/1.txt", lines="1-9"),
            doubts=(
                DoubtNote("name_variant", unit="boyas", lines="2-2", printed="Depto. Boyas"),
                DoubtNote("name_variant", unit="boyas", printed="Boyas", decision="Queda el encabezado."),
            ),
            not_known=(NotKnown("¿Quién encabeza la unidad?", unit="boyas", lines="3-3", ref="jefatura"),),
            contents=SourceContents.NOT_AT_HAND,
        ),
    )
    items = await found(store)
    assert [(item.kind, item.noun, item.thing) for item in items] == [
        (WorkKind.DECLARED_GAP, WorkThing.UNIT, "boyas"),
        (WorkKind.UNDECIDED_DOUBT, WorkThing.UNIT, "boyas"),
        (WorkKind.UNKNOWN_PARENT, WorkThing.UNIT, "boyas"),
        (WorkKind.CONTENTS_NOT_AT_HAND, WorkThing.SOURCE, FIRST),
        (WorkKind.SOURCE_WITHOUT_DATE, WorkThing.SOURCE, FIRST),
        (WorkKind.SOURCE_WITHOUT_TEXT, WorkThing.SOURCE, FIRST),
        (WorkKind.UNCERTAIN_DATE, WorkThing.SOURCE, FIRST),
        (WorkKind.BASIS_WITHOUT_ARTICLE, WorkThing.UNIT, "boyas"),
    ]
    gap = items[0]
    assert (gap.source, gap.file, gap.lines) == (FIRST, "sources/1.txt", "3-3")
    assert gap.reference == f"{FIRST}#jefatura"
    assert [item.sentence("es") for item in items[:2]] == [
        "No se sabe: ¿Quién encabeza la unidad?",
        "Duda por decidir (name_variant): Depto. Boyas",
    ]
    assert all(item.sentence(language) for item in items for language in ("es", "en"))


async def test_a_gap_is_pending_until_another_file_settles_it(store: Store) -> None:
    await enact(store, replace(stated(), not_known=(NotKnown("¿Quién?", unit="faros", ref="jefatura"),)))
    answer = replace(
        a_resolution(a_unit("muelles"), number="2", in_force_from="2018-01-01"),
        answers=(f"{FIRST}#jefatura",),
    )
    await enact(store, answer)

    async def open_on(day: str) -> bool:
        asked = Asked(ORGANIZATION, (WorkKind.DECLARED_GAP,), a_day(day))
        return bool(await found(store, asked))

    assert [await open_on(day) for day in ("2014-12-31", "2017-12-31", "2018-01-01")] == [False, True, False]
    before = await work_list(Consult(store), Asked(as_of=a_day("2018-01-01")), known=1)
    assert WorkKind.DECLARED_GAP in {item.kind for item in before.items}


async def test_what_is_to_be_found_out_twice_is_one_item_and_no_page_loses_it(store: Store) -> None:
    doubt = DoubtNote("name_variant", unit="faros")
    text = "Coordinar con la Oficina de Boyas; informar a la Oficina de Boyas."
    faros = a_unit("faros", functions=[an_item("a", text)])
    await enact(store, replace(a_resolution(faros), doubts=(doubt, doubt)))
    wanted = Asked(kinds=(WorkKind.UNDECIDED_DOUBT, WorkKind.UNRESOLVED_MENTION))
    whole = await found(store, wanted)
    assert [(item.kind, item.text, item.count) for item in whole] == [
        (WorkKind.UNDECIDED_DOUBT, "Resolución exenta 1 de 2015", 2),
        (WorkKind.UNRESOLVED_MENTION, "Oficina de Boyas", 2),
    ]
    assert await found(store, wanted, first=1) == whole


async def test_only_what_a_file_can_answer_has_a_reference(store: Store) -> None:
    await enact(store, replace(stated(), not_known=(NotKnown("¿Quién?", unit="faros", ref="jefatura"),)))
    references = {item.kind: item.reference for item in await found(store)}
    assert references == {
        WorkKind.DECLARED_GAP: f"{FIRST}#jefatura",
        WorkKind.UNRESOLVED_MENTION: None,
    }


async def test_an_act_whose_own_date_is_imprecise_is_an_item_too(store: Store) -> None:
    muelles = replace(a_unit("muelles"), in_force_from=LegalDate("2016"), provision=Provision(article="2"))
    boyas = replace(a_unit("boyas"), in_force_from=LegalDate("2017-05-01"), provision=Provision(article="3"))
    await enact(store, replace(stated(), acts=(*stated().acts, muelles, boyas)))
    days = ("2015-06-01", "2016-01-01", "2020-01-01")
    told = [await found(store, Asked(kinds=(WorkKind.UNCERTAIN_DATE,), as_of=a_day(day))) for day in days]
    assert [len(items) for items in told] == [0, 1, 1]
    [item] = told[-1]
    assert (item.noun, item.thing, item.detail) == (WorkThing.SOURCE, FIRST, "2016")
    assert item.sentence("en") == (
        "The entry into force of Resolución exenta 1 de 2015, artículo 2 is assumed or imprecise: 2016."
    )


async def test_an_attestation_owes_no_date_and_no_text(store: Store) -> None:
    await enact(store, an_attestation())
    assert await kinds(store) == []


async def test_pages_go_on_over_organizations_without_repeating_or_losing(store: Store) -> None:
    await enact(store, replace(stated(), not_known=tuple(NotKnown(f"¿{n}?") for n in range(7))))
    await enact(
        store,
        a_resolution(a_unit("faros"), organization=OTHER, coverage=CoverageClaim(complete_under=(OTHER,))),
    )
    whole = await found(store)
    assert [item.organization for item in whole] == sorted(item.organization for item in whole)
    assert {item.organization for item in whole} == {OTHER, ORGANIZATION}
    for first in (1, 2, 3, 5):
        assert await found(store, first=first) == whole
    assert await found(store, Asked(OTHER)) == [item for item in whole if item.organization == OTHER]


async def test_what_the_register_does_not_know_has_no_list(store: Store) -> None:
    assert await found(store) == []
    with pytest.raises(UnknownOrganization):
        await found(store, Asked("cl.nadie"))


@pytest.mark.parametrize(
    "place", ["", "cl.x", "cl.x\n00\nfaros\nzz", "cl.x\n00\nfaros\n" + "0" * 15, "a\n" * 400]
)
def test_what_no_list_wrote_is_no_place(place: str) -> None:
    with pytest.raises(BadWorkCursor):
        checked_place(place)


async def test_of_a_source_that_never_was_nothing_is_to_be_found_out_any_more(store: Store) -> None:
    await enact(store, stated())
    second = a_resolution(
        a_unit("muelles", UNKNOWN_PARENT), number="2", in_force_from="2018", basis=DateBasis.ASSUMED
    )
    doubt, gap = DoubtNote("name_variant", unit="muelles"), NotKnown("¿Quién?", unit="muelles")
    await enact(store, replace(second, doubts=(doubt,), not_known=(gap,)))
    first = [(WorkKind.UNRESOLVED_MENTION, "faros.1")]
    of_second = [
        (WorkKind.DECLARED_GAP, "muelles"),
        (WorkKind.UNDECIDED_DOUBT, "muelles"),
        (WorkKind.UNKNOWN_PARENT, "muelles"),
        *first,
        (WorkKind.SOURCE_WITHOUT_DATE, key_of("2", "2018")),
        (WorkKind.SOURCE_WITHOUT_TEXT, key_of("2", "2018")),
        (WorkKind.UNCERTAIN_DATE, key_of("2", "2018")),
        (WorkKind.BASIS_WITHOUT_ARTICLE, "muelles"),
    ]
    assert await kinds(store) == of_second
    third = replace(a_resolution(Invalidate(target=key_of("2", "2018")), number="3"), coverage=None)
    third = replace(
        third,
        source=replace(
            third.source,
            year="2020",
            in_force_from=LegalDate("2020-01-01"),
            signed_on=LegalDate("2019-12-01"),
            text_url="https://www.example.org/3.pdf",
        ),
    )
    await enact(store, third)
    assert await kinds(store) == first
    before = await work_list(Consult(store), EVERYTHING, known=2)
    assert [(item.kind, item.thing) for item in before.items] == of_second
    # The invalidation was itself invalid: what its target leaves open is open again.
    fourth = replace(third, acts=(Invalidate(target=third.source.key),))
    fourth = replace(fourth, source=replace(fourth.source, number="4", in_force_from=LegalDate("2021-01-01")))
    await enact(store, fourth)
    assert await kinds(store) == of_second
    assert (await verify(store)).faults == ()
    await rebuild(store)
    assert (await verify(store)).faults == ()


async def test_more_of_a_source_that_never_was_leaves_nothing_open(store: Store) -> None:
    await enact(store, stated())
    await enact(store, a_resolution(a_unit("muelles"), number="2", signed_on="2014-12-01"))
    third = a_resolution(Invalidate(target=key_of("2", "2015")), number="3", in_force_from="2020-01-01")
    await enact(store, third)
    doubts = (DoubtNote("name_variant", printed="Muelles"),)
    await enact(store, replace(a_supplement(source=key_of("2", "2015")), doubts=doubts))
    assert await kinds(store, Asked(kinds=(WorkKind.UNDECIDED_DOUBT,))) == []
    assert (await verify(store)).faults == ()
