"""The changes of an organization as an Atom feed, the newest first.

Takes an organization; returns the feed. Called by `api.embed.site`. An entry gathers what one entry of the
register says of one day, or what took effect on a day; it holds nobody's name, as no change does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby

from htpy import Element, li, p, ul

from api.embed.addresses import EMBED, Addresses, changes_of
from api.embed.pages.versions import name_by
from organica.domain.errors import Language, Says
from organica.register.change_pages import ChangePage
from organica.register.consult import Consult
from organica.register.difference import unit_names
from organica.register.feed import Phase, RecordedChange
from organica.register.snapshot import Snapshot
from organica.render.atom import FeedEntry, atom_feed
from organica.render.days import day_text
from organica.render.pages.wording import apart, told
from organica.render.sentences import act_sentence, change_sentence, cited

# What a reader of feeds asks for again and again is kept short; everything is behind its links.
MAX_CHANGES = 500
MAX_SENTENCES = 50
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_TITLE = Says(es="Cambios de {name}", en="Changes of {name}")
_RECORDED = Says(
    es="{acts}: cambios desde el {day}: {number} (asiento {entry})",
    en="{acts}: changes from {day}: {number} (entry {entry})",
)
_EFFECTIVE = Says(
    es="{acts}: cambios que rigen desde el {day}: {number}",
    en="{acts}: changes in force from {day}: {number}",
)
_NO_ACT = Says(es="Cobertura del registro", en="Coverage of the register")
_MORE = Says(es="… y {number} cambios más.", en="… and {number} more changes.")


async def feed(consult: Consult, organization: str, addresses: Addresses, language: Language) -> bytes:
    """Return the feed. Raises: UnknownOrganization."""
    known = await consult.known()
    archive = await consult.archive(organization, known)
    today = consult.today(archive, known)
    snapshot, name = archive.snapshot(today, known), name_by(archive, today, known)
    page = await consult.newest_changes(organization, MAX_CHANGES)
    own, home = f"{EMBED}/{organization}/changes.atom", changes_of(organization)
    groups = _groups(page.changes)
    if page.more and len(groups) > 1:
        # The oldest group may have begun before what was read.
        groups = groups[1:]
    entries = [_entry(page, each, snapshot, addresses, language) for each in reversed(groups)]
    return atom_feed(
        own,
        _TITLE.render(language, {"name": name}),
        name,
        addresses.whole(own),
        addresses.whole(home),
        entries,
        _NEVER,
        language,
    )


def _groups(changes: Iterable[RecordedChange]) -> list[list[RecordedChange]]:
    """Return the changes that one entry, or the clock, told of one day; the oldest first."""
    return [list(group) for _, group in groupby(changes, key=lambda each: (each.phase, each.entry, each.day))]


def _entry(
    page: ChangePage,
    group: Sequence[RecordedChange],
    snapshot: Snapshot,
    addresses: Addresses,
    language: Language,
) -> FeedEntry:
    first = group[0]
    organization, day = first.organization, first.day
    acts = dict.fromkeys(
        cited(view.source.citation, language, view.nature)
        for view in map(page.basis_view, group)
        if view is not None
    )
    said = (_RECORDED if first.phase is Phase.RECORDED else _EFFECTIVE).render(
        language,
        {
            "acts": "; ".join(acts) or _NO_ACT.render(language, {}),
            "number": len(group),
            "day": day_text(day, language),
            "entry": first.entry,
        },
    )
    as_of = (("as_of", day.isoformat()),)
    return FeedEntry(
        identity=f"{organization}/{first.phase.value}/{first.entry}/{day.isoformat()}",
        title=said,
        content=_content(page, group, snapshot, language),
        address=addresses.whole(f"{EMBED}/{organization}", as_of),
        recorded_at=group[-1].recorded_at,
    )


def _content(
    page: ChangePage, group: Sequence[RecordedChange], snapshot: Snapshot, language: Language
) -> str:
    """Return the sentences as HTML: units by the names that they bear today, or bore in the change."""
    names = unit_names([snapshot], [each.change for each in group])
    told_changes: list[Element] = []
    for each in group[:MAX_SENTENCES]:
        view = page.basis_view(each)
        act = act_sentence(
            each.change, cited(apart(view.citation), language, view.nature) if view else None, language
        )
        sentence = change_sentence(each.change, names, language, literal=apart)
        told_changes.append(li[told(sentence, language), [" (", told(act, language), ")"] if act else None])
    left = len(group) - len(told_changes)
    return str(ul[told_changes]) + (str(p[_MORE.render(language, {"number": left})]) if left else "")
