"""Programmes and services as a page shows them: what each is for and rests on, and its figures.

Takes views of one snapshot; returns plain values. Called by the pages of structures and of units. No name of
a person is read here. Norms that a programme rests on are cited as the snapshot knows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from api.embed.addresses import page_of
from api.embed.pages.functions import last_cited
from api.embed.pages.roles import OF_PROGRAMME
from api.embed.pages.versions import Version, basis_cited, source_cited
from api.embed.serving import Asked
from organica.domain.acts import Financing
from organica.domain.errors import Language, Says
from organica.register.programme_views import FulfilledFunction, IndicatorVersion, ProgrammeVersion
from organica.register.snapshot import Snapshot
from organica.register.views import Seen, UnitVersion
from organica.render.days import since_text, until_text
from organica.render.json_ld.page import PageProgramme
from organica.render.pages.values import Cited, Figure, Item, ProgrammeEntry, ProgrammeLink
from organica.render.pages.wording import apart
from organica.render.periods import number_text, period_text
from organica.render.programmes import financing_text, party_text, runner_text, type_text
from organica.render.tree import lettered, titled

_GONE = Says(es="{code} (ya no rige)", en="{code} (no longer in force)")


def run_by_no_unit(snapshot: Snapshot) -> list[ProgrammeVersion]:
    """Return the programmes that the organization runs itself, and those of which nobody knows who does."""
    return [each for each in snapshot.programmes.values() if each.unit is None]


def programme_entries(
    programmes: Sequence[ProgrammeVersion], version: Version, asked: Asked
) -> tuple[ProgrammeEntry, ...]:
    """Return programmes with all that is known of them."""
    return tuple(_entry(each, version, asked) for each in programmes)


def programme_links(unit: UnitVersion, version: Version, asked: Asked) -> tuple[ProgrammeLink, ...]:
    """Return the programmes of a unit in short; the unit's page tells the rest."""
    told = last_cited(unit.legal_basis, asked.language)
    return tuple(
        ProgrammeLink(
            titled(each.state.kind, each.state.name),
            _place(asked.addresses.to(page_of(version.organization, unit.code), version.address_query), each),
            each.state.objective,
            _apart(each, told, asked.language),
        )
        for each in unit.programmes
    )


def told_of(programmes: Iterable[ProgrammeVersion]) -> Iterator[Seen]:
    """Yield programmes and their figures: what else a page shows that rests on a source."""
    for each in programmes:
        yield each
        yield from each.indicators


def page_programmes(
    version: Version, programmes: Iterable[ProgrammeVersion], asked: Asked
) -> list[PageProgramme]:
    """Return programmes as the data inside a page tells them."""
    return [
        PageProgramme(
            each.code,
            each.state.name,
            _place(
                asked.addresses.names.document(
                    page_of(version.organization, each.unit.code if each.unit else None)
                ),
                each,
            ),
            each.state.kind,
            each.state.objective,
            each.unit.code if each.unit else None,
        )
        for each in programmes
    ]


def _place(page: str, programme: ProgrammeVersion) -> str:
    """Return the place of a programme in the page that tells all of it."""
    return f"{page}#p-{programme.code}"


def _entry(seen: ProgrammeVersion, version: Version, asked: Asked) -> ProgrammeEntry:
    state, language = seen.state, asked.language
    told = last_cited(seen.legal_basis, language)
    # Around it stands the unit that runs it, unless none does.
    run_by = None if seen.unit else runner_text(seen.run_by, state.runner.unit or "", language)
    return ProgrammeEntry(
        code=seen.code,
        type=type_text(state.type, language),
        name=titled(state.kind, state.name),
        acronym=state.acronym,
        since=_days(seen, language),
        run_by=run_by,
        objective=state.objective,
        audience=state.audience,
        channels=tuple(Item(each.name, each.url) for each in state.channels),
        partners=tuple(party_text(each) for each in state.partners),
        financing=tuple(_financing(each, language) for each in state.financing),
        functions=tuple(_fulfilled(each, version, asked) for each in seen.functions),
        rests_on=tuple(
            source_cited(each.record.source, language) if each.record else Cited(each.key)
            for each in seen.rests_on
        ),
        bases=tuple(
            dict.fromkeys(
                basis_cited(each, language, OF_PROGRAMME[each.role].render(language, {}))
                for each in seen.legal_basis
            )
        ),
        figures=tuple(_figure(each, told, language) for each in seen.indicators),
    )


def _days(seen: ProgrammeVersion, language: Language) -> str:
    since = since_text(seen.in_force_from, language)
    return f"{since}, {until_text(seen.in_force_until, language)}" if seen.in_force_until else since


def _financing(financing: Financing, language: Language) -> str:
    said = financing_text(financing, language, apart)
    return f"{said} ({apart(financing.note)})" if financing.note else said


def _fulfilled(fulfilled: FulfilledFunction, version: Version, asked: Asked) -> Item:
    """Return a function with its letter and the place where it stands; one that is gone by its code."""
    function = fulfilled.function
    if function is None:
        return Item(_GONE.render(asked.language, {"code": fulfilled.code}))
    page = asked.addresses.to(page_of(version.organization, function.unit.code), version.address_query)
    return Item(apart(lettered(function.state.label, function.state.text)), f"{page}#f-{function.code}")


def _figure(seen: IndicatorVersion, told: Cited | None, language: Language) -> Figure:
    state = seen.state
    return Figure(
        name=state.name,
        value=number_text(state.value, language),
        unit=state.unit,
        period=period_text(state.period, language),
        note=state.note,
        cited=_apart(seen, told, language),
    )


def _apart(seen: Seen, told: Cited | None, language: Language) -> Cited | None:
    """Return the last basis of a thing where it is another than what the reader was told."""
    own = last_cited(seen.legal_basis, language)
    return None if own == told else own
