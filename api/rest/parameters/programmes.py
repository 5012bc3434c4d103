"""The parameters of questions about programmes.

Takes nothing; gives parameters. Read by `api.rest.operations` and `api.rest.identifiers`.
"""

from __future__ import annotations

from dataclasses import replace

from api.rest.parameters.common import ORGANIZATION, SLUG, Parameter
from organica.domain.errors import Says
from organica.domain.ids import MAX_CODE_CHARACTERS, programme_code

ORGANIZATION_OF_PROGRAMME = replace(ORGANIZATION, example="pe.perucompras")
PROGRAMME = Parameter(
    "programme",
    "path",
    programme_code,
    {"type": "string", "pattern": f"^{SLUG}$", "maxLength": MAX_CODE_CHARACTERS},
    "registro-blockchain",
    Says(es="Código permanente del programa o servicio.", en="The permanent code of the programme."),
    required=True,
)
