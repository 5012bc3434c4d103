"""Which matters an act decides, so that two acts whose order nobody knows are not applied by chance.

Takes a bound act; yields (matter, what it says of it). Two acts agree where they say the same, and two
single additions to one list do not touch each other. Called by conflicts and reached.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from organica.domain import acts
from organica.domain.acts import Act, FunctionItem, FunctionRef, IndicatorItem, Parent, PostItem, PostRef
from organica.domain.effects.functions import flattened
from organica.domain.effects.programmes import indicators_in
from organica.domain.ids import FunctionPath, reference_code


@dataclass(frozen=True, slots=True)
class Matter:
    """One field of one thing: `noun` and `code` name the thing."""

    noun: str
    code: str
    field: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """Says that a list gains or loses one member; two of these never contradict each other."""

    code: str


READ = object()
"""Said of the path by which an act names a function: it matters whether another act changes it before."""

Touch = tuple[Matter, object]


def contradict(first: object, second: object) -> bool:
    """Tell whether it matters in which order the two are said of one matter."""
    return first != second and not (isinstance(first, OneOf) and isinstance(second, OneOf))


def touches(act: Act) -> Iterator[Touch]:
    """Yield every matter that the act decides, with what it says of it."""
    match act:
        case acts.StateOrganization() | acts.EstablishOrganization():
            fields = {
                "name": act.name,
                "acronym": act.acronym,
                "time_zone": act.time_zone,
                "attached_to": act.attached_to,
            }
            joined = act.affiliated_with if isinstance(act, acts.StateOrganization) else ()
            yield from _organization({**fields, **{f"affiliation {body}": True for body in joined}})
        case acts.RenameOrganization():
            yield from _organization({"name": act.name, "acronym": act.acronym})
        case acts.AttachOrganization():
            yield from _organization({})
            yield Matter("organization", "", "attached_to"), act.to
        case acts.AffiliateOrganization() | acts.EndAffiliation():
            affiliated = isinstance(act, acts.AffiliateOrganization)
            yield from _organization({f"affiliation {act.body}": affiliated})
        case acts.DissolveOrganization():
            yield Matter("organization", "", "existence"), False
        case acts.StateUnit() | acts.CreateUnit():
            yield from _unit(act)
        case acts.RenameUnit():
            fields = {"name": act.name, "kind": act.kind, "acronym": act.acronym}
            yield from _alive(act.unit, fields)
        case acts.ClassifyUnit():
            yield from _alive(act.unit, {"unit_class": act.unit_class})
        case acts.MoveUnit():
            yield from _alive(act.unit, {"parent": act.parent})
            yield from _parent_alive(act.parent)
        case acts.SetObjective():
            yield from _alive(act.unit, {"objective": act.objective})
        case acts.SuppressUnit():
            yield Matter("unit", act.unit, "existence"), False
        case acts.MergeUnits():
            yield from _heir(act.heir, act.create)
            for unit in act.units:
                yield Matter("unit", unit, "existence"), False
        case acts.SplitUnit():
            yield Matter("unit", act.unit, "existence"), act.remains
            for share in act.into:
                yield from _heir(share.heir, share.create)
                for ref in share.functions:
                    yield from _function(ref, {"unit": share.heir})
                    yield from _member(share.heir, ref.bound)
                    yield from _left(ref)
        case acts.Succeed():
            yield Matter("organization", "", "existence"), False
        case acts.Rectify() | acts.Invalidate() | acts.Revoke() | acts.Suspend() | acts.Resume():
            yield Matter("act", act.target, "force"), type(act).__name__
        case acts.RestateUnit():
            yield from _alive(act.unit, {})
        case acts.AssignFunction():
            yield from _member(act.unit, act.function.bound)
            for item, _ in flattened([act.function]):
                yield from _item(item)
        case acts.AmendFunction():
            yield from _function(act.function, {"text": act.text})
        case acts.RelabelFunction():
            yield from _function(act.function, {"label": act.label})
            yield Matter("function", act.function.bound or "", "path"), act.label
        case acts.TransferFunction():
            yield from _function(act.function, {"unit": act.to, "label": act.label, "list": act.list})
            yield from _member(act.to, act.function.bound)
            yield from _left(act.function)
            yield Matter("function", act.function.bound or "", "path"), (act.to, act.list, act.label)
        case acts.RemoveFunction():
            yield Matter("function", act.function.bound or "", "existence"), False
            yield from _left(act.function)
        case acts.RestateFunction():
            yield from _function(act.function, {})
        case acts.CreatePost():
            yield from _alive(act.unit, {})
            yield Matter("unit", act.unit, "posts"), OneOf(act.post.bound or "")
            yield from _post(act.post)
        case acts.RenamePost():
            yield from _post_alive(act.post)
            yield Matter("post", act.post.bound or "", "name"), act.name
            yield Matter("post", act.post.bound or "", "path"), act.name
        case acts.AbolishPost():
            yield from _post_path(act.post)
            yield Matter("post", act.post.bound or "", "existence"), False
        case acts.SetSubstitutionOrder():
            yield from _post_alive(act.post)
            for each in act.substitutes:
                yield from _post_alive(each)
            order = tuple(each.bound for each in act.substitutes)
            yield Matter("post", act.post.bound or "", "substitutes"), order
        case acts.Appoint():
            yield from _post_alive(act.post)
            holder = (act.bound_appointment, act.capacity)
            yield Matter("post", act.post.bound or "", f"holder {act.capacity or ''}"), holder
            yield Matter("post", act.post.bound or "", "holders"), OneOf(act.bound_appointment or "")
        case acts.EndAppointment():
            yield from _post_alive(act.post)
            ended = () if act.holder is None else OneOf(act.bound_appointment or "")
            yield Matter("post", act.post.bound or "", "holders"), ended
        case acts.CarryOver():
            code = reference_code(act.name)
            yield Matter("reference", code, "target"), (act.unit, act.organization)
            yield Matter("reference", code, "name"), act.name
            if act.unit is not None:
                yield from _alive(act.unit, {})
        case acts.StateProgramme() | acts.StartProgramme() | acts.AmendProgramme():
            yield from _programme(act)
        case acts.EndProgramme():
            yield Matter("programme", act.programme, "existence"), False
        case acts.ReportIndicator():
            yield Matter("programme", act.programme, "existence"), True
            yield from _indicator(act.programme, act.indicator)
        case _:
            assert_never(act)


def _given(noun: str, code: str, fields: Mapping[str, object]) -> Iterator[Touch]:
    for field, value in fields.items():
        if value is not None:
            yield Matter(noun, code, field), value


def _organization(fields: Mapping[str, object]) -> Iterator[Touch]:
    yield Matter("organization", "", "existence"), True
    yield from _given("organization", "", fields)


def _alive(unit: str, fields: Mapping[str, object]) -> Iterator[Touch]:
    yield Matter("unit", unit, "existence"), True
    yield from _given("unit", unit, fields)


def _unit(act: acts.StateUnit | acts.CreateUnit) -> Iterator[Touch]:
    fields = {
        "kind": act.kind,
        "name": act.name,
        "parent": None if act.parent is acts.UNKNOWN_PARENT else act.parent,
        "unit_class": act.unit_class,
        "acronym": act.acronym,
        "objective": act.objective,
    }
    yield from _alive(act.unit, fields)
    yield from _parent_alive(act.parent)
    if act.functions is not None:
        items = [item for item, _ in flattened(act.functions)]
        yield Matter("unit", act.unit, "functions"), tuple(sorted(item.bound or "" for item in items))
        for item in items:
            yield from _item(item)
            yield Matter("function", item.bound or "", "unit"), act.unit
    if act.posts is not None:
        yield Matter("unit", act.unit, "posts"), tuple(sorted(post.bound or "" for post in act.posts))
        for post in act.posts:
            yield from _post(post)


def _programme(act: acts.StateProgramme | acts.StartProgramme | acts.AmendProgramme) -> Iterator[Touch]:
    yield Matter("programme", act.programme, "existence"), True
    names = ("type", "kind", "name", "acronym", "objective", "audience", "channels", "partners")
    fields = {name: getattr(act, name) for name in (*names, "financing", "rests_on")}
    # Only an amendment says that nobody is known to run it; others do not say who does.
    unsaid = act.runner == acts.UNKNOWN_RUNNER and not isinstance(act, acts.AmendProgramme)
    fields["runner"] = None if unsaid else act.runner
    yield from _given("programme", act.programme, fields)
    if act.runner is not None and act.runner.unit is not None:
        yield from _alive(act.runner.unit, {})
    if act.functions is not None:
        for ref in act.functions:
            yield from _function(ref, {})
        yield Matter("programme", act.programme, "functions"), tuple(ref.bound for ref in act.functions)
    for item in indicators_in(act):
        yield from _indicator(act.programme, item)


def _indicator(programme: str, item: IndicatorItem) -> Iterator[Touch]:
    """A figure that is not known yet has a code for each act that reports it: name and period tell it too."""
    fields = {"value": item.value, "unit": item.unit, "note": item.note}
    told_apart = {"name": item.name, "period": item.period}
    yield from _given("indicator", item.bound or "", {**fields, **told_apart})
    yield from _given("indicator", f"{programme}: {item.name} ({item.period.written})", fields)


def _heir(unit: str, created: acts.NewUnit | None) -> Iterator[Touch]:
    if created is None:
        yield from _alive(unit, {})
        return
    fields = {
        "kind": created.kind,
        "name": created.name,
        "parent": created.parent,
        "unit_class": created.unit_class,
        "acronym": created.acronym,
        "objective": created.objective,
    }
    yield from _alive(unit, fields)
    yield from _parent_alive(created.parent)


def _parent_alive(parent: Parent | None) -> Iterator[Touch]:
    if parent is not None and parent.unit is not None:
        yield Matter("unit", parent.unit, "existence"), True


def _post_alive(ref: PostRef) -> Iterator[Touch]:
    """Who aims at a post needs it, and the unit in which its path or its code places it."""
    yield Matter("post", ref.bound or "", "existence"), True
    yield from _post_path(ref)


def _post_path(ref: PostRef) -> Iterator[Touch]:
    """A path that names the post by its name reads that name."""
    code = ref.bound or ""
    if ref.at is not None and not ref.at.endswith("/head"):
        yield Matter("post", code, "path"), READ
    unit = ref.at.partition("/")[0] if ref.at else code.rpartition(".")[0]
    yield Matter("unit", unit, "existence"), True


def _item(item: FunctionItem) -> Iterator[Touch]:
    """A listed item says everything of itself: that it has no letter is said as well."""
    code = item.bound or ""
    yield Matter("function", code, "existence"), True
    for field in ("text", "label", "list", "misprint"):
        yield Matter("function", code, field), getattr(item, field)


def _function(ref: FunctionRef, fields: Mapping[str, object]) -> Iterator[Touch]:
    yield Matter("function", ref.bound or "", "existence"), True
    yield from _given("function", ref.bound or "", fields)
    if ref.at is not None:
        yield Matter("function", ref.bound or "", "path"), READ


def _member(unit: str, function: str | None) -> Iterator[Touch]:
    yield Matter("unit", unit, "existence"), True
    yield Matter("unit", unit, "functions"), OneOf(function or "")


def _left(ref: FunctionRef) -> Iterator[Touch]:
    """A path tells which unit's list loses the function; a code alone does not."""
    if ref.at is not None:
        yield Matter("unit", FunctionPath.parse(ref.at).unit, "functions"), OneOf(ref.bound or "")


def _post(item: PostItem) -> Iterator[Touch]:
    yield Matter("post", item.bound or "", "existence"), True
    fields = {"name": item.name, "heads": item.heads, "vacant": item.vacant}
    yield from _given("post", item.bound or "", fields)
    if item.holder is not None:
        matter = Matter("post", item.bound or "", f"holder {item.capacity or ''}")
        yield matter, (item.bound_appointment, item.capacity)
        yield Matter("post", item.bound or "", "holders"), OneOf(item.bound_appointment or "")
