"""Machine-readable registers of structures: JSON that other registers publish. One file a register.

Takes the bytes of a file; returns an `Outline`, like every reader. Called by `importer.reading`. Another
register is a file with `recognises` and `outline`, and one row of `REGISTERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from organica.domain.outline import Outline
from organica.importer.document import Document, Line
from organica.importer.errors import RegisterUnknown
from organica.importer.registers import organigrama, siorg
from organica.importer.registers.json_tree import Node, parse_json, text_of_json
from organica.text.normalise import normalised


@dataclass(frozen=True, slots=True)
class Register:
    """One register: its name for people, how a file of it is told, and what reads it."""

    name: str
    recognises: Callable[[Node], bool]
    outline: Callable[[Node, str], Outline]


REGISTERS: tuple[Register, ...] = (
    Register("SIORG (Brasil)", siorg.recognises, siorg.outline),
    Register("organigrama municipal (Argentina)", organigrama.recognises, organigrama.outline),
)


def recognise(root: Node) -> Register | None:
    """Return the register that a tree of values is of, or None."""
    return next((register for register in REGISTERS if register.recognises(root)), None)


def read_register(content: bytes, name: str) -> Outline:
    """Return what a register's file says; `name` is what a refusal calls the file.

    Raises: a subclass of ReadRefused when it is no JSON or of no known register.
    """
    root = parse_json(content, name)
    register = recognise(root)
    if register is None:
        raise RegisterUnknown(file=name, known=tuple(each.name for each in REGISTERS))
    return register.outline(root, name)


def register_document(content: bytes, name: str) -> Document:
    """Return the lines of a register's file, which are those that the places of its outline point at.

    Raises: TextTooLarge, TextNotUtf8, TextEmpty.
    """
    lines = normalised(text_of_json(content, name)).split("\n")
    return Document("json", tuple(Line(line, number) for number, line in enumerate(lines, start=1)))
