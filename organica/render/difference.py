"""The difference of two days as a text to read: what was known, what was covered, and then unit by unit.

Takes changes with the act behind each, names and the order of units; returns lines. Called by REST and the
command line. Coverage that grew is said as such, so that nobody takes a first mention for a birth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from organica.domain.change import Change
from organica.domain.errors import Fact, Language, Says
from organica.domain.resolution import CoverageStatus
from organica.render.days import day_text
from organica.render.sentences import Literal, change_sentence
from organica.render.tree import Line, Style

STEP = "  "
_DAYS = Says(es="Diferencia entre el {base} y el {target}.", en="Difference between {base} and {target}.")
_NOW = Says(es="Según lo que el registro sabe hoy.", en="As the register knows it today.")
_THEN = Says(
    es="Según lo que el registro sabía en el asiento {entry}.", en="As the register knew it at entry {entry}."
)
_BECAME_COVERED = Says(
    es="El registro no cubre el primer día: solo nació entre los dos días lo que así se dice.",
    en="The register does not cover the first day: only what is said so was born in between.",
)
_NEVER_COVERED = Says(
    es="El registro no cubre ninguno de los dos días: nada consta, y pudo haber cambios.",
    en="The register covers neither day: nothing is on record, and there may have been changes.",
)
_UNCHANGED = Says(es="Sin cambios.", en="No changes.")
_WHOLE = Says(es="La organización", en="The organization")


@dataclass(frozen=True, slots=True)
class ComparedDay:
    """One of the two days: how far it is covered, and what the answer says of itself."""

    day: date
    status: CoverageStatus
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change and the act behind it, as people cite it with its date; empty where no act is behind it."""

    change: Change
    act: str


def difference_lines(
    title: str,
    days: tuple[ComparedDay, ComparedDay],
    told: Sequence[ToldChange],
    names: Mapping[str, str],
    order: Iterable[str],
    language: Language,
    *,
    entry: int | None = None,
    longest: int | None = None,
    literal: Literal = str,
) -> Iterator[Line]:
    """Yield the difference: a heading, then one sentence a change under the unit that it is about.

    `order` gives the units of both days as the structure prints them. `entry` is the state of knowledge that
    was asked for; None: all that is known. Quotes are cut after `longest` characters. `literal` returns how a
    name or a text of the law stands in a sentence.
    """
    yield Line(0, title, Style.TITLE)
    base, target = days
    said: dict[str, Fact] = {"base": day_text(base.day, language), "target": day_text(target.day, language)}
    yield Line(0, _DAYS.render(language, said), Style.NOTE)
    known = _NOW.render(language, {}) if entry is None else _THEN.render(language, {"entry": entry})
    yield Line(0, known, Style.NOTE)
    yield from _worth(base, target, language)
    yield Line(0, "", Style.NOTE)
    if not told:
        yield Line(0, _UNCHANGED.render(language, {}), Style.NOTE)
    for unit, group in _grouped(told, order).items():
        named = "" if unit is None else f"{literal(names.get(unit, unit))} ({unit})"
        yield Line(0, named or _WHOLE.render(language, {}), Style.UNIT)
        for each in group:
            said_so = change_sentence(each.change, names, language, longest, literal)
            yield Line(1, said_so, Style.CHANGE, each.act)


def _worth(base: ComparedDay, target: ComparedDay, language: Language) -> Iterator[Line]:
    """Yield what the two answers are worth: once where both say the same of themselves."""
    if base.sentences == target.sentences:
        for sentence in base.sentences:
            yield Line(0, sentence, Style.NOTE)
    else:
        for each in (base, target):
            for sentence in each.sentences:
                yield Line(0, f"{day_text(each.day, language)}: {sentence}", Style.NOTE)
    if base.status is CoverageStatus.NONE:
        edge = _NEVER_COVERED if target.status is CoverageStatus.NONE else _BECAME_COVERED
        yield Line(0, edge.render(language, {}), Style.DOUBT)


def _grouped(told: Sequence[ToldChange], order: Iterable[str]) -> dict[str | None, list[ToldChange]]:
    """Return the changes by unit: the organization's first, then in the order of the structure."""
    found: dict[str | None, list[ToldChange]] = {}
    for each in told:
        found.setdefault(each.change.unit, []).append(each)
    places = {unit: place for place, unit in enumerate(order)}

    def place(unit: str | None) -> tuple[int, str]:
        return (-1, "") if unit is None else (places.get(unit, len(places)), unit)

    return {unit: found[unit] for unit in sorted(found, key=place)}


def text_of(lines: Iterable[Line]) -> str:
    """Return lines as plain text, each level further in, what stands beside a line in brackets."""
    written = (STEP * line.indent + line.text + (f"  [{line.note}]" if line.note else "") for line in lines)
    return "".join(f"{line}\n" for line in written)
