"""One maker per value: the least that a test must say to get a valid one.

Called by the tests of every room. What a test does not name gets a plain, fixed default.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date

from organica.domain.acts import (
    ROOT,
    Act,
    Appoint,
    AssignFunction,
    CreateUnit,
    FunctionItem,
    FunctionRef,
    Holder,
    Parent,
    PostItem,
    PostRef,
    StateUnit,
    under,
)
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.filings import (
    CorrectedAct,
    CorrectedFacts,
    Correction,
    Enacted,
    ExternalId,
    Filing,
    IdMapping,
    Supplement,
    Withholding,
)
from organica.domain.history import History, fold
from organica.domain.ids import Minter
from organica.domain.resolution import CoverageClaim, EntryKind, Resolution
from organica.domain.source import LegalSource
from tests.support.soundness import assert_all_sound

ORGANIZATION = "cl.servicio-ficticio"
EVERYTHING = CoverageClaim(complete_under=(ORGANIZATION,))


def a_day(value: str) -> date:
    return date.fromisoformat(value)


def a_date(value: str, basis: DateBasis = DateBasis.STATED) -> LegalDate:
    return LegalDate(value, basis)


def a_source(
    number: str = "1",
    in_force_from: str = "2015-01-01",
    *,
    signed_on: str | None = None,
    normative: bool = True,
    basis: DateBasis = DateBasis.STATED,
) -> LegalSource:
    """Return a resolución exenta, or a constancia where it is not a norm; its year is that of its start."""
    return LegalSource(
        country="cl",
        issuer="servicio-ficticio",
        kind="resolucion_exenta" if normative else "constancia",
        year=in_force_from[:4],
        in_force_from=LegalDate(in_force_from, basis),
        number=number,
        signed_on=None if signed_on is None else LegalDate(signed_on),
        normative=normative,
    )


def key_of(number: str, year: str) -> str:
    """Return the key of the source that `a_source` makes."""
    return f"cl/servicio-ficticio/resolucion-exenta/{year}/{number}"


def a_resolution(
    *acts: Act,
    number: str = "1",
    in_force_from: str = "2015-01-01",
    signed_on: str | None = None,
    after: Sequence[str] = (),
    coverage: CoverageClaim | None = EVERYTHING,
    basis: DateBasis = DateBasis.STATED,
    organization: str = ORGANIZATION,
) -> Resolution:
    """Return a resolution that covers the whole organization, unless told otherwise."""
    return Resolution(
        organization=organization,
        kind=EntryKind.ENACTMENT,
        source=a_source(number, in_force_from, signed_on=signed_on, basis=basis),
        acts=acts,
        coverage=coverage,
        after=tuple(after),
    )


def an_attestation(
    *acts: Act,
    number: str = "c1",
    in_force_from: str = "2016-01-01",
    coverage: CoverageClaim | None = EVERYTHING,
    basis: DateBasis = DateBasis.STATED,
) -> Resolution:
    """Return what a document that is no norm says."""
    return Resolution(
        organization=ORGANIZATION,
        kind=EntryKind.ATTESTATION,
        source=a_source(number, in_force_from, normative=False, basis=basis),
        acts=acts,
        coverage=coverage,
    )


def a_proposal(
    *acts: Act, number: str = "p1", in_force_from: str = "2018-01-01", replaces: Sequence[str] = ()
) -> Resolution:
    """Return what is only proposed."""
    return Resolution(
        organization=ORGANIZATION,
        kind=EntryKind.PROPOSAL,
        source=replace(a_source(number, in_force_from), normative=False, proposal=True),
        acts=acts,
        replaces=tuple(replaces),
    )


def proposal_key(number: str, year: str) -> str:
    """Return the key of the source that `a_proposal` makes."""
    return f"cl/servicio-ficticio/propuesta-resolucion-exenta/{year}/{number}"


def a_supplement(
    *acts: Act, source: str, coverage: CoverageClaim | None = None, organization: str = ORGANIZATION
) -> Supplement:
    """Return more of the source with this key."""
    return Supplement(organization=organization, source=source, acts=acts, coverage=coverage)


def a_correction(
    *acts: CorrectedAct,
    source: str,
    facts: CorrectedFacts | None = None,
    reason: str = "Error de transcripción",
    organization: str = ORGANIZATION,
) -> Correction:
    """Return how what was entered of a source should have been entered."""
    return Correction(organization=organization, source=source, reason=reason, acts=acts, facts=facts)


def a_withholding(*appointments: str, organization: str = ORGANIZATION) -> Withholding:
    """Return the order to show the names behind these appointments no longer."""
    return Withholding(organization, "Solicitud del titular de los datos", appointments)


def a_mapping(*external_ids: ExternalId, organization: str = ORGANIZATION) -> IdMapping:
    """Return what other systems call things of the organization."""
    return IdMapping(organization, external_ids)


def a_unit(
    unit: str,
    parent: Parent | str = ROOT,
    *,
    name: str | None = None,
    kind: str = "Departamento",
    functions: Iterable[FunctionItem] = (),
    posts: Iterable[PostItem] = (),
    in_force_from: str | None = None,
) -> CreateUnit:
    """Return the act that creates a unit; its name is made from its code."""
    return CreateUnit(
        unit=unit,
        parent=under(parent) if isinstance(parent, str) else parent,
        kind=kind,
        name=name or f"{kind} {unit.replace('-', ' ').title()}",
        functions=tuple(functions),
        posts=tuple(posts),
        in_force_from=None if in_force_from is None else LegalDate(in_force_from),
    )


def a_statement(
    unit: str,
    parent: Parent | str | None = ROOT,
    *,
    name: str | None = None,
    kind: str | None = "Departamento",
    functions: Iterable[FunctionItem] | None = None,
    posts: Iterable[PostItem] | None = None,
    objective: str | None = None,
) -> StateUnit:
    """Return the act that states a unit; its name is made from its code."""
    return StateUnit(
        unit=unit,
        parent=under(parent) if isinstance(parent, str) else parent,
        kind=kind,
        name=name or f"Departamento {unit.replace('-', ' ').title()}",
        functions=None if functions is None else tuple(functions),
        posts=None if posts is None else tuple(posts),
        objective=objective,
    )


def an_item(label: str | None, text: str | None = None, **more: str | bool) -> FunctionItem:
    """Return one function of a list; its text is made from its letter."""
    item = FunctionItem(text=text or f"Ejercer la función {label}.", label=label)
    return replace(item, **more)  # type: ignore[arg-type]  # The few fields that tests give are text or bool.


def items(labels: str) -> tuple[FunctionItem, ...]:
    """Return one function a label: `items("a b")`."""
    return tuple(an_item(label) for label in labels.split())


def a_function(at: str | None = None, *, code: str | None = None) -> FunctionRef:
    """Return how an act names a function: by its path, by its code, or by both."""
    return FunctionRef(at=at, code=code)


def an_assignment(
    unit: str, label: str | None, text: str | None = None, **more: str | bool
) -> AssignFunction:
    return AssignFunction(unit=unit, function=an_item(label, text, **more))


def a_post(name: str | None = None, **more: object) -> PostItem:
    return PostItem(name=name, **more)  # type: ignore[arg-type]  # Fields of PostItem, as the test names them.


def a_post_ref(at: str | None = None, *, code: str | None = None) -> PostRef:
    return PostRef(at=at, code=code)


def an_appointment(
    at: str, holder: str, capacity: str | None = "titular", until: str | None = None
) -> Appoint:
    return Appoint(
        post=PostRef(at=at),
        holder=Holder(holder),
        capacity=capacity,
        in_force_until=None if until is None else LegalDate(until),
    )


def resolution_of(filing: Filing | None) -> Resolution:
    """Return a filing that must be a resolution."""
    assert isinstance(filing, Resolution)
    return filing


def acts_of(enacted: Enacted) -> tuple[Act, ...]:
    """Return the bound acts of a resolution or a supplement."""
    assert isinstance(enacted.filing, Resolution | Supplement)
    return enacted.filing.acts


class Book:
    """A register without storage: filings enacted one after the other, each against all before it.

    A refused filing leaves the book, and the codes given so far, as they were. Whatever a test enacts,
    every moment of it is held to the invariants.
    """

    def __init__(self, *filings: Filing, organization: str = ORGANIZATION) -> None:
        self.organization = organization
        self.enacted: list[Enacted] = []
        self._minter = Minter()
        self.history = History(organization, ())
        for filing in filings:
            self.enact(filing)

    def enact(self, filing: Filing) -> Enacted:
        """Fold the filing in, keep it bound, return it. Raises what the fold refuses."""
        minter = deepcopy(self._minter)
        fresh = Enacted(len(self.enacted) + 1, filing)
        history = fold(self.organization, self.enacted, fresh=fresh, minter=minter)
        assert_all_sound(history)
        assert history.bound is not None
        bound = Enacted(fresh.entry, history.bound)
        self.enacted.append(bound)
        self._minter = minter
        self.history = history
        return bound

    def refold(self) -> History:
        """Fold the bound filings anew, as a rebuild does."""
        return fold(self.organization, self.enacted)


def enact_all(resolutions: Iterable[Resolution]) -> list[Enacted]:
    """Fold one after the other, with one minter; return them bound, under their entries from 1 on."""
    return Book(*resolutions).enacted
