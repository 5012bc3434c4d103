"""The REST operations: the one description from which routes, checks and the OpenAPI document come.

Takes nothing; gives `OPERATIONS`. Read by `api.rest.routing` and `api.rest.openapi`. To add one: a function
in `answers`, its schema in `answer_schemas`, its row here.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from api.rest import answers
from api.rest.parameters import (
    AFTER,
    AS_OF,
    BASE,
    FUNCTION,
    KNOWN_AT,
    LIMIT,
    ORGANIZATION,
    SOURCE,
    TARGET,
    UNIT,
    Parameter,
)
from api.rest.refusals import UnitNotCoveredOn, UnitNotInForceOn
from organica.domain.errors import Refused, Says
from organica.register.refusals import (
    BackwardInterval,
    UnknownEntry,
    UnknownFunction,
    UnknownOrganization,
    UnknownSource,
    UnknownUnit,
)


@dataclass(frozen=True, slots=True)
class Operation:
    """One question that can be asked over REST.

    `path` is an OpenAPI template; `answer` is called with the register's reads and the parameters by name;
    `schema` names the component that describes the answer; `refusals` are those of its own, besides the
    ones that every operation has.
    """

    path: str
    id: str
    tag: str
    asks: Says
    parameters: tuple[Parameter, ...]
    answer: Callable[..., Awaitable[answers.Answer]]
    schema: str
    refusals: tuple[type[Refused], ...] = ()


ABOUT = "/v1/organizations/{code}"
_DATED = (AS_OF, KNOWN_AT)
_KNOWN = (UnknownOrganization, UnknownEntry)

OPERATIONS = (
    Operation(
        "/v1/organizations",
        "listOrganizations",
        "organizations",
        Says(es="Organizaciones del registro, por código", en="The organizations of the register, by code"),
        (LIMIT, AFTER),
        answers.organizations,
        "OrganizationPage",
    ),
    Operation(
        ABOUT,
        "getOrganization",
        "organizations",
        Says(es="Una organización en un día", en="An organization on a day"),
        (ORGANIZATION, *_DATED),
        answers.organization,
        "OrganizationAnswer",
        _KNOWN,
    ),
    Operation(
        f"{ABOUT}/structure",
        "getStructure",
        "structure",
        Says(
            es="La estructura orgánica en un día: unidades anidadas con sus funciones y cargos",
            en="The structure on a day: nested units with their functions and posts",
        ),
        (ORGANIZATION, *_DATED),
        answers.structure,
        "StructureAnswer",
        _KNOWN,
    ),
    Operation(
        f"{ABOUT}/units",
        "listUnits",
        "structure",
        Says(es="Todas las unidades en un día, sin anidar", en="All units on a day, not nested"),
        (ORGANIZATION, *_DATED),
        answers.units,
        "UnitsAnswer",
        _KNOWN,
    ),
    Operation(
        f"{ABOUT}/functions",
        "listFunctions",
        "structure",
        Says(es="Todas las funciones en un día, sin anidar", en="All functions on a day, not nested"),
        (ORGANIZATION, *_DATED),
        answers.functions,
        "FunctionsAnswer",
        _KNOWN,
    ),
    Operation(
        f"{ABOUT}/units/{{unit}}",
        "getUnit",
        "structure",
        Says(
            es="Una unidad en un día, con lo que depende de ella", en="A unit on a day, with what is below it"
        ),
        (ORGANIZATION, UNIT, *_DATED),
        answers.unit,
        "UnitAnswer",
        (*_KNOWN, UnknownUnit, UnitNotInForceOn, UnitNotCoveredOn),
    ),
    Operation(
        f"{ABOUT}/units/{{unit}}/history",
        "getUnitHistory",
        "history",
        Says(
            es="La historia de una unidad y de sus funciones, con el acto detrás de cada cambio",
            en="The history of a unit and of its functions, with the act behind each change",
        ),
        (ORGANIZATION, UNIT, KNOWN_AT),
        answers.unit_history,
        "UnitHistory",
        (*_KNOWN, UnknownUnit),
    ),
    Operation(
        f"{ABOUT}/functions/{{function}}/history",
        "getFunctionHistory",
        "history",
        Says(
            es="La historia de una función, con el acto detrás de cada cambio",
            en="The history of a function, with the act behind each change",
        ),
        (ORGANIZATION, FUNCTION, KNOWN_AT),
        answers.function_history,
        "FunctionHistory",
        (*_KNOWN, UnknownFunction),
    ),
    Operation(
        f"{ABOUT}/diff",
        "getDiff",
        "history",
        Says(es="Qué cambió entre dos días", en="What changed between two days"),
        (ORGANIZATION, BASE, TARGET, KNOWN_AT),
        answers.diff,
        "Diff",
        (*_KNOWN, BackwardInterval),
    ),
    Operation(
        f"{ABOUT}/sources",
        "listSources",
        "sources",
        Says(es="Las fuentes legales de una organización", en="The legal sources of an organization"),
        (ORGANIZATION, KNOWN_AT),
        answers.sources,
        "SourceList",
        _KNOWN,
    ),
    Operation(
        "/v1/sources/{id}",
        "getSource",
        "sources",
        Says(
            es="Una fuente legal con su evidencia y las dudas resueltas",
            en="A legal source with its evidence and the doubts that were settled",
        ),
        (SOURCE, KNOWN_AT),
        answers.source,
        "SourceAnswer",
        (UnknownSource, UnknownEntry),
    ),
)
