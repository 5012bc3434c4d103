"""What a page shows, as plain values: addresses are whole already, sentences are of one language.

Made by `api.embed` from views of the register; drawn by the files beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.errors import Language


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its words and its address. `language`: that of the page that it leads to, where it differs."""

    text: str
    address: str
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as people cite it. `address`: of its full text. `role`: what it does, in words.

    `warning` tells that it is no norm; None where it is one.
    """

    text: str
    address: str | None = None
    role: str | None = None
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class FunctionEntry:
    """One function with its letter as printed; `cited` where it rests on another source than its unit."""

    code: str
    label: str | None
    text: str
    children: tuple[FunctionEntry, ...] = ()
    cited: Cited | None = None
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class FunctionList:
    """The functions of one list; `heading` tells which one, where a unit has several."""

    heading: str | None
    functions: tuple[FunctionEntry, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its text, and the address that it leads to, where it leads anywhere."""

    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a programme, its number and its days in words already.

    `cited` where it rests on another source than its programme.
    """

    name: str
    value: str
    unit: str | None
    period: str
    note: str | None = None
    cited: Cited | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """One programme or service with all that is known of it. `run_by` is told where no unit around it is."""

    code: str
    type: str
    name: str
    acronym: str | None
    since: str
    run_by: str | None
    objective: str | None
    audience: tuple[str, ...] = ()
    channels: tuple[Item, ...] = ()
    partners: tuple[str, ...] = ()
    financing: tuple[str, ...] = ()
    functions: tuple[Item, ...] = ()
    rests_on: tuple[Cited, ...] = ()
    bases: tuple[Cited, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeLink:
    """One programme of a unit in a structure: what it is for, and where the rest of it is told.

    `cited` where it rests on another source than its unit.
    """

    name: str
    address: str
    objective: str | None
    cited: Cited | None = None


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """One unit in a structure. `children`: the codes of the units below it; `depth` counts from 0.

    `since` and `cited` are told where they are others than those of the whole page.
    """

    code: str
    kind: str
    name: str
    depth: int
    address: str
    objective: str | None
    lists: tuple[FunctionList, ...]
    children: tuple[str, ...]
    since: str | None = None
    cited: Cited | None = None
    programmes: tuple[ProgrammeLink, ...] = ()

    @property
    def functions(self) -> int:
        """Return how many functions it has, sub-items apart."""
        return sum(len(each.functions) for each in self.lists)


@dataclass(frozen=True, slots=True)
class Banner:
    """What a page says of itself: since when it is so, by which acts, how certain, how far covered.

    `standing`: whether this is the version in force or a fixed one. `permanent`: the address of exactly
    this version. `doubt`: why it is not certain. `gap`: that nothing is covered. `unknown`: what a source
    leaves open. `ended`: that the organization is no more.
    """

    standing: str
    permanent: Link
    in_force: str | None = None
    acts: tuple[Cited, ...] = ()
    doubt: str | None = None
    gap: str | None = None
    coverage: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    ended: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The form that asks for another day: where it leads, the day that it shows, what it keeps."""

    address: str
    day: str | None
    kept: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PostEntry:
    """One post of a unit: who holds it, since when, by what; who stands in for it."""

    title: str
    heads: bool
    holders: tuple[str, ...]
    cited: tuple[Cited, ...] = ()
    substitutes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spell:
    """One row of a history: the days, what was so, by which acts, how it ended."""

    days: str
    what: str
    acts: tuple[str, ...]
    ending: str | None = None
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class UnitPage:
    """One unit on a day, with what is below it and what was before it."""

    kind: str
    name: str
    acronym: str | None
    unit_class: str | None
    objective: str | None
    since: str
    above: tuple[Link, ...]
    parent_unknown: bool
    below: tuple[Link, ...]
    posts: tuple[PostEntry, ...]
    lists: tuple[FunctionList, ...]
    programmes: tuple[ProgrammeEntry, ...]
    bases: tuple[Cited, ...]
    versions: tuple[Spell, ...]
    function_versions: tuple[Spell, ...]
    kin: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One change as a sentence, and the act behind it."""

    sentence: str
    act: str


@dataclass(frozen=True, slots=True)
class ToldUnit:
    """The changes of one unit, or of the organization itself."""

    heading: str
    changes: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One version in the list of all of them: the days, by which acts, and where to see it.

    `note`: why it is a version of its own where no act made it one.
    """

    days: str
    acts: tuple[str, ...]
    links: tuple[Link, ...]
    warning: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same in another form: where it is, of which type, and how the page names it, where it does."""

    address: str
    media_type: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below a page: the same in other forms and languages, and the way into a portal."""

    alternates: tuple[Alternate, ...]
    languages: tuple[Link, ...]
    insert: Link | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What a page tells machines. `canonical` is of this very page; `indexed`: whether searches may show it.

    `languages` are the addresses of this page in each language; `style` is that of the stylesheet.
    `oembed` is where a portal asks how to show the page; None where the page has no whole address, or is none
    that is shown in others. `json_ld` is a text that no page can be broken out of; None where there is
    nothing to tell. `script`: the address of what a page in a frame runs.
    """

    language: Language
    title: str
    description: str
    canonical: str
    style: str
    indexed: bool = False
    public: bool = False
    languages: tuple[tuple[Language, str], ...] = ()
    alternates: tuple[Alternate, ...] = ()
    json_ld: str | None = None
    oembed: str | None = None
    script: str | None = None
