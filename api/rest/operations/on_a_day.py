"""What is so on a day: organizations, their units, functions, posts, appointments and programmes.

Takes nothing; gives rows of `OPERATIONS`. Called by the package.
"""

from __future__ import annotations

from api.rest.answers import exports, on_a_day, programmes, tables, ties
from api.rest.operation import Operation
from api.rest.operations.common import ABOUT, DATED, KNOWN
from api.rest.parameters.common import AFTER, AS_OF, KNOWN_AT, LIMIT, ORGANIZATION, PROPOSED_KNOWN_AT, UNIT
from api.rest.parameters.history import FROM, POST_KNOWN_AT, UNTIL
from api.rest.parameters.programmes import ORGANIZATION_OF_PROGRAMME, PROGRAMME
from api.rest.parameters.ties import SYSTEM, VALUE
from api.rest.refusals import DayOrInterval, ProgrammeNotInForceOn, UnitNotCoveredOn, UnitNotInForceOn
from api.rest.tables import columns
from organica.domain.errors import Says
from organica.register.refusals import BackwardInterval, UnknownEntry, UnknownProgramme, UnknownUnit
from organica.render.json_ld import documents

ON_A_DAY = (
    Operation(
        "/v1/organizations",
        "listOrganizations",
        "organizations",
        Says(es="Organizaciones del registro, por código", en="The organizations of the register, by code"),
        (KNOWN_AT, LIMIT, AFTER),
        on_a_day.organizations,
        "OrganizationPage",
        (UnknownEntry,),
        table=columns.ORGANIZATIONS,
    ),
    Operation(
        ABOUT,
        "getOrganization",
        "organizations",
        Says(es="Una organización en un día", en="An organization on a day"),
        (ORGANIZATION, *DATED),
        on_a_day.organization,
        "OrganizationAnswer",
        KNOWN,
        linked=documents.organization,
    ),
    Operation(
        f"{ABOUT}/structure",
        "getStructure",
        "structure",
        Says(
            es="La estructura orgánica en un día: unidades anidadas con sus funciones y cargos",
            en="The structure on a day: nested units with their functions and posts",
        ),
        (ORGANIZATION, *DATED),
        on_a_day.structure,
        "StructureAnswer",
        KNOWN,
        linked=documents.structure,
    ),
    Operation(
        f"{ABOUT}/units",
        "listUnits",
        "structure",
        Says(
            es="Todas las unidades, sin anidar, en un día o en un intervalo",
            en="All units, not nested, on a day or in an interval",
        ),
        (ORGANIZATION, AS_OF, FROM, UNTIL, KNOWN_AT),
        exports.units,
        "UnitsAnswer",
        (*KNOWN, DayOrInterval, BackwardInterval),
        table=columns.UNITS,
        linked=documents.units,
    ),
    Operation(
        f"{ABOUT}/functions",
        "listFunctions",
        "structure",
        Says(
            es="Todas las funciones, sin anidar, en un día o en un intervalo",
            en="All functions, not nested, on a day or in an interval",
        ),
        (ORGANIZATION, AS_OF, FROM, UNTIL, KNOWN_AT),
        exports.functions,
        "FunctionsAnswer",
        (*KNOWN, DayOrInterval, BackwardInterval),
        table=columns.FUNCTIONS,
        linked=documents.functions,
    ),
    Operation(
        f"{ABOUT}/posts",
        "listPosts",
        "structure",
        Says(es="Todos los cargos, en un día o en un intervalo", en="All posts, on a day or in an interval"),
        (ORGANIZATION, AS_OF, FROM, UNTIL, POST_KNOWN_AT),
        exports.posts,
        "PostsAnswer",
        (*KNOWN, DayOrInterval, BackwardInterval),
        table=columns.POSTS,
        linked=documents.posts,
    ),
    Operation(
        f"{ABOUT}/appointments",
        "listAppointments",
        "structure",
        Says(
            es="Quién ejerce qué cargo, en un día o en un intervalo",
            en="Who holds which post, on a day or in an interval",
        ),
        (ORGANIZATION, AS_OF, FROM, UNTIL, POST_KNOWN_AT),
        exports.appointments,
        "AppointmentsAnswer",
        (*KNOWN, DayOrInterval, BackwardInterval),
        table=columns.APPOINTMENTS,
        linked=documents.appointments,
    ),
    Operation(
        f"{ABOUT}/programmes",
        "listProgrammes",
        "programmes",
        Says(
            es="Los programas y servicios, en un día o en un intervalo",
            en="The programmes and services, on a day or in an interval",
        ),
        (ORGANIZATION_OF_PROGRAMME, AS_OF, FROM, UNTIL, PROPOSED_KNOWN_AT),
        exports.programmes,
        "ProgrammesAnswer",
        (*KNOWN, DayOrInterval, BackwardInterval),
        table=columns.PROGRAMMES,
        linked=documents.programmes,
    ),
    Operation(
        f"{ABOUT}/programmes/{{programme}}",
        "getProgramme",
        "programmes",
        Says(
            es="Un programa o servicio en un día, con sus indicadores",
            en="A programme or service on a day, with its figures",
        ),
        (ORGANIZATION_OF_PROGRAMME, PROGRAMME, AS_OF, PROPOSED_KNOWN_AT),
        programmes.programme,
        "ProgrammeAnswer",
        (*KNOWN, UnknownProgramme, ProgrammeNotInForceOn),
        linked=documents.programme,
    ),
    Operation(
        f"{ABOUT}/units/{{unit}}",
        "getUnit",
        "structure",
        Says(
            es="Una unidad en un día, con lo que depende de ella", en="A unit on a day, with what is below it"
        ),
        (ORGANIZATION, UNIT, *DATED),
        on_a_day.unit,
        "UnitAnswer",
        (*KNOWN, UnknownUnit, UnitNotInForceOn, UnitNotCoveredOn),
        linked=documents.unit,
    ),
    Operation(
        f"{ABOUT}/coordination",
        "getCoordination",
        "structure",
        Says(
            es="Qué unidades nombran a cuáles en sus funciones, y los nombres sin resolver",
            en="Which units name which in their functions, and the names that mean none",
        ),
        (ORGANIZATION, *DATED),
        ties.coordination,
        "CoordinationAnswer",
        KNOWN,
    ),
    Operation(
        f"{ABOUT}/datapackage",
        "getDataPackage",
        "structure",
        Says(
            es="Todas las tablas de un día como un paquete de datos, con su esquema y su dialecto",
            en="All tables of a day as one data package, with their schemas and dialects",
        ),
        (ORGANIZATION, *DATED),
        tables.datapackage,
        "DataPackage",
        KNOWN,
    ),
    Operation(
        f"{ABOUT}/external-ids",
        "findByExternalId",
        "organizations",
        Says(es="Lo que otro sistema llama así", en="What another system calls so"),
        (ORGANIZATION, SYSTEM, VALUE, KNOWN_AT),
        ties.external_ids,
        "ExternalIdAnswer",
        KNOWN,
    ),
)
