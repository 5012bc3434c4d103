"""The ids of the contract: what each object is called, and what an id names.

Takes a view or a timeless object; gives its id, and back. Timeless: `unit/<organization>/<code>`.
Versioned: `unit-version/<organization>/<code>/<change point>/<basis>`, because client caches merge objects
of equal id, and a unit of 2023 is not that of 2025. What is only proposed has the key of the proposal
behind an @, so that no cache takes it for what is in force; a source as an entry said it has that entry
there. Clients must treat ids as opaque.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date

from organica.domain.dates import BadDate, parse_day
from organica.domain.source import LegalSource
from organica.domain.states import Noun
from organica.register.archive import Archive
from organica.register.ports import SourceRecord
from organica.register.programme_views import ProgrammeVersion
from organica.register.proposals import Proposal
from organica.register.snapshot import Snapshot
from organica.register.views import FunctionVersion, OrganizationVersion, PostVersion, UnitVersion
from schema.request import Request

Versioned = OrganizationVersion | UnitVersion | FunctionVersion | PostVersion | ProgrammeVersion

UNDATED = "undated"
BEHIND = "@"
# Organization, change point and basis: the shortest path of what changes with time.
_VERSIONED = 3
ENTRY = re.compile(r"0|[1-9]\d{0,9}", re.ASCII)
_KINDS: dict[type[Versioned], str] = {
    OrganizationVersion: "organization-version",
    UnitVersion: "unit-version",
    FunctionVersion: "function-version",
    PostVersion: "post-version",
    ProgrammeVersion: "programme-version",
}


@dataclass(frozen=True, slots=True)
class Timeless:
    """An identity without a day: an organization, or the unit, function, post or programme of one."""

    noun: Noun
    organization: str
    code: str


@dataclass(frozen=True)
class SourceOnRecord(LegalSource):
    """A legal source as an entry said it, whatever was said of it since."""

    entry: int = 0

    @classmethod
    def of(cls, record: SourceRecord) -> SourceOnRecord:
        """Return the source of a record."""
        said = {field.name: getattr(record.source, field.name) for field in fields(record.source)}
        return cls(**said, entry=record.entry)


def id_of(thing: Timeless | LegalSource | Proposal | Snapshot | Versioned) -> str:
    """Return the id of anything that has one."""
    match thing:
        case Proposal():
            return f"proposal/{thing.organization}/{thing.key}"
        case Timeless(noun=Noun.ORGANIZATION):
            return f"organization/{thing.organization}"
        case Timeless():
            return f"{thing.noun.value}/{thing.organization}/{thing.code}"
        case SourceOnRecord():
            return f"source/{thing.key}{BEHIND}{thing.entry}"
        case LegalSource():
            return f"source/{thing.key}"
        case Snapshot():
            return f"structure/{_moment(thing.organization_code, thing)}"
        case OrganizationVersion():
            return f"organization-version/{_moment(thing.code, thing.snapshot)}"
        case _:
            path = f"{thing.snapshot.organization_code}/{thing.code}"
            return f"{_KINDS[type(thing)]}/{_moment(path, thing.snapshot)}"


def _moment(path: str, snapshot: Snapshot) -> str:
    point = snapshot.change_point
    proposal = f"{BEHIND}{snapshot.proposal}" if snapshot.proposal else ""
    return f"{path}/{point.isoformat() if point else UNDATED}/{snapshot.basis}{proposal}"


async def resolve(
    node: str, request: Request
) -> Timeless | LegalSource | Proposal | Snapshot | Versioned | None:
    """Return what an id names; None for an id that is malformed or names nothing.

    A versioned id answers with what the register knew at its basis, so it gives the same for ever.
    """
    kind, _, rest = node.partition("/")
    if kind == "source":
        return await source_in(rest, request)
    if kind == "proposal":
        key, organization = proposal_in(rest)
        return await request.proposal(key, await request.known(), organization)
    rest, _, proposal = rest.partition(BEHIND)
    parts = rest.split("/")
    if proposal:
        return await _of_proposal(kind, parts, proposal, request)
    archive = await request.archive(parts[0])
    if archive is None:
        return None
    return _in(archive, kind, parts)


async def source_in(path: str, request: Request) -> LegalSource | None:
    """Return the source that an id names, as it is known or as an entry said it; None for none."""
    key, mark, entry = path.partition(BEHIND)
    if not mark:
        return await request.source_named(key)
    record = await request.source_said(key, int(entry)) if ENTRY.fullmatch(entry) else None
    return SourceOnRecord.of(record) if record is not None else None


def proposal_in(path: str) -> tuple[str, str | None]:
    """Return the key of a proposal in an id, and its organization where it is said: codes have a dot."""
    organization, _, key = path.partition("/")
    return (key, organization) if "." in organization else (path, None)


async def _of_proposal(
    kind: str, parts: list[str], proposal: str, request: Request
) -> Timeless | Snapshot | Versioned | None:
    """Return what an id names that a proposal would bring about; None unless there is exactly that."""
    basis = parts[-1]
    if not ENTRY.fullmatch(basis) or len(parts) < _VERSIONED:
        return None
    known = int(basis)
    if known > await request.known():
        return None
    found = await request.proposal(proposal, known, parts[0])
    if found is None:
        return None
    made = await request.preview(found, known)
    return _in(made.archive, kind, parts) if made.archive is not None else None


def _in(archive: Archive, kind: str, parts: list[str]) -> Timeless | Snapshot | Versioned | None:
    match kind, parts[1:]:
        case "organization", []:
            return Timeless(Noun.ORGANIZATION, archive.organization, archive.organization)
        case (("unit" | "function" | "post" | "programme"), [code]):
            noun = Noun(kind)
            return Timeless(noun, archive.organization, code) if archive.has(noun, code) else None
        case (("structure" | "organization-version"), [point, basis]):
            snapshot = _snapshot(archive, point, basis)
            return snapshot if kind == "structure" or snapshot is None else snapshot.organization
        case "unit-version", [code, point, basis]:
            snapshot = _snapshot(archive, point, basis)
            return snapshot.units.get(code) if snapshot else None
        case "function-version", [code, point, basis]:
            snapshot = _snapshot(archive, point, basis)
            return snapshot.functions.get(code) if snapshot else None
        case "post-version", [code, point, basis]:
            snapshot = _snapshot(archive, point, basis)
            return snapshot.posts.get(code) if snapshot else None
        case "programme-version", [code, point, basis]:
            snapshot = _snapshot(archive, point, basis)
            return snapshot.programmes.get(code) if snapshot else None
        case _:
            return None


def _snapshot(archive: Archive, point: str, basis: str) -> Snapshot | None:
    """Return the answer that a change point and a basis identify; None unless there is exactly that one."""
    if not ENTRY.fullmatch(basis):
        return None
    known = int(basis)
    if point == UNDATED:
        # Before the first change point there is nothing to tell, whatever the register came to know of it.
        return Snapshot(archive, known, None, (), (), {}, {}, {}) if known <= archive.head else None
    try:
        day: date = parse_day(point)
    except BadDate:
        return None
    snapshot = archive.snapshot(day, known)
    return snapshot if (snapshot.change_point, snapshot.basis) == (day, known) else None
