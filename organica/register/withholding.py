"""Withholding: names that are no longer shown, and the seals that stand for them.

Takes a withholding as a person wrote it, by appointments; returns it with the seals of all names that the
entries give for them. Called by enact, which erases what they open; the seals and all proofs stay.
"""

from __future__ import annotations

from dataclasses import replace

from organica.domain.filings import Filing, Withholding
from organica.register.family import Family
from organica.register.holders import seals_of
from organica.register.refusals import NothingToWithhold, UnknownAppointment


def with_seals(filing: Filing, family: Family) -> Filing:
    """Return a withholding with its seals, anything else as it is.

    Raises: UnknownAppointment, NothingToWithhold.
    """
    if not isinstance(filing, Withholding):
        return filing
    found = [
        each
        for known in family.enacted
        if known.organization == filing.organization
        for each in seals_of(known.filing, filing.appointments)
    ]
    named = {appointment for appointment, _ in found}
    for appointment in filing.appointments:
        if appointment not in named:
            raise UnknownAppointment(organization=filing.organization, appointment=appointment)
    seals = tuple(dict.fromkeys(seal for _, seal in found))
    if not any(seal in family.names for seal in seals):
        raise NothingToWithhold(appointments=filing.appointments)
    return replace(filing, seals=seals)
