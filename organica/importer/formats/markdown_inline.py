r"""The marks inside one line of Markdown, taken away so that the words alone are left.

Takes a line; returns its text and whether all of it was bold. Called by `markdown`. Texts of law break the
rules of Markdown all the time ("**Artículo 20*.***", "***-**"), so asterisks are not paired as CommonMark
pairs them, which would leave the stray ones in the text of the law: beside a word each is a mark, unless it
is alone in its line, stands in brackets "(*)" or between blanks. Each pattern reads a line once: no nesting
of marks makes it slow.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_ESCAPED = r"\\(?P<escaped>[!-/:-@\[-`{-~])"
_LINK = (
    r"!?\[(?P<shown>[^\[\]]{0,2000})\]"
    r"\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?\s*\)"
)
_ADDRESS = r"<(?P<address>(?:https?://|mailto:)[^<>\s]{1,2000})>"
_TAG = r"</?(?:b|i|u|em|strong|sup|sub|br|p|a|span|font|small|center|div|img|hr)\b[^<>]{0,500}>"
_ENTITY = r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});)"
_CODE = r"`(?P<code>[^`]{1,500})`"
_UNDERLINED = r"(?<![\w_])(?P<fence>__?)(?=[^\s_])(?P<leaned>[^_]{1,2000}?)(?<=[^\s_])(?P=fence)(?![\w_])"
_MARK = re.compile("|".join((_ESCAPED, _LINK, _ADDRESS, _TAG, _ENTITY, _CODE, _UNDERLINED)))
_MARKED = re.compile(r"[\\\[<&`_*]")
_STARS = re.compile(r"\*+")
# Stands for an asterisk of the text until the marks are gone; it is no character, so it is in no text.
_LITERAL_STAR = "\ufdd0"


@dataclass(frozen=True, slots=True)
class Inline:
    """The words of a line, and whether all of them were set in bold."""

    text: str
    bold: bool


def words_of(line: str) -> Inline:
    """Return the line without its marks."""
    if _MARKED.search(line) is None:
        return Inline(line, bold=False)
    text, bold = _without_stars(_MARK.sub(_words, line))
    return Inline(text.replace(_LITERAL_STAR, "*"), bold)


def _words(found: re.Match[str]) -> str:
    if found["escaped"] is not None:
        return _LITERAL_STAR if found["escaped"] == "*" else found["escaped"]
    if found["shown"] is not None:
        return _MARK.sub(_words, found["shown"])
    if found["entity"] is not None:
        return html.unescape(found["entity"])
    if found["leaned"] is not None:
        return "**" * (len(found["fence"]) - 1) + found["leaned"] + "**" * (len(found["fence"]) - 1)
    return found["address"] or found["code"] or ""


def _without_stars(line: str) -> tuple[str, bool]:
    runs = [run for run in _STARS.finditer(line) if not _belongs_to_the_text(line, run)]
    # One asterisk that nothing answers is the mark of a footnote.
    if len(runs) == 1 and len(runs[0][0]) == 1:
        runs = []
    pieces: list[str] = []
    bold_pieces: list[bool] = []
    bold, last = False, 0
    for run in runs:
        pieces.append(line[last : run.start()])
        bold_pieces.append(bold)
        if len(run[0]) % 4 in (2, 3):
            bold = not bold
        last = run.end()
    pieces.append(line[last:])
    # A pair that was never closed makes the rest of its line bold; that says nothing about the line.
    bold_pieces.append(False)
    worded = [mark for piece, mark in zip(pieces, bold_pieces, strict=True) if any(map(str.isalnum, piece))]
    return "".join(pieces), bool(worded) and all(worded)


def _belongs_to_the_text(line: str, run: re.Match[str]) -> bool:
    before = line[run.start() - 1 : run.start()] or " "
    behind = line[run.end() : run.end() + 1] or " "
    if before == "(" and behind == ")":
        return True
    # "5 * 3", and the "* " of a bullet.
    return len(run[0]) == 1 and before.isspace() and behind.isspace()
