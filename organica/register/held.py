"""Whether the register holds a source already, and whether it says the same.

Takes resolutions as files give them; reads each organization's entries once. Called by enact, and by
`load`, which need not fold what is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from organica.domain.resolution import Enacted, Resolution
from organica.register.documents import enacted_in, same_content
from organica.register.ports import Reads, names_by_seal


@dataclass(frozen=True, slots=True)
class Held:
    """The entry that brought a source in; `same` where its content is that of the file."""

    entry: int
    same: bool


async def held(register: Reads, resolutions: Sequence[Resolution]) -> list[Held | None]:
    """Return for each resolution what the register holds of its source; None where it holds nothing."""
    found: dict[tuple[str, str], Held] = {}
    for organization in {resolution.organization for resolution in resolutions}:
        written = [each for each in resolutions if each.organization == organization]
        names = names_by_seal(await register.disclosures(organization))
        enacted = enacted_in(await register.entries(organization))
        found |= {(organization, key): each for key, each in held_in(enacted, names, written).items()}
    return [found.get((each.organization, each.source.key)) for each in resolutions]


def held_in(
    enacted: Iterable[Enacted], names: Mapping[str, str], resolutions: Iterable[Resolution]
) -> dict[str, Held]:
    """Return by key what the entries of one organization hold of the sources of these resolutions."""
    written = {each.source.key: each for each in resolutions}
    found: dict[str, Held] = {}
    for known in enacted:
        key = known.resolution.source.key
        if key in written:
            found[key] = Held(known.entry, same_content(written[key], known.resolution, names))
    return found
