"""An outline without a structure before it: state everything that it says, and attest who heads what.

Takes an outline and the facts that the page does not print; returns the enactment of the page's own source
and, where heads are named, an attestation. Called by the command line. It knows nothing of a structure in
force: no rename, move or end is recognised here, and the codes are those of a first statement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from organica.domain.acts import (
    ROOT,
    UNKNOWN_PARENT,
    Act,
    AssignFunction,
    Holder,
    Parent,
    PostItem,
    PostRef,
    StateOrganization,
    StateUnit,
    under,
)
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.outline import Outline, OutlineHead, OutlineSort, OutlineUnit
from organica.domain.resolution import CoverageClaim, DoubtNote, EntryKind, Resolution
from organica.domain.source import LegalSource
from organica.plan.doubts import notes
from organica.plan.errors import NothingToAmend, NoUnitToState, ScopeNotInForce
from organica.plan.facts import PageFacts
from organica.plan.new_codes import new_code
from organica.plan.noting import PlanDoubt, note
from organica.plan.one_line import on_one_line
from organica.plan.order_words import own_words
from organica.plan.printed import function_item, is_unit, kind_of_entry, names_of_body, posts_in
from organica.plan.proposal import Mode
from organica.plan.provisions import provision_of
from organica.plan.rings import closing_rings
from organica.plan.sourcing import evidence_at, evidence_of, own_source
from organica.text.fold import folded


def state_outline(
    outline: Outline, facts: PageFacts, *, taken: Collection[str] = (), known: Collection[str] = ()
) -> tuple[Resolution, Resolution | None]:
    """Return the enactment of the page's own source, and the attestation of the heads that it names.

    `taken` are codes that the register gave before, `known` the keys of the sources that it holds.
    Raises: NoUnitToState, NothingToAmend, NoOwnSource, StartUnknown, NameWithoutLetters, ScopeNotInForce.
    """
    outline = on_one_line(outline)
    units = tuple(entry for entry in outline.units if is_unit(entry))
    if not units:
        raise NothingToAmend() if outline.amendments else NoUnitToState()
    source = own_source(outline, facts)
    codes = codes_of(units, taken)
    # Where two units share a name, whoever speaks of that name means the first.
    by_name = {unit.name: code for unit, code in reversed(list(zip(units, codes, strict=True)))}
    parents, rings = _parents(outline, units, codes, by_name)
    enactment = Resolution(
        organization=facts.organization,
        kind=EntryKind.ENACTMENT,
        source=source,
        evidence=evidence_of(outline, facts),
        coverage=_coverage(codes, parents, facts),
        doubts=(
            *notes(outline, by_name),
            *_own_doubts(outline, units, codes, by_name),
            *(note(PlanDoubt.PARENT_RING, unit=codes[each], place=units[each].place) for each in rings),
        ),
        acts=(*_statements(outline, units, codes, parents, facts), *_held_by_posts(outline, by_name)),
    )
    return enactment, attestation_of(outline, by_name, source, facts, known)


def codes_of(units: Sequence[OutlineUnit], taken: Collection[str] = ()) -> tuple[str, ...]:
    """Return a code for each unit; the second of two equal ones gets a number, for a person to better.

    A code that was given before is never given again.
    """
    given, codes = set(taken), []
    for unit in units:
        codes.append(new_code(unit, given))
        given.add(codes[-1])
    return tuple(codes)


def _coverage(codes: Sequence[str], parents: Sequence[Parent], facts: PageFacts) -> CoverageClaim | None:
    """Return what the register holds from now on; a text that states a part claims nothing."""
    scope = facts.scope
    if scope is not None and scope.under is not None and scope.under not in codes:
        raise ScopeNotInForce(unit=scope.under)
    if scope is not None and scope.mode is Mode.PARTIAL:
        return None
    tops = tuple(code for code, parent in zip(codes, parents, strict=True) if parent.unit is None)
    if scope is not None and scope.under is not None:
        tops = (scope.under,)
    return CoverageClaim(complete_under=tops, checked_on=facts.checked_on, note=facts.note)


def _statements(
    outline: Outline,
    units: Sequence[OutlineUnit],
    codes: Sequence[str],
    parents: Sequence[Parent],
    facts: PageFacts,
) -> tuple[Act, ...]:
    organization = StateOrganization(name=facts.name, time_zone=facts.time_zone)
    stated = (
        StateUnit(
            unit=code,
            parent=parent,
            kind=kind_of_entry(unit),
            name=unit.name,
            acronym=unit.acronym,
            objective=unit.objective,
            # A page that prints no list does not say that there are no functions.
            functions=tuple(map(function_item, unit.functions)) or None,
            posts=_posts_under(outline, unit.name) or None,
            provision=provision_of(unit.provision),
        )
        for unit, code, parent in zip(units, codes, parents, strict=True)
    )
    return (organization, *stated)


def _parents(
    outline: Outline, units: Sequence[OutlineUnit], codes: Sequence[str], by_name: Mapping[str, str]
) -> tuple[list[Parent], list[int]]:
    """Return what each unit hangs from, and the numbers of those that would hang from themselves."""
    bodies = names_of_body(outline)
    printed = [_parent(unit, by_name, bodies) for unit in units]
    above = {code: parent.unit for code, parent in zip(codes, printed, strict=True)}
    cut = closing_rings(above, codes, {})
    parents = [UNKNOWN_PARENT if code in cut else parent for code, parent in zip(codes, printed, strict=True)]
    return parents, [number for number, code in enumerate(codes) if code in cut]


def _parent(unit: OutlineUnit, by_name: Mapping[str, str], bodies: Collection[str]) -> Parent:
    code = by_name.get(unit.parent or "")
    if code is not None:
        return under(code)
    of_body = unit.sort is OutlineSort.BODY or (unit.parent is not None and folded(unit.parent) in bodies)
    return ROOT if of_body else UNKNOWN_PARENT


def _posts_under(outline: Outline, name: str) -> tuple[PostItem, ...]:
    return tuple(PostItem(name=post.name) for post in posts_in(outline) if post.parent == name)


def _held_by_posts(outline: Outline, by_name: Mapping[str, str]) -> tuple[Act, ...]:
    """Return what is given to posts: the statement of a unit only lists its posts."""
    return tuple(
        AssignFunction(
            unit=by_name[post.parent or ""],
            post=PostRef(at=f"{by_name[post.parent or '']}/{post.name}"),
            function=function_item(item),
            provision=provision_of(item.provision or post.provision, item.label),
        )
        for post in posts_in(outline)
        if post.parent in by_name
        for item in post.functions
    )


def _own_doubts(
    outline: Outline, units: Sequence[OutlineUnit], codes: Sequence[str], by_name: Mapping[str, str]
) -> Iterator[DoubtNote]:
    for unit, code in zip(units, codes, strict=True):
        if unit.kind is None:
            yield note(PlanDoubt.KIND_UNSTATED, unit=code, place=unit.place, printed=unit.name)
    for post in posts_in(outline):
        if post.parent not in by_name:
            yield note(PlanDoubt.POST_ASTRAY, place=post.place, printed=post.name)
    yield from heads_astray(outline, by_name)
    for order in outline.amendments:
        yield note(
            PlanDoubt.AMENDED_PLACE_UNKNOWN, place=order.place, printed=own_words(order), functions="—"
        )


def heads_astray(outline: Outline, by_name: Mapping[str, str]) -> Iterator[DoubtNote]:
    """Yield a doubt for each head of a unit that the text does not have; its name is in no doubt."""
    for head in outline.heads:
        if head.unit not in by_name:
            yield note(PlanDoubt.HEAD_ASTRAY, place=head.place)


def attestation_of(
    outline: Outline,
    by_name: Mapping[str, str],
    source: LegalSource,
    facts: PageFacts,
    known: Collection[str] = (),
) -> Resolution | None:
    """State who heads which unit, and nothing else: the page is no norm, and says neither post nor act.

    None where no head is of a unit of the text. A second page of one year, whose key is among those `known`,
    is told by the number or the day of its text.
    """
    units = dict.fromkeys(head.unit for head in outline.heads if head.unit in by_name)
    if not units:
        return None
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
    if page.key in known:
        day = source.signed_on or source.in_force_from
        page = replace(page, title=f"{page.title} ({source.number or day.value})")
    return Resolution(
        organization=facts.organization,
        kind=EntryKind.ATTESTATION,
        source=page,
        evidence=evidence_at(facts, [head.place for head in outline.heads]),
        acts=tuple(
            StateUnit(
                unit=by_name[unit], posts=tuple(_post(head) for head in outline.heads if head.unit == unit)
            )
            for unit in units
        ),
    )


def _post(head: OutlineHead) -> PostItem:
    return PostItem(name=head.post, heads=True, holder=Holder(head.name), capacity=head.capacity)
