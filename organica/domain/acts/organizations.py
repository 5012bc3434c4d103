"""Acts on an organization."""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.acts.parts import Ordered
from organica.domain.ids import organization_code, unit_code


@dataclass(frozen=True, slots=True, kw_only=True)
class StateOrganization(Ordered):
    """State that an organization exists under this name, without claiming its birth.

    `affiliated_with` are bodies that it has joined; of others that it may have joined nothing is said.
    """

    name: str | None = None
    acronym: str | None = None
    time_zone: str | None = None
    attached_to: str | None = None
    affiliated_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishOrganization(Ordered):
    """Establish (crear) an organization."""

    name: str
    acronym: str | None = None
    time_zone: str
    attached_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameOrganization(Ordered):
    """Give an organization another name or acronym (modificar denominación)."""

    name: str | None = None
    acronym: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachOrganization(Ordered):
    """Attach an organization to the body through which it answers (adscribir); None: to none any more."""

    to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AffiliateOrganization(Ordered):
    """Affiliate an organization with another body (afiliar): a municipality with an association."""

    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAffiliation(Ordered):
    """End an affiliation (desafiliar)."""

    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DissolveOrganization(Ordered):
    """End an organization (disolver); its units must end or go elsewhere in the same day's acts."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One unit that passes to an heir, and the code that it bears there. Raises: BadCode."""

    unit: str
    code: str

    def __post_init__(self) -> None:
        unit_code(self.unit)
        unit_code(self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Succeed(Ordered):
    """End the organization in favour of an heir, to which its units pass (suceder). Raises: BadCode.

    `units` names those that pass and their codes in the heir; all of them where it is left out.
    """

    heir: str
    units: tuple[Carried, ...] | None = None
    bound_units: tuple[Carried, ...] | None = None

    def __post_init__(self) -> None:
        organization_code(self.heir)
