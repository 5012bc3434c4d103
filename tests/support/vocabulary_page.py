"""The files that docs/vocabularies.md shows, as an operator would have them in a folder. Called by tests."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "vocabularies.md"


def files_of_the_page() -> dict[str, str]:
    """Return each file of the page by its country."""
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return {re.findall(r"^country: (.*)$", block, re.MULTILINE)[0]: block for block in blocks}


def write_files_of_the_page(folder: Path) -> Path:
    """Write them into a new folder and return it."""
    folder.mkdir()
    for country, text in files_of_the_page().items():
        (folder / f"{country}.yaml").write_text(text, encoding="utf-8")
    return folder
