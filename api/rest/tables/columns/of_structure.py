"""The columns of what is so on a day: organizations, units, functions, posts and appointments.

Takes nothing; gives a `Table` for each list. Called by the package.
"""

from __future__ import annotations

from api.rest.parameters.common import ORGANIZATION_CODE
from api.rest.tables.columns.common import (
    ACRONYM,
    APPOINTMENT_CODE,
    ASKED,
    FUNCTION_CODE,
    KNOWN_AT,
    LAW,
    OBJECTIVE,
    OF_UNIT,
    ORGANIZATION,
    POST_CODE,
    UNIT_CODE,
    UNIT_NAME,
    joined,
    legal_date,
    member,
    plain_day,
)
from api.rest.tables.table import Column, Kind, Reference, Table
from organica.domain.acts import ParentStatus, UnitClass
from organica.domain.errors import Says
from organica.register.histories import AppointmentEnd
from organica.register.views import Occupancy

_UNIT_CODE = Says(es="Código permanente de la unidad.", en="The unit's permanent code.")
UNITS = Table(
    "units",
    Says(es="Unidades", en="Units"),
    "units",
    "unit",
    (
        ORGANIZATION,
        member("unit", _UNIT_CODE, "code", required=True, pattern=UNIT_CODE),
        member("kind", Says(es="Rango tal como se imprime.", en="The rank as printed.")),
        member("class", Says(es="Clase de unidad.", en="Class of unit."), choices=UnitClass),
        member("name", Says(es="Nombre.", en="Name.")),
        member("acronym", ACRONYM),
        member("objective", OBJECTIVE),
        member(
            "parent",
            Says(es="Código de la unidad de que depende.", en="The code of the unit above."),
            pattern=UNIT_CODE,
        ),
        member(
            "parent_status",
            Says(es="Si se sabe de qué depende.", en="Whether it is known what is above it."),
            required=True,
            choices=ParentStatus,
        ),
        *LAW,
        *ASKED,
    ),
    key_on_day=("unit",),
    references_on_day=(Reference(("parent",), "", ("unit",)),),
)
FUNCTIONS = Table(
    "functions",
    Says(es="Funciones", en="Functions"),
    "functions",
    "function",
    (
        ORGANIZATION,
        member("unit", _UNIT_CODE, required=True, pattern=UNIT_CODE),
        member("unit_name", UNIT_NAME),
        member(
            "function",
            Says(es="Código permanente de la función.", en="The function's permanent code."),
            "code",
            required=True,
            pattern=FUNCTION_CODE,
        ),
        member("list", Says(es="Lista en que está.", en="The list it stands in.")),
        member(
            "label",
            Says(es="Letra o número tal como se imprime.", en="The letter or number as printed."),
        ),
        member(
            "position",
            Says(es="Lugar entre sus hermanas.", en="Its place among its siblings."),
            kind=Kind.NUMBER,
            required=True,
        ),
        member("text", Says(es="Texto literal.", en="The literal text."), required=True),
        member(
            "parent_function",
            Says(es="Código de la función de que es parte.", en="The code of the item it belongs to."),
            "parent",
            pattern=FUNCTION_CODE,
        ),
        member(
            "held_by",
            Says(
                es="Código del cargo que la tiene; vacío: la unidad.",
                en="The post that holds it; empty: the unit.",
            ),
            pattern=POST_CODE,
        ),
        member(
            "misprint",
            Says(
                es="Si se confirmó que la letra repetida está así impresa.",
                en="Whether a repeated letter was confirmed to stand so in print.",
            ),
            kind=Kind.TRUTH,
            required=True,
        ),
        *LAW,
        *ASKED,
    ),
    key_on_day=("function",),
    references_on_day=(
        OF_UNIT,
        Reference(("parent_function",), "", ("function",)),
        Reference(("held_by",), "posts", ("post",)),
    ),
)
POSTS = Table(
    "posts",
    Says(es="Cargos", en="Posts"),
    "posts",
    "post",
    (
        ORGANIZATION,
        member("unit", _UNIT_CODE, required=True, pattern=UNIT_CODE),
        member("unit_name", UNIT_NAME),
        member(
            "post",
            Says(es="Código permanente del cargo.", en="The post's permanent code."),
            "code",
            required=True,
            pattern=POST_CODE,
        ),
        member("name", Says(es="Nombre del cargo.", en="The post's name.")),
        member(
            "heads",
            Says(es="Si encabeza la unidad.", en="Whether it heads the unit."),
            kind=Kind.TRUTH,
            required=True,
        ),
        member(
            "occupancy",
            Says(
                es="Si alguien lo ejerce; vacío en un intervalo.",
                en="Whether somebody holds it; empty over an interval.",
            ),
            choices=Occupancy,
        ),
        Column(
            "substitutes",
            lambda row: joined((each["code"] for each in row.seen["substitutes"]), " "),
            Says(
                es="Códigos de los cargos que lo subrogan, por orden, separados por espacios.",
                en="Codes of the posts that stand in for it, by rank, with blanks between.",
            ),
        ),
        *LAW,
        *ASKED,
    ),
    key_on_day=("post",),
    references_on_day=(OF_UNIT,),
)
APPOINTMENTS = Table(
    "appointments",
    Says(es="Nombramientos", en="Appointments"),
    "appointments",
    "appointment",
    (
        ORGANIZATION,
        member("unit", _UNIT_CODE, pattern=UNIT_CODE),
        member(
            "post",
            Says(es="Código permanente del cargo.", en="The post's permanent code."),
            required=True,
            pattern=POST_CODE,
        ),
        member("post_name", Says(es="Nombre del cargo.", en="The post's name.")),
        member(
            "appointment",
            Says(es="Código permanente del nombramiento.", en="The appointment's permanent code."),
            "code",
            required=True,
            pattern=APPOINTMENT_CODE,
        ),
        Column(
            "holder",
            lambda row: row.seen["holder"]["name"],
            Says(es="Quién lo ejerce.", en="Who holds it."),
        ),
        Column(
            "withheld",
            lambda row: row.seen["holder"]["withheld"],
            Says(es="Si el nombre está reservado.", en="Whether the name is withheld."),
            kind=Kind.TRUTH,
            required=True,
        ),
        member("capacity", Says(es="Calidad.", en="Capacity.")),
        member("employment", Says(es="Vínculo laboral.", en="Employment link.")),
        plain_day("held_from", Says(es="Primer día.", en="The first day."), "from", required=True),
        plain_day(
            "held_until",
            Says(es="Primer día en que ya no lo ejerce.", en="The first day on which it is no longer held."),
            "until",
        ),
        member("ending", Says(es="Por qué terminó.", en="Why it ended."), choices=AppointmentEnd),
        *legal_date("lapses", Says(es="Cuándo caduca según el acto.", en="When the act lets it lapse.")),
        *LAW,
        *ASKED,
    ),
    key_on_day=("appointment",),
    references_on_day=(Reference(("post",), "posts", ("post",)), OF_UNIT),
)
ORGANIZATIONS = Table(
    "organizations",
    Says(es="Organizaciones", en="Organizations"),
    "organizations",
    "organization",
    (
        member(
            "organization",
            Says(es="Código de la organización.", en="The organization's code."),
            "code",
            required=True,
            pattern=ORGANIZATION_CODE,
        ),
        member(
            "country",
            Says(es="País según ISO 3166-1, o int.", en="ISO 3166-1 alpha-2 in lower case, or int."),
            required=True,
            pattern="[a-z]{2}|int",
        ),
        KNOWN_AT,
    ),
    key=("organization",),
)
