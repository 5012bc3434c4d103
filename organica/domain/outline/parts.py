"""What an outline is made of: units, functions, heads, sources and amendments, each with its place.

Texts are literal; lines are counted from 1, and a range includes its last line.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


@dataclass(frozen=True, slots=True)
class Place:
    """The lines of the document that say so; both ends included. Raises: ValueError when impossible."""

    first_line: int
    last_line: int

    def __post_init__(self) -> None:
        if not 1 <= self.first_line <= self.last_line:
            raise ValueError(f"no such lines: {self.first_line} to {self.last_line}")

    def through(self, other: Place) -> Place:
        """Return the lines from the first to the last of both."""
        return Place(min(self.first_line, other.first_line), max(self.last_line, other.last_line))


@dataclass(frozen=True, slots=True)
class OutlineFunction:
    """One item of a list of functions; `label` as printed without its punctuation, None when none.

    `list` names the list when a unit has more than one; `children` are the sub-items. `provision` is the
    part of the source that says it, as printed ("Artículo 12"), None where the source is not in parts.
    """

    label: str | None
    text: str
    place: Place
    list: str | None = None
    children: tuple[OutlineFunction, ...] = ()
    provision: str | None = None


class OutlineSort(StrEnum):
    """What a thing with functions is: the body itself, one of its units, or a post of one of them."""

    BODY = "body"
    UNIT = "unit"
    POST = "post"


@dataclass(frozen=True, slots=True)
class OutlineUnit:
    """One unit; `kind` is the printed word of rank, `parent` the name of the unit above it, if stated.

    Where the text gives functions to the body itself or to a post, these are entries of their own `sort`;
    the parent of a post is its unit. `repealed` when the heading is left of a unit that has no force any
    more. `code`, `parent_code` and `in_force_from` (a day, "2025-02-13") are those of a machine-readable
    register.
    """

    name: str
    kind: str | None
    parent: str | None
    objective: str | None
    functions: tuple[OutlineFunction, ...]
    place: Place
    objective_place: Place | None
    sort: OutlineSort = OutlineSort.UNIT
    acronym: str | None = None
    provision: str | None = None
    repealed: bool = False
    code: str | None = None
    parent_code: str | None = None
    in_force_from: str | None = None


@dataclass(frozen=True, slots=True)
class OutlineHead:
    """Who the text names at the head of a unit; `post` and `capacity` are None when not printed."""

    unit: str
    name: str
    post: str | None
    capacity: str | None
    place: Place


class SourceRelation(StrEnum):
    """How the text and a source that it cites bear on each other; the text is the subject."""

    AMENDS = "amends"
    REPEALS = "repeals"
    APPROVES = "approves"
    IMPLEMENTS = "implements"
    CONSOLIDATES = "consolidates"
    AMENDED_BY = "amended_by"
    REPEALED_BY = "repealed_by"
    APPROVED_BY = "approved_by"


@dataclass(frozen=True, slots=True)
class OutlineSource:
    """A legal source: the text's own (`self`) or one that it mentions (`cited`).

    `number` is written without the points of its thousands and keeps its leading zeros; `issuer` is the
    abbreviation that some countries print behind the year ("052-2019-EF"). `date` is the day printed with
    it ("2011-11-03"), `title` its name. `relation` says what the text does to a cited source, or a cited
    source to the text ("repeals", "amended_by"). What is not printed is None.
    """

    kind: str
    number: str | None
    series: str | None
    year: int | None
    issuer: str | None
    printed: str
    role: Literal["self", "cited"]
    place: Place
    date: str | None = None
    title: str | None = None
    relation: SourceRelation | None = None

    @property
    def whole_number(self) -> str | None:
        """Return the number with its year and issuer where it is printed so ("052-2019-EF"), else alone."""
        whole = f"{self.number}-{self.year}-{self.issuer}"
        return whole if whole in "".join(self.printed.split()) else self.number


class AmendmentAction(StrEnum):
    """What an amending act orders to be done to another text."""

    REPLACE = "replace"
    ADD = "add"
    REMOVE = "remove"
    RELABEL = "relabel"
    RENAME = "rename"
    REPLACE_WORDS = "replace_words"


@dataclass(frozen=True, slots=True)
class OutlineAmendment:
    """One order of an amending act ("sustitúyese la letra b) del artículo 5 por la siguiente: …").

    `unit` is the name of the unit concerned, `article` and `label` the place aimed at in the amended text;
    `text` the new words, `new_label` the letter given, `after` the label behind which an item is added,
    `old_words` the words that `text` replaces. What is not printed is None.
    """

    action: AmendmentAction
    place: Place
    printed: str
    unit: str | None = None
    article: str | None = None
    label: str | None = None
    text: str | None = None
    new_label: str | None = None
    after: str | None = None
    old_words: str | None = None
    provision: str | None = None


class PassedBecause(StrEnum):
    """Why lines of a text were read for nothing that belongs in an outline."""

    FRONT = "front"
    RECITALS = "recitals"
    HEADINGS = "headings"
    OTHER_LISTS = "other_lists"
    OTHER_MATTERS = "other_matters"
    NOTES = "notes"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Lines that were read and say nothing of units, and why: so that a person can see what was left out."""

    place: Place
    because: PassedBecause
