"""Where in the amended text an order aims: pairs of an article and a letter, and what letters become.

Takes words of an order without what it quotes; returns places as printed. Called by the readers of amending
acts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from organica.importer.orders.labels import (
    Articles,
    Labels,
    articles_in,
    further_article,
    joins,
    labels_in,
    spelt_out,
)

_BEHIND = re.compile(
    r"\b(?:a\s+continuaci[oó]n\s+(?:de\s+|del\s+)|despu[eé]s\s+(?:de\s+|del\s+)|luego\s+(?:de\s+"
    r"|del\s+)|tras\s+|entre\s+)"
    r"(?:(?:la|el|las|los|su|sus)\s+)?(?:actual(?:es)?\s+)?",
    re.IGNORECASE,
)
_BECOMES = re.compile(
    r"\b(?:pasando|pas(?:a|ar[aá])n?(?!\s+a\s+ser))\s+(?:a\s+ser"
    r"\s+)?(?P<old>[^.;:\n]{1,120}?),?\s+(?:respectivamente,?\s+)?a\s+ser"
    r"\s+(?P<new>[^.;:\n]{1,120})"
    r"|\b(?:la|el|las|los)\s+actual(?:es)?\s+(?P<old2>[^.;:\n]{1,120}?)\s+(?:pasan?"
    r"|pasar[aá]n?)\s+a\s+ser\s+(?P<new2>[^.;:\n]{1,120})",
    re.IGNORECASE,
)
_OPEN_ENDED = re.compile(
    r"\bas[ií]\s+sucesivamente|\bcorrelativ|\b(?:readecu|reenumer|renumer|reorden|corri|modific"
    r"|orden|ajust)[aá]?[eé]?ndose|"
    r"\b(?:recorri|corri)[eé]ndose|\by\s+(?:las|los)\s+(?:siguientes|dem[aá]s|restantes)\b|\ben"
    r"\s+su\s+orden\b|"
    r"\b(?:readecuando|renumerando|reordenando|corriendo|recorriendo)\b",
    re.IGNORECASE,
)
_GOES_INTO = re.compile(r"\s*,\s*(?:apartado\s+\w+,\s*)?(?:en\s+)?(?:sus?\s+)?")


@dataclass(frozen=True, slots=True)
class Target:
    """One place aimed at; `article` and `label` are None where the order names none."""

    article: str | None
    label: str | None


@dataclass(frozen=True, slots=True)
class Relabelled:
    """Which letters become which, and whether the order leaves open what becomes of others."""

    pairs: tuple[tuple[str, str], ...]
    open_ended: bool


def behind_in(words: str) -> tuple[str | None, str]:
    """Return the letter behind which an item is added, and the words without it."""
    for found in _BEHIND.finditer(words):
        mention = next(iter(labels_in(words[found.end() : found.end() + 80])), None)
        if mention is not None and mention.start == 0:
            end = found.end() + mention.end
            return mention.labels[0], words[: found.start()] + " " * (end - found.start()) + words[end:]
    return None, words


def relabelled_in(words: str) -> tuple[Relabelled, str]:
    """Return what letters become, and the words without that."""
    pairs: list[tuple[str, str]] = []
    rest = words
    for found in _BECOMES.finditer(words):
        old, new = spelt_out(found["old"] or found["old2"]), spelt_out(found["new"] or found["new2"])
        if old and len(old) == len(new):
            pairs += zip(old, new, strict=True)
            rest = rest[: found.start()] + " " * (found.end() - found.start()) + rest[found.end() :]
    open_ended = _OPEN_ENDED.search(words)
    if open_ended:
        rest = rest[: open_ended.start()]
    return Relabelled(tuple(pairs), open_ended is not None), rest


def targets_in(words: str) -> list[Target]:
    """Return the places that the words name, in their order.

    Both ways of saying it are read: "la letra b) del artículo 5" and "los artículos 5, fracción II, y 8".
    """
    events: list[Articles | Labels] = sorted(
        [*articles_in(words), *labels_in(words)], key=lambda one: one.start
    )
    found: list[Target] = []
    waiting: list[str] = []
    last: Articles | None = None
    waited_until = 0
    for event in events:
        if isinstance(event, Articles):
            if waiting and joins(words[waited_until : event.start]):
                found += [Target(event.numbers[0], label) for label in waiting]
                found += [Target(number, None) for number in event.numbers[1:]]
            else:
                found += [Target(None, label) for label in waiting]
                found += [Target(number, None) for number in event.numbers]
            waiting, last = [], event
        elif last is not None and found and _GOES_INTO.fullmatch(words[last.end : event.start]):
            number = found.pop().article
            found += [Target(number, label) for label in event.labels]
            last = further_article(words, event.end)
            found += [Target(each, None) for each in last.numbers] if last else []
        else:
            found += [Target(None, label) for label in waiting]
            waiting, waited_until = list(event.labels), event.end
    found += [Target(None, label) for label in waiting]
    return _bound(found)


def _bound(targets: list[Target]) -> list[Target]:
    """Bind letters to the one article that is named apart: "En el artículo 12, reemplázase la letra b)"."""
    alone = {one.article for one in targets if one.label is None}
    loose = [one for one in targets if one.article is None]
    if len(alone) != 1 or not loose:
        return targets
    (article,) = alone
    return [replace(one, article=one.article or article) for one in targets if one.label is not None]
