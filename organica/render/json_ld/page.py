"""The data inside a page: what it is about, in the words of schema.org and W3C ORG, for whoever reads pages.

Takes plain values; returns JSON-LD as a text that no page can be broken out of. Called by `api.embed`. It
tells what a search shows; the whole answer as linked data is an alternate of the page. No person is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from organica.domain.dates import LegalDate, Precision
from organica.domain.errors import Language
from organica.domain.source import LegalSource
from organica.render.json_ld.context import PREFIXES
from organica.render.json_ld.names import Names
from organica.render.json_ld.nodes import Node, link, node

CONTEXT = {"@vocab": PREFIXES["schema"], "dct": PREFIXES["dct"], "org": PREFIXES["org"]}
# What ends a script, opens a comment in one, or is a line break to old readers, is written as JSON's escapes.
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@dataclass(frozen=True, slots=True)
class PageUnit:
    """A unit that a page is about: its code, name and page, and the unit above."""

    code: str
    name: str
    address: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class PageProgramme:
    """A programme or service that a page tells of. `unit`: the code of the unit that runs it."""

    code: str
    name: str
    address: str
    kind: str | None
    objective: str | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class PageAbout:
    """What a page is about. `address`: of the page; `home`: of the organization's current page.

    `first`, `last`: the days on which what it shows is in force, in ISO 8601; `last` is None where open.
    """

    address: str
    title: str
    organization: str
    name: str | None
    home: str
    units: Sequence[PageUnit]
    sources: Sequence[LegalSource]
    first: str | None
    last: str | None
    language: Language
    programmes: Sequence[PageProgramme] = ()


def page_data(names: Names, about: PageAbout, main: str | None = None) -> str:
    """Return the data. `main`: the code of the unit that the page is about; None: the organization."""
    topic = names.unit(about.organization, main) if main else names.organization(about.organization)
    first, last = about.first, about.last
    page = node(
        id_=about.address,
        type_="WebPage",
        name=about.title,
        inLanguage=about.language,
        about=link(topic),
        isBasedOn=[link(names.source(each.key)) for each in about.sources],
        temporalCoverage=f"{first}/{last or '..'}" if first else None,
    )
    graph = [
        page,
        _organization(names, about),
        *(_unit(names, about.organization, each) for each in about.units),
        *(_programme(names, about.organization, each) for each in about.programmes),
        *(_source(names, each, first) for each in about.sources),
    ]
    return inert(orjson.dumps({"@context": CONTEXT, "@graph": graph}).decode())


def inert(json: str) -> str:
    """Return JSON that says the same and holds no sign by which a page could be broken out of."""
    for sign, escape in _ESCAPED.items():
        json = json.replace(sign, escape)
    return json


def _organization(names: Names, about: PageAbout) -> Node:
    return node(
        id_=names.organization(about.organization),
        type_=["GovernmentOrganization", "org:FormalOrganization"],
        identifier=about.organization,
        name=about.name,
        url=about.home,
        org_hasUnit=[
            link(names.unit(about.organization, each.code)) for each in about.units if each.parent is None
        ],
    )


def _unit(names: Names, organization: str, unit: PageUnit) -> Node:
    above = names.unit(organization, unit.parent) if unit.parent else None
    return node(
        id_=names.unit(organization, unit.code),
        type_=["GovernmentOrganization", "org:OrganizationalUnit"],
        identifier=unit.code,
        name=unit.name,
        url=unit.address,
        parentOrganization=link(above or names.organization(organization)),
        org_unitOf=link(names.organization(organization)),
        org_subOrganizationOf=link(above) if above else None,
    )


def _programme(names: Names, organization: str, programme: PageProgramme) -> Node:
    return node(
        id_=names.programme(organization, programme.code),
        type_="GovernmentService",
        identifier=programme.code,
        name=programme.name,
        url=programme.address,
        serviceType=programme.kind,
        description=programme.objective,
        provider=link(names.organization(organization)),
        serviceOperator=link(names.unit(organization, programme.unit)) if programme.unit else None,
    )


def _source(names: Names, source: LegalSource, version: str | None) -> Node:
    """Return a source. What is no norm is no legislation, and says so by its type."""
    common = node(id_=names.source(source.key), name=source.citation, url=source.text_url, inLanguage="es")
    if not source.normative:
        return {**common, **node(type_="CreativeWork", identifier=source.key)}
    return {
        **common,
        **node(
            type_="Legislation",
            legislationIdentifier=source.key,
            legislationType=source.kind,
            legislationDate=_day(source.signed_on),
            datePublished=_day(source.published_on),
            legislationDateVersion=version,
            legislationPassedBy=link(names.organization(f"{source.country}.{source.issuer}")),
        ),
    }


def _day(when: LegalDate | None) -> str | None:
    """Return a date that is known to the day: schema.org has no word for a vaguer one."""
    return when.value if when and when.precision is Precision.DAY else None
