"""An outline without a structure before it: state everything that it says, and attest who heads what.

Takes an outline and the facts that the page does not print; returns the enactment of the page's own source
and, where heads are named, an attestation. Called by the command line. It knows nothing of a structure in
force: no rename, move or end is recognised here, and the codes are those of a first statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from organica.domain.acts import (
    UNKNOWN_PARENT,
    Act,
    FunctionItem,
    Holder,
    Parent,
    PostItem,
    StateOrganization,
    StateUnit,
    under,
)
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.ids import MAX_CODE_CHARACTERS
from organica.domain.outline import (
    Outline,
    OutlineFunction,
    OutlineHead,
    OutlineSource,
    OutlineUnit,
    Place,
)
from organica.domain.resolution import CoverageClaim, EntryKind, Resolution
from organica.domain.source import Evidence, LegalSource
from organica.plan.doubts import lines, notes
from organica.plan.errors import NameWithoutLetters, NoOwnSource, NoUnitToState, StartUnknown
from organica.plan.facts import PageFacts
from organica.text.slug import slug


def state_outline(outline: Outline, facts: PageFacts) -> tuple[Resolution, Resolution | None]:
    """Return the enactment of the page's own source, and the attestation of the heads that it names.

    Raises: NoUnitToState, NoOwnSource, StartUnknown, NameWithoutLetters.
    """
    if not outline.units:
        raise NoUnitToState()
    printed = next((source for source in outline.sources if source.role == "self"), None)
    if printed is None:
        raise NoOwnSource()
    codes = _codes(outline.units)
    # Where two units share a name, whoever speaks of that name means the first.
    by_name = {unit.name: code for unit, code in reversed(list(zip(outline.units, codes, strict=True)))}
    source = _source(printed, facts)
    enactment = Resolution(
        organization=facts.organization,
        kind=EntryKind.ENACTMENT,
        source=source,
        evidence=_evidence(facts, _places(outline, printed)),
        coverage=_coverage(outline.units, codes, facts),
        doubts=notes(outline, by_name),
        acts=_statements(outline.units, codes, by_name, facts),
    )
    return enactment, _attestation(outline, by_name, source, facts) if outline.heads else None


def _codes(units: Sequence[OutlineUnit]) -> tuple[str, ...]:
    """Return a code for each unit; the second of two equal ones gets a number, for a person to better."""
    codes: list[str] = []
    for unit in units:
        stem = slug(unit.name)
        if not stem:
            raise NameWithoutLetters(name=unit.name, line=unit.place.first_line)
        code, number = stem, 1
        while code in codes:
            number += 1
            ending = f"-{number}"
            code = stem[: MAX_CODE_CHARACTERS - len(ending)].rstrip("-") + ending
        codes.append(code)
    return tuple(codes)


def _source(printed: OutlineSource, facts: PageFacts) -> LegalSource:
    country, _, body = facts.organization.partition(".")
    start = facts.in_force_from
    if start is None:
        if printed.year is None:
            raise StartUnknown(printed=printed.printed)
        start = LegalDate(str(printed.year), DateBasis.ASSUMED)
    return LegalSource(
        country=country,
        issuer=(slug(printed.issuer) if printed.issuer else "") or body,
        kind=printed.kind,
        year=str(printed.year) if printed.year is not None else start.value[:4],
        in_force_from=start,
        number=printed.number,
        series=printed.series,
        citation_printed=printed.printed,
    )


def _places(outline: Outline, printed: OutlineSource) -> list[Place]:
    functions = [function.place for unit in outline.units for function in unit.functions]
    objectives = [unit.objective_place for unit in outline.units if unit.objective_place is not None]
    return [printed.place, *(unit.place for unit in outline.units), *objectives, *functions]


def _evidence(facts: PageFacts, places: Sequence[Place]) -> Evidence | None:
    if facts.evidence is None:
        return None
    return replace(facts.evidence, lines=lines(reduce(Place.through, places)))


def _coverage(units: Sequence[OutlineUnit], codes: Sequence[str], facts: PageFacts) -> CoverageClaim:
    tops = tuple(code for unit, code in zip(units, codes, strict=True) if unit.parent is None)
    return CoverageClaim(complete_under=tops, checked_on=facts.checked_on, note=facts.note)


def _statements(
    units: Sequence[OutlineUnit], codes: Sequence[str], by_name: dict[str, str], facts: PageFacts
) -> tuple[Act, ...]:
    organization = StateOrganization(name=facts.name, time_zone=facts.time_zone)
    stated = (
        StateUnit(
            unit=code,
            parent=_parent(unit.parent, by_name),
            kind=unit.kind,
            name=unit.name,
            objective=unit.objective,
            # A page that prints no list does not say that there are no functions.
            functions=tuple(map(_function, unit.functions)) or None,
        )
        for unit, code in zip(units, codes, strict=True)
    )
    return (organization, *stated)


def _parent(name: str | None, by_name: dict[str, str]) -> Parent:
    code = by_name.get(name or "")
    return UNKNOWN_PARENT if code is None else under(code)


def _function(function: OutlineFunction) -> FunctionItem:
    return FunctionItem(
        text=function.text,
        label=function.label,
        list=function.list,
        children=tuple(map(_function, function.children)),
    )


def _attestation(
    outline: Outline, by_name: dict[str, str], source: LegalSource, facts: PageFacts
) -> Resolution:
    """State who heads which unit, and nothing else: the page is no norm, and says neither post nor act."""
    top = next((unit for unit in outline.units if unit.parent is None), outline.units[0])
    page = LegalSource(
        country=source.country,
        issuer=facts.organization.partition(".")[2],
        kind="pagina_web",
        year=source.year,
        in_force_from=LegalDate(source.year, DateBasis.ASSUMED),
        title=f"Organigrama: {top.name}",
        normative=False,
    )
    units = dict.fromkeys(head.unit for head in outline.heads if head.unit in by_name)
    return Resolution(
        organization=facts.organization,
        kind=EntryKind.ATTESTATION,
        source=page,
        evidence=_evidence(facts, [head.place for head in outline.heads]),
        acts=tuple(
            StateUnit(
                unit=by_name[unit], posts=tuple(_post(head) for head in outline.heads if head.unit == unit)
            )
            for unit in units
        ),
    )


def _post(head: OutlineHead) -> PostItem:
    return PostItem(name=head.post, heads=True, holder=Holder(head.name), capacity=head.capacity)
