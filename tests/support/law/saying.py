"""What an act says of which field of which thing, so that two acts can be seen to differ.

Takes an act and the codes behind its words. Source: design, section 3; decision 0005. Only what is said outright
is here; what follows from an act (a merge moves whatever it finds) is found by replaying in the other order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from organica.domain import acts
from organica.domain.acts import Act, FunctionItem, NewUnit, PostItem
from tests.support.law.functions import places
from tests.support.law.organizations import words_of
from tests.support.law.programmes import fields_of, figures
from tests.support.law.state import UNSAID, Codes, given

Matter = tuple[str, str, str]


def says(act: Act, codes: Codes) -> dict[Matter, Any]:
    """Return each field that the act decides, by noun, code and name, with what it says."""
    return {
        (noun, code, name): value
        for noun, code, fields in _said(act, codes)
        for name, value in fields.items()
    }


def _said(act: Act, codes: Codes) -> Iterator[tuple[str, str, dict[str, Any]]]:
    match act:
        case acts.StateOrganization() | acts.EstablishOrganization():
            zone = {"time_zone": act.time_zone, "attached_to": act.attached_to}
            yield "organization", "", given(name=act.name, acronym=act.acronym, **zone)
            for body in getattr(act, "affiliated_with", ()):
                yield "organization", "", {f"with {body}": True}
        case acts.RenameOrganization():
            yield "organization", "", given(name=act.name, acronym=act.acronym)
        case acts.AttachOrganization():
            yield "organization", "", {"attached_to": act.to}
        case acts.AffiliateOrganization() | acts.EndAffiliation():
            yield "organization", "", {f"with {act.body}": isinstance(act, acts.AffiliateOrganization)}
        case acts.StateUnit() | acts.CreateUnit():
            yield "unit", act.unit, _unit(act) | _whole_lists(act, codes)
            for place, item, _ in places(act.functions or ()):
                yield "function", codes.get(f"item:{place}", ""), _item(item) | {"unit": act.unit}
            for number, post in enumerate(act.posts or ()):
                yield "post", codes.get(f"post:{number}", ""), _post(post, codes.get(f"held:{number}"))
        case acts.RenameUnit():
            yield "unit", act.unit, given(name=act.name, kind=act.kind, acronym=act.acronym)
        case acts.ClassifyUnit():
            yield "unit", act.unit, {"unit_class": act.unit_class}
        case acts.MoveUnit():
            yield "unit", act.unit, {"parent": act.parent}
        case acts.SetObjective():
            yield "unit", act.unit, {"objective": act.objective}
        case acts.MergeUnits() if act.create is not None:
            yield "unit", act.create.unit, _unit(act.create)
        case acts.SplitUnit():
            for number, share in enumerate(act.into):
                if share.create is not None:
                    yield "unit", share.create.unit, _unit(share.create)
                for each in range(len(share.functions)):
                    yield "function", codes.get(f"function:{number}.{each}", ""), {"unit": share.heir}
        case acts.AssignFunction():
            for place, item, _ in places([act.function]):
                yield "function", codes.get(f"item:{place}", ""), _item(item)
        case acts.CreatePost():
            yield "post", codes.get("post:0", ""), _post(act.post, codes.get("held:0"))
        case acts.AmendFunction():
            yield "function", codes.get("function", ""), {"text": act.text}
        case acts.RelabelFunction():
            yield "function", codes.get("function", ""), {"label": act.label}
        case acts.TransferFunction():
            yield "function", codes.get("function", ""), given(unit=act.to, label=act.label, list=act.list)
        case acts.RenamePost():
            yield "post", codes.get("post", ""), {"name": act.name}
        case acts.SetSubstitutionOrder():
            order = tuple(codes.get(f"substitute:{each}") for each in range(len(act.substitutes)))
            yield "post", codes.get("post", ""), {"substitutes": order}
        case acts.Appoint():
            yield "post", codes.get("post", ""), {f"held as {act.capacity}": codes.get("appointment")}
        case acts.CarryOver():
            meaning = {"name": act.name, "meaning": (act.unit, act.organization)}
            yield "reference", words_of(act.name), meaning
        case acts.StateProgramme() | acts.StartProgramme() | acts.AmendProgramme():
            said = fields_of(act, codes)
            if not isinstance(
                act, acts.AmendProgramme
            ):  # Only an amendment says that nobody is known to run it.
                said = {name: value for name, value in said.items() if value != UNSAID}
            yield "programme", act.programme, said
            yield from _figures(act, codes)
        case acts.ReportIndicator():
            yield from _figures(act, codes)
        case acts.Rectify() | acts.Invalidate() | acts.Revoke() | acts.Suspend() | acts.Resume():
            yield "act", act.target, {"force": type(act).__name__}


def _figures(
    act: acts.StateProgramme | acts.StartProgramme | acts.AmendProgramme | acts.ReportIndicator, codes: Codes
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """A figure is one by its code, and by its programme, name and period before it is known."""
    for number, item in enumerate(figures(act)):
        said = given(value=item.value, unit=item.unit, note=item.note)
        told_apart = {"name": item.name, "period": item.period}
        yield "indicator", codes.get(f"figure:{number}", ""), said | told_apart
        yield "figure", f"{act.programme} {item.name} {item.period.written}", said


def _unit(act: acts.StateUnit | acts.CreateUnit | NewUnit) -> dict[str, Any]:
    parent = None if act.parent == acts.UNKNOWN_PARENT else act.parent
    words = {"name": act.name, "acronym": act.acronym, "objective": act.objective}
    return given(kind=act.kind, unit_class=act.unit_class, parent=parent, **words)


def _whole_lists(act: acts.StateUnit | acts.CreateUnit, codes: Codes) -> dict[str, Any]:
    """A list that is given is the whole list: who is in it is one thing to say, also that nobody is."""
    listed = [f"item:{place}" for place, _, _ in places(act.functions or ())]
    posts = [f"post:{number}" for number in range(len(act.posts or ()))]
    return given(
        functions=None if act.functions is None else sorted(codes.get(each, "") for each in listed),
        posts=None if act.posts is None else sorted(codes.get(each, "") for each in posts),
    )


def _item(item: FunctionItem) -> dict[str, Any]:
    """A listed item says everything of itself: that it has no letter is said as well."""
    return {"text": item.text, "label": item.label, "list": item.list, "misprint": item.misprint}


def _post(post: PostItem, appointment: str | None) -> dict[str, Any]:
    words = given(name=post.name) | {"heads": post.heads, "vacant": post.vacant}
    return words if post.holder is None else words | {f"held as {post.capacity}": appointment}


def named(act: Act, codes: Codes) -> set[str]:
    """Return every code that an act names or means, with the units of their births; more than it decides."""
    words = {part for word in _words((act, codes)) for part in re.split(r"[/#:]", word)}
    found = {word for word in words if re.fullmatch(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", word) and len(word) > 1}
    about = {"organization"} if "Organization" in type(act).__name__ or isinstance(act, _OWN) else set()
    return about | (found | {word.split(".")[0] for word in found}) - _COMMON


_OWN = acts.Succeed | acts.EndAffiliation
_COMMON = {"known", "root", "unknown", "titular", "suplente", "line", "support", "split", "merge"} | {
    *("programme", "service", "unit", "organization"),
}


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _words(tuple(value.values()))
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words(getattr(value, field.name))
