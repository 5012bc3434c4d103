"""Whole answers as linked data: one document each, with its context and what it is worth.

Takes the names of the installation, the address of the answer and the answer itself as plain values; returns
a JSON-LD document. Called by REST. Where nothing is covered the document says so and has no topics.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from organica.render.json_ld.changes import change_event
from organica.render.json_ld.context import context
from organica.render.json_ld.law import run
from organica.render.json_ld.names import DayOf, Names
from organica.render.json_ld.nodes import Node, Plain, legal_date, link, node, typed
from organica.render.json_ld.organizations import kin, organization_version
from organica.render.json_ld.posts import appointment_version, post_version, spell
from organica.render.json_ld.programmes import programme_version
from organica.render.json_ld.sources import legal_source, related_by
from organica.render.json_ld.units import function_version, reference, unit_version


@dataclass(frozen=True, slots=True)
class Document:
    """A document: what it begins with, and its topics, made one at a time because there may be many."""

    head: Node
    topics: Iterator[Node]

    def whole(self, topics: list[Node]) -> Node:
        """Return the document with its topics, which whoever made them gives back."""
        return {**self.head, **node(foaf_topic=topics)}


def organization(names: Names, address: str, body: Plain) -> Document:
    """Return an organization on a day, with its forebears and heirs."""
    on = _day(names, body)
    seen = {
        **organization_version(on, body["organization"]),
        **node(
            predecessor=[kin(on, each, "organization") for each in body["predecessors"]],
            successor=[kin(on, each, "organization") for each in body["successors"]],
        ),
    }
    points = [typed(day, "date") for day in body["change_points"]]
    head = {**_dated(names, address, body), **node(foaf_primaryTopic=seen, changePoint=points)}
    return Document(head, iter(()))


def structure(names: Names, address: str, body: Plain) -> Document:
    """Return the organization of a day with all its units, each of which names those below it."""
    on, roots = _day(names, body), body["units"] or []
    seen = {
        **organization_version(on, body["organization"]),
        **node(org_hasUnit=[link(on.unit_version(each["code"])) for each in roots]),
    }
    units_below = (unit_version(on, each) for each in _walk(roots))
    references = (reference(on, each) for each in body["references"])
    head = {**_dated(names, address, body), **node(foaf_primaryTopic=seen)}
    return Document(head, chain(units_below, references))


def unit(names: Names, address: str, body: Plain) -> Document:
    """Return one unit on a day, with what is below it."""
    on = _day(names, body)
    head = {
        **_dated(names, address, body),
        **node(
            foaf_primaryTopic=link(on.unit_version(body["unit"]["code"])),
            ofOrganization=organization_version(on, body["organization"]),
        ),
    }
    return Document(head, (unit_version(on, each) for each in _walk([body["unit"]])))


def units(names: Names, address: str, body: Plain) -> Document:
    """Return all units of a day or of an interval."""
    return _list(
        names, address, body, (unit_version(on, each) for on, each in _members(names, body, "units"))
    )


def functions(names: Names, address: str, body: Plain) -> Document:
    """Return all functions of a day or of an interval."""
    found = _members(names, body, "functions")
    return _list(names, address, body, (function_version(on, each, each["unit"]) for on, each in found))


def posts(names: Names, address: str, body: Plain) -> Document:
    """Return all posts of a day or of an interval."""
    found = _members(names, body, "posts")
    return _list(names, address, body, (post_version(on, each, each["unit"]) for on, each in found))


def appointments(names: Names, address: str, body: Plain) -> Document:
    """Return who holds which post, on a day or in an interval."""
    found = _members(names, body, "appointments")
    return _list(names, address, body, (_appointment(on, each) for on, each in found))


def _appointment(on: DayOf, seen: Plain) -> Node:
    return appointment_version(on, seen, seen["post"], seen["post_name"], seen["unit"])


def programmes(names: Names, address: str, body: Plain) -> Document:
    """Return all programmes and services of a day or of an interval."""
    found = _members(names, body, "programmes")
    return _list(names, address, body, (programme_version(on, each) for on, each in found))


def programme(names: Names, address: str, body: Plain) -> Document:
    """Return one programme on a day."""
    on = _day(names, body)
    head = {
        **_dated(names, address, body),
        **node(
            foaf_primaryTopic=link(on.programme_version(body["programme"]["code"])),
            ofOrganization=organization_version(on, body["organization"]),
        ),
    }
    return Document(head, iter([programme_version(on, body["programme"])]))


def programme_history(names: Names, address: str, body: Plain) -> Document:
    """Return the versions of a programme."""
    topic = link(names.programme(body["organization"], body["programme"]))
    versions = (programme_version(_began(names, body, each), each) for each in body["versions"])
    return _history(names, address, body, topic, versions)


def unit_history(names: Names, address: str, body: Plain) -> Document:
    """Return the versions of a unit, and those of its functions while they were in it."""
    topic = link(names.unit(body["organization"], body["unit"]))
    versions = (unit_version(_began(names, body, each), each) for each in body["versions"])
    held = (
        function_version(_began(names, body, each), each, each["unit"])
        for function in body["functions"]
        for each in function["versions"]
    )
    return _history(names, address, body, topic, chain(versions, held))


def function_history(names: Names, address: str, body: Plain) -> Document:
    """Return the versions of a function, in whichever units it was."""
    topic = link(names.function(body["organization"], body["function"]))
    versions = (function_version(_began(names, body, each), each, each["unit"]) for each in body["versions"])
    return _history(names, address, body, topic, versions)


def post_history(names: Names, address: str, body: Plain) -> Document:
    """Return the versions of a post, who held it, and when it was held or vacant."""
    topic = link(names.post(body["organization"], body["post"]))
    versions = (post_version(_began(names, body, each), each, each["unit"]) for each in body["versions"])
    held = (_appointment(_began(names, body, each), each) for each in body["appointments"])
    spells = (spell(_began(names, body, each), each) for each in body["occupancy"])
    return _history(names, address, body, topic, chain(versions, held, spells))


def sources(names: Names, address: str, body: Plain) -> Document:
    """Return the legal sources of an organization."""
    topic = link(names.organization(body["organization"]))
    return _history(names, address, body, topic, (legal_source(names, each) for each in body["sources"]))


def source(names: Names, address: str, body: Plain) -> Document:
    """Return one legal source."""
    seen = {**legal_source(names, body["source"]), **related_by(names, body["related_by"])}
    return Document({**_document(names, address, body), **node(foaf_primaryTopic=seen)}, iter(()))


def diff(names: Names, address: str, body: Plain) -> Document:
    """Return what changed between two days, as events."""
    code = body["organization"]
    base, target = (DayOf(names, code, body[side]["as_of"], _entry(body)) for side in ("base", "target"))
    days = {
        name: node(type_="ComparedDay", **_worth(names, body[name]), asOf=typed(body[name]["as_of"], "date"))
        for name in ("base", "target")
    }
    head = {
        **_document(names, address, body),
        **node(
            baseDay=days["base"],
            targetDay=days["target"],
            foaf_primaryTopic=link(names.organization(code), code),
        ),
    }
    return Document(head, (change_event(base, target, each) for each in body["changes"]))


def _walk(roots: list[Plain]) -> Iterator[Plain]:
    """Yield every unit of nested ones, each before those below it."""
    stack = roots[::-1]
    while stack:
        seen = stack.pop()
        yield seen
        stack.extend(seen["units"][::-1])


def _document(names: Names, address: str, body: Plain) -> Node:
    """Return what every document begins with: its context, its own address, and what was known."""
    known = body["known_at"]
    return node(
        context_=context(names),
        id_=names.document(address),
        type_="foaf:Document",
        knownAtEntry=known and known["entry"],
        knownAtInstant=typed(known["instant"], "dateTime") if known else None,
    )


def _dated(names: Names, address: str, body: Plain) -> Node:
    """Return what a document about one day begins with."""
    return {
        **_document(names, address, body),
        **node(asOf=typed(body["as_of"], "date"), **_worth(names, body)),
    }


def _worth(names: Names, body: Plain) -> Plain:
    """Return what the answer for a day is worth: since when, until when, how certain, what it covers."""
    covered = body["coverage"]
    parts = [
        node(
            type_="CoveragePart",
            coveredPart=each["part"],
            coverageStatus=each["status"],
            coveredSince=typed(each["since"], "date"),
            checkedOn=typed(each["checked_on"], "date"),
            note=each["note"],
        )
        for each in covered["parts"]
    ]
    return {
        "inForceFrom": legal_date(body["in_force_from"]),
        "inForceUntil": legal_date(body["in_force_until"]),
        "certain": body["certain"],
        "basis": body["basis"],
        "coverage": node(
            type_="Coverage",
            coverageStatus=covered["status"],
            checkedOn=typed(covered["checked_on"], "date"),
            noLaterActKnown=covered["no_later_act_known"],
            coveragePart=parts,
            notCovered=_not_covered(names, covered["not_covered"]),
            gap=[_gap(names, each) for each in covered["gaps"]],
        ),
    }


def _gap(names: Names, seen: Plain) -> Node:
    """Return what a source leaves open, of which thing, and where it would be found."""
    return node(
        type_="Gap",
        dct_identifier=seen["key"],
        dct_title=seen["subject"],
        openSince=typed(seen["since"], "date"),
        gapUnit=seen["unit"],
        gapProgramme=seen["programme"],
        dct_source=link(names.source(seen["source"])),
        lines=seen["lines"],
    )


def _not_covered(names: Names, missing: Plain | None) -> Node | None:
    if missing is None:
        return None
    return node(
        type_="NotCovered",
        reason=missing["reason"],
        sourceNotAtHand=[
            {
                **link(names.source(each["source"]), each["source"]),
                **node(dct_bibliographicCitation=each["citation"], sourceNature=each["nature"]),
            }
            for each in missing["sources"]
        ],
    )


def _list(names: Names, address: str, body: Plain, found: Iterator[Node]) -> Document:
    """Return a list of a day, with the organization of that day, or of an interval."""
    if "as_of" not in body:
        among = _history(names, address, body, link(names.organization(body["organization"])), found)
        return Document({**among.head, **node(**run(body), today=typed(body["today"], "date"))}, found)
    seen = organization_version(_day(names, body), body["organization"])
    return Document({**_dated(names, address, body), **node(foaf_primaryTopic=seen)}, found)


def _history(names: Names, address: str, body: Plain, topic: Node, found: Iterator[Node]) -> Document:
    """Return a document about no single day."""
    code = body["organization"]
    about = node(foaf_primaryTopic=topic, ofOrganization=link(names.organization(code), code))
    return Document({**_document(names, address, body), **about}, found)


def _members(names: Names, body: Plain, member: str) -> Iterator[tuple[DayOf, Plain]]:
    """Yield the things of a list, each with the day that names it: the day asked for, or its own first."""
    on = _day(names, body) if "as_of" in body else None
    for each in body[member] or ():
        yield on or _began(names, body, each), each


def _day(names: Names, body: Plain) -> DayOf:
    return DayOf(names, body["organization"]["code"], body["as_of"], _entry(body))


def _began(names: Names, body: Plain, seen: Plain) -> DayOf:
    """Return the first day of a version, by which it is named in a history."""
    return DayOf(names, body["organization"], seen["from"], _entry(body))


def _entry(body: Plain) -> int | None:
    known = body["known_at"]
    return known["entry"] if known else None
