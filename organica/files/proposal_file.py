"""A proposed file, for a person to read: beside each act why it is proposed, and a mark where nobody may be
careless.

Takes a resolution and what is to be said of its acts; returns YAML that reads back to that resolution once
the marks are gone. Called by `organica plan`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from organica.domain.resolution import Resolution
from organica.files.act_table import UNDECIDED
from organica.files.codec import to_plain
from organica.files.node import Plain
from organica.files.yaml_writer import WIDTH, write_blocks, write_plain

_COMMENT = "# "
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said above an act, a line each; `undecided`: no file is read until a person has decided."""

    lines: tuple[str, ...] = ()
    undecided: bool = False


def write_proposal(
    resolution: Resolution, remarks: Sequence[Remark], heading: Iterable[str], schema: str
) -> str:
    """Return the file, with a remark for each act. `schema`: where the editor finds the JSON Schema.

    Raises: ValueError where there are more or fewer remarks than acts.
    """
    plain = to_plain(resolution, ledger=False)
    listed = plain.pop("acts", [])
    assert isinstance(listed, list)  # noqa: S101  # Acts are written as a list.
    first = f"{_COMMENT}yaml-language-server: $schema={schema}\n"
    head = "".join(_comment(line, "") for line in heading)
    acts = "".join(
        _act(act, remark) for act, remark in zip(listed, remarks, strict=True) if isinstance(act, dict)
    )
    return first + head + write_plain(plain) + (f"acts:\n{acts}" if acts else "")


def _act(act: dict[str, Plain], remark: Remark) -> str:
    comments = "".join(_comment(line, _INDENT) for line in remark.lines)
    if not remark.undecided:
        return comments + _without_first_line(write_plain({"acts": [act]}))
    [(word, body)] = act.items()
    assert isinstance(body, dict)  # noqa: S101  # An act is written as a map.
    marked: dict[str, Plain] = {**body, UNDECIDED: True}
    # In blocks, so that the mark is a line of its own, to be deleted as such.
    return comments + textwrap.indent(write_blocks(word, marked), _INDENT)


def _without_first_line(text: str) -> str:
    return text.partition("\n")[2]


def _comment(line: str, indent: str) -> str:
    """Return a comment, its blanks made plain: what was printed on several lines stays behind its mark."""
    width = WIDTH - len(indent) - len(_COMMENT)
    wrapped = textwrap.wrap(" ".join(line.split()), width, break_long_words=False, break_on_hyphens=False)
    return "".join(f"{indent}{_COMMENT}{each}\n" for each in wrapped)
