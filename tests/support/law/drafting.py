"""Random filings about what is there on their day, or just is not.

Takes numbers that Hypothesis drew and what the model knows; returns filings, most of which can be accepted. The
acts themselves are drawn in `ordering`. Called by the machine.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from organica.domain.acts import (
    Act,
    Carried,
    Invalidate,
    Rectify,
    Resume,
    Revoke,
    Succeed,
    Suspend,
)
from organica.domain.dates import LegalDate
from organica.domain.filings import (
    CorrectedAct,
    CorrectedFacts,
    Correction,
    ExternalId,
    Filing,
    IdMapping,
    Supplement,
    Withholding,
)
from organica.domain.resolution import CoverageClaim, EntryKind, NotKnown, Resolution, SourceContents
from organica.domain.source import Provision
from tests.support.law.law import Law
from tests.support.law.opening import FIRST, HEIR, OWN, source_of
from tests.support.law.ordering import Acts
from tests.support.law.picks import Picks
from tests.support.law.rewording import reworded

DAYS = 24
_NOBODY = {"unit": "nadie", "function": "nadie.1", "post": "nadie.p1", "programme": "nada"}
_TAKING: tuple[type[Revoke | Suspend | Invalidate], ...] = (Revoke, Suspend, Invalidate)


class Drafts:
    """Drafts filings for one entry."""

    def __init__(self, law: Law, drawn: bytes) -> None:
        self._law, self._picks = law, Picks(drawn)
        self._entry = len(law.filed) + 1

    def norm(self, acts: int = 3) -> Filing:
        """Return a resolution with some acts, most often of one day and after all others of that day."""
        picks, organization = self._picks, self._organization()
        on = self._date()
        ordered = [act for _ in range(1 + picks.number() % acts) for act in self._acts(organization, on)]
        return self._filed(organization, on, tuple(self._dated(act, on) for act in ordered))

    def attestation(self) -> Filing:
        """Return what a document that is no norm states of a unit or of its organization."""
        organization, on = self._organization(), self._date()
        stated = Acts(self._law, self._picks, self._entry, organization, on.earliest).stated()
        filed = self._filed(organization, on, (stated,), normative=False)
        return replace(filed, kind=EntryKind.ATTESTATION)

    def proposal(self) -> Filing:
        """Return what is only proposed, now and then in the place of another proposal."""
        picks = self._picks
        norm = self.upon() if picks.once_in(4) else self.norm()
        assert isinstance(norm, Resolution)
        known = sorted(self._law.proposed(norm.organization))
        replaced = picks.of(known) if known and not picks.once_in(12) else "cl/nadie/propuesta/2000/1"
        return replace(
            norm,
            kind=EntryKind.PROPOSAL,
            source=replace(norm.source, normative=False, proposal=True),
            replaces=(replaced,) if picks.once_in(3) else (),
        )

    def unread(self) -> Filing:
        """Return a source whose contents are not at hand, or are not about structure."""
        organization, on = self._organization(), self._date()
        acts = tuple(self._acts(organization, on)) if self._picks.once_in(3) else ()
        none = not acts and self._picks.once_in(3)
        contents = SourceContents.NONE_OF_STRUCTURE if none else SourceContents.NOT_AT_HAND
        return replace(self._filed(organization, on, acts), contents=contents)

    def upon(self) -> Filing:
        """Return acts upon acts: one or two of them."""
        picks, organization = self._picks, self._organization()
        # Most have to come after what they are about, or else there is little to take away.
        on = self._date(late=not picks.once_in(4))
        acts: list[Act] = []
        for _ in range(1 + picks.once_in(4)):
            target, act = self._target(organization)
            kind = picks.of((Revoke, Suspend, Resume, Invalidate, Rectify, Revoke, Suspend))
            if kind is Rectify:
                acts.append(Rectify(target=target, to=reworded(act, self._entry, picks)))
            else:
                acts.append(kind(target=target))
        if picks.once_in(24):
            return replace(
                self._filed(organization, on, tuple(acts), normative=False), kind=EntryKind.ATTESTATION
            )
        return self._filed(organization, on, tuple(acts))

    def succession(self) -> Filing:
        """Return an organization's end in favour of the other one."""
        picks, on = self._picks, self._date(late=True)
        organization = self._organization()
        heir = organization if picks.once_in(12) else OWN if organization == HEIR else HEIR
        units = sorted(self._law.on(organization, on.earliest)["units"])
        named = (
            None
            if picks.once_in(2)
            else tuple(Carried(unit, self._carried(organization, unit)) for unit in units)
        )
        return self._filed(organization, on, (Succeed(heir=heir, units=named),))

    def _carried(self, organization: str, unit: str) -> str:
        """Return a unit's code in the heir, now and then one from which the heir gives carried codes."""
        own = organization.partition(".")[2]
        return f"{own}-{unit}" if self._picks.once_in(3) else f"{unit}-{self._entry}"

    def supplement(self) -> Filing:
        """Return more of a source that is known."""
        source = self._known(self._organization())
        acts = self._acts(source.organization, source.source.in_force_from)
        if not source.source.normative:
            stated = Acts(
                self._law, self._picks, self._entry, source.organization, source.source.in_force_from.earliest
            )
            acts = [stated.stated()]
        elif self._picks.once_in(5):
            target, _ = self._target(source.organization)
            acts = [self._picks.of(_TAKING)(target=target)]
        return Supplement(source.organization, source.source.key, tuple(acts))

    def correction(self) -> Filing:
        """Return a slip of the register, mended: an act reworded or dropped, or another day."""
        picks, source = self._picks, self._known(self._organization())
        reason = f"Revisión {self._entry}."
        if not source.acts or picks.once_in(3):
            facts = CorrectedFacts(in_force_from=self._date())
            return Correction(source.organization, source.source.key, reason, facts=facts)
        place = picks.number() % len(source.acts)
        act = source.acts[place]
        ref = act.ref or str(place + 1)
        if isinstance(act, Rectify | Invalidate | Revoke | Suspend | Resume) or picks.once_in(3):
            corrected = CorrectedAct(ref, drop=True)
        else:
            corrected = CorrectedAct(ref, to=reworded(act, self._entry, picks))
        return Correction(source.organization, source.source.key, reason, acts=(corrected,))

    def withholding(self) -> Filing:
        """Return names that are no longer to be shown."""
        organization = self._organization()
        known = sorted({code for code, _ in self._law.names_of(organization)}) or ["nadie.p1.1"]
        code = "nadie.p1.1" if self._picks.once_in(12) else self._picks.of(known)
        return Withholding(organization, f"Solicitud {self._entry}.", (code,))

    def mapping(self) -> Filing:
        """Return a tie between a thing and its name in another system, made or withdrawn."""
        picks, organization = self._picks, self._organization()
        picture = self._law.on(organization, self._date().earliest)
        noun = picks.of(("unit", "function", "post", "programme", "organization"))
        codes = [organization] if noun == "organization" else sorted(picture[f"{noun}s"]) or [_NOBODY[noun]]
        named = {noun: picks.of(codes)}
        value, withdrawn = picks.of(("1", "2", "3")), picks.once_in(4)
        tie = ExternalId(system="nomina", value=value, withdrawn=withdrawn, **named)
        return IdMapping(organization, (tie,))

    def again(self) -> Filing:
        """Return a filing that was accepted before, word for word, or its source with other words."""
        filing = self._picks.of(self._law.filed).filing
        if isinstance(filing, Resolution) and self._picks.once_in(2):
            return replace(filing, source=replace(filing.source, subject=f"Materia {self._entry}"))
        return filing

    def _organization(self) -> str:
        return HEIR if self._picks.once_in(6) else OWN

    def _date(self, *, late: bool = False) -> LegalDate:
        """Return a day of two years, or a month, or a year."""
        picks = self._picks
        number = picks.number() % (DAYS // 2) + (DAYS // 2) * (late or picks.once_in(2))
        day = FIRST + timedelta(days=30 * number - (400 if picks.once_in(40) else 0))
        length = 4 if picks.once_in(12) else 7 if picks.once_in(12) else 10
        return LegalDate(day.isoformat()[:length])

    def _acts(self, organization: str, on: LegalDate) -> list[Act]:
        return Acts(self._law, self._picks, self._entry, organization, on.earliest).drawn()

    def _dated(self, act: Act, on: LegalDate) -> Act:
        """Give an act, now and then, a day of its own, a reference or a place in its source."""
        picks = self._picks
        if picks.once_in(12):
            act = replace(
                act, in_force_from=LegalDate.of(on.earliest + timedelta(days=30 * (1 + picks.number() % 3)))
            )
        if picks.once_in(24):
            act = replace(act, ref=picks.of(("1", "2", "final")))
        if picks.once_in(6):
            act = replace(act, provision=Provision(article=picks.of(("1", "2"))))
        return act

    def _filed(
        self, organization: str, on: LegalDate, acts: tuple[Act, ...], *, normative: bool = True
    ) -> Resolution:
        picks = self._picks
        signed = on.earliest - timedelta(days=picks.number() % 3) if picks.once_in(4) else None
        after = () if picks.once_in(6) else self._same_days(organization, on)
        coverage, not_known = self._declared(organization, on)
        return Resolution(
            organization=organization,
            kind=EntryKind.ENACTMENT,
            source=source_of(self._entry, on, normative=normative, signed=signed),
            acts=acts,
            coverage=coverage,
            after=after,
            not_known=not_known,
            answers=self._answered(organization) if picks.once_in(8) else (),
        )

    def _declared(
        self, organization: str, on: LegalDate
    ) -> tuple[CoverageClaim | None, tuple[NotKnown, ...]]:
        """Return what a file claims to cover, now and then, and which question it leaves open."""
        picks, units = self._picks, sorted(self._law.on(organization, on.earliest)["units"])
        some = picks.of([*units, "nadie"]) if picks.once_in(3) else None
        claim = CoverageClaim(complete_under=(some or organization,)) if picks.once_in(8) else None
        return claim, (NotKnown("¿Quién?", unit=some),) if picks.once_in(8) else ()

    def _answered(self, organization: str) -> tuple[str, ...]:
        """Return how a file names a question that another one leaves open, or one that none does."""
        sources = [each.source.key for each in self._sources(organization) if each.not_known]
        return (f"{self._picks.of(sources) if sources else 'cl/nadie/ley/2000/1'}#1",)

    def _same_days(self, organization: str, on: LegalDate) -> tuple[str, ...]:
        """Return the sources that may be of one day with this one."""
        return tuple(
            source.source.key
            for source in self._sources(organization)
            if source.source.in_force_from.earliest <= on.latest
            and on.earliest <= source.source.in_force_from.latest
        )

    def _sources(self, organization: str) -> list[Resolution]:
        filings = (each.filing for each in self._law.filed)
        proposed = self._picks.once_in(30)  # Nothing can be done to them: whoever names one is refused.
        return [
            each
            for each in filings
            if isinstance(each, Resolution)
            and each.organization == organization
            and (proposed or each.kind is not EntryKind.PROPOSAL)
        ]

    def _known(self, organization: str) -> Resolution:
        return self._picks.of(self._sources(organization))

    def _target(self, organization: str) -> tuple[str, Act]:
        """Return how acts upon acts name an act, and the act."""
        picks = self._picks
        sources = [each for each in self._sources(organization) if each.acts]
        # The newest first, so that few numbers name what was done last.
        source = picks.of(sources[::-1])
        place = picks.number() % len(source.acts)
        act = source.acts[place]
        if picks.once_in(5):
            return source.source.key, act
        if act.provision is not None and picks.once_in(2):
            return f"{source.source.key}#art:{act.provision.article}", act
        return f"{source.source.key}#{act.ref or place + 1}", act
