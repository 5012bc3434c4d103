"""In which order the files of a folder are enacted.

Takes the filings below a folder with their paths; returns them so that each comes after what it needs: the
file before it of its own organization, the sources that it names, and an heir that its succession needs in
force. Called by load.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from organica.domain.acts import ActUponActs, EstablishOrganization, StateOrganization
from organica.domain.errors import BadInput, Fact, Says
from organica.domain.filings import Correction, Filing, Supplement
from organica.domain.resolution import Resolution
from organica.files import read_plain
from organica.files.errors import ExpectedList, MissingKey, UnknownKey
from organica.register.family import heirs_in

Written = tuple[Path, Filing]
ORDER = "order.yaml"
_FIRST = "organizations"


class FilesNeedEachOther(BadInput):
    """Files of which each must come after the other. Facts: files."""

    code = "files_need_each_other"
    says = Says(
        es="Estos archivos se esperan unos a otros, y ninguno puede ser el primero: {files}.",
        en="These files wait for one another, and none can be the first: {files}.",
    )
    remedy = Says(
        es="Quite una de las referencias (after, target, heir), o llévela a un archivo posterior.",
        en="Leave out one of the references (after, target, heir), or move it to a later file.",
    )


class OrderNamesNoFolder(BadInput):
    """The order of a folder names an organization of which there are no files. Facts: organization, file."""

    code = "order_names_no_folder"
    says = Says(
        es="{file} nombra «{organization}», de la que no hay archivos.",
        en="{file} names “{organization}”, of which there are no files.",
    )
    remedy = Says(es="Corrija el código o quítelo.", en="Correct the code, or leave it out.")


def first_folders(folder: Path, found: Sequence[str]) -> list[str]:
    """Return the organizations that the folder's own order puts first; none where it gives no order.

    An installation that adds organizations to its seeds keeps the numbers of its entries in this way.
    Raises: UnknownKey, MissingKey, ExpectedList, OrderNamesNoFolder.
    """
    file = folder / ORDER
    if not file.is_file():
        return []
    said = read_plain(file)
    place: dict[str, Fact] = {"file": file.as_posix(), "line": 1, "column": 1}
    for key in said:
        if key != _FIRST:
            raise UnknownKey(key=key, known=(_FIRST,), suggestion=None, **place)
    if _FIRST not in said:
        raise MissingKey(key=_FIRST, **place)
    named = said[_FIRST]
    if not isinstance(named, list):
        raise ExpectedList(**place)
    for organization in named:
        if organization not in found:
            raise OrderNamesNoFolder(organization=str(organization), file=file.as_posix())
    return [str(organization) for organization in named]


def in_order(written: Sequence[Written]) -> list[Written]:
    """Return the files so that each comes after what it needs, and else as they are given.

    What a file needs and none of them has may be in the register; enacting tells. Raises: FilesNeedEachOther.
    """
    needed = _Needed(written)
    placed: dict[int, Written] = {}
    for position in range(len(written)):
        needed.place(position, placed, ())
    return list(placed.values())


class _Needed:
    """Which file needs which, by their positions."""

    def __init__(self, written: Sequence[Written]) -> None:
        self._written = written
        self._bringing: dict[str, list[int]] = {}
        self._beginning: dict[str, int] = {}
        self._before: dict[int, int] = {}
        last: dict[str, int] = {}
        for position, (_, filing) in enumerate(written):
            if filing.organization in last:
                self._before[position] = last[filing.organization]
            last[filing.organization] = position
            if isinstance(filing, Resolution):
                self._bringing.setdefault(filing.source.key, []).append(position)
                if any(isinstance(act, EstablishOrganization | StateOrganization) for act in filing.acts):
                    self._beginning.setdefault(filing.organization, position)

    def place(self, position: int, placed: dict[int, Written], waiting: tuple[int, ...]) -> None:
        """Put a file after those that it needs. Raises: FilesNeedEachOther."""
        if position in placed:
            return
        if position in waiting:
            ring = waiting[waiting.index(position) :]
            raise FilesNeedEachOther(files=tuple(self._written[each][0].as_posix() for each in ring))
        for needed in self._needs(position):
            self.place(needed, placed, (*waiting, position))
        placed[position] = self._written[position]

    def _needs(self, position: int) -> Iterator[int]:
        filing = self._written[position][1]
        if position in self._before:
            yield self._before[position]
        for heir in heirs_in(filing):
            if heir in self._beginning:
                yield self._beginning[heir]
        for key in _named(filing):
            bringing = self._bringing.get(key, ())
            own = [each for each in bringing if self._written[each][1].organization == filing.organization]
            yield from (each for each in own or bringing if each != position)


def _named(filing: Filing) -> Iterator[str]:
    """Yield the keys of the sources without which a filing cannot be enacted."""
    match filing:
        case Resolution():
            yield from filing.after
        case Supplement() | Correction():
            yield filing.source
        case _:
            return
    targets = [act.target for act in filing.acts if isinstance(act, ActUponActs)]
    answered = () if isinstance(filing, Correction) else filing.answers
    yield from (target.partition("#")[0] for target in (*targets, *answered))
