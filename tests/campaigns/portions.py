"""A campaign in portions: each has a seed of its own, and what is done stays done when a campaign is stopped.

Takes what runs one portion; prints a line for each and a summary, and keeps the figures of the portions in
var/campaigns/<name>.json. Called by the modules of campaigns as `python -m tests.campaigns.<name>`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "var" / "campaigns"


@dataclass(slots=True)
class Report:
    """What a portion did: `counts` are summed over the portions, `findings` are what should not be."""

    counts: Counter[str] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of a campaign: its name, the seed of all its random choices, and what runs it."""

    name: str
    seed: int
    run: Callable[[], Report]


def seed_given(what: str) -> int:
    """Return the seed that `--seed` names, so that a campaign can be repeated; 1 without it."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--seed", type=int, default=1, help="of all random choices; another one starts anew")
    return int(parser.parse_args().seed)


def campaign(name: str, seed: int, portions: Sequence[Portion]) -> int:
    """Run the portions that are not done yet and print the summary; return 1 where anything was found.

    A portion that found something is not done: it runs again. A campaign that is done, or was started with
    another seed, starts anew.
    """
    path = FOLDER / f"{name}.json"
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    names = [portion.name for portion in portions]
    ran = kept.get("done", {}) if kept.get("seed") == seed else {}
    done = {each: figures for each, figures in ran.items() if not figures["findings"]}
    if not set(names) - done.keys():
        done = {}
    for portion in portions:
        if portion.name in done:
            continue
        begun = time.monotonic()
        report = portion.run()
        seconds = round(time.monotonic() - begun, 1)
        done[portion.name] = {
            "counts": dict(report.counts),
            "findings": report.findings,
            "seconds": seconds,
        }
        FOLDER.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"seed": seed, "done": done}, indent=1, ensure_ascii=False), "utf-8")
        _print(f"{portion.name}: {_told(report.counts)} ({seconds} s)")
        for finding in report.findings:
            _print(f"  FOUND: {finding}")
    return _summary(name, seed, [done[each] for each in names])


def _summary(name: str, seed: int, portions: Sequence[Mapping[str, Any]]) -> int:
    counts: Counter[str] = Counter()
    findings = 0
    for portion in portions:
        counts.update(portion["counts"])
        findings += len(portion["findings"])
    _print(f"{name}, seed {seed}, {len(portions)} portions: {_told(counts)}. Found wrong: {findings}.")
    return 1 if findings else 0


def _told(counts: Counter[str]) -> str:
    return ", ".join(f"{what} {number}" for what, number in sorted(counts.items()))


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
