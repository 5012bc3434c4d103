"""Marks of footnotes among the words: a raised "1" or "*" is no part of the sentence it stands in.

Takes words of a page; returns the judgement, or the words without the marks. Called by `html` and
`markdown`. What is raised and belongs to its word stays: "N<sup>o</sup> 5", "m<sup>2</sup>", "5<sup>a</sup>".
"""

from __future__ import annotations

import re

_MARK = r"[(\[]?(?:\d{1,3}|[*†‡]{1,3})[)\]]?"
_RAISED = re.compile(rf"\s*{_MARK}\s*")
# Square metres, cubic centimetres, powers of ten.
_HAS_A_POWER = re.compile(r"(?:(?<![^\W\d_])[kcdmh]?m|(?<!\d)10)$")
_IN_MARKDOWN = re.compile(
    rf"(?<=\S)[ \t]{{0,3}}(?:<sup>\s{{0,3}}(?P<raised>{_MARK})\s{{0,3}}</sup>"
    r"|\[\^(?P<named>[^\[\]\s^]{1,30})\])",
    re.IGNORECASE,
)
_DEFINES = re.compile(r"\s{0,3}\[\^[^\[\]\s^]{1,30}\]:")


def is_footnote_mark(raised: str, before: str) -> bool:
    """Return whether raised words are the mark of a footnote, not a power of what stands before them."""
    return _RAISED.fullmatch(raised) is not None and _HAS_A_POWER.search(before[-4:]) is None


def without_footnote_marks(line: str) -> tuple[str, tuple[str, ...]]:
    """Return a line of Markdown without its footnote marks, and the marks that stood in it."""
    if "<" not in line and "[^" not in line:
        return line, ()
    marks: list[str] = []

    def keep_or_note(found: re.Match[str]) -> str:
        if found["raised"] and not is_footnote_mark(
            found["raised"], line[max(0, found.start() - 4) : found.start()]
        ):
            return found[0]
        marks.append(found["raised"] or found["named"])
        return ""

    return _IN_MARKDOWN.sub(keep_or_note, line), tuple(marks)


def defines_a_footnote(line: str) -> bool:
    """Return whether a line of Markdown is the text of a footnote: "[^1]: Ver la ley."."""
    return _DEFINES.match(line) is not None
