"""What was so and what changed: histories, lineage, differences and the feed.

Takes nothing; gives rows of `OPERATIONS`. Called by the package.
"""

from __future__ import annotations

from api.rest.answers import feed, history, programmes, ties
from api.rest.operation import Operation
from api.rest.operations.common import ABOUT, DATED, KNOWN
from api.rest.parameters.common import (
    AFTER_CHANGE,
    BASE,
    EFFECTIVE_FROM,
    EFFECTIVE_UNTIL,
    FIRST,
    FUNCTION,
    KNOWN_AT,
    ORGANIZATION,
    ORGANIZATION_WANTED,
    PROPOSED_KNOWN_AT,
    TARGET,
    UNIT,
    UNIT_WANTED,
)
from api.rest.parameters.history import AS, POST, POST_KNOWN_AT
from api.rest.parameters.programmes import ORGANIZATION_OF_PROGRAMME, PROGRAMME
from api.rest.tables import columns
from organica.domain.errors import Says
from organica.register.refusals import (
    BackwardInterval,
    UnitWithoutOrganization,
    UnknownChange,
    UnknownFunction,
    UnknownOrganization,
    UnknownPost,
    UnknownProgramme,
    UnknownUnit,
)
from organica.render.json_ld import documents

OVER_TIME = (
    Operation(
        f"{ABOUT}/history",
        "getOrganizationHistory",
        "history",
        Says(
            es="La historia de la organización, y cada fecha en que algo de ella cambia con sus actos",
            en="The history of the organization, and each day on which anything in it changes, with its acts",
        ),
        (ORGANIZATION, KNOWN_AT),
        history.organization_history,
        "OrganizationHistory",
        KNOWN,
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
        history.unit_history,
        "UnitHistory",
        (*KNOWN, UnknownUnit),
        linked=documents.unit_history,
    ),
    Operation(
        f"{ABOUT}/units/{{unit}}/lineage",
        "getUnitLineage",
        "history",
        Says(
            es="De qué unidades proviene una unidad, en cuáles continúa y adónde fueron sus funciones",
            en="What a unit came out of, what came out of it, and where its functions went",
        ),
        (ORGANIZATION, UNIT, *DATED),
        ties.lineage,
        "LineageAnswer",
        (*KNOWN, UnknownUnit),
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
        history.function_history,
        "FunctionHistory",
        (*KNOWN, UnknownFunction),
        linked=documents.function_history,
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
        history.post_history,
        "PostHistory",
        (*KNOWN, UnknownPost),
        linked=documents.post_history,
    ),
    Operation(
        f"{ABOUT}/programmes/{{programme}}/history",
        "getProgrammeHistory",
        "history",
        Says(
            es="La historia de un programa o servicio, con el acto detrás de cada cambio",
            en="The history of a programme or service, with the act behind each change",
        ),
        (ORGANIZATION_OF_PROGRAMME, PROGRAMME, PROPOSED_KNOWN_AT),
        programmes.programme_history,
        "ProgrammeHistory",
        (*KNOWN, UnknownProgramme),
        linked=documents.programme_history,
    ),
    Operation(
        f"{ABOUT}/diff",
        "getDiff",
        "history",
        Says(es="Qué cambió entre dos días", en="What changed between two days"),
        (ORGANIZATION, BASE, TARGET, AS, KNOWN_AT),
        history.diff,
        "Diff",
        (*KNOWN, BackwardInterval),
        text=True,
        table=columns.DIFFERENCES,
        linked=documents.diff,
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
        feed.changes,
        "ChangePage",
        (UnknownChange, UnknownOrganization, UnknownUnit, UnitWithoutOrganization, BackwardInterval),
        table=columns.CHANGES,
    ),
)
