"""From a file to its resolution, and from any strict YAML file to plain values.

Takes a path or a text; returns values or refuses with file, line and column. Called by the command line,
the loader of seeds and whoever reads the facts beside a source.
"""

from __future__ import annotations

from pathlib import Path

from organica.domain.filings import Filing
from organica.files.codec import from_plain
from organica.files.errors import ExpectedMap
from organica.files.node import Plain, plain_of
from organica.files.text_file import text_of
from organica.files.yaml_strict import nodes_in


def read_file(path: Path) -> Filing:
    """Return the filing in a file. Raises: a subclass of BadInput, with file, line and column."""
    return read_text(text_of(path), path.as_posix())


def read_text(text: str, name: str) -> Filing:
    """Return the filing in a text; `name` stands for the file. Raises: as `read_file`."""
    return from_plain(nodes_in(text, name))


def read_plain(path: Path) -> dict[str, Plain]:
    """Return the map in a YAML file as texts, lists and dicts, under the same strict rules."""
    plain = plain_of(nodes_in(text_of(path), path.as_posix()))
    if not isinstance(plain, dict):
        raise ExpectedMap(file=path.as_posix(), line=1, column=1)
    return plain
