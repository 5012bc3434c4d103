"""What every REST answer is made of: its body and its forms, and the one day that a dated question is about.

Takes the reads of the register and the parameters by name; returns an Answer, or the snapshot for one. Used
by the files beside it and by `api.rest.representing`. Every answer is made from one snapshot, so that it
never mixes two days.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from api.rest.presenting import things
from api.rest.presenting.law import Plain
from organica.domain.errors import Language
from organica.domain.states import Noun
from organica.domain.statutory import Paper
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt
from organica.register.refusals import UnknownFunction, UnknownPost, UnknownProgramme, UnknownUnit
from organica.register.snapshot import Snapshot
from organica.render.csv_table import Cell
from organica.render.statutory.csv_file import Charset


@dataclass(frozen=True, slots=True)
class Prescribed:
    """An answer as a table whose form somebody else prescribes; it is saved as `name`, with a suffix.

    `code` is that of its template and `schema` the name of its Table Schema; `title` and `about` are told in
    the properties of a file that has such. `foot` stands below each page that is printed of it on `paper`.
    """

    name: str
    code: str
    schema: str
    title: str
    about: Sequence[str]
    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    charset: Charset
    foot: str
    paper: Paper | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of an answer and, where the list goes on, the address of its next page.

    `text`: the same for people, in either language, where the reader asked for text instead.
    `json_only`: it has a form that only JSON shows, whatever its operation has otherwise.
    `today`: tells what day it is where the organization is, for formats that say what is in force today.
    `prescribed`: what the answer is as a table, where that is no table of ours.
    """

    body: Plain
    next: str | None = None
    text: Callable[[Language], str] | None = None
    json_only: bool = False
    today: Callable[[], date] | None = None
    prescribed: Prescribed | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One organization on one day with one state of knowledge: what a dated question is about."""

    archive: Archive
    known: int
    known_at: KnownAt | None
    as_of: date
    snapshot: Snapshot

    def head(self) -> Plain:
        """Return the members with which every dated answer begins."""
        return {
            "organization": things.organization(self.snapshot),
            "as_of": self.as_of.isoformat(),
            "known_at": echo(self.known_at, self.known),
            **things.moment(self.snapshot, self.as_of),
        }


async def ask(consult: Consult, code: str, as_of: date | None, known_at: KnownAt | None) -> Asked:
    """Return the answer that a dated question is about. Raises: UnknownOrganization, UnknownEntry."""
    known = await consult.known(known_at)
    archive = await consult.archive(code)
    day = as_of or consult.today(archive, known)
    return Asked(archive, known, known_at, day, archive.snapshot(day, known))


def echo(known_at: KnownAt | None, known: int) -> Plain | None:
    """Return the state of knowledge that was asked for; the newest one is not named.

    Naming it would change the bytes of every answer with every entry about any organization.
    """
    if known_at is None:
        return None
    instant = known_at.instant.isoformat().replace("+00:00", "Z") if known_at.instant else None
    return {"entry": known, "instant": instant}


def must_know(archive: Archive, noun: Noun, code: str, known: int) -> None:
    """Refuse what the register did not know yet, in the same words as what it never knew."""
    if archive.has(noun, code, known):
        return
    if noun is Noun.UNIT:
        raise UnknownUnit(organization=archive.organization, unit=code)
    if noun is Noun.PROGRAMME:
        raise UnknownProgramme(organization=archive.organization, programme=code)
    if noun is Noun.POST:
        raise UnknownPost(organization=archive.organization, post=code)
    raise UnknownFunction(organization=archive.organization, function=code)
