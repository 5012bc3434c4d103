"""The difference of two days as lines to read, from the register's StructureDiff.

Takes a difference and a language; returns lines. Called by REST (`as=text`) and by `organica diff --as text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from organica.domain.change import Change
from organica.domain.errors import Language
from organica.register.difference import StructureDiff
from organica.register.snapshot import Snapshot
from organica.render.banner import certainty_sentence, coverage_sentences, not_at_hand_sentence
from organica.render.difference import ComparedDay, ToldChange, difference_lines
from organica.render.sentences import Literal, act_sentence, cited
from organica.render.tree import Line


def difference_text(
    found: StructureDiff,
    language: Language,
    *,
    pinned: bool,
    longest: int | None = None,
    literal: Literal = str,
) -> Iterator[Line]:
    """Yield the difference as a text; `pinned` where the reader chose the state of knowledge.

    `literal` returns how a name or a text of the law stands in a sentence.
    The newest one is not named: its number would change the text with every entry about any organization.
    """
    names = found.names
    seen = found.target.organization or found.base.organization
    code = found.target.organization_code
    days = (
        _compared(found.base, found.base_day, names, language, literal),
        _compared(found.target, found.target_day, names, language, literal),
    )
    return difference_lines(
        f"{seen.state.name} ({code})" if seen else code,
        days,
        [ToldChange(change, act_behind(found, change, language, literal)) for change in found.changes],
        names,
        _order(found),
        language,
        entry=found.known if pinned else None,
        longest=longest,
        literal=literal,
    )


def act_behind(found: StructureDiff, change: Change, language: Language, literal: Literal = str) -> str:
    """Return the act behind a change and its date, marked where its source is no norm."""
    view = found.basis_view(change)
    citation = cited(literal(view.citation), language, view.nature) if view else None
    return act_sentence(change, citation, language)


def _compared(
    snapshot: Snapshot, day: date, names: dict[str, str], language: Language, literal: Literal
) -> ComparedDay:
    sentences = list(
        coverage_sentences(
            snapshot.coverage,
            snapshot.organization_code,
            names,
            language,
            as_of=day,
            change_point=snapshot.change_point,
            literal=literal,
        )
    )
    citations = [literal(each.citation) for each in snapshot.sources_not_at_hand]
    missing = not_at_hand_sentence(citations, language)
    sentences += [missing] if missing else []
    end = snapshot.interval.end if snapshot.interval else None
    doubtful = certainty_sentence(snapshot.certain, end, language)
    return ComparedDay(day, snapshot.coverage_status, (*sentences, *([doubtful] if doubtful else [])))


def _order(found: StructureDiff) -> list[str]:
    """Return the units as the later structure prints them, each that is gone after the one before it."""
    order = [unit.code for unit in found.target.walk()]
    before: str | None = None
    for unit in found.base.walk():
        if unit.code not in order:
            order.insert(order.index(before) + 1 if before else 0, unit.code)
        before = unit.code
    return order
