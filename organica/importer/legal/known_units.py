"""The units that a text has named so far, and which of them a looser name means.

Takes names as sentences print them; returns drafts. Called by the genre of legal texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from organica.domain.outline import OutlineSort, Place
from organica.importer.bodies import Body
from organica.importer.legal.drafts import LegalDraft
from organica.importer.unit_words import sort_of, without_article
from organica.text.fold import folded, words

_LEAST_MISPRINTED = 5
# Names that differ in one word and are more than these are a series; looking at all would take a long time.
_MOST_SISTERS = 50
_ACRONYM = re.compile(r"\s*\((?P<acronym>[A-ZÁÉÍÓÚÑ]{2,}[A-ZÁÉÍÓÚÑ.-]*)\)$")
_JOINING = frozenset(words("de del la el los las y e o a en para"))


class KnownUnits:
    """Drafts by their names; a name that adds the body's ("… de la Agencia Nacional") is the same unit's."""

    def __init__(self, body: Body | None) -> None:
        self.drafts: list[LegalDraft] = []
        # Names of units that a sentence brought in, in full, before any heading or list is about them.
        self.brought_in: list[str] = []
        self._by_key: dict[str, LegalDraft] = {}
        # By a name without one of its words, that word: what differs only there may be a misprint.
        self._by_rest: dict[str, list[tuple[str, LegalDraft]]] = {}
        self.body: Body | None = None
        self._body_key = ""
        self._without_body: re.Pattern[str] | None = None
        if body is not None:
            self.take_body(body)

    def take_body(self, body: Body) -> None:
        """Take in the body that the text is about."""
        self.body, self._body_key = body, _key(body.name)
        self._without_body = re.compile(
            rf",?\s+(?:del?|de\s+la)\s+(?:la\s+)?{re.escape(body.name)}.*$", re.IGNORECASE
        )

    def meant_by(self, name: str) -> LegalDraft | None:
        """Return the unit that the name means, or None: it may be a letter off or bear the body's."""
        key = self._key_of(name)
        if not key:
            return None
        if key in self._by_key:
            return self._by_key[key]
        alike = {
            id(draft): draft
            for around, word in _around(key)
            for known, draft in self._by_rest.get(around, ())[-_MOST_SISTERS:]
            if _one_letter_off(known, word)
        }
        return next(iter(alike.values())) if len(alike) == 1 else None

    def add(self, draft: LegalDraft) -> LegalDraft:
        """Take in a unit that was not known."""
        self.drafts.append(draft)
        key = self._key_of(draft.name)
        if key not in self._by_key:
            self._by_key[key] = draft
            if draft.acronym:
                self._by_key.setdefault(_key(draft.acronym), draft)
            for around, word in _around(key):
                self._by_rest.setdefault(around, []).append((word, draft))
        return draft

    def only(self, drafts: Iterable[LegalDraft]) -> KnownUnits:
        """Return the same body with these units only."""
        some = KnownUnits(self.body)
        for draft in drafts:
            some.add(draft)
        return some

    def called(self, name: str, place: Place, provision: str | None, above: LegalDraft | None) -> LegalDraft:
        """Return the unit of this name, a new one if none is known; a new post stands in the unit above."""
        name, acronym = _without_acronym(" ".join(name.split()))
        printed = self.in_full(self._shortened(without_article(name)))
        known = self.meant_by(name) or self.meant_by(printed)
        if known is not None:
            if known.name.isupper() and not printed.isupper() and folded(known.name) == folded(printed):
                known.name = printed
            return known
        sort = sort_of(printed) or OutlineSort.UNIT
        draft = LegalDraft(printed, sort, place, provision, acronym=acronym)
        if sort is OutlineSort.POST and above is not None:
            draft.parent = above.name
        return self.add(draft)

    def body_called(self, body: Body, place: Place, provision: str | None) -> LegalDraft:
        """Return the body itself as a thing with functions."""
        for draft in self.drafts:
            if draft.sort is OutlineSort.BODY:
                return draft
        return self.add(LegalDraft(body.name, OutlineSort.BODY, place, provision))

    def _shortened(self, name: str) -> str:
        """Return a unit's name without the body's behind it ("… de la Agencia Nacional de Contratación")."""
        if self._without_body is None or _key(name) == self._body_key:
            return name
        found = self._without_body.search(name)
        return name[: found.start()] if found and found.start() else name

    def in_full(self, name: str) -> str:
        """Return the whole name of a unit that is called by its first word alone ("el Comité")."""
        if " " in name:
            return name
        named = [*self.brought_in, *(draft.name for draft in self.drafts if draft.headed)]
        longer = [one for one in named if folded(one).startswith(f"{folded(name)} ")]
        return without_article(longer[-1]) if longer else name

    def is_body(self, name: str) -> bool:
        """Return whether the name is the body's."""
        return self.body is not None and self.body.is_named(name)

    def _key_of(self, name: str) -> str:
        name, _ = _without_acronym(name)
        key = _key(name)
        if self._body_key and key != self._body_key and key.endswith(f" {self._body_key}"):
            return key[: -len(self._body_key) - 1]
        first = self._body_key.split(" ", 1)[0]
        if first and key.endswith(f" {first}") and _ends_with_the_body(name):
            return key[: -len(first) - 1]
        return key


def _ends_with_the_body(name: str) -> bool:
    """Return whether the last two words are "del Centro", "de la Agencia"."""
    said = words(name)
    return len(said) > 2 and said[-2] in ("del", "la", "el")


def _without_acronym(name: str) -> tuple[str, str | None]:
    """Part a name from the acronym behind it: "Órgano de Control Institucional (OCI)"."""
    found = _ACRONYM.search(name)
    return (name[: found.start()], found["acronym"]) if found and found.start() else (name, None)


def _key(name: str) -> str:
    return " ".join(word for word in words(without_article(name)) if word not in _JOINING)


def _around(key: str) -> Iterator[tuple[str, str]]:
    """Yield each word of a key that may hold a misprint, behind the key without that word."""
    said = key.split()
    for place, word in enumerate(said):
        if len(word) >= _LEAST_MISPRINTED and not word.isdigit():
            yield " ".join((*said[:place], "_", *said[place + 1 :])), word


def _one_letter_off(one: str, other: str) -> bool:
    """Return whether two words differ by a letter: another one, one too many, two in another order."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )
