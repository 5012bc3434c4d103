"""Writing the contracts down: `python -m schema.print` makes the committed contracts what the code says.

schema.graphql is the contract of GraphQL; files/ holds the JSON Schema of each kind of file;
outline.schema.json is that of what `organica read --json` prints.
"""

from __future__ import annotations

from pathlib import Path

from organica.domain.outline.contract import outline_contract
from organica.files.filing_schema import KINDS, contract_of, file_name
from schema.build import sdl

PRINTED = Path(__file__).parent / "schema.graphql"
FILES = Path(__file__).parent / "files"
OUTLINE = Path(__file__).parent / "outline.schema.json"


def contracts() -> dict[Path, str]:
    """Return every committed contract as the code says it, by its place."""
    of_files = {FILES / file_name(kind): contract_of(kind) for kind in KINDS}
    return {PRINTED: sdl(), OUTLINE: outline_contract(), **of_files}


def main() -> None:
    """Write the printed contracts."""
    for path, text in contracts().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
