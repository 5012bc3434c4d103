"""What timeless identities share: the organization that they belong to, and the page of their versions.

Takes a Timeless and the arguments of a history; gives resolvers. Called by function, unit, post_history,
organization and whatever leads to one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import strawberry

from organica.domain.states import Noun
from organica.register.archive import Archive
from organica.register.programme_views import ProgrammeVersion
from organica.register.views import FunctionVersion, OrganizationVersion, PostVersion, UnitVersion
from organica.register.watching import note_newest
from schema.connection import DEFAULT_FIRST, After, First, page
from schema.ids import Timeless
from schema.known_at import AtKnowledge, known_at_of
from schema.request import Info

VersionsOf = Callable[
    [Archive, str, int],
    Sequence[UnitVersion]
    | Sequence[FunctionVersion]
    | Sequence[PostVersion]
    | Sequence[OrganizationVersion]
    | Sequence[ProgrammeVersion],
]


def organization_of(parent: strawberry.Parent[Timeless]) -> Any:
    """Return the identity of the organization that a thing belongs to."""
    return Timeless(Noun.ORGANIZATION, parent.organization, parent.organization)


async def identity(noun: Noun, organization: str, code: str, info: Info) -> Timeless | None:
    """Return the identity of a unit, a function or a post; None where the register never knew it."""
    archive = await info.context.archive(organization)
    if archive is None or not archive.has(noun, code):
        note_newest()  # It may come into being.
        return None
    return Timeless(noun, organization, code)


def history(noun: Noun, versions_of: VersionsOf) -> Callable[..., Awaitable[Any]]:
    """Return the resolver of `versions`: a page of what the archive gives for a code at a knowledge."""

    async def versions(
        parent: strawberry.Parent[Timeless],
        info: Info,
        known_at: AtKnowledge = strawberry.UNSET,
        first: First = DEFAULT_FIRST,
        after: After = strawberry.UNSET,
    ) -> Any:
        known = await info.context.known(known_at_of(known_at))
        archive = await info.context.archive_of(parent.organization, known)
        found = versions_of(archive, parent.code, known)
        return page(f"{noun}-versions", found, lambda view: view.version.start.isoformat(), first, after)

    return versions
