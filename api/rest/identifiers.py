"""The permanent identifiers: what is served under `/id`, and to which document each one leads.

Takes nothing; gives `IDENTIFIERS`. Read by `api.rest.identifier_routes` and `api.rest.openapi`. Source: the
three levels of legislation.gov.uk: identifier, dated document, representation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from api.rest.operation import Operation
from api.rest.operations import OPERATIONS
from api.rest.parameters.common import FUNCTION, ORGANIZATION, SOURCE, UNIT, Parameter
from api.rest.parameters.history import APPOINTMENT, POST
from api.rest.parameters.programmes import ORGANIZATION_OF_PROGRAMME, PROGRAMME
from organica.domain.errors import Says

_BY_ID = {operation.id: operation for operation in OPERATIONS}


def _as_they_are(codes: Mapping[str, str]) -> Mapping[str, str]:
    return codes


def _post_of_appointment(codes: Mapping[str, str]) -> Mapping[str, str]:
    """Return the codes of the post; that of an appointment begins with it."""
    return {"code": codes["code"], "post": codes["appointment"].rpartition(".")[0]}


@dataclass(frozen=True, slots=True)
class Identifier:
    """A kind of thing that has a permanent identifier, and the operation that answers about it.

    `codes` turns the codes of the identifier into those of the operation's path.
    """

    path: str
    id: str
    asks: Says
    parameters: tuple[Parameter, ...]
    leads_to: Operation
    codes: Callable[[Mapping[str, str]], Mapping[str, str]] = _as_they_are

    @property
    def queried(self) -> tuple[Parameter, ...]:
        """Return the parameters of the document that the identifier passes on."""
        return tuple(each for each in self.leads_to.parameters if each.place == "query")

    @property
    def example(self) -> str:
        """Return the address that the parameters' examples make."""
        path = self.path
        for parameter in self.parameters:
            path = path.replace(f"{{{parameter.name}}}", parameter.example)
        return path

    def document(self, codes: Mapping[str, str]) -> str:
        """Return the path of the document."""
        path = self.leads_to.path
        for name, code in self.codes(codes).items():
            path = path.replace(f"{{{name}}}", code)
        return path


IDENTIFIERS = (
    Identifier(
        "/id/organization/{code}",
        "identifyOrganization",
        Says(es="El identificador permanente de un organismo", en="The permanent identifier of a body"),
        (ORGANIZATION,),
        _BY_ID["getOrganization"],
    ),
    Identifier(
        "/id/unit/{code}/{unit}",
        "identifyUnit",
        Says(es="El identificador permanente de una unidad", en="The permanent identifier of a unit"),
        (ORGANIZATION, UNIT),
        _BY_ID["getUnit"],
    ),
    Identifier(
        "/id/function/{code}/{function}",
        "identifyFunction",
        Says(es="El identificador permanente de una función", en="The permanent identifier of a function"),
        (ORGANIZATION, FUNCTION),
        _BY_ID["getFunctionHistory"],
    ),
    Identifier(
        "/id/post/{code}/{post}",
        "identifyPost",
        Says(es="El identificador permanente de un cargo", en="The permanent identifier of a post"),
        (ORGANIZATION, POST),
        _BY_ID["getPostHistory"],
    ),
    Identifier(
        "/id/appointment/{code}/{appointment}",
        "identifyAppointment",
        Says(
            es="El identificador permanente de un nombramiento",
            en="The permanent identifier of an appointment",
        ),
        (ORGANIZATION, APPOINTMENT),
        _BY_ID["getPostHistory"],
        _post_of_appointment,
    ),
    Identifier(
        "/id/programme/{code}/{programme}",
        "identifyProgramme",
        Says(
            es="El identificador permanente de un programa o servicio",
            en="The permanent identifier of a programme or service",
        ),
        (ORGANIZATION_OF_PROGRAMME, PROGRAMME),
        _BY_ID["getProgramme"],
    ),
    Identifier(
        "/id/source/{id}",
        "identifySource",
        Says(
            es="El identificador permanente de una fuente legal",
            en="The permanent identifier of a legal source",
        ),
        (SOURCE,),
        _BY_ID["getSource"],
    ),
)
