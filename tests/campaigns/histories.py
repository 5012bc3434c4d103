"""Random histories of every act on both engines at once: the register is what the law says, on every day.

Takes nothing; fills, compares and empties two registers of its own. `make histories` runs the whole campaign: 2,000
histories of up to 30 steps; tests/register/test_law.py runs a few with the same machine.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.campaigns.databases import register_on
from tests.campaigns.portions import Portion, Report, campaign, seed_given
from tests.support.law.machine import LawMachine
from tests.support.law.registers import Registers
from tests.support.postgres import server

HISTORIES = 2_000
HISTORIES_A_PORTION = 20
STEPS = 30


def run_histories(registers: Registers, histories: int, seed_of_all: int) -> Report:
    """Run some histories; the first one that is not as the law says is a finding, with its steps.

    Shrinking it takes minutes and is done only where `ORGANICA_SHRINK` asks for it.
    """
    shrinks = bool(os.environ.get("ORGANICA_SHRINK"))
    profile = settings(
        max_examples=histories,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        print_blob=False,
        phases=(Phase.generate, *((Phase.shrink,) if shrinks else ())),
        suppress_health_check=list(HealthCheck),
    )
    LawMachine.registers, LawMachine.counts = registers, Counter()
    report = Report(LawMachine.counts)
    try:
        run_state_machine_as_test(seed(seed_of_all)(LawMachine), settings=profile)
    except Exception as fault:
        # Hypothesis notes the steps of the failing history on what it raises.
        steps = "\n".join(getattr(fault, "__notes__", ()))
        report.findings.append(f"seed {seed_of_all}: {type(fault).__name__}: {fault}\n{steps}")
    return report


def _portion(server_url: str, seed_of_all: int) -> Report:
    memory = Path("/dev/shm")
    with (
        tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder,
        register_on(None) as template,
        register_on(server_url) as url,
    ):
        registers = Registers(Path(template.partition("///")[2]), Path(folder), url)
        try:
            return run_histories(registers, HISTORIES_A_PORTION, seed_of_all)
        finally:
            registers.close()


def main() -> int:
    """Run the campaign."""
    given = seed_given(__doc__ or "")
    with server() as url:
        portions = [
            Portion(f"histories {number}", each, lambda each=each: _portion(url, each))  # type: ignore[misc]
            for number in range(1, HISTORIES // HISTORIES_A_PORTION + 1)
            for each in (given * 1_000_000 + number,)
        ]
        return campaign("histories", given, portions)


if __name__ == "__main__":
    sys.exit(main())
