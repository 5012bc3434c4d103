"""Which act grants a thing now, and what has altered it since.

Takes the legal basis of a function or a unit; returns the granting act with the bases after it. Called by the
makers of rows. The register's own roles say what an act did to one thing; a table wants to cite the act whose
text is in force.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from organica.domain.dates import LegalDate
from organica.domain.source import BasisRole, LegalBasis, LegalSource, Provision
from organica.domain.states import UnitState
from organica.render.statutory.day import Day, later

ALTERING = frozenset({BasisRole.AMENDS, BasisRole.REVOKES, BasisRole.SUSPENDS, BasisRole.RESUMES})


@dataclass(frozen=True, slots=True)
class Grant:
    """The act that grants a thing, the place in it, and the norms that came to the thing later."""

    source: str
    provision: Provision | None
    since: tuple[LegalBasis, ...]

    @property
    def place(self) -> tuple[str, str | None, str | None]:
        """Return what one row is about: source, document and article.

        Paragraphs and letters make no rows of their own; where no article is known, the act has one row.
        """
        provision = self.provision or Provision()
        return self.source, provision.document, provision.article

    def amended_on(self, field: str | None = None) -> LegalDate | None:
        """Return when a later norm last altered the thing, or one field of it; None where none did.

        An act that only rectifies another's words corrects the same text, and amends nothing.
        """
        found: LegalDate | None = None
        for basis in self.since:
            if basis.role in ALTERING and (field is None or field in basis.changed):
                found = later(found, basis.since)
        return found


def restating(day: Day, unit: str) -> frozenset[str]:
    """Return the norms that gave a unit or a function of it anew, word for word.

    What the same act words differently is then part of the new text too, and not an amendment of the old one.
    """
    things = [day.structure.units[unit].legal_basis]
    things += [function.legal_basis for function in day.structure.functions_by_unit.get(unit, ())]
    every = (basis for bases in things for basis in day.norms(bases))
    return frozenset(basis.source for basis in every if basis.role is BasisRole.RESTATES)


def grant(day: Day, legal_basis: Sequence[LegalBasis], restated_by: frozenset[str]) -> Grant | None:
    """Return the act that grants a thing now; None where only attestations say it.

    It is the last one that granted it, gave it anew, or handed it to the unit that holds it.
    """
    norms = day.norms(legal_basis)
    for place in range(len(norms) - 1, -1, -1):
        if _grants(norms[place], restated_by):
            return Grant(norms[place].source, norms[place].provision, norms[place + 1 :])
    return None


def grant_of_objective(day: Day, unit: UnitState, restated_by: frozenset[str]) -> Grant | None:
    """Return the norm behind the objective of a unit; None where an attestation filled it in.

    It is the one that grants the unit, unless the unit had no objective until a later norm gave it one.
    """
    if filled_in(unit, day.sources):
        return None
    found, norms = grant(day, unit.legal_basis, restated_by), day.norms(unit.legal_basis)
    giver = day.objective_by.get(unit.code)
    places = [
        place for place, basis in enumerate(norms) if basis.source == giver and "objective" in basis.changed
    ]
    since = norms[places[0] + 1 :] if places else ()
    if not places or (found is not None and len(found.since) <= len(since)):
        return found
    return Grant(norms[places[0]].source, norms[places[0]].provision, since)


def filled_in(unit: UnitState, sources: Mapping[str, LegalSource]) -> bool:
    """Tell whether the objective of a unit is what an attestation filled in, where no norm gives one."""
    return any(
        "objective" in basis.changed and not sources[basis.source].normative for basis in unit.legal_basis
    )


def _grants(basis: LegalBasis, restated_by: frozenset[str]) -> bool:
    if basis.role in (BasisRole.GRANTS, BasisRole.RESTATES):
        return True
    return basis.role is BasisRole.AMENDS and ("unit" in basis.changed or basis.source in restated_by)
