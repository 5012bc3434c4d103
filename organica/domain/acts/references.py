"""Acts on references: what an old name means from a day on."""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.acts.parts import Ordered
from organica.domain.errors import BadInput, Says
from organica.domain.ids import reference_code


class NotOneTarget(BadInput):
    """References to a name that would be carried over to nothing, or to two things."""

    code = "not_one_target"
    says = Says(
        es="Las referencias a «{name}» deben llevarse a una unidad o a una organización, y solo a una.",
        en="References to “{name}” must be carried over to a unit or to an organization, and to one only.",
    )
    remedy = Says(es="Escriba unit u organization.", en="Write either unit or organization.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOver(Ordered):
    """Let every reference to a name be understood as made to something else (arrastrar referencias).

    `name` is the old name, literal. Exactly one of `unit`, of the file's own organization, and
    `organization` is given. Raises: NotOneTarget, NamelessReference.
    """

    name: str
    unit: str | None = None
    organization: str | None = None

    def __post_init__(self) -> None:
        reference_code(self.name)
        if (self.unit is None) == (self.organization is None):
            raise NotOneTarget(name=self.name)
