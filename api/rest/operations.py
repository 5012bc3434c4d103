"""The REST operations: the one description from which routes, checks and the OpenAPI document come.

Takes nothing; gives `OPERATIONS`. Read by `api.rest.routing` and `api.rest.openapi`. To add one: a function
in `answers`, its schema in `answer_schemas`, its row here.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from api.rest import answers, answers_feed, answers_history, answers_ties
from api.rest.parameters import (
    AFTER,
    AFTER_CHANGE,
    AS_OF,
    BASE,
    EFFECTIVE_FROM,
    EFFECTIVE_UNTIL,
    FIRST,
    FUNCTION,
    KNOWN_AT,
    LIMIT,
    ORGANIZATION,
    ORGANIZATION_WANTED,
    SOURCE,
    TARGET,
    UNIT,
    UNIT_WANTED,
    Parameter,
)
from api.rest.parameters_history import AS, FROM, POST, POST_KNOWN_AT, UNTIL
from api.rest.parameters_ties import SYSTEM, VALUE
from api.rest.refusals import DayOrInterval, UnitNotCoveredOn, UnitNotInForceOn
from organica.domain.errors import Refused, Says
from organica.register.refusals import (
    BackwardInterval,
    UnitWithoutOrganization,
    UnknownChange,
    UnknownEntry,
    UnknownFunction,
    UnknownOrganization,
    UnknownPost,
    UnknownSource,
    UnknownUnit,
)


@dataclass(frozen=True, slots=True)
class Operation:
    """One question that can be asked over REST.

    `path` is an OpenAPI template; `answer` is called with the register's reads and the parameters by name;
    `schema` names the component that describes the answer; `refusals` are those of its own, besides the
    ones that every operation has. `text`: it may also be answered as a text for people.
    """

    path: str
    id: str
    tag: str
    asks: Says
    parameters: tuple[Parameter, ...]
    answer: Callable[..., Awaitable[answers.Answer]]
    schema: str
    refusals: tuple[type[Refused], ...] = ()
    text: bool = False


ABOUT = "/v1/organizations/{code}"
_DATED = (AS_OF, KNOWN_AT)
_KNOWN = (UnknownOrganization, UnknownEntry)

OPERATIONS = (
    Operation(
        "/v1/organizations",
        "listOrganizations",
        "organizations",
        Says(es="Organizaciones del registro, por código", en="The organizations of the register, by code"),
        (KNOWN_AT, LIMIT, AFTER),
        answers.organizations,
        "OrganizationPage",
        (UnknownEntry,),
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
        f"{ABOUT}/posts",
        "listPosts",
        "structure",
        Says(es="Todos los cargos, en un día o en un intervalo", en="All posts, on a day or in an interval"),
        (ORGANIZATION, AS_OF, FROM, UNTIL, KNOWN_AT),
        answers_history.posts,
        "PostsAnswer",
        (*_KNOWN, DayOrInterval, BackwardInterval),
    ),
    Operation(
        f"{ABOUT}/appointments",
        "listAppointments",
        "structure",
        Says(
            es="Quién ejerce qué cargo, en un día o en un intervalo",
            en="Who holds which post, on a day or in an interval",
        ),
        (ORGANIZATION, AS_OF, FROM, UNTIL, KNOWN_AT),
        answers_history.appointments,
        "AppointmentsAnswer",
        (*_KNOWN, DayOrInterval, BackwardInterval),
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
        f"{ABOUT}/units/{{unit}}/lineage",
        "getUnitLineage",
        "history",
        Says(
            es="De qué unidades proviene una unidad, en cuáles continúa y adónde fueron sus funciones",
            en="What a unit came out of, what came out of it, and where its functions went",
        ),
        (ORGANIZATION, UNIT, *_DATED),
        answers_ties.lineage,
        "LineageAnswer",
        (*_KNOWN, UnknownUnit),
    ),
    Operation(
        f"{ABOUT}/coordination",
        "getCoordination",
        "structure",
        Says(
            es="Qué unidades nombran a cuáles en sus funciones, y los nombres sin resolver",
            en="Which units name which in their functions, and the names that mean none",
        ),
        (ORGANIZATION, *_DATED),
        answers_ties.coordination,
        "CoordinationAnswer",
        _KNOWN,
    ),
    Operation(
        f"{ABOUT}/external-ids",
        "findByExternalId",
        "organizations",
        Says(es="Lo que otro sistema llama así", en="What another system calls so"),
        (ORGANIZATION, SYSTEM, VALUE, KNOWN_AT),
        answers_ties.external_ids,
        "ExternalIdAnswer",
        _KNOWN,
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
        f"{ABOUT}/posts/{{post}}/history",
        "getPostHistory",
        "history",
        Says(
            es="La historia de un cargo: quién lo ejerció, en qué calidad, por qué acto, y sus vacancias",
            en="The history of a post: who held it, in which capacity, by which act, and when it was vacant",
        ),
        (ORGANIZATION, POST, POST_KNOWN_AT),
        answers_history.post_history,
        "PostHistory",
        (*_KNOWN, UnknownPost),
    ),
    Operation(
        f"{ABOUT}/history",
        "getOrganizationHistory",
        "history",
        Says(
            es="La historia de la organización, y cada fecha en que algo de ella cambia con sus actos",
            en="The history of the organization, and each day on which anything in it changes, with its acts",
        ),
        (ORGANIZATION, KNOWN_AT),
        answers_history.organization_history,
        "OrganizationHistory",
        _KNOWN,
    ),
    Operation(
        f"{ABOUT}/diff",
        "getDiff",
        "history",
        Says(es="Qué cambió entre dos días", en="What changed between two days"),
        (ORGANIZATION, BASE, TARGET, AS, KNOWN_AT),
        answers_history.diff,
        "Diff",
        (*_KNOWN, BackwardInterval),
        text=True,
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
    Operation(
        "/v1/changes",
        "listChanges",
        "history",
        Says(
            es="Qué registró el registro y qué entró en vigor, desde un número que nunca caduca",
            en="What the register recorded and what took effect, from a number that never expires",
        ),
        (AFTER_CHANGE, FIRST, ORGANIZATION_WANTED, UNIT_WANTED, EFFECTIVE_FROM, EFFECTIVE_UNTIL),
        answers_feed.changes,
        "ChangePage",
        (UnknownChange, UnknownOrganization, UnknownUnit, UnitWithoutOrganization, BackwardInterval),
    ),
)
