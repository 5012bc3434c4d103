"""Random histories of every act, in both times and on both engines, are as the law says.

The law is a model of its own (`tests.support.law`); its machine holds both registers to it and to the invariants of
design section 11. A few histories run here, the same each time; `make histories` runs 2,000 of them, and
`ORGANICA_HYPOTHESIS=long` more than a few.
"""

from __future__ import annotations

import os
from pathlib import Path

from tests.campaigns.histories import run_histories
from tests.support.law.registers import Registers
from tests.support.postgres import fresh_database

# What one core does in half a minute, with the other tests beside it.
HISTORIES = 200 if os.environ.get("ORGANICA_HYPOTHESIS") == "long" else 8


def test_every_history_is_as_the_law_says(
    migrated_file: Path, tmp_path: Path, postgres_url: str, migrated_template: str
) -> None:
    with fresh_database(postgres_url, template=migrated_template) as url:
        registers = Registers(migrated_file, tmp_path, url)
        try:
            report = run_histories(registers, HISTORIES, seed_of_all=1)
        finally:
            registers.close()
    assert report.findings == []
    assert report.counts["histories"] >= HISTORIES
    assert report.counts["accepted"] > report.counts["histories"]
    assert report.counts["hits"] > report.counts["histories"]
