"""The page for editors of portals: what to copy, in which version and which way, and what it shows.

Takes a question that was read; returns the page. Served by `api.embed.insert.serving`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar
from urllib.parse import urlsplit

from markupsafe import Markup

from api.embed.addresses import CHANGES, INSERT, oembed_of, page_of
from api.embed.assets import COPYING
from api.embed.insert import words
from api.embed.insert.choosing import FRAMED, Chosen, chosen_of, inserted_of, known_text, repeated
from api.embed.insert.inserted import Inserted
from api.embed.insert.parameters import HOW, SPEAKS, UNIT, VERSION, WHAT, Edition, How, Speaks
from api.embed.pages.kinds import Page
from api.embed.policy import EVERYBODY, NOBODY
from api.embed.serving import Asked, Shown
from organica.domain.errors import Language, Says
from organica.register.consult import Consult
from organica.register.snapshot import Snapshot
from organica.register.watching import note_newest
from organica.render.chart.layout import LEAST_WIDTH, MOST_WIDTH
from organica.render.pages.insert_page import (
    TITLE,
    Choices,
    InsertPage,
    Option,
    Options,
    Width,
    insert_page,
)
from organica.render.pages.values import Foot, Link
from organica.render.tree import titled

Value = TypeVar("Value", bound=str)
_TITLE = Says(es="{title}: {shown}", en="{title}: {shown}")


async def insert(page: Page, consult: Consult, asked: Asked, frame_ancestors: str) -> Shown:
    """Return the page for editors that stands beside a page. Raises: what that page refuses."""
    # What is to be copied names the scripts of this release, also where it is about a fixed version.
    note_newest()
    addresses, language = asked.addresses, asked.language
    public = bool(addresses.names.public_url)
    chosen = chosen_of(page, asked, framed=frame_ancestors != NOBODY)
    inserted, snapshot = await inserted_of(chosen, consult, asked)
    limited = chosen.how in FRAMED and frame_ancestors != EVERYBODY
    answer = oembed_of(addresses.names.document(inserted.address))
    path = page.path.format(**asked.values) + INSERT
    query = repeated(asked.values)
    shown = InsertPage(
        shown=Link(
            inserted.title,
            addresses.plain(inserted.address),
            None if inserted.language == language else inserted.language,
        ),
        snippet=inserted.lines(chosen.how, addresses.names.document) if public else None,
        pasted=chosen.how is How.OEMBED,
        answer=addresses.plain(answer) if public and chosen.how is How.OEMBED else None,
        framed_by=frame_ancestors if limited else None,
        preview=Markup(inserted.preview(chosen.how, addresses.plain)),  # noqa: S704 - htpy has escaped it
        script=addresses.plain(COPYING.path),
        choices=_choices(chosen, inserted, snapshot, asked),
    )
    below = Foot((), tuple(asked.other_languages(path, query)))
    said = {"title": TITLE.render(language, {}), "shown": inserted.title}
    description = words.DESCRIPTION.render(language, {"shown": inserted.title})
    head = asked.head(_TITLE.render(language, {**said}), description, path, query, indexed=False)
    return Shown(replace(head, oembed=None), insert_page(shown, below, language))


def _choices(chosen: Chosen, inserted: Inserted, snapshot: Snapshot, asked: Asked) -> Choices:
    language, addresses = asked.language, asked.addresses
    origin = _origin(addresses.names.public_url) or words.THIS_REGISTER.render(language, {})
    needs = _said(words.NEEDS, chosen.ways, language, origin=origin)
    kept = ((("known_at", known_text(chosen.known_at)),) if chosen.known_at else ()) + addresses.kept
    whole = _said(words.WHOLE, words.WHOLE, language)
    return Choices(
        action=addresses.plain(page_of(chosen.organization) + INSERT),
        kept=kept,
        what=_options(WHAT.name, chosen.what, whole),
        units=tuple(_units(chosen, inserted, snapshot)),
        versions=_options(VERSION.name, chosen.edition, _editions(chosen, language)),
        days=tuple((name, day.isoformat() if day else None) for name, day in chosen.days.items()),
        hows=_options(HOW.name, chosen.how, _said(words.HOWS, chosen.ways, language), needs),
        languages=_options(SPEAKS.name, chosen.speaks, _said(words.LANGUAGES, Speaks, language)),
        width=None if inserted.width is None else Width(inserted.width, LEAST_WIDTH, MOST_WIDTH),
    )


def _said(
    says: Mapping[Value, Says], offered: Iterable[Value], language: Language, **facts: str
) -> dict[Value, str]:
    """Return what is said of each that is offered."""
    return {each: says[each].render(language, {**facts}) for each in offered}


def _options(
    name: str, chosen: str, offered: Mapping[Value, str], needs: Mapping[Value, str] | None = None
) -> Options:
    told = needs or {}
    return Options(name, chosen, tuple(Option(each, text, told.get(each)) for each, text in offered.items()))


def _editions(chosen: Chosen, language: Language) -> dict[Edition, str]:
    """Return the versions that may be chosen; a fixed one that the reader came with says how it is fixed."""
    says = words.OF_CHANGES if chosen.what == CHANGES else words.EDITIONS
    offered = _said(says, says, language)
    if chosen.known_at is not None:
        known = known_text(chosen.known_at)
        offered[Edition.FIXED] = words.PINNED.render(language, {"known": known})
    return offered


def _units(chosen: Chosen, inserted: Inserted, snapshot: Snapshot) -> Iterator[Option]:
    """Yield the units of the day, and first the one that is put in where it is of other days."""
    if chosen.unit is not None and chosen.unit not in snapshot.units:
        yield Option(chosen.what, inserted.title)
    depths: dict[str, int] = {}
    for unit in snapshot.walk():
        depths[unit.code] = depths[unit.parent.code] + 1 if unit.parent else 0
        # Where a page with this address would be, that of the changes is.
        if unit.code != CHANGES:
            name = titled(unit.state.kind, unit.state.name)
            yield Option(f"{UNIT}{unit.code}", name, depth=depths[unit.code])


def _origin(public_url: str) -> str:
    """Return the origin of an address, as policies name it."""
    whole = urlsplit(public_url)
    return f"{whole.scheme}://{whole.netloc}" if public_url else ""
