"""Writing the contract down: `python -m schema.print` makes schema/schema.graphql what the code says."""

from __future__ import annotations

from pathlib import Path

from schema.build import sdl

PRINTED = Path(__file__).parent / "schema.graphql"


def main() -> None:
    """Write the printed contract."""
    PRINTED.write_text(sdl(), encoding="utf-8")


if __name__ == "__main__":
    main()
