"""Acts on units."""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.acts.parts import FunctionItem, FunctionRef, Ordered, Parent, PostItem, UnitClass
from organica.domain.errors import BadInput, Says
from organica.domain.ids import unit_code


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
class ClassifyUnit(Ordered):
    """Give a unit its class, or another one (clasificar); its printed kind stays."""

    unit: str
    unit_class: UnitClass


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


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit that a merge or a split brings into being. Raises: BadCode."""

    unit: str
    parent: Parent
    kind: str
    name: str
    unit_class: UnitClass | None = None
    acronym: str | None = None
    objective: str | None = None

    def __post_init__(self) -> None:
        unit_code(self.unit)


class NotOneHeir(BadInput):
    """A merge or a share of a split that names no heir, or both an existing and a new one."""

    code = "not_one_heir"
    says = Says(
        es="Falta la unidad que recibe, o se indican dos: una existente y una nueva.",
        en="The unit that receives is missing, or there are two: an existing one and a new one.",
    )
    remedy = Says(
        es="Deje una sola: la existente (into o unit) o la nueva (create).",
        en="Leave one of the two: the existing one (into or unit) or the new one (create).",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeUnits(Ordered):
    """Merge units (fusionar): into one that exists (absorption) or into a new one.

    What the act does not place otherwise passes to the heir: functions, without a letter, and sub-units.
    Raises: NotOneHeir.
    """

    units: tuple[str, ...]
    into: str | None = None
    create: NewUnit | None = None

    def __post_init__(self) -> None:
        if (self.into is None) == (self.create is None):
            raise NotOneHeir()

    @property
    def heir(self) -> str:
        """Return the code of the unit that receives."""
        return self.into if self.into is not None else self.create.unit if self.create else ""


@dataclass(frozen=True, slots=True)
class Share:
    """What one heir of a split unit receives. Raises: NotOneHeir."""

    unit: str | None = None
    create: NewUnit | None = None
    functions: tuple[FunctionRef, ...] = ()

    def __post_init__(self) -> None:
        if (self.unit is None) == (self.create is None):
            raise NotOneHeir()

    @property
    def heir(self) -> str:
        """Return the code of the unit that receives."""
        return self.unit if self.unit is not None else self.create.unit if self.create else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitUnit(Ordered):
    """Split a unit (escindir): its functions go to the heirs as told; `remains` where it goes on itself."""

    unit: str
    into: tuple[Share, ...]
    remains: bool = False
