"""A breaking change is named in the changelog in its exact words, where readers look for it."""

from __future__ import annotations

from tests.released.changelog import explained, named_as_breaking, unnamed

REMOVED = "Field Query.unit was removed."
LONG = "Field Unit.versions changed type from UnitVersionConnection to [UnitVersion!]!."
CHANGELOG = """# Changelog

## 0.2.0 (unreleased)

- Something new: `Field Query.unit was removed.` is only mentioned here.

### Breaking

- `Field Query.unit was removed.` Ask `Organization.unit`.
- The word `Field Organization.unit was removed.` stands later in this item.
- `Field Unit.versions changed type from UnitVersionConnection
  to [UnitVersion!]!.` Pages are gone.

### Fixed

- `Field Query.node was removed.`

## 0.1.0

### Breaking

- `Field Query.node was removed.`
"""


def test_what_is_named_is_the_beginning_of_an_item_under_breaking_of_what_is_not_released_yet() -> None:
    assert named_as_breaking(CHANGELOG) == {REMOVED, LONG}


def test_a_released_section_names_nothing_for_the_next_release() -> None:
    assert named_as_breaking(CHANGELOG.replace(" (unreleased)", "")) == set()


def test_what_is_left_out_is_told_with_the_words_to_write() -> None:
    left = unnamed([REMOVED, "Field Query.node was removed."], CHANGELOG)
    assert left == ["Field Query.node was removed."]
    assert "- `Field Query.node was removed.` (what readers do instead)" in explained(left)
    assert named_as_breaking(f"## 1 (unreleased)\n### Breaking\n{explained(left)}") == set(left)
