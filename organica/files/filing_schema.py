"""The JSON Schema of each kind of file, made from the tables by which files are read.

Takes the word of a kind ("resolution"); returns a schema that an editor checks and completes a file with.
Called by the web, the command line and whoever writes the contract down.

It says which keys, words, lists and grammars there are. What one key asks of another, and all that hangs on
the register, is only told by `organica check`.
"""

from __future__ import annotations

import json

from organica.domain.errors import NotFound, Says
from organica.files.codec import FORMATS
from organica.files.json_schema import DIALECT, Definitions, JsonSchema

_TITLES = {
    "resolution": ("Resolution file (archivo de resolución)", "What one legal source orders or attests."),
    "supplement": ("Supplement (complemento)", "More of a source that the register holds."),
    "correction": ("Correction (corrección del registro)", "What the register had entered wrongly."),
    "withholding": ("Withholding (reserva de nombres)", "Names of holders of posts that are erased."),
    "mapping": ("Mapping (correspondencias)", "What other systems call the things of an organization."),
}
# "resolution" for the file that begins with `organica: resolution/1`.
KINDS: tuple[str, ...] = tuple(word.partition("/")[0] for word in FORMATS)


class UnknownFileKind(NotFound):
    """A kind of file that does not exist. Facts: kind, known."""

    code = "unknown_file_kind"
    says = Says(es="No existe un archivo de la clase «{kind}».", en="There is no file of the kind “{kind}”.")
    remedy = Says(es="Clases: {known}.", en="Kinds: {known}.")


def file_name(kind: str) -> str:
    """Return under which name the schema of a kind is served and kept: `resolution-1.json`."""
    return f"{_format(kind).replace('/', '-')}.json"


def schema_of(kind: str) -> JsonSchema:
    """Return the schema, in draft 2020-12. Raises: UnknownFileKind."""
    record, definitions = FORMATS[_format(kind)], Definitions()
    record.shape(definitions)
    title, description = _TITLES[kind]
    own = definitions.pop(record.called)
    return {
        "$schema": DIALECT,
        "title": title,
        "description": description,
        **own,
        "$defs": dict(sorted(definitions.items())),
    }


def contract_of(kind: str) -> str:
    """Return the schema as the text of a file. Raises: UnknownFileKind."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"


def _format(kind: str) -> str:
    for word in FORMATS:
        if word.partition("/")[0] == kind:
            return word
    raise UnknownFileKind(kind=kind, known=KINDS)
