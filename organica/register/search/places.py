"""What is asked of the search, and a place in its results from which to go on.

Takes and gives plain values; a place is written as a text that an address can hold. Called by search.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from organica.register.known_at import KnownAt
from organica.register.search.ranking import DECIMALS, Scored
from organica.register.search.refusals import BadSearchCursor
from organica.text.search_words import asked_words

MAX_PLACE_CHARACTERS = 400
NO_MOMENT = "day"
_MOMENT = "%Y%m%dT%H%MZ"
PLACE = (
    rf"(?:0|[1-9]\d{{0,8}})~(?:{NO_MOMENT}|\d{{8}}T\d{{4}}Z)~[0-9a-f]{{12}}~0\.\d{{{DECIMALS}}}"
    r"~[a-z]{2,3}\.[a-z0-9-]+~[a-z0-9.-]+"
)
_PLACE = re.compile(PLACE, re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """A hit, by its score, organization and code, and what its page was answered with.

    `moment` is None where the question names its day.
    """

    known: int
    moment: datetime | None
    score: float
    organization: str
    code: str

    @property
    def knowledge(self) -> KnownAt:
        """Return the state of knowledge that the page was answered with."""
        return KnownAt(entry=self.known)

    @property
    def order(self) -> tuple[float, str, str]:
        """Return its place among what was found."""
        return (-self.score, self.organization, self.code)


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for, and where and when; `organization` None: in all of them."""

    text: str
    as_of: date | None = None
    known_at: KnownAt | None = None
    organization: str | None = None

    @property
    def digest(self) -> str:
        """Return a short digest by which places in the results of another question are refused."""
        words = [(word.stem, word.form) for word in asked_words(self.text)]
        asked = repr((words, self.as_of, self.known_at, self.organization))
        return hashlib.sha256(asked.encode()).hexdigest()[:12]

    def place_of(self, found: Scored, known: int, moment: datetime | None) -> str:
        """Return the place of a hit as a text."""
        at = moment.strftime(_MOMENT) if moment else NO_MOMENT
        parts = (str(known), at, self.digest, f"{found.score:.{DECIMALS}f}", found.organization, found.code)
        return "~".join(parts)

    def place(self, written: str) -> Place:
        """Return the place that a text stands for. Raises: BadSearchCursor unless this question gave it."""
        if len(written) > MAX_PLACE_CHARACTERS or not _PLACE.fullmatch(written):
            raise BadSearchCursor(value=written[:MAX_PLACE_CHARACTERS])
        known, at, digest, score, organization, code = written.split("~")
        if digest != self.digest or (at == NO_MOMENT) != (self.as_of is not None):
            raise BadSearchCursor(value=written)
        try:
            moment = None if at == NO_MOMENT else datetime.strptime(at, _MOMENT).replace(tzinfo=UTC)
        except ValueError:
            raise BadSearchCursor(value=written) from None
        return Place(int(known), moment, float(score), organization, code)
