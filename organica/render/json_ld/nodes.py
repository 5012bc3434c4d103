"""How a node of linked data is written: references, typed values, and members that are left out.

Takes plain values; returns plain values of JSON-LD. Used by the files beside it.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

Plain: TypeAlias = dict[str, Any]
Node: TypeAlias = dict[str, Any]

# A date of the law is a literal of its own precision: nothing adds a month or a day that no act says.
_DATE_TYPES = {"year": "xsd:gYear", "month": "xsd:gYearMonth", "day": "xsd:date"}
# XML Schema has no type for "some day from one to the other"; ISO 8601-2 has, and this is its name.
_EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"


def node(**members: object) -> Node:
    """Return a node without the members that say nothing: None and empty lists.

    `id_` and `type_` are the keywords. A term of another vocabulary is written with an underscore in place of
    its colon: org_unitOf stands for org:unitOf.
    """
    return {_key(name): value for name, value in members.items() if value is not None and value != []}


@cache
def _key(name: str) -> str:
    """Return the key of a member; kept, because a long document writes the same few names many times."""
    return f"@{name[:-1]}" if name.endswith("_") else name.replace("_", ":", 1)


def link(iri: str, code: str | None = None) -> Node:
    """Return a reference to a thing, with its code where that is not told elsewhere in the document."""
    return node(id_=iri, dct_identifier=code)


def link_or_none(iri: str | None) -> Node | None:
    """Return a reference to a thing, or None where there is none."""
    return None if iri is None else link(iri)


def typed(value: str | None, kind: str) -> Node | None:
    """Return a literal of an XML Schema type."""
    return None if value is None else {"@value": value, "@type": f"xsd:{kind}"}


def as_precise(date: Plain | None) -> Node | None:
    """Return a legal date as a literal of its precision: a year, a month, a day, or one day of a period."""
    if date is None:
        return None
    if date["precision"] == "period":
        return {"@value": f"[{date['earliest']}..{date['latest']}]", "@type": _EDTF}
    return {"@value": date["value"], "@type": _DATE_TYPES[date["precision"]]}


def legal_date(date: Plain | None) -> Node | None:
    """Return a legal date with its window, how the register came to it, and the rule behind it."""
    if date is None:
        return None
    rule = date["rule"]
    return node(
        type_="LegalDate",
        dateValue=as_precise(date),
        precision=date["precision"],
        earliest=typed(date["earliest"], "date"),
        latest=typed(date["latest"], "date"),
        dateBasis=date["basis"],
        entryRule=None if rule is None else node(type_="EntryRule", **_rule(rule)),
    )


def _rule(rule: Plain) -> Plain:
    return {
        "countedFrom": rule["after"],
        "days": rule["days"],
        "workingDays": rule["working"],
        "monthAfter": rule["month_after"],
        "printed": rule["printed"],
        "calendar": rule["calendar"],
    }
