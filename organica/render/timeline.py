"""A history as a table to read: since when, until when, what, by which act, and whether the days are certain.

Takes rows of a timeline; returns lines whose columns stand under one another. Called by the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from organica.domain.dates import LegalDate, Precision
from organica.domain.errors import Language, Says
from organica.domain.source import BasisRole
from organica.render.days import since_text, until_text
from organica.render.tree import Line, Style

_GAP = "  "
_STILL = Says(es="sigue vigente", en="still in force")
_UNCERTAIN = Says(es="día no seguro", en="day not certain")
_HEADINGS = (
    Says(es="DESDE", en="FROM"),
    Says(es="HASTA", en="UNTIL"),
    Says(es="QUÉ", en="WHAT"),
    Says(es="POR QUÉ ACTO", en="BY WHICH ACT"),
)
# Why a version is so, by what the act did.
_BEGAN: dict[BasisRole, Says] = {
    BasisRole.GRANTS: Says(es="{citation}", en="{citation}"),
    BasisRole.AMENDS: Says(es="{citation}", en="{citation}"),
    BasisRole.RESTATES: Says(es="reiterado por {citation}", en="restated by {citation}"),
    BasisRole.RECTIFIES: Says(es="rectificado por {citation}", en="rectified by {citation}"),
    BasisRole.REVOKES: Says(
        es="al dejarse sin efecto otro acto: {citation}", en="as another act was revoked: {citation}"
    ),
    BasisRole.SUSPENDS: Says(
        es="al suspenderse otro acto: {citation}", en="as another act was suspended: {citation}"
    ),
    BasisRole.RESUMES: Says(
        es="al alzarse la suspensión: {citation}", en="as the suspension was lifted: {citation}"
    ),
}
# Why a version is so no longer; the roles that are not named here change or end it.
_ENDED: dict[BasisRole, Says] = {
    BasisRole.REVOKES: Says(es="Dejado sin efecto: {citation}.", en="Revoked: {citation}."),
    BasisRole.SUSPENDS: Says(es="Suspendido: {citation}.", en="Suspended: {citation}."),
    BasisRole.RESUMES: Says(
        es="Cede al alzarse una suspensión: {citation}.",
        en="Gives way as a suspension was lifted: {citation}.",
    ),
}
_CHANGED = Says(es="Cambia o termina: {citation}.", en="Changed or ended: {citation}.")


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One run of days. `acts` says by which act it began, `ending` by which it ended and why.

    `certain`: both days are known to the day.
    """

    since: LegalDate
    until: LegalDate | None
    what: str
    acts: tuple[str, ...]
    ending: str | None = None
    certain: bool = True


def began_text(role: BasisRole, citation: str, language: Language) -> str:
    """Return why something is so: the citation of an act, after what the act did."""
    return _BEGAN[role].render(language, {"citation": citation})


def ended_text(role: BasisRole, citation: str, language: Language) -> str:
    """Return why something is so no longer."""
    return _ENDED.get(role, _CHANGED).render(language, {"citation": citation})


def days_certain(since: LegalDate, until: LegalDate | None) -> bool:
    """Tell whether both ends of a run are known to the day, an end that has not come included."""
    return all(day.precision is Precision.DAY for day in (since, until) if day is not None)


def timeline_lines(rows: Sequence[TimelineRow], language: Language) -> Iterator[Line]:
    """Yield the headings and one line a row; what ended it follows below, further in."""
    cells = [
        tuple(heading.render(language, {}) for heading in _HEADINGS),
        *(_cells(row, language) for row in rows),
    ]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_HEADINGS))]
    yield Line(0, _joined(cells[0], widths), Style.NOTE)
    for row, texts in zip(rows, cells[1:], strict=True):
        note = "" if row.certain else _UNCERTAIN.render(language, {})
        yield Line(0, _joined(texts, widths), Style.UNIT, note)
        if row.ending is not None:
            yield Line(1, row.ending, Style.LOSS)


def _cells(row: TimelineRow, language: Language) -> tuple[str, ...]:
    until = until_text(row.until, language) if row.until else _STILL.render(language, {})
    return (since_text(row.since, language), until, row.what, "; ".join(row.acts))


def _joined(texts: Iterable[str], widths: Sequence[int]) -> str:
    return _GAP.join(text.ljust(width) for text, width in zip(texts, widths, strict=True)).rstrip()
