"""Random acts on programmes: those that are there on a day, or just are not, and figures of all kinds of periods.

Takes choices and the picture of the day; returns acts. Called by `ordering`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from organica.domain import acts
from organica.domain.acts import (
    THE_ORGANIZATION,
    UNKNOWN_RUNNER,
    Act,
    Channel,
    Financing,
    IndicatorItem,
    Party,
    Period,
    ProgrammeType,
    Runner,
    run_by,
)
from organica.domain.dates import LegalDate
from tests.support.law.parts import Parts

# One bears the code of a unit: codes of figures and of functions are of one row of numbers then.
PROGRAMMES = ("boyas", "guardacostas", "pilotos", "rescate")


class Programmes(Parts):
    """Draws acts on programmes for one organization and one day."""

    def on_programme(self, kind: str) -> Act:
        """Return an act of a kind: start, amend, end or report."""
        picks = self._picks
        if not self._picture["programmes"] and not picks.once_in(6):
            kind = "start"
        match kind:
            case "start":
                more = {name: value for name, value in self._said().items() if value is not None}
                more["name"] = self._words("Programa")
                return acts.StartProgramme(programme=self._free_programme(), **more)
            case "amend":
                said = self._said()
                if all(value is None for value in said.values()):
                    said["objective"] = self._words("Objetivo")
                return acts.AmendProgramme(programme=self._programme(), **said)
            case "end":
                return acts.EndProgramme(programme=self._programme())
            case _:
                if picks.once_in(3):
                    return self.stated_programme()
                return acts.ReportIndicator(programme=self._programme(), indicator=self._figure())

    def stated_programme(self) -> Act:
        """Return a statement about a programme, now and then with figures."""
        picks = self._picks
        programme = self._free_programme() if picks.once_in(3) else self._programme()
        said = self._said()
        if programme not in self._picture["programmes"] and not picks.once_in(12):
            said["name"] = self._words("Programa")
        reported = tuple(self._figure() for _ in range(picks.number() % 3))
        return acts.StateProgramme(programme=programme, indicators=reported, **said)

    def _programme(self) -> str:
        known: list[str] = sorted(self._picture["programmes"])
        return self._picks.of(PROGRAMMES if not known or self._picks.once_in(20) else known)

    def _free_programme(self) -> str:
        free = [code for code in PROGRAMMES if code not in self._picture["programmes"]]
        return self._picks.of(free if free and not self._picks.once_in(12) else PROGRAMMES)

    def _said(self) -> dict[str, Any]:
        """Return some of what can be said of a programme."""
        picks = self._picks
        body = picks.of((None, "int.red-ficticia"))
        options: dict[str, Any] = {
            "name": self._words("Programa"),
            "type": picks.of((ProgrammeType.SERVICE, ProgrammeType.PROGRAMME)),
            "kind": picks.of(("Piloto", "Programa")),
            "acronym": "PF",
            "objective": self._words("Objetivo"),
            "audience": (self._words("Personas"),),
            "channels": picks.of(((), (Channel(self._words("Ventanilla")),))),
            "partners": (Party(self._words("Aliado"), body, picks.of((None, "ejecutor"))),),
            "financing": (Financing(self._words("Fondo"), body, f"{self._entry}.50", "CLP"),),
            "rests_on": (f"cl/senado/ley/2000/{self._entry}",),
        }
        said = {name: value if picks.once_in(4) else None for name, value in options.items()}
        said["runner"] = self._runner() if picks.once_in(2) else None
        named = tuple(self._function() for _ in range(1 + picks.once_in(4)))
        said["functions"] = (named if picks.once_in(2) else ()) if picks.once_in(4) else None
        return said

    def _runner(self) -> Runner:
        if self._picks.once_in(5):
            return self._picks.of((THE_ORGANIZATION, UNKNOWN_RUNNER))
        return run_by(self._unit())

    def _figure(self) -> IndicatorItem:
        """Return a figure of a few names and periods, so that one is often reported again."""
        picks = self._picks
        return IndicatorItem(
            name=picks.of(("Personas", "Rescates", "Personas")),
            value=f"{picks.number() % 3 - 1}{self._entry - picks.once_in(4)}.{picks.number() % 4}",
            period=self._period(),
            unit=picks.of((None, "personas")),
            note=self._words("Nota") if picks.once_in(4) else None,
        )

    def _period(self) -> Period:
        picks = self._picks
        match picks.number() % 6:
            case 0:
                return Period(on=LegalDate(f"{self._day.year - picks.number() % 2}"))
            case 1:
                return Period(on=LegalDate(f"{self._day.year}-0{1 + picks.number() % 3 * 3}"))
            case 2:
                return Period(on=LegalDate.of(self._day + timedelta(days=30 * (picks.number() % 3 - 1))))
            case 3:
                begin = self._day.replace(month=1, day=1)
                return Period(start=begin, end=begin + timedelta(days=90 * (1 + picks.number() % 4)))
            case _:
                return Period(on=LegalDate(picks.of(("1999", "2000", "2001", "2001-06"))))
