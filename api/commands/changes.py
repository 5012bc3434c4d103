"""Changes for people: each a sentence with a sign and, beside it, the act behind it.

Takes changes and what stands beside each; yields lines. Called by diff and enact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from organica.domain.change import Change
from organica.domain.errors import Language
from organica.render.sentences import LONGEST_QUOTE, change_sentence
from organica.render.tree import Line, Style

Beside = Callable[[Change], str]


def change_lines(
    changes: Iterable[Change],
    names: Mapping[str, str],
    beside: Beside,
    language: Language,
    *,
    indent: int = 0,
    full: bool = False,
) -> Iterator[Line]:
    """Yield one line a change; `full` quotes whole texts."""
    for change in changes:
        sign, style = _sign(change)
        sentence = change_sentence(change, names, language, None if full else LONGEST_QUOTE)
        yield Line(indent, f"{sign} {sentence}", style, beside(change))


def _sign(change: Change) -> tuple[str, Style]:
    match change.kind.value.rsplit("_", 1)[-1]:
        case "established" | "created" | "stated" | "covered" | "assigned" | "appointed" | "restored":
            return "+", Style.GAIN
        case "over" if change.field is None:
            return "+", Style.GAIN
        case "ended" | "suppressed" | "way" | "removed" | "abolished":
            return "−", Style.LOSS
        case _:
            return "~", Style.CHANGE
