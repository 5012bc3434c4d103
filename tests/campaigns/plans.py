"""Random histories with a text that known acts have made of them: the plan must recover the acts.

Takes nothing; makes pairs, plans them, and compares what became of every unit and function with what is true.
`make plans` runs the whole campaign: 600 texts that state a whole body and 600 that state a part of it;
tests/plan/test_pairs.py runs a few.
"""

from __future__ import annotations

import json
import sys
from collections import Counter

from organica.domain.errors import Refused
from tests.campaigns.portions import FOLDER, Portion, Report, campaign, seed_given
from tests.support.plan.generator import a_pair
from tests.support.plan.scoring import LEAST, falls_short, score

PAIRS = 1_200
PAIRS_A_PORTION = 20
NAME = "plans"


def run_pairs(first_seed: int, pairs: int, *, full: bool) -> Report:
    """Plan some pairs; a plan that is refused, or that leads to another text, is a finding."""
    report = Report()
    for seed in range(first_seed, first_seed + pairs):
        pair = a_pair(seed, full=full)
        try:
            result = score(pair)
        except Refused as refusal:
            report.findings.append(f"seed {seed}: {refusal.code}: {refusal}")
            continue
        report.counts.update(result.counts)
        report.findings += result.findings
    return report


def _figures(portions: list[str]) -> Report:
    """Hold the sums of the portions that ran to what the plans must recover at least."""
    kept = json.loads((FOLDER / f"{NAME}.json").read_text(encoding="utf-8"))["done"]
    counts: Counter[str] = Counter()
    for portion in portions:
        counts.update(kept[portion]["counts"])
    parts = {f"{what} recovered, of 1,000": _thousandths(counts, what) for what in LEAST}
    return Report(Counter(parts), falls_short(counts))


def _thousandths(counts: Counter[str], what: str) -> int:
    return 1_000 * counts[f"{what} found"] // max(1, counts[f"{what} true"])


def main() -> int:
    """Run the campaign."""
    given = seed_given(__doc__ or "")
    portions = [
        Portion(
            f"{'whole' if full else 'part'} {number}",
            each,
            lambda each=each, full=full: run_pairs(each, PAIRS_A_PORTION, full=full),  # type: ignore[misc]
        )
        for full in (True, False)
        for number in range(1, PAIRS // PAIRS_A_PORTION // 2 + 1)
        for each in (given * 1_000_000 + number * PAIRS_A_PORTION,)
    ]
    names = [portion.name for portion in portions]
    return campaign(NAME, given, [*portions, Portion("figures", given, lambda: _figures(names))])


if __name__ == "__main__":
    sys.exit(main())
