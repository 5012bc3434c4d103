"""`python -m tests.questions.renew`: write docs/questions.md and the answers beside it anew, for a person to read."""

from __future__ import annotations

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.testclient import TestClient

from tests.api.conftest import an_application
from tests.questions.seeded import fill_with_seeds
from tests.questions.telling import DOCS, told


def main() -> None:
    """Fill a register of its own with the seeds, ask it everything, and write what it answers."""
    with TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'organica.sqlite'}"
        asyncio.run(fill_with_seeds(url))
        with TestClient(an_application(url)) as client:
            files = told(client)
    for old in (DOCS / "questions").iterdir():
        old.unlink()
    for path, text in files.items():
        (DOCS / path).write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
