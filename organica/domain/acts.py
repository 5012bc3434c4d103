"""The closed set of acts: what a source may order. Each is a frozen value; `apply.py` carries it out.

Takes what a resolution file says; called by files (to read and write it), binding, apply and diff.
Adding an act: its class and its place in `Act` here, its case in `apply.py`, in `touches.py` and in
`binding.py` if it names functions or posts; mypy's `assert_never` points at each of them.

What a key leaves out is None and stays untouched. `bound` is not written by people: it is the code
that the register found or gave when the act was enacted, and is kept with the entry for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from organica.domain.dates import LegalDate
from organica.domain.errors import BadInput, Says
from organica.domain.ids import unit_code
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

    Raises: VacantAndHeld.
    """

    name: str | None = None
    heads: bool = False
    vacant: bool = False
    holder: Holder | None = None
    capacity: str | None = None
    employment: str | None = None
    code: str | None = None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class StateOrganization(Ordered):
    """State that an organization exists under this name, without claiming its birth."""

    name: str | None = None
    acronym: str | None = None
    time_zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishOrganization(Ordered):
    """Establish (crear) an organization."""

    name: str
    acronym: str | None = None
    time_zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StateUnit(Ordered):
    """State that, from this day, a unit is so; a list that is given is the whole list. Raises: BadCode."""

    unit: str
    parent: Parent | None = None
    kind: str | None = None
    unit_class: UnitClass | None = None
    name: str | None = None
    acronym: str | None = None
    objective: str | None = None
    functions: tuple[FunctionItem, ...] | None = None
    posts: tuple[PostItem, ...] | None = None

    def __post_init__(self) -> None:
        unit_code(self.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateUnit(Ordered):
    """Create (crear) a unit. Raises: BadCode."""

    unit: str
    parent: Parent
    kind: str
    name: str
    unit_class: UnitClass | None = None
    acronym: str | None = None
    objective: str | None = None
    functions: tuple[FunctionItem, ...] = ()
    posts: tuple[PostItem, ...] = ()

    def __post_init__(self) -> None:
        unit_code(self.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameUnit(Ordered):
    """Give a unit another name, and with it another printed kind or acronym (modificar denominación)."""

    unit: str
    name: str | None = None
    kind: str | None = None
    acronym: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveUnit(Ordered):
    """Place a unit under another parent (cambiar dependencia)."""

    unit: str
    parent: Parent


@dataclass(frozen=True, slots=True, kw_only=True)
class SetObjective(Ordered):
    """Give a unit another objective (modificar objetivo)."""

    unit: str
    objective: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppressUnit(Ordered):
    """End a unit (suprimir); its posts end with it, its functions and sub-units must go first."""

    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestateUnit(Ordered):
    """Repeat a unit unchanged, which renews its legal basis, and its functions' if so said."""

    unit: str
    with_functions: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignFunction(Ordered):
    """Give a unit, or one of its posts, a new function (agregar)."""

    unit: str
    function: FunctionItem
    post: PostRef | None = None
    parent: FunctionRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendFunction(Ordered):
    """Give a function another text (modificar, sustituir)."""

    function: FunctionRef
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelabelFunction(Ordered):
    """Give a function another letter (reordenar letras)."""

    function: FunctionRef
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferFunction(Ordered):
    """Hand a function over to another unit, under its new letter there (traspasar)."""

    function: FunctionRef
    to: str
    label: str | None = None
    list: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFunction(Ordered):
    """End a function (eliminar)."""

    function: FunctionRef


@dataclass(frozen=True, slots=True, kw_only=True)
class RestateFunction(Ordered):
    """Repeat a function unchanged, which renews its legal basis."""

    function: FunctionRef


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePost(Ordered):
    """Create a post in a unit (crear cargo)."""

    unit: str
    post: PostItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Appoint(Ordered):
    """Appoint a person to a post (nombrar); `in_force_until` is the day on which it lapses."""

    post: PostRef
    holder: Holder
    capacity: str | None = None
    employment: str | None = None
    in_force_until: LegalDate | None = None
    bound_appointment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAppointment(Ordered):
    """End the appointment, or all appointments, of a post (cesar)."""

    post: PostRef
    holder: Holder | None = None
    bound_appointment: str | None = None


Act = (
    StateOrganization
    | EstablishOrganization
    | StateUnit
    | CreateUnit
    | RenameUnit
    | MoveUnit
    | SetObjective
    | SuppressUnit
    | RestateUnit
    | AssignFunction
    | AmendFunction
    | RelabelFunction
    | TransferFunction
    | RemoveFunction
    | RestateFunction
    | CreatePost
    | Appoint
    | EndAppointment
)
