"""What acts are made of: parents, holders, functions and posts as a file writes and names them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from organica.domain.dates import LegalDate
from organica.domain.errors import BadInput, Says
from organica.domain.source import Provision


class ParentStatus(StrEnum):
    """What the register knows of the unit above."""

    ROOT = "root"
    KNOWN = "known"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Parent:
    """The unit above: none (a root), a known one, or one that the source does not say."""

    status: ParentStatus
    unit: str | None = None


ROOT = Parent(ParentStatus.ROOT)


UNKNOWN_PARENT = Parent(ParentStatus.UNKNOWN)


def under(unit: str) -> Parent:
    """Return the parent that is the named unit."""
    return Parent(ParentStatus.KNOWN, unit)


class UnitClass(StrEnum):
    """The class of a unit, apart from its printed rank (órgano de línea, de apoyo, …)."""

    LINE = "line"
    SUPPORT = "support"
    ADVICE = "advice"
    CONTROL = "control"
    DECONCENTRATED = "deconcentrated"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a post: the name and nothing else of the person.

    `seal` is the salted digest that the entry keeps; a name that was withheld is None.
    """

    name: str | None
    seal: str | None = None


@dataclass(frozen=True, slots=True)
class FunctionItem:
    """One function of a list as an act writes it; `misprint` confirms that a letter repeats in print."""

    text: str
    label: str | None = None
    list: str | None = None
    code: str | None = None
    misprint: bool = False
    children: tuple[FunctionItem, ...] = ()
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class FunctionRef:
    """A function that an act aims at: by its path on that day (`unit/label`), by its code, or both."""

    at: str | None = None
    code: str | None = None
    bound: str | None = None


class VacantAndHeld(BadInput):
    """A post that is said to be vacant and to have a holder."""

    code = "vacant_and_held"
    says = Says(
        es="El cargo se declara vacante y a la vez con titular.",
        en="The post is said to be vacant and to have a holder.",
    )
    remedy = Says(es="Deje solo uno: vacant o holder.", en="Leave one of the two: vacant or holder.")


@dataclass(frozen=True, slots=True)
class PostItem:
    """One post of a unit as an act writes it, with its holder where the act names one.

    `appointment` is the code of an appointment that the register knows already from a later source.
    Raises: VacantAndHeld.
    """

    name: str | None = None
    heads: bool = False
    vacant: bool = False
    holder: Holder | None = None
    capacity: str | None = None
    employment: str | None = None
    code: str | None = None
    appointment: str | None = None
    bound: str | None = None
    bound_appointment: str | None = None

    def __post_init__(self) -> None:
        if self.vacant and self.holder is not None:
            raise VacantAndHeld()


@dataclass(frozen=True, slots=True)
class PostRef:
    """A post that an act aims at: `<unit>/head`, `<unit>/<name>`, or its code."""

    at: str | None = None
    code: str | None = None
    bound: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """What every act has: its reference in the file, its place in the source, its own start."""

    ref: str = ""
    provision: Provision | None = None
    in_force_from: LegalDate | None = None
