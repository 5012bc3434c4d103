"""What the changelog says of changes that break readers, and what it leaves out.

Takes the text of CHANGELOG.md and breaking changes, one line each; returns those that it does not name. Called by the
tests beside this file. A change is named by a list item that begins with its exact words in backquotes, under the
heading "### Breaking" of a section whose title ends in "(unreleased)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"
SECTION = re.compile(r"^## [^\n]*\(unreleased\)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BREAKING = re.compile(r"^### Breaking\n(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
ITEM = re.compile(r"^- `([^`]+)`", re.MULTILINE)


def named_as_breaking(changelog: str) -> set[str]:
    """Return the changes that the changelog names; a line break inside of one counts as a blank."""
    return {
        " ".join(change.split())
        for section in SECTION.findall(changelog)
        for breaking in BREAKING.findall(section)
        for change in ITEM.findall(breaking)
    }


def unnamed(changes: Sequence[str], changelog: str) -> list[str]:
    """Return the changes that the changelog does not name."""
    named = named_as_breaking(changelog)
    return [change for change in changes if change not in named]


def explained(changes: Sequence[str]) -> str:
    """Return what to do about changes that the changelog does not name."""
    items = "\n".join(f"- `{change}` (what readers do instead)" for change in changes)
    return (
        "These changes break readers of the last release. Leave what they rely on as it is and mark it as "
        "deprecated, or name each change in CHANGELOG.md, in the section that ends in “(unreleased)”, under the "
        f"heading “### Breaking”, in exactly these words:\n{items}"
    )
