"""What a REST operation is: a question, its parameters, its answer, and the formats that the answer has.

Takes nothing; gives the values of which `api.rest.operations` makes the one description.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from api.rest.answers.answering import Answer
from api.rest.deprecation import Deprecation
from api.rest.formats import CSV, JSON, JSON_LD, JSON_LINES, XLSX, Format
from api.rest.parameters.common import AS_OF, PROPOSED_KNOWN_AT, Parameter
from api.rest.presenting.law import Plain
from api.rest.tables.table import Table
from organica.domain.errors import Refused, Says
from organica.render.json_ld.documents import Document
from organica.render.json_ld.names import Names

Linked = Callable[[Names, str, Plain], Document]


@dataclass(frozen=True, slots=True)
class Operation:
    """One question that can be asked over REST.

    `path` is an OpenAPI template; `answer` is called with the register's reads and the parameters by name;
    `schema` names the component that describes the answer; `refusals` are those of its own, besides the
    ones that every operation has. `text`: it may also be answered as a text for people. `table`: its rows as
    CSV, XLSX and JSON Lines. `prescribed`: its CSV and XLSX are files that a law prescribes. `linked`: the
    answer as JSON-LD.
    `deprecated`: it is on its way out.
    """

    path: str
    id: str
    tag: str
    asks: Says
    parameters: tuple[Parameter, ...]
    answer: Callable[..., Awaitable[Answer]]
    schema: str
    refusals: tuple[type[Refused], ...] = ()
    text: bool = False
    table: Table | None = None
    prescribed: bool = False
    linked: Linked | None = None
    deprecated: Deprecation | None = None

    @property
    def formats(self) -> tuple[Format, ...]:
        """Return the formats in which programs can have the answer, the usual one first."""
        tables = (CSV, JSON_LINES) if self.table else (CSV,) if self.prescribed else ()
        return (JSON, *tables, *((JSON_LD,) if self.linked else ()), *((XLSX,) if tables else ()))

    @property
    def example(self) -> str:
        """Return the address that its own examples make.

        A day is never asked for together with an interval or a month, and no entry where the thing of the
        example is among the newest of whichever register shows it.
        """
        path = self.path
        for parameter in self.parameters:
            path = path.replace(f"{{{parameter.name}}}", parameter.example)
        instead = ("from", "until", "month") if AS_OF in self.parameters else ()
        asked = [
            f"{each.name}={quote(each.example, safe=':')}"
            for each in self.parameters
            if each.place == "query" and each.name not in instead and each is not PROPOSED_KNOWN_AT
        ]
        return f"{path}?{'&'.join(asked)}" if asked else path

    def deprecations(self, values: Mapping[str, object]) -> tuple[Deprecation, ...]:
        """Return what is on its way out of a question: the operation itself, and what was given of it."""
        given = (each.deprecated for each in self.parameters if each.name in values)
        return tuple(each for each in (self.deprecated, *given) if each is not None)
