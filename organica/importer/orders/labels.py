"""The letters, numbers and articles that an order aims at, lists and ranges of them spelt out.

Takes words of an order without what it quotes; returns labels and articles as printed, without punctuation.
Called by the readers of amending acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from organica.text.labels import Row, labels_after, rows_of
from organica.text.roman import from_roman, roman

_MOST_LABELS = 60
_NOUN = (
    r"(?:letras?|literal(?:es)?|sub-?literal(?:es)?|incisos?|sub-?incisos?|numeral(?:es)?"
    r"|sub-?numeral(?:es)?|"
    r"n[uú]meros?|(?<=(?i:el) )N[°º]s?|fracci[oó]n(?:es)?|puntos?|ordinal(?:es)?|[ií]tems?"
    r"|objetivos?|acci[oó]n(?:es)?|"
    r"funci[oó]n(?:es)?|atribuci[oó]n(?:es)?|facultad(?:es)?|competencias?|cometidos?|viñetas?)"
)
_LABEL = (
    r"(?:\d{1,3}(?:\.\d{1,3}){0,4}(?!\d)|(?:[ivxl]{2,6}|[IVXL]{1,6}|"
    r"(?i:ch|ll|[a-zñ])(?-i:\s(?:bis|ter|quáter))?|aa|bb|cc|dd|ee|ff|gg|hh)(?!\w))"
)
_CLOSED = r"(?:\s?(?:\)\.?|[°º]\)?)|\.(?=[)-]))?"
_FIRST = re.compile(rf"(?<![\w.]){_NOUN}\s+\(?(?P<label>(?-i:{_LABEL})){_CLOSED}", re.IGNORECASE)
# Behind the first: "b", ", c)", "a la g)". A bare vowel would rather be a word.
_FURTHER = re.compile(
    rf"(?P<joint>\s*[,;]\s*(?:y\s+|e\s+)?|\s+(?:y|e|o|u)\s+|\s+(?:al?|hasta)\s+"
    rf"|\s?[-–]\s?)(?:(?:la|el|las|los)\s+)?(?:{_NOUN}\s+)?"
    rf"\(?(?P<label>(?-i:{_LABEL}))(?P<closed>{_CLOSED})",
    re.IGNORECASE,
)
_ARTICLE_WORD = re.compile(r"(?<![\w])(?:art[ií]culos?|arts?\.)\s+", re.IGNORECASE)
_ARTICLE = (
    r"(?:\d{1,4}(?:[.-]\d{1,3})*|(?-i:[IVXLC]+)(?!\w)|[uú]nico|primero|segundo|tercero|cuarto|quinto|sexto|"
    r"s[eé]ptimo|octavo|noveno|d[eé]cimo)"
)
_SUFFIX = (
    r"(?:\s?[°º]|o\b\.?|\b)"
    r"(?:\s?[-–]?\s?(?P<suffix>bis|ter|qu[aá]ter|quinquies|sexies|septies|octies|(?-i:[A-Z])(?!\w)))?"
)
_NUMBER = re.compile(rf"(?P<number>{_ARTICLE}){_SUFFIX}", re.IGNORECASE)
_NEXT_NUMBER = re.compile(
    rf"(?P<joint>\s*\.?[,;]\s*(?:y\s+|e\s+)?|\s+(?:y|e)\s+|\s+al?\s+)(?:(?:el|los)"
    rf"\s+)?(?:art[ií]culos?\s+)?(?P<number>\d{{1,4}}(?:[.-]\d{{1,3}})*){_SUFFIX}",
    re.IGNORECASE,
)
# The article of another act by which the amended one came about.
_OF_ANOTHER = re.compile(
    r"(?:(?:dad[oa]s?|aprobad[oa]s?|cread[oa]s?|modificad[oa]s?|establecid[oa]s?|sustituid[oa]s?"
    r"|agregad[oa]s?|incorporad[oa]s?|"
    r"introducid[oa]s?|fijad[oa]s?|dispuest[oa]s?)\s+(?:por|en)|conform(?:e|idad)\s+(?:a|con|al)"
    r"|(?:al|del)\s+presente|seg[uú]n|previst[oa]s?\s+en)"
    r"\s+(?:el\s+|los\s+|lo\s+dispuesto\s+en\s+el\s+)?$",
    re.IGNORECASE,
)
_JOINS = re.compile(r"\s*,?\s*(?:del?|de\s+las?|de\s+los|en\s+la|en\s+el)\s+(?:citad[oa]\s+)?", re.IGNORECASE)
_GOES_INTO = re.compile(r"\s*,\s*|\s+(?:el|la)\s+(?:siguiente\s+)?|,?\s+en\s+(?:su|el|la)\s+")


@dataclass(frozen=True, slots=True)
class Labels:
    """A mention of one letter or number, or of several: "las letras b) y d) a f)"."""

    labels: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Articles:
    """A mention of one article or of several."""

    numbers: tuple[str, ...]
    start: int
    end: int


# Every question about an order asks for its letters again, hence the caches.
@lru_cache(maxsize=256)
def labels_in(words: str) -> tuple[Labels, ...]:
    """Return the mentions of letters and numbers; those of one inside another are joined: "4/b"."""
    found: list[Labels] = []
    for mention in _mentions(words):
        before = found[-1] if found else None
        between = words[before.end : mention.start] if before else ""
        if before and _JOINS.fullmatch(between) and len(mention.labels) == 1:
            # "la letra b) del numeral 4"
            labels = tuple(f"{mention.labels[0]}/{label}" for label in before.labels)
            found[-1] = Labels(labels, before.start, mention.end)
        elif before and _GOES_INTO.fullmatch(between) and len(before.labels) == 1:
            # "numeral 4, letra b)"
            labels = tuple(f"{before.labels[0]}/{label}" for label in mention.labels)
            found[-1] = Labels(labels, before.start, mention.end)
        else:
            found.append(mention)
    return tuple(found)


@lru_cache(maxsize=256)
def articles_in(words: str) -> tuple[Articles, ...]:
    """Return the mentions of articles of the amended text, not those by which it was made."""
    found: list[Articles] = []
    behind = 0
    for word in _ARTICLE_WORD.finditer(words):
        if word.start() < behind or _OF_ANOTHER.search(words[max(0, word.start() - 60) : word.start()]):
            continue
        first = _NUMBER.match(words, word.end())
        if first is None:
            continue
        mention = _run(words, [_numbered(first)], word.start(), first.end())
        found.append(mention)
        behind = mention.end
    return tuple(found)


def _run(words: str, numbers: list[str], start: int, end: int) -> Articles:
    """Return the articles, with those that the list goes on with."""
    while len(numbers) < _MOST_LABELS and (further := _NEXT_NUMBER.match(words, end)):
        if further["joint"].strip() in ("a", "al"):
            numbers += _range(numbers[-1], _numbered(further))
        else:
            numbers.append(_numbered(further))
        end = further.end()
    return Articles(tuple(numbers), start, end)


def spelt_out(words: str) -> tuple[str, ...]:
    """Return the labels that words name which need not say of what: "e) a g)", "la letra d)"."""
    noun = re.match(
        rf"\s*(?:(?:la|el|las|los)\s+)?(?:actual(?:es)?\s+|nuev[oa]s?\s+)?(?:{_NOUN}\s+)?",
        words,
        re.IGNORECASE,
    )
    rest = f"letra {words[noun.end() if noun else 0 :].strip()}"
    first = next(_mentions(rest), None)
    return first.labels if first and first.start == 0 else ()


def _numbered(found: re.Match[str]) -> str:
    return " ".join(filter(None, (found["number"], found["suffix"])))


def _mentions(words: str) -> Iterator[Labels]:
    behind = 0
    for first in _FIRST.finditer(words):
        if first.start() < behind:
            continue
        labels, end = [first["label"]], first.end()
        closed = bool(words[first.end("label") : end].strip())
        while len(labels) < _MOST_LABELS and (further := _FURTHER.match(words, end)):
            if not _is_a_label(further, labels[-1], closed=closed):
                break
            if further["joint"].strip() in ("a", "al", "hasta", "-", "–"):
                labels += _range(labels[-1], further["label"])
            else:
                labels.append(further["label"])
            end = further.end()
        behind = end
        yield Labels(tuple(labels), first.start(), end)


def _is_a_label(further: re.Match[str], last: str, *, closed: bool) -> bool:
    """Return whether what follows is one more label, not a word or a year."""
    same = same_row(further["label"], last)
    if further["closed"].strip():
        return same
    return same and (not closed or last.isdigit()) and further["label"] not in ("a", "e", "o", "u", "y")


def _range(first: str, last: str) -> list[str]:
    """Return the labels behind the first up to the last; only the last where they do not count so."""
    found: list[str] = []
    if first.isdigit() and last.isdigit():
        count = int(last) - int(first)
        return [str(int(first) + step + 1) for step in range(count)] if 0 < count <= _MOST_LABELS else [last]
    low, high = from_roman(first), from_roman(last)
    if (
        low
        and high
        and low < high <= low + _MOST_LABELS
        and not (len(first) == len(last) == 1 and first.islower())
    ):
        cased = [roman(number) for number in range(low + 1, high + 1)]
        return [one.lower() for one in cased] if first.islower() else cased
    label = first
    while len(found) < _MOST_LABELS and label != last:
        following = labels_after(label)
        if not following:
            return [last]
        label = following[0]
        found.append(label)
    return found if label == last else [last]


def follows(label: str, other: str) -> bool:
    """Return whether a label comes right behind another in some row."""
    return other in labels_after(label) or _roman_after(label) == other


def same_row(one: str, other: str) -> bool:
    """Return whether two labels may count in one row."""
    return bool(set(rows_of(one)) & set(rows_of(other)))


def _roman_after(label: str) -> str | None:
    if not {Row.ROMAN_LOWER, Row.ROMAN_UPPER} & set(rows_of(label)):
        return None
    number = from_roman(label)
    following = roman(number + 1) if number else None
    return following.lower() if following and label.islower() else following


def further_article(words: str, at: int) -> Articles | None:
    """Return the articles that go on behind a fraction of one: "artículos 5, fracción II, y 8"."""
    found = _NEXT_NUMBER.match(words, at)
    return _run(words, [_numbered(found)], found.start("number"), found.end()) if found else None


def joins(between: str) -> bool:
    """Return whether the words between a letter and an article say that the letter is the article's."""
    return _JOINS.fullmatch(between) is not None
