"""How well documents are read: outlines against truths that were written by reading the documents.

Takes a folder of documents and one of truths (`*.truth.json`, see docs/evaluation); prints a line a document, and
with `--misses` everything that differs. `make evaluation ARGS="--documents FOLDER"`. The documents themselves are no
part of the project, so this is no test: it measures.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from organica.domain.outline import Outline, OutlineFunction, OutlineUnit
from organica.importer import read
from organica.text.fold import words

TRUTHS = Path(__file__).parents[2] / "docs" / "evaluation"
# Names that differ by an article, an accent or a letter are the same unit's.
_SAME_NAME = 0.88
_WORDS_COMPARED = 6
_JOINING = frozenset({"de", "del", "la", "el", "los", "las", "y", "e"})


@dataclass(slots=True)
class Score:
    """What of one document was read as its truth says; counts of things, and the misses in words."""

    units: int = 0
    units_true: int = 0
    units_read: int = 0
    functions: int = 0
    functions_true: int = 0
    functions_read: int = 0
    labels: int = 0
    labels_true: int = 0
    parents: int = 0
    sources: int = 0
    sources_true: int = 0
    seconds: float = 0.0
    misses: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        """Return the row of the table: recall and precision of units and functions, then the other shares."""
        shares = (
            _share(self.units, self.units_true),
            _share(self.units, self.units_read),
            _share(self.functions, self.functions_true),
            _share(self.functions, self.functions_read),
            _share(self.labels, self.labels_true),
            _share(self.parents, self.units),
            _share(self.sources, self.sources_true),
        )
        return f"{name[:44]:44} " + "  ".join(shares) + f"  {self.seconds:5.2f}"


HEADER = f"{'document':44} " + "  ".join(
    ("u.rec", "u.pre", "f.rec", "f.pre", "label", "paren", "sourc", "    s")
)


def score(truth: dict[str, Any], outline: Outline) -> Score:
    """Compare an outline with what a person counted in the same document."""
    found = Score(units_true=len(truth["units"]), units_read=len(outline.units))
    pairs = _pairs(truth["units"], outline.units)
    found.units = len(pairs)
    found.functions_true = sum(len(unit.get("functions") or []) for unit in truth["units"])
    found.functions_read = sum(len(unit.functions) for unit in outline.units)
    true_of = {id(unit) for unit, _ in pairs}
    read_of = {id(unit) for _, unit in pairs}
    found.misses += [f"unit missing: {unit['name']}" for unit in truth["units"] if id(unit) not in true_of]
    found.misses += [f"unit too much: {unit.name}" for unit in outline.units if id(unit) not in read_of]
    for true, unit in pairs:
        _score_unit(true, unit, found)
    _score_sources(truth.get("legal_sources") or [], outline, found)
    return found


def _score_unit(true: dict[str, Any], unit: OutlineUnit, found: Score) -> None:
    if _likeness(true.get("parent") or "", unit.parent or "") >= _SAME_NAME:
        found.parents += 1
    else:
        found.misses.append(f"parent of {unit.name}: {unit.parent}, not {true.get('parent')}")
    left = list(unit.functions)
    for expected in true.get("functions") or []:
        matching = next((one for one in left if _same_opening(expected["first_8_words"], one)), None)
        if matching is None:
            found.misses.append(f"function missing in {unit.name}: {expected['first_8_words']}")
            continue
        left.remove(matching)
        found.functions += 1
        label = expected.get("label_expected") or expected.get("label")
        if label:
            found.labels_true += 1
            if words(label) == words(matching.label or ""):
                found.labels += 1
            else:
                found.misses.append(f"label in {unit.name}: {matching.label}, not {label}")
    found.misses += [f"function too much in {unit.name}: {one.text[:60]}" for one in left]


def _score_sources(true: Sequence[dict[str, Any]], outline: Outline, found: Score) -> None:
    numbers = {_digits(source.number) for source in outline.sources if source.number}
    expected = {_digits(str(source["number"])) for source in true if source.get("number")}
    found.sources_true = len(expected)
    # "005-2025-MINAM" is a number with its year and issuer behind it.
    hit = {
        one
        for one in expected
        if any(one == number or (number and one.startswith(number)) for number in numbers)
    }
    found.sources = len(hit)
    found.misses += [f"source missing: {one}" for one in sorted(expected - hit)]


def _pairs(
    true: Sequence[dict[str, Any]], read_units: Sequence[OutlineUnit]
) -> list[tuple[dict[str, Any], OutlineUnit]]:
    """Pair units by name, the equal ones first, then those that are alike."""
    left_true, left_read = list(true), list(read_units)
    pairs: list[tuple[dict[str, Any], OutlineUnit]] = []
    for least in (1.0, _SAME_NAME):
        for unit in list(left_true):
            alike = [(_likeness(unit["name"], other.name), place) for place, other in enumerate(left_read)]
            best = max(alike, default=(0.0, 0))
            if alike and best[0] >= least:
                pairs.append((unit, left_read.pop(best[1])))
                left_true.remove(unit)
    return pairs


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, _key(one), _key(other)).ratio()


def _key(name: str) -> str:
    return " ".join(word for word in words(name) if word not in _JOINING)


def _same_opening(expected: str, function: OutlineFunction) -> bool:
    wanted = words(expected)[:_WORDS_COMPARED]
    return bool(wanted) and words(function.text)[: len(wanted)] == wanted


def _digits(number: str) -> str:
    return "".join(words(number))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:5.2f}" if whole else "    –"


def _rows(truths: Path, documents: Path) -> Iterable[tuple[str, Score]]:
    for path in sorted(truths.glob("*.truth.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        document = documents / truth["source_file"]
        # The truth of a large register gives counts only.
        if not document.is_file() or not any(unit.get("functions") for unit in truth["units"]):
            continue
        began = time.perf_counter()
        found = score(truth, read(document))
        found.seconds = time.perf_counter() - began
        yield document.name, found


def main(arguments: Sequence[str]) -> int:
    """Print the table; return 1 where no document was at hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--truths", type=Path, default=TRUTHS)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args(arguments)
    sys.stdout.write(f"{HEADER}\n")
    rows = 0
    for name, found in _rows(given.truths, given.documents):
        rows += 1
        sys.stdout.write(f"{found.line(name)}\n")
        if given.misses:
            sys.stdout.writelines(f"    {miss}\n" for miss in found.misses)
    return 0 if rows else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
